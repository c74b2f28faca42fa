#pragma once

#include "core/result.h"
#include "yaml/yamlerror.h"
#include "yaml/yamlpath.h"
#include "yaml/yamlvalue.h"

#include <QByteArray>

#include <functional>
#include <memory>
#include <vector>

namespace rayhelm {

enum class YamlKind : quint8 { Scalar, Map, List, Alias };
enum class YamlStyle : quint8 { Empty, Plain, SingleQuoted, DoubleQuoted, Literal, Folded, Block, Flow };

/// One node with its exact place. All offsets are bytes of the file, a byte order mark included.
struct YamlNode {
    YamlKind kind = YamlKind::Scalar;
    YamlStyle style = YamlStyle::Empty;
    bool isKey = false;
    bool explicitKey = false;  ///< a key written with "? "
    bool singlePair = false;   ///< the map of `[a: b]`, which has no brackets
    int parent = -1;
    int position = 0;          ///< of an entry or item within its parent
    int line = 0;              ///< from 1, of `begin`
    int column = 0;            ///< bytes before `begin` on its line
    qsizetype start = 0;       ///< of the anchor or tag before the value, else `begin`
    qsizetype begin = 0;       ///< of the value itself; quotes and the indicator of a block scalar belong to it
    qsizetype end = 0;         ///< behind the value; block scalars and collections: before the line end of their last line
    qsizetype indicator = -1;  ///< of a value: its colon; of an item of a block list: its dash; -1: none
    QByteArray value;          ///< of a scalar, decoded; of an alias, the anchor's name
    QByteArray anchor;
    QByteArray tag;            ///< empty: none
    int target = -1;           ///< of an alias: the anchored node
    std::vector<int> children; ///< map: key, value, key, value, ...; list: items

    int entryCount() const { return int(kind == YamlKind::Map ? children.size() / 2 : children.size()); }
};

struct YamlComment {
    qsizetype begin = 0; ///< the '#'
    qsizetype end = 0;   ///< before the line end
    int line = 0;
    int column = 0;
    bool ownLine = false; ///< nothing but blanks before it
};

/// Where everything is in a YAML text. A text gets an index only if the gate lets it pass, libyaml and yaml-cpp read the
/// same tree at the same places, and every byte between the tokens is accounted for.
class YamlIndex
{
public:
    using Pointer = std::shared_ptr<const YamlIndex>;

    /// About 3 ms per 1000 lines. `meanwhile` is called with the index while the second reader still checks it, in another thread if
    /// one is free: what it works out counts only once this has returned an index.
    static tl::expected<Pointer, YamlError> parse(const QByteArray &text, const std::function<void(const Pointer &)> &meanwhile = {});

    const QByteArray &text() const { return m_text; }
    const std::vector<YamlNode> &nodes() const { return m_nodes; }
    const YamlNode &node(int id) const { return m_nodes[size_t(id)]; }
    const std::vector<YamlComment> &comments() const { return m_comments; }
    int root() const { return m_root; } ///< -1: the file has no content

    /// The value node at a path, aliases not followed; of equal keys the last; -1: none.
    int find(const YamlPath &path) const;
    /// The entry's number of `key` in a map (the last of equal ones), -1: none.
    int findEntry(int map, const QString &key) const;
    YamlPath pathOf(int node) const;
    /// The deepest value whose entry (key and value) covers this byte; -1: none.
    int nodeAt(qsizetype offset) const;

    int lineCount() const { return int(m_lines.size()); }
    int lineOf(qsizetype offset) const;         ///< from 1
    qsizetype lineBegin(int line) const;        ///< `line` from 1
    qsizetype lineEnd(qsizetype offset) const;  ///< before the line end of the line that holds `offset`
    qsizetype nextLine(qsizetype offset) const; ///< behind that line end, or the end of the text

    /// The whole text, or one node, as plain data with aliases and merge keys resolved.
    YamlValue value() const;
    YamlValue value(int node) const;

private:
    friend class YamlIndexBuilder;

    QByteArray m_text;
    std::vector<YamlNode> m_nodes;
    std::vector<YamlComment> m_comments;
    std::vector<qsizetype> m_lines;
    int m_root = -1;
};

} // namespace rayhelm
