#include "reference.h"

#include <yaml-cpp/yaml.h>
#include <yaml.h>

#include <algorithm>
#include <map>

namespace reference {

namespace {

bool isNullWord(const std::string &text)
{
    return text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL";
}

std::string asText(const yaml_char_t *text)
{
    return text ? reinterpret_cast<const char *>(text) : std::string();
}

/// The byte at which every character begins; libyaml counts characters, without the byte order mark.
std::vector<size_t> characterOffsets(const std::string &text)
{
    std::vector<size_t> offsets;
    for (size_t i = text.rfind("\xef\xbb\xbf", 0) == 0 ? 3 : 0; i < text.size(); ++i) {
        if ((static_cast<unsigned char>(text[i]) & 0xc0) != 0x80)
            offsets.push_back(i);
    }
    offsets.push_back(text.size());
    return offsets;
}

class Reader
{
public:
    explicit Reader(Document &document) : m_document(document), m_offsets(characterOffsets(document.text)) {}

    bool read()
    {
        yaml_parser_t parser;
        yaml_parser_initialize(&parser);
        yaml_parser_set_input_string(&parser, reinterpret_cast<const unsigned char *>(m_document.text.data()), m_document.text.size());
        bool sound = true;
        for (bool more = true; more && sound;) {
            yaml_event_t event;
            sound = yaml_parser_parse(&parser, &event) != 0;
            if (!sound)
                break;
            more = event.type != YAML_STREAM_END_EVENT;
            sound = take(event);
            yaml_event_delete(&event);
        }
        yaml_parser_delete(&parser);
        return sound;
    }

private:
    bool take(const yaml_event_t &event)
    {
        Node node;
        node.begin = byteAt(event.start_mark.index);
        node.end = byteAt(event.end_mark.index);
        switch (event.type) {
        case YAML_DOCUMENT_START_EVENT:
            return ++m_documents == 1;
        case YAML_SCALAR_EVENT: {
            const auto &scalar = event.data.scalar;
            node.plain = scalar.style == YAML_PLAIN_SCALAR_STYLE;
            node.block = scalar.style == YAML_LITERAL_SCALAR_STYLE || scalar.style == YAML_FOLDED_SCALAR_STYLE;
            node.text.assign(reinterpret_cast<const char *>(scalar.value), scalar.length);
            node.anchor = asText(scalar.anchor);
            node.tag = asText(scalar.tag);
            return add(node, false);
        }
        case YAML_ALIAS_EVENT:
            node.kind = Kind::Alias;
            node.text = asText(event.data.alias.anchor);
            node.target = m_anchors.count(node.text) ? m_anchors[node.text] : -1;
            return node.target >= 0 && std::find(m_open.begin(), m_open.end(), node.target) == m_open.end() && add(node, false);
        case YAML_MAPPING_START_EVENT:
            node.kind = Kind::Map;
            node.flow = event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
            node.anchor = asText(event.data.mapping_start.anchor);
            node.tag = asText(event.data.mapping_start.tag);
            return add(node, true);
        case YAML_SEQUENCE_START_EVENT:
            node.kind = Kind::List;
            node.flow = event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
            node.anchor = asText(event.data.sequence_start.anchor);
            node.tag = asText(event.data.sequence_start.tag);
            return add(node, true);
        case YAML_MAPPING_END_EVENT:
        case YAML_SEQUENCE_END_EVENT:
            m_document.nodes[size_t(m_open.back())].end = node.end;
            m_open.pop_back();
            return true;
        default:
            return true;
        }
    }

    bool add(Node &node, bool opens)
    {
        const int id = int(m_document.nodes.size());
        if (!m_open.empty()) {
            Node &parent = m_document.nodes[size_t(m_open.back())];
            node.parent = m_open.back();
            node.slot = int(parent.children.size());
            node.isKey = parent.kind == Kind::Map && node.slot % 2 == 0;
            parent.children.push_back(id);
        }
        if (node.block) {
            const std::string header = m_document.text.substr(m_document.skipProperties(node.begin), 3);
            node.keeps = header.substr(0, header.find('\n')).find('+') != std::string::npos;
        }
        if (!node.anchor.empty())
            m_anchors[node.anchor] = id;
        m_document.nodes.push_back(node);
        if (opens)
            m_open.push_back(id);
        return m_open.size() < 1000;
    }

    size_t byteAt(size_t character) const { return m_offsets[std::min(character, m_offsets.size() - 1)]; }

