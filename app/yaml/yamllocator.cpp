#include "yaml/yamllocator.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstring>

namespace rayhelm {

YamlLocator::YamlLocator(const QByteArray &text, qsizetype skip, std::vector<YamlNode> &nodes,
                         std::vector<YamlComment> &comments, const std::vector<qsizetype> &lines)
    : m_text(text), m_nodes(nodes), m_comments(comments), m_lines(lines), m_at(skip)
{
}

int YamlLocator::lineOf(qsizetype offset) const
{
    return int(std::upper_bound(m_lines.begin(), m_lines.end(), offset) - m_lines.begin());
}

bool YamlLocator::atBlank(qsizetype offset) const
{
    const char c = at(offset);
    return offset >= m_text.size() || c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool YamlLocator::fail()
{
    if (!m_error)
        m_error = YamlError{std::max(1, lineOf(m_at)),
                            QCoreApplication::translate("rayhelm::Yaml", "there is something unexpected in it")};
    return false;
}

bool YamlLocator::expect(char c)
{
    if (at(m_at) != c)
        return fail();
    ++m_at;
    return true;
}

void YamlLocator::noteComment()
{
    const auto lineEnd = m_text.indexOf('\n', m_at);
    qsizetype end = lineEnd < 0 ? m_text.size() : lineEnd;
    if (lineEnd > m_at && m_text[lineEnd - 1] == '\r')
        --end;
    YamlComment comment;
    comment.begin = m_at;
    comment.end = end;
    comment.line = lineOf(m_at);
    const qsizetype lineBegin = m_lines[size_t(comment.line - 1)];
    comment.column = int(m_at - lineBegin);
    comment.ownLine = std::all_of(m_text.cbegin() + lineBegin, m_text.cbegin() + m_at,
                                  [](char c) { return c == ' ' || c == '\t'; });
    m_comments.push_back(comment);
    m_at = end;
}

void YamlLocator::skipGap()
{
    while (m_at < m_text.size()) {
        const char c = m_text[m_at];
        if (c == ' ' || c == '\t' || c == '\r' || c == '\n')
            ++m_at;
        else if (c == '#' && (m_at == m_lines.front() || atBlank(m_at - 1)))
            noteComment();
        else
            return;
    }
}

/// "---" or "..." at the beginning of a line.
void YamlLocator::skipMarker(const char *marker)
{
    const bool here = m_at + 3 <= m_text.size() && std::memcmp(m_text.constData() + m_at, marker, 3) == 0;
    if (here && atBlank(m_at + 3) && (m_at == m_lines.front() || m_text[m_at - 1] == '\n'))
        m_at += 3;
}

void YamlLocator::skipDirectives()
{
    skipGap();
    while (at(m_at) == '%' && (m_at == m_lines.front() || m_text[m_at - 1] == '\n')) {
        const auto lineEnd = m_text.indexOf('\n', m_at);
        m_at = lineEnd < 0 ? m_text.size() : lineEnd;
        skipGap();
    }
    skipMarker("---");
}

std::optional<YamlError> YamlLocator::locate()
{
    skipDirectives();
    if (!m_nodes.empty() && !visit(0))
        return m_error;
    skipGap();
    skipMarker("...");
    skipGap();
    if (m_at != m_text.size())
        fail();
    return m_error;
}

bool YamlLocator::visit(int id)
{
    YamlNode &node = m_nodes[size_t(id)];
    const bool hasProperties = !node.anchor.isEmpty() || !node.tag.isEmpty();
    if (node.style != YamlStyle::Empty || hasProperties) {
        skipGap();
        if (m_at != node.start)
            return fail();
    }
    node.start = m_at;
    if (hasProperties && node.kind != YamlKind::Alias && !visitProperties(node))
        return false;
    node.begin = m_at;
    node.line = std::max(1, lineOf(m_at));
    node.column = int(m_at - m_lines[size_t(node.line - 1)]);
    if (node.kind == YamlKind::Scalar || node.kind == YamlKind::Alias)
        return visitScalar(node);
    return node.style == YamlStyle::Flow ? visitFlow(id) : visitBlock(id);
}

bool YamlLocator::visitProperties(YamlNode &node)
{
    int missing = int(!node.anchor.isEmpty()) + int(!node.tag.isEmpty());
    for (; missing > 0; --missing) {
        if (at(m_at) != '&' && at(m_at) != '!')
            return fail();
        while (m_at < m_text.size() && !atBlank(m_at) && !(std::strchr(",[]{}", m_text[m_at]) && m_text[m_at - 1] != '<'))
            ++m_at;
        const qsizetype behind = m_at;
        const size_t comments = m_comments.size();
        skipGap();
        if (missing == 1 && node.style == YamlStyle::Empty) {
            m_at = behind; // the empty value stands right behind its anchor
            m_comments.resize(comments);
        }
    }
    return true;
}

bool YamlLocator::visitScalar(YamlNode &node)
{
    if (node.style == YamlStyle::Empty) {
        node.end = m_at;
        return true;
    }
    if (node.end <= node.begin || node.end > m_text.size())
        return fail();
    const char first = m_text[node.begin];
    const char last = m_text[node.end - 1];
    bool sound = true;
    switch (node.style) {
    case YamlStyle::SingleQuoted: sound = first == '\'' && last == '\'' && node.end - node.begin > 1; break;
    case YamlStyle::DoubleQuoted: sound = first == '"' && last == '"' && node.end - node.begin > 1; break;
    case YamlStyle::Literal: sound = first == '|'; break;
    case YamlStyle::Folded: sound = first == '>'; break;
    default: sound = !atBlank(node.end - 1) && (node.kind != YamlKind::Alias || first == '*'); break;
    }
    if (!sound)
        return fail();
    if (node.style == YamlStyle::DoubleQuoted && !visitEscapes(node))
        return false;
    if (node.style == YamlStyle::Literal || node.style == YamlStyle::Folded)
        trimBlockScalar(node);
    m_at = node.end;
    return true;
}

/// Helm's reader does not know the escape of a slash, which libyaml takes.
bool YamlLocator::visitEscapes(const YamlNode &node)
{
    const QByteArrayView scalar = QByteArrayView(m_text).sliced(node.begin, node.end - node.begin); // not the rest of the file
    for (auto at = scalar.indexOf('\\'); at >= 0; at = scalar.indexOf('\\', at + 2)) {
        if (scalar[at + 1] != '/')
            continue;
        m_error = YamlError{lineOf(node.begin + at), QCoreApplication::translate("rayhelm::Yaml", "Helm does not know the escape \\/")};
        return false;
    }
    return true;
}

/// libyaml counts blank lines after a block scalar; they belong to it only when they are kept ("+").
void YamlLocator::trimBlockScalar(YamlNode &node) const
{
    const auto headerEnd = m_text.indexOf('\n', node.begin);
    const qsizetype header = headerEnd < 0 ? m_text.size() : headerEnd;
    const QByteArray indicators = m_text.mid(node.begin, std::min<qsizetype>(3, header - node.begin));
    const bool keeps = indicators.contains('+');
    qsizetype end = node.end;
    if (!keeps) {
        while (end > header && atBlank(end - 1))
            --end;
        const auto lineEnd = m_text.indexOf('\n', std::max(end, header));
        end = std::min(node.end, lineEnd < 0 ? m_text.size() : lineEnd);
    }
    if (end > header && end == node.end && m_text[end - 1] == '\n')
        --end;
    if (end > node.begin && end < m_text.size() && m_text[end] == '\n' && m_text[end - 1] == '\r')
        --end;
    node.end = std::max(end, node.begin + 1);
}

bool YamlLocator::visitBlock(int id)
{
    const std::vector<int> &children = m_nodes[size_t(id)].children;
    const bool map = m_nodes[size_t(id)].kind == YamlKind::Map;
    for (size_t i = 0; i < children.size(); i += map ? 2 : 1) {
        skipGap();
        if (map) {
            if (!visitEntry(id, i, false))
                return false;
            continue;
        }
        const qsizetype dash = m_at;
        if (!expect('-') || !visit(children[i]))
            return false;
        m_nodes[size_t(children[i])].indicator = dash;
    }
    m_nodes[size_t(id)].end = m_at;
    return true;
}

bool YamlLocator::visitFlow(int id)
{
    const std::vector<int> &children = m_nodes[size_t(id)].children;
    const bool map = m_nodes[size_t(id)].kind == YamlKind::Map;
    const bool brackets = !m_nodes[size_t(id)].singlePair;
    if (brackets && !expect(map ? '{' : '['))
        return false;
    for (size_t i = 0; i < children.size(); i += map ? 2 : 1) {
        skipGap();
        if (i > 0 && !expect(','))
            return false;
        skipGap();
        if (!(map ? visitEntry(id, i, true) : visit(children[i])))
            return false;
    }
    if (brackets) {
        skipGap();
        if (!children.empty() && at(m_at) == ',') {
            ++m_at;
            skipGap();
        }
        if (!expect(map ? '}' : ']'))
            return false;
    }
    m_nodes[size_t(id)].end = m_at;
    return true;
}

bool YamlLocator::visitEntry(int id, size_t child, bool flow)
{
    return visitKey(m_nodes[size_t(id)].children[child]) && visitValue(id, child + 1, flow);
}

bool YamlLocator::visitKey(int key)
{
    YamlNode &node = m_nodes[size_t(key)];
    if (at(m_at) == '?' && atBlank(m_at + 1)) {
        node.explicitKey = true;
        ++m_at;
    }
    return visit(key);
}

bool YamlLocator::visitValue(int map, size_t child, bool flow)
{
    const int value = m_nodes[size_t(map)].children[child];
    const qsizetype behindKey = m_at;
    const size_t comments = m_comments.size();
    skipGap();
    YamlNode &node = m_nodes[size_t(value)];
    if (at(m_at) == ':') {
        node.indicator = m_at++;
    } else if (node.style == YamlStyle::Empty && (flow || m_nodes[size_t(node.parent)].children[child - 1] >= 0)) {
        m_at = behindKey; // a key alone: `{a}` or `? a`
        m_comments.resize(comments);
    } else {
        return fail();
    }
    if (!visit(value))
        return false;
    // Readers differ about a value on a line of its own that is not deeper than its key.
    const YamlNode &it = m_nodes[size_t(value)];
    const YamlNode &container = m_nodes[size_t(map)];
    const bool lower = !flow && it.kind == YamlKind::Scalar && it.style != YamlStyle::Empty && it.line > container.line
        && it.column <= container.column && it.line > lineOf(it.indicator);
    return !lower || fail();
}

} // namespace rayhelm
