#include "yaml/libyamlreader.h"

#include "yaml/yamlgate.h"

#include <QCoreApplication>

#include <yaml.h>

#include <algorithm>

namespace rayhelm {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(rayhelm::Yaml)
};

QByteArray bytes(const yaml_char_t *text)
{
    return text ? QByteArray(reinterpret_cast<const char *>(text)) : QByteArray();
}

YamlStyle scalarStyle(yaml_scalar_style_t style, size_t length)
{
    switch (style) {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: return YamlStyle::SingleQuoted;
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: return YamlStyle::DoubleQuoted;
    case YAML_LITERAL_SCALAR_STYLE: return YamlStyle::Literal;
    case YAML_FOLDED_SCALAR_STYLE: return YamlStyle::Folded;
    default: return length == 0 ? YamlStyle::Empty : YamlStyle::Plain;
    }
}

/// The parser and its current event, given back to libyaml on every way out.
class Parser
{
public:
    Parser() { yaml_parser_initialize(&m_parser); }
    Parser(const Parser &) = delete;
    Parser &operator=(const Parser &) = delete;
    ~Parser()
    {
        yaml_event_delete(&m_event);
        yaml_parser_delete(&m_parser);
    }
    yaml_parser_t *get() { return &m_parser; }
    bool next()
    {
        yaml_event_delete(&m_event);
        return yaml_parser_parse(&m_parser, &m_event) != 0;
    }
    const yaml_event_t &event() const { return m_event; }

private:
    yaml_parser_t m_parser;
    yaml_event_t m_event = {};
};

YamlError parserError(const yaml_parser_t &parser)
{
    QString reason = QString::fromUtf8(parser.problem ? parser.problem : "out of memory");
    if (parser.context)
        reason += QStringLiteral(" ") + QString::fromUtf8(parser.context);
    const size_t line = parser.error == YAML_READER_ERROR ? 0 : parser.problem_mark.line + 1;
    return YamlError{int(line), reason};
}

} // namespace

LibyamlReader::LibyamlReader(const QByteArray &text, qsizetype skip, std::vector<YamlNode> &nodes)
    : m_text(text), m_skip(skip), m_nodes(nodes)
{
    findCharacters();
}

void LibyamlReader::findCharacters()
{
    const bool ascii = std::all_of(m_text.cbegin() + m_skip, m_text.cend(), [](char c) { return (c & 0x80) == 0; });
    if (ascii)
        return;
    m_characters.reserve(size_t(m_text.size()) + 1);
    for (qsizetype i = m_skip; i < m_text.size(); ++i) {
        if ((m_text[i] & 0xc0) != 0x80)
            m_characters.push_back(quint32(i));
    }
    m_characters.push_back(quint32(m_text.size()));
}

qsizetype LibyamlReader::byteAt(size_t characters) const
{
    if (m_characters.empty())
        return std::min<qsizetype>(m_skip + qsizetype(characters), m_text.size());
    return m_characters[std::min(characters, m_characters.size() - 1)];
}

std::optional<YamlError> LibyamlReader::read()
{
    Parser parser;
    const auto *start = reinterpret_cast<const unsigned char *>(m_text.constData() + m_skip);
    yaml_parser_set_input_string(parser.get(), start, size_t(m_text.size() - m_skip));
    yaml_parser_set_encoding(parser.get(), YAML_UTF8_ENCODING);
    for (;;) {
        if (!parser.next())
            return parserError(*parser.get());
        if (parser.event().type == YAML_STREAM_END_EVENT)
            return std::nullopt;
        if (auto error = take(parser.event()))
            return error;
    }
}

std::optional<YamlError> LibyamlReader::take(const yaml_event_t &event)
{
    const int line = int(event.start_mark.line) + 1;
    switch (event.type) {
    case YAML_DOCUMENT_START_EVENT:
        if (++m_documents > 1)
            return YamlError{line, Tr::tr("a second document starts here; Helm would leave it out or mix it in")};
        return std::nullopt;
    case YAML_MAPPING_START_EVENT:
        return add(collection(event, YamlKind::Map), line);
    case YAML_SEQUENCE_START_EVENT:
        return add(collection(event, YamlKind::List), line);
    case YAML_MAPPING_END_EVENT:
    case YAML_SEQUENCE_END_EVENT:
        return close(line);
    case YAML_SCALAR_EVENT: {
        YamlNode node;
        const auto &scalar = event.data.scalar;
        node.style = scalarStyle(scalar.style, scalar.length);
        node.value = QByteArray(reinterpret_cast<const char *>(scalar.value), qsizetype(scalar.length));
        node.anchor = bytes(scalar.anchor);
        node.tag = bytes(scalar.tag);
        node.start = node.begin = byteAt(event.start_mark.index);
        node.end = byteAt(event.end_mark.index);
        return add(std::move(node), line);
    }
    case YAML_ALIAS_EVENT: {
        YamlNode node;
        node.kind = YamlKind::Alias;
        node.style = YamlStyle::Plain;
        node.value = bytes(event.data.alias.anchor);
        node.start = node.begin = byteAt(event.start_mark.index);
        node.end = byteAt(event.end_mark.index);
        return add(std::move(node), line);
    }
    default:
        return std::nullopt;
    }
}

