#include "yaml/yamltreecheck.h"

#include "yaml/yamltype.h"

#include <algorithm>

namespace rayhelm {

bool holdsValue(const YamlIndex &index, int id, const YamlValue &value)
{
    const YamlNode &node = index.node(id);
    if (node.kind == YamlKind::Alias || nodeType(node) != value.type())
        return false;
    if (value.isNull())
        return true;
    if (value.isScalar())
        return QString::fromUtf8(node.value) == value.text();
    if (value.isList()) {
        if (node.children.size() != value.items().size())
            return false;
        for (size_t i = 0; i < node.children.size(); ++i) {
            if (!holdsValue(index, node.children[i], value.items()[i]))
                return false;
        }
        return true;
    }
    if (node.children.size() != value.entries().size() * 2)
        return false;
    for (size_t i = 0; i < value.entries().size(); ++i) {
        const YamlNode &key = index.node(node.children[i * 2]);
        const bool sameKey = key.kind == YamlKind::Scalar && nodeType(key) == YamlType::String
            && QString::fromUtf8(key.value) == value.entries()[i].key;
        if (!sameKey || !holdsValue(index, node.children[i * 2 + 1], value.entries()[i].value))
            return false;
    }
    return true;
}

namespace {

/// Walks both trees side by side. At the edited place the expected list of children differs.
class TreeComparison
{
public:
    TreeComparison(const YamlIndex &before, const YamlEdit &edit, const YamlIndex &after)
        : m_before(before), m_edit(edit), m_after(after), m_partner(before.nodes().size(), -1)
    {
        const int place = before.find(edit.path);
        switch (edit.kind) {
        case YamlEdit::Kind::Set:
        case YamlEdit::Kind::Insert:
            m_special = place;
            break;
        default:
            m_special = place < 0 ? -1 : before.node(place).parent;
            m_position = place < 0 ? -1 : before.node(place).position;
            break;
        }
    }

    bool run()
    {
        if (m_after.root() < 0)
            return m_before.root() < 0;
        if (m_before.root() < 0)
            return m_edit.kind == YamlEdit::Kind::Insert && isFirstEntry();
        return same(m_before.root(), m_after.root()) && aliasesAgree();
    }

private:
    bool isFirstEntry() const
    {
        return holdsValue(m_after, m_after.root(), YamlValue::map({{m_edit.key, m_edit.value}}));
    }

    bool same(int oldId, int newId)
    {
        m_partner[size_t(oldId)] = newId;
        if (oldId == m_special)
            return sameSpecial(oldId, newId);
        return sameNode(m_before.node(oldId), m_after.node(newId))
            && sameChildren(m_before.node(oldId).children, m_after.node(newId).children);
    }

    static bool sameNode(const YamlNode &one, const YamlNode &other)
    {
        return one.kind == other.kind && one.anchor == other.anchor && one.tag == other.tag && one.value == other.value
            && nodeType(one) == nodeType(other);
    }

    bool sameChildren(const std::vector<int> &one, const std::vector<int> &other)
    {
        if (one.size() != other.size())
            return false;
        for (size_t i = 0; i < one.size(); ++i) {
            if (!same(one[i], other[i]))
                return false;
        }
        return true;
    }

    bool sameSpecial(int oldId, int newId)
    {
        const YamlNode &one = m_before.node(oldId);
        const YamlNode &other = m_after.node(newId);
        const bool nothing = one.children.empty();
        if (m_edit.kind == YamlEdit::Kind::Set)
            return one.anchor == other.anchor && one.tag == other.tag && holdsValue(m_after, newId, m_edit.value);
        if (one.anchor != other.anchor || one.tag != other.tag)
            return false;
        if (m_edit.kind == YamlEdit::Kind::Insert && nothing)
            return holdsValue(m_after, newId, m_edit.key.isEmpty() ? YamlValue::list({m_edit.value})
                                                                  : YamlValue::map({{m_edit.key, m_edit.value}}));
        return one.kind == other.kind && sameChanged(one, other);
    }

    /// The children after the edit, taken apart into entries (key and value) or items.
    bool sameChanged(const YamlNode &one, const YamlNode &other)
    {
        const size_t width = one.kind == YamlKind::Map ? 2 : 1;
        std::vector<int> order;
        for (int i = 0; i < one.entryCount(); ++i)
            order.push_back(i);
        if (m_edit.kind == YamlEdit::Kind::Insert) {
            const int count = one.entryCount();
            order.insert(order.begin() + (m_edit.position < 0 || m_edit.position > count ? count : m_edit.position), -1);
        } else if (m_edit.kind == YamlEdit::Kind::Remove) {
            order.erase(order.begin() + m_position);
        } else if (m_edit.kind == YamlEdit::Kind::Move) {
            order.erase(order.begin() + m_position);
            order.insert(order.begin() + std::clamp(m_edit.position, 0, one.entryCount() - 1), m_position);
        }
        if (other.children.size() != order.size() * width)
            return false;
        for (size_t i = 0; i < order.size(); ++i) {
            const bool agrees = order[i] < 0 ? isInserted(other, i) : sameEntry(one, size_t(order[i]), other, i);
            if (!agrees)
                return false;
        }
        return true;
    }

    bool isInserted(const YamlNode &other, size_t i) const
    {
        if (other.kind == YamlKind::List)
            return holdsValue(m_after, other.children[i], m_edit.value);
        return isKey(other.children[i * 2], m_edit.key) && holdsValue(m_after, other.children[i * 2 + 1], m_edit.value);
    }

    bool isKey(int id, const QString &text) const
    {
        const YamlNode &key = m_after.node(id);
        return key.kind == YamlKind::Scalar && nodeType(key) == YamlType::String && QString::fromUtf8(key.value) == text;
    }

    bool sameEntry(const YamlNode &one, size_t from, const YamlNode &other, size_t to)
    {
        if (one.kind == YamlKind::List)
            return same(one.children[from], other.children[to]);
        const bool renamed = m_edit.kind == YamlEdit::Kind::Rename && int(from) == m_position;
        const bool keyAgrees = renamed ? isKey(other.children[to * 2], m_edit.key)
                                       : same(one.children[from * 2], other.children[to * 2]);
        return keyAgrees && same(one.children[from * 2 + 1], other.children[to * 2 + 1]);
    }

    bool aliasesAgree() const
    {
        for (size_t i = 0; i < m_partner.size(); ++i) {
            const YamlNode &node = m_before.node(int(i));
            if (node.kind != YamlKind::Alias || m_partner[i] < 0 || int(i) == m_special)
                continue;
            if (m_after.node(m_partner[i]).target != m_partner[size_t(node.target)])
                return false;
        }
        return true;
    }

    const YamlIndex &m_before;
    const YamlEdit &m_edit;
    const YamlIndex &m_after;
    std::vector<int> m_partner;
    int m_special = -1;
    int m_position = -1;
};

} // namespace

bool isEditedTree(const YamlIndex &before, const YamlEdit &edit, const YamlIndex &after)
{
    return TreeComparison(before, edit, after).run();
}

} // namespace rayhelm