    Document &m_document;
    std::vector<size_t> m_offsets;
    std::vector<int> m_open;
    std::map<std::string, int> m_anchors;
    int m_documents = 0;
};

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/// Every '#' behind a blank that is in no scalar begins a comment; those of a block scalar stand in its first line.
void findComments(Document &document)
{
    const std::string &text = document.text;
    std::vector<bool> inside(text.size() + 1, false);
    for (const Node &node : document.nodes) {
        if (node.kind != Kind::Scalar)
            continue;
        const size_t content = document.skipProperties(node.begin); // a comment may stand behind an anchor
        const size_t begin = node.block ? document.lineEnd(content) : std::min(content, node.end);
        std::fill(inside.begin() + long(std::min(begin, node.end)), inside.begin() + long(node.end), true);
    }
    const size_t first = text.rfind("\xef\xbb\xbf", 0) == 0 ? 3 : 0;
    for (size_t i = first; i < text.size(); ++i) {
        if (text[i] != '#' || inside[i] || (i > first && !isBlank(text[i - 1])))
            continue;
        document.comments.push_back({i, document.lineEnd(i)});
        i = document.lineEnd(i);
    }
}

Tree treeOf(const Document &document, int id)
{
    const Node *node = &document.node(id);
    while (node->kind == Kind::Alias)
        node = &document.node(node->target);
    Tree tree;
    tree.kind = node->kind;
    tree.tag = node->tag;
    if (node->kind == Kind::Scalar) {
        tree.plain = node->plain ? Plain::Yes : Plain::No;
        tree.text = node->isNull() ? std::string() : node->text;
    }
    for (int child : node->children)
        tree.children.push_back(treeOf(document, child));
    return tree;
}

Tree treeOf(const YAML::Node &node)
{
    Tree tree;
    const std::string &tag = node.Tag();
    tree.tag = tag == "?" || tag == "!" ? std::string() : tag;
    tree.plain = tag == "!" ? Plain::No : Plain::Yes;
    if (node.IsScalar()) {
        tree.text = node.Scalar();
    } else if (node.IsSequence()) {
        tree.kind = Kind::List;
        tree.plain = Plain::Yes;
        for (const YAML::Node &item : node)
            tree.children.push_back(treeOf(item));
    } else if (node.IsMap()) {
        tree.kind = Kind::Map;
        tree.plain = Plain::Yes;
        for (const auto &entry : node) {
            tree.children.push_back(treeOf(entry.first));
            tree.children.push_back(treeOf(entry.second));
        }
    }
    return tree;
}

} // namespace

bool Node::isNull() const
{
    return kind == Kind::Scalar && plain && tag.empty() && isNullWord(text);
}

size_t Document::lineBegin(size_t offset) const
{
    const size_t before = offset == 0 ? std::string::npos : text.rfind('\n', offset - 1);
    return before == std::string::npos ? (text.rfind("\xef\xbb\xbf", 0) == 0 ? 3 : 0) : before + 1;
}

size_t Document::lineEnd(size_t offset) const
{
    size_t end = std::min(text.find('\n', offset), text.size());
    return end > offset && end < text.size() && text[end - 1] == '\r' ? end - 1 : end;
}

size_t Document::nextLine(size_t offset) const
{
    const size_t end = text.find('\n', offset);
    return end == std::string::npos ? text.size() : end + 1;
}

size_t Document::skipGap(size_t offset) const
{
    while (offset < text.size()) {
        if (isBlank(text[offset]))
            ++offset;
        else if (text[offset] == '#' && (offset == 0 || isBlank(text[offset - 1])))
            offset = lineEnd(offset);
        else
            break;
    }
    return offset;
}

size_t Document::skipProperties(size_t offset) const
{
    while (offset < text.size() && (text[offset] == '&' || text[offset] == '!')) {
        while (offset < text.size() && !isBlank(text[offset]) && text[offset] != ',' && text[offset] != ']' && text[offset] != '}')
            ++offset;
        const size_t next = skipGap(offset);
        if (next == offset)
            break;
        offset = next;
    }
    return offset;
}

bool Document::isSinglePair(int id) const
{
    const Node &it = node(id);
    return it.kind == Kind::Map && it.flow && it.count() == 1 && text[skipProperties(it.begin)] != '{';
}

size_t Document::endOf(int id) const
{
    const Node &it = node(id);
    if ((it.kind == Kind::Map || it.kind == Kind::List) && !it.flow && !it.children.empty())
        return endOf(it.children.back());
    // For libyaml a pair without braces goes on to the next comma or bracket, blanks included.
    if (isSinglePair(id) && !node(it.children.back()).isEmpty())
        return endOf(it.children.back());
    if (!it.block)
        return it.end;
    size_t end = it.end;
    if (!it.keeps) {
        while (end > it.begin && isBlank(text[end - 1]))
            --end;
        end = std::max(end, std::min(lineEnd(skipProperties(it.begin)), it.end));
        end = std::min(lineEnd(end), it.end); // blanks at the end of the last line are text
    }
    return end > it.begin && isBlank(text[end - 1]) && text[end - 1] == '\n' ? end - 1 : end;
}

size_t Document::entryBegin(int id) const
{
    const Node &it = node(id);
    const Node &container = node(it.parent);
    if (container.kind == Kind::Map)
        return node(container.children[size_t(it.slot - 1)]).begin;
    if (container.flow)
        return it.begin;
    return skipGap(it.slot == 0 ? skipProperties(container.begin) : endOf(container.children[size_t(it.slot - 1)]));
}

int Document::lastLeaf(int id) const
{
    while (!node(id).children.empty())
        id = node(id).children.back();
    return id;
}

bool Tree::operator==(const Tree &other) const
{
    const bool samePlain = plain == other.plain || plain == Plain::Any || other.plain == Plain::Any;
    return kind == other.kind && samePlain && text == other.text && tag == other.tag && children == other.children;
}

std::optional<Document> parse(const std::string &text)
{
    Document document;
    document.text = text;
    if (!Reader(document).read())
        return std::nullopt;
    findComments(document);
    return document;
}

Tree libyamlTree(const Document &document)
{
    return document.nodes.empty() ? Tree() : treeOf(document, 0);
}

std::optional<Tree> yamlCppTree(const std::string &text)
{
    try {
        return treeOf(YAML::Load(text));
    } catch (const std::exception &) {
        return std::nullopt;
    }
}

} // namespace reference
