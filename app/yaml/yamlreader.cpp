#include "yaml/yamlindex.h"
#include "yaml/yamltype.h"

#include <QHash>

namespace rayhelm {

/// Turns nodes into plain data as Helm's reader does.
class YamlReader
{
public:
    explicit YamlReader(const YamlIndex &index) : m_index(index) {}

    YamlValue read(int id) const
    {
        const YamlNode *node = &m_index.node(id);
        while (node->kind == YamlKind::Alias)
            node = &m_index.node(node->target);
        YamlValue value;
        value.m_type = nodeType(*node);
        if (node->kind == YamlKind::List) {
            value.m_items.reserve(node->children.size());
            for (int child : node->children)
                value.m_items.push_back(read(child));
        } else if (node->kind == YamlKind::Map) {
            readMap(*node, value);
        } else {
            value.m_quoted = node->style != YamlStyle::Plain && node->style != YamlStyle::Empty;
            if (value.m_type != YamlType::Null)
                value.m_text = QString::fromUtf8(node->value);
        }
        return value;
    }

private:
    using Places = QHash<QString, size_t>;

    void readMap(const YamlNode &node, YamlValue &value) const
    {
        Places places;
        value.m_entries.reserve(node.children.size() / 2);
        // Merged keys first: a local key wins wherever it stands.
        for (size_t i = 0; i < node.children.size(); i += 2) {
            if (isMergeKey(m_index.node(node.children[i])))
                merge(read(node.children[i + 1]), value, places);
        }
        for (size_t i = 0; i < node.children.size(); i += 2) {
            const YamlNode &key = m_index.node(node.children[i]);
            if (!isMergeKey(key))
                put(value, places, keyText(key.kind == YamlKind::Alias ? m_index.node(key.target) : key), read(node.children[i + 1]));
        }
    }

    void merge(const YamlValue &source, YamlValue &value, Places &places) const
    {
        // Of several merged maps the first has the say.
        for (auto item = source.m_items.rbegin(); item != source.m_items.rend(); ++item)
            merge(*item, value, places);
        for (const YamlEntry &entry : source.m_entries)
            put(value, places, entry.key, entry.value);
    }

    static void put(YamlValue &value, Places &places, const QString &key, YamlValue &&content)
    {
        const auto place = places.constFind(key);
        if (place != places.constEnd()) {
            value.m_entries[*place].value = std::move(content);
            return;
        }
        places.insert(key, value.m_entries.size());
        value.m_entries.push_back({key, std::move(content)});
    }
    static void put(YamlValue &value, Places &places, const QString &key, const YamlValue &content)
    {
        put(value, places, key, YamlValue(content));
    }

    const YamlIndex &m_index;
};

YamlValue YamlIndex::value(int node) const
{
    return node < 0 ? YamlValue() : YamlReader(*this).read(node);
}

YamlValue YamlIndex::value() const
{
    return value(m_root);
}

Result<YamlValue> readYaml(const QByteArray &bytes)
{
    const auto index = YamlIndex::parse(bytes);
    if (!index)
        return failure(toError(index.error()));
    return (*index)->value();
}

} // namespace rayhelm
