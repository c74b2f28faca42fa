#pragma once

#include "yaml/yamlindex.h"

#include <QHash>

#include <optional>
#include <vector>

struct yaml_event_s;

namespace rayhelm {

/// Builds the nodes from libyaml's events, in document order. libyaml is the parser that Helm's is a port of.
/// Places of scalars and aliases are final; those of collections and empty values are found by the locator.
class LibyamlReader
{
public:
    LibyamlReader(const QByteArray &text, qsizetype skip, std::vector<YamlNode> &nodes);

    std::optional<YamlError> read();

private:
    struct Open {
        int node = 0;
        double size = 1; ///< nodes after resolving the aliases
        int depth = 1;   ///< of the deepest path below, aliases resolved
    };
    struct Extent {
        double size = 1;
        int depth = 1;
    };

    std::optional<YamlError> take(const yaml_event_s &event);
    std::optional<YamlError> add(YamlNode node, int line);
    std::optional<YamlError> resolveAlias(YamlNode &node, int line, Extent &extent);
    std::optional<YamlError> close(int line);
    std::optional<YamlError> account(const Extent &extent, int line);
    YamlNode collection(const yaml_event_s &event, YamlKind kind) const;
    qsizetype byteAt(size_t characters) const;
    void findCharacters();

    const QByteArray &m_text;
    qsizetype m_skip;
    std::vector<YamlNode> &m_nodes;
    std::vector<Open> m_open;
    std::vector<Extent> m_extents;
    QHash<QByteArray, int> m_anchors;
    std::vector<quint32> m_characters; ///< byte of every character; empty: all are one byte long
    int m_documents = 0;
};

} // namespace rayhelm
