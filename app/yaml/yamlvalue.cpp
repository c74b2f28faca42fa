#include "yaml/yamlvalue.h"

#include "yaml/yamlindex.h"
#include "yaml/yamltype.h"

namespace rayhelm {

YamlValue YamlValue::string(const QString &text)
{
    YamlValue value;
    value.m_type = YamlType::String;
    value.m_text = text;
    return value;
}

YamlValue YamlValue::integer(qint64 number)
{
    return plain(QString::number(number));
}

YamlValue YamlValue::boolean(bool on)
{
    return plain(on ? QStringLiteral("true") : QStringLiteral("false"));
}

YamlValue YamlValue::plain(const QString &text)
{
    YamlValue value;
    value.m_type = helmType(text);
    value.m_text = text;
    return value;
}

YamlValue YamlValue::map(std::vector<YamlEntry> entries)
{
    YamlValue value;
    value.m_type = YamlType::Map;
    value.m_entries = std::move(entries);
    return value;
}

YamlValue YamlValue::list(std::vector<YamlValue> items)
{
    YamlValue value;
    value.m_type = YamlType::List;
    value.m_items = std::move(items);
    return value;
}

YamlValue YamlValue::list(const QStringList &items)
{
    YamlValue value = list();
    for (const QString &item : items)
        value.append(string(item));
    return value;
}

std::optional<qint64> YamlValue::toInteger() const
{
    if (m_type == YamlType::Integer)
        return helmInteger(m_text);
    if (m_type != YamlType::String)
        return std::nullopt;
    bool ok = false;
    const qint64 number = m_text.toLongLong(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

std::optional<bool> YamlValue::toBoolean() const
{
    if (m_type == YamlType::Boolean)
        return helmBoolean(m_text);
    if (m_type == YamlType::String && m_text == QLatin1String("true"))
        return true;
    if (m_type == YamlType::String && m_text == QLatin1String("false"))
        return false;
    return std::nullopt;
}

QStringList YamlValue::keys() const
{
    QStringList keys;
    for (const YamlEntry &entry : m_entries)
        keys.append(entry.key);
    return keys;
}

const YamlValue *YamlValue::find(const QString &key) const
{
    for (const YamlEntry &entry : m_entries) {
        if (entry.key == key)
            return &entry.value;
    }
    return nullptr;
}

const YamlValue *YamlValue::find(const YamlPath &path) const
{
    const YamlValue *at = this;
    for (const YamlPath::Step &step : path.steps()) {
        if (const auto *key = std::get_if<QString>(&step)) {
            at = at->find(*key);
        } else {
            const int item = std::get<int>(step);
            at = item >= 0 && item < int(at->m_items.size()) ? &at->m_items[size_t(item)] : nullptr;
        }
        if (!at)
            return nullptr;
    }
    return at;
}

const YamlValue &YamlValue::at(const YamlPath &path) const
{
    static const YamlValue missing;
    const YamlValue *value = find(path);
    return value ? *value : missing;
}

void YamlValue::insert(const QString &key, const YamlValue &value)
{
    if (!isMap())
        *this = map();
    for (YamlEntry &entry : m_entries) {
        if (entry.key == key) {
            entry.value = value;
            return;
        }
    }
    m_entries.push_back({key, value});
}

void YamlValue::remove(const QString &key)
{
    std::erase_if(m_entries, [&key](const YamlEntry &entry) { return entry.key == key; });
}

void YamlValue::append(const YamlValue &item)
{
    if (!isList())
        *this = list();
    m_items.push_back(item);
}

bool YamlValue::operator==(const YamlValue &other) const
{
    if (m_type != other.m_type)
        return false;
    if (isList())
        return m_items == other.m_items;
    if (!isMap())
        return isNull() || m_text == other.m_text || (m_type == YamlType::Boolean && toBoolean() == other.toBoolean())
            || (m_type == YamlType::Integer && toInteger() && toInteger() == other.toInteger());
    if (m_entries.size() != other.m_entries.size())
        return false;
    for (const YamlEntry &entry : m_entries) {
        const YamlValue *counterpart = other.find(entry.key);
        if (!counterpart || !(entry.value == *counterpart))
            return false;
    }
    return true;
}

} // namespace rayhelm
