#pragma once

#include "yaml/yamlindex.h"

#include <optional>

namespace rayhelm {

/// Walks over the text once, from token to token, and accounts for every byte between them: blanks, line ends, comments
/// and the expected indicators, nothing else. Finds the ends of collections, the colons, dashes and comments.
class YamlLocator
{
public:
    YamlLocator(const QByteArray &text, qsizetype skip, std::vector<YamlNode> &nodes, std::vector<YamlComment> &comments,
                const std::vector<qsizetype> &lines);

    std::optional<YamlError> locate();

private:
    bool visit(int id);
    bool visitProperties(YamlNode &node);
    bool visitScalar(YamlNode &node);
    bool visitEscapes(const YamlNode &node);
    bool visitBlock(int id);
    bool visitFlow(int id);
    bool visitEntry(int id, size_t child, bool flow);
    bool visitKey(int key);
    bool visitValue(int map, size_t child, bool flow);
    bool expect(char c);
    bool fail();
    void skipGap();
    void skipMarker(const char *marker);
    void skipDirectives();
    void noteComment();
    void trimBlockScalar(YamlNode &node) const;
    int lineOf(qsizetype offset) const;
    bool atBlank(qsizetype offset) const;
    char at(qsizetype offset) const { return offset < m_text.size() ? m_text[offset] : '\0'; }

    const QByteArray &m_text;
    std::vector<YamlNode> &m_nodes;
    std::vector<YamlComment> &m_comments;
    const std::vector<qsizetype> &m_lines;
    qsizetype m_at;
    std::optional<YamlError> m_error;
};

} // namespace rayhelm
