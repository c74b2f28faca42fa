#pragma once

#include "yaml/yamledit.h"
#include "yaml/yamlerror.h"

#include <memory>
#include <optional>

namespace rayhelm {

struct ValuesFindings;

/// A text of values as it was read once. It never changes, so any thread may use it.
struct ValuesReading {
    QByteArray text;
    YamlIndex::Pointer index;              ///< of `text`, or of the last text that could be read, at first an empty one; never null
    std::shared_ptr<const YamlValue> tree; ///< of `index`; never null
    std::optional<YamlError> error;        ///< why `text` cannot be read, or is no values file
    std::shared_ptr<const ValuesFindings> findings; ///< what follows from it; nullptr: not worked out
};

/// What follows from a reading. Called in any thread.
using ValuesFinder = std::function<std::shared_ptr<const ValuesFindings>(const ValuesReading &)>;

/// Reads a whole text; about 4 ms per 1000 lines. A pure function. The finder works while the second YAML reader still checks a long
/// text; what it found in one that turns out to be unreadable is dropped.
ValuesReading readValues(const QByteArray &text, const ValuesFinder &finder = {});

/// The reading after several edits, all or none; a text like before: nothing had to change. InvalidInput: why not. A pure
/// function; about 8 ms per 1000 lines and edit.
Result<ValuesReading> applyEdits(const ValuesReading &reading, const QList<YamlEdit> &edits);

/// Texts of this size are read in a worker thread: on the window's own thread it would be felt while typing.
bool isLongText(const QByteArray &text);

} // namespace rayhelm
