#pragma once

#include "core/error.h"

#include <QString>

namespace rayhelm {

/// Why a text is not YAML that may be edited here. `line` counts from 1; 0: the file as a whole.
struct YamlError {
    int line = 0;
    QString reason; ///< a sentence without a full stop, for "Line <n> cannot be read. <reason>."

    bool operator==(const YamlError &) const = default;
};

/// "Line 12 cannot be read: <reason>." as Error InvalidInput.
Error toError(const YamlError &error);

} // namespace rayhelm
