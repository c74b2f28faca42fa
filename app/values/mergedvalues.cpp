#include "values/mergedvalues.h"

namespace rayhelm {

namespace {

bool isOwnMark(const QString &key)
{
    return key.startsWith(QLatin1String("rayhelm/"));
}

} // namespace

YamlValue mergedValues(const YamlValue &values, const YamlValue &over)
{
    if (!values.isMap() || !over.isMap())
        return over.isNull() ? values : over;
    YamlValue result = values;
    for (const YamlEntry &entry : over.entries()) {
        const YamlValue *below = values.find(entry.key);
        if (entry.value.isNull())
            result.remove(entry.key);
        else
            result.insert(entry.key, below ? mergedValues(*below, entry.value) : entry.value);
    }
    return result;
}

YamlValue comparableValues(const YamlValue &value)
{
    if (value.isList()) {
        YamlValue list = YamlValue::list(std::vector<YamlValue>());
        for (const YamlValue &item : value.items())
            list.append(comparableValues(item));
        return list;
    }
    if (!value.isMap())
        return value;
    QStringList keys = value.keys();
    keys.sort();
    YamlValue map = YamlValue::map();
    for (const QString &key : std::as_const(keys)) {
        const YamlValue &below = *value.find(key);
        const YamlValue kept = comparableValues(below);
        // A map that held nothing but our marks is not there for the user either.
        const bool onlyMarks = kept.isMap() && kept.entries().empty() && !below.entries().empty();
        if (!isOwnMark(key) && !onlyMarks)
            map.insert(key, kept);
    }
    return map;
}

QByteArray comparableText(const YamlValue &values)
{
    return values.isNull() ? QByteArray() : writeYaml(comparableValues(values));
}

} // namespace rayhelm
