#pragma once

#include "core/result.h"
#include "yaml/yamlindex.h"

namespace rayhelm {

/// `length` bytes at `position` are replaced.
struct TextPatch {
    qsizetype position = 0;
    qsizetype length = 0;
    QByteArray replacement;

    bool isEmpty() const { return length == 0 && replacement.isEmpty(); }
};

/// One change of a values tree.
struct YamlEdit {
    enum class Kind { Set, Insert, Remove, Rename, Move };

    Kind kind = Kind::Set;
    YamlPath path;     ///< Set, Remove, Rename: the value; Insert: the map or list; Move: the entry or item
    QString key;       ///< Insert into a map: the new key; Rename: the new name
    int position = -1; ///< Insert: before this entry (-1: at the end); Move: its new number
    YamlValue value;   ///< Set, Insert

    /// Missing maps on the way are made.
    static YamlEdit set(const YamlPath &path, const YamlValue &value);
    static YamlEdit insert(const YamlPath &map, const QString &key, const YamlValue &value, int position = -1);
    static YamlEdit insertItem(const YamlPath &list, const YamlValue &value, int position = -1);
    static YamlEdit remove(const YamlPath &path);
    static YamlEdit rename(const YamlPath &path, const QString &newKey);
    static YamlEdit move(const YamlPath &path, int position);
};

struct YamlEdited {
    TextPatch patch;         ///< empty: nothing had to change
    QByteArray text;
    YamlIndex::Pointer index;
};

/// Changes the text of `index` in one place. The result was parsed again by both parsers and is exactly the old tree with
/// this change; otherwise InvalidInput, with the line and the reason, and nothing is handed out.
Result<YamlEdited> applyEdit(const YamlIndex &index, const YamlEdit &edit);

/// The text with a patch applied.
QByteArray patched(const QByteArray &text, const TextPatch &patch);
/// The smallest patch that makes `before` into `after`.
TextPatch patchBetween(const QByteArray &before, const QByteArray &after);

} // namespace rayhelm