YamlNode LibyamlReader::collection(const yaml_event_t &event, YamlKind kind) const
{
    YamlNode node;
    node.kind = kind;
    const bool map = kind == YamlKind::Map;
    node.anchor = bytes(map ? event.data.mapping_start.anchor : event.data.sequence_start.anchor);
    node.tag = bytes(map ? event.data.mapping_start.tag : event.data.sequence_start.tag);
    const bool flow = map ? event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
                          : event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
    node.style = flow ? YamlStyle::Flow : YamlStyle::Block;
    node.start = node.begin = byteAt(event.start_mark.index);
    const bool noBracket = event.start_mark.index == event.end_mark.index
        || (node.begin < m_text.size() && m_text[node.begin] == '?');
    node.singlePair = map && flow && node.anchor.isEmpty() && node.tag.isEmpty() && noBracket;
    return node;
}

std::optional<YamlError> LibyamlReader::add(YamlNode node, int line)
{
    if (m_nodes.size() >= size_t(yamllimit::nodes))
        return YamlError{line, Tr::tr("it has too many entries")};
    const int id = int(m_nodes.size());
    node.line = line;
    if (!m_open.empty()) {
        YamlNode &parent = m_nodes[size_t(m_open.back().node)];
        node.parent = m_open.back().node;
        node.isKey = parent.kind == YamlKind::Map && parent.children.size() % 2 == 0;
        node.position = int(parent.kind == YamlKind::Map ? parent.children.size() / 2 : parent.children.size());
        parent.children.push_back(id);
    }
    Extent extent;
    if (node.kind == YamlKind::Alias) {
        if (auto error = resolveAlias(node, line, extent))
            return error;
    } else if (!node.anchor.isEmpty()) {
        m_anchors.insert(node.anchor, id);
    }
    const bool opens = node.kind == YamlKind::Map || node.kind == YamlKind::List;
    m_nodes.push_back(std::move(node));
    m_extents.push_back(extent);
    if (!opens)
        return account(extent, line);
    m_open.push_back({id, 1, 1});
    if (m_open.size() > size_t(yamllimit::depth))
        return YamlError{line, Tr::tr("it is nested too deeply")};
    return std::nullopt;
}

std::optional<YamlError> LibyamlReader::resolveAlias(YamlNode &node, int line, Extent &extent)
{
    const QString name = QString::fromUtf8(node.value);
    const auto anchor = m_anchors.constFind(node.value);
    if (anchor == m_anchors.constEnd())
        return YamlError{line, Tr::tr("the alias *%1 has no anchor before it").arg(name)};
    node.target = *anchor;
    for (const Open &open : m_open) {
        if (open.node == node.target)
            return YamlError{line, Tr::tr("the alias *%1 stands inside its own anchor").arg(name)};
    }
    extent = m_extents[size_t(node.target)];
    return std::nullopt;
}

std::optional<YamlError> LibyamlReader::account(const Extent &extent, int line)
{
    if (m_open.empty())
        return std::nullopt;
    Open &open = m_open.back();
    open.size += extent.size;
    open.depth = std::max(open.depth, extent.depth + 1);
    if (open.size > yamllimit::expandedNodes)
        return YamlError{line, Tr::tr("its aliases repeat too much")};
    if (open.depth > yamllimit::depth)
        return YamlError{line, Tr::tr("it is nested too deeply")};
    return std::nullopt;
}

std::optional<YamlError> LibyamlReader::close(int line)
{
    const Open closed = m_open.back();
    m_open.pop_back();
    m_extents[size_t(closed.node)] = Extent{closed.size, closed.depth};
    return account(m_extents[size_t(closed.node)], line);
}

} // namespace rayhelm
