#include "values/valuesschema.h"

#include <QCoreApplication>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMutex>

void initValuesResources()
{
    Q_INIT_RESOURCE(rayhelm_values_schema);
}

namespace rayhelm {

namespace {

QByteArray resource(const QString &name)
{
    initValuesResources();
    QFile file(QStringLiteral(":/rayhelm/values/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString translated(const QJsonValue &text)
{
    return QCoreApplication::translate("rayhelm::ValuesSchema", text.toString().toUtf8().constData());
}

YamlPath pathFrom(const QJsonArray &steps)
{
    YamlPath path;
    for (const QJsonValue &step : steps)
        path = path.child(step.toString());
    return path;
}

FieldType fieldType(const QString &name)
{
    static const QHash<QString, FieldType> types{
        {QStringLiteral("text"), FieldType::Text},         {QStringLiteral("longtext"), FieldType::LongText},
        {QStringLiteral("integer"), FieldType::Integer},   {QStringLiteral("duration"), FieldType::Duration},
        {QStringLiteral("cpu"), FieldType::Cpu},           {QStringLiteral("memory"), FieldType::Memory},
        {QStringLiteral("switch"), FieldType::Switch},     {QStringLiteral("choice"), FieldType::Choice},
        {QStringLiteral("files"), FieldType::FileList},    {QStringLiteral("environment"), FieldType::Environment},
        {QStringLiteral("node"), FieldType::Node},
        {QStringLiteral("structure"), FieldType::Structure}};
    Q_ASSERT(types.contains(name));
    return types.value(name);
}

FieldStorage fieldStorage(const QString &name)
{
    static const QHash<QString, FieldStorage> storages{
        {QString(), FieldStorage::Key},
        {QStringLiteral("resources"), FieldStorage::Resources},
        {QStringLiteral("slurm"), FieldStorage::SlurmFlag},
        {QStringLiteral("binds"), FieldStorage::Binds},
        {QStringLiteral("environment"), FieldStorage::Environment},
        {QStringLiteral("tolerations"), FieldStorage::Tolerations},
        {QStringLiteral("annotation"), FieldStorage::Annotation},
        {QStringLiteral("presence"), FieldStorage::Presence},
        {QStringLiteral("container"), FieldStorage::ContainerSwitch}};
    Q_ASSERT(storages.contains(name));
    return storages.value(name);
}

QMap<QVersionNumber, QVariant> defaultsFrom(const QJsonObject &object)
{
    QMap<QVersionNumber, QVariant> defaults;
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        const QVariant value = entry->isDouble() ? QVariant(entry->toInteger()) : entry->toVariant();
        defaults.insert(QVersionNumber::fromString(entry.key()), value);
    }
    return defaults;
}

FieldSchema fieldFrom(const QJsonObject &object)
{
    const auto text = [&object](const char *name) { return object.value(QLatin1String(name)).toString(); };
    FieldSchema field;
    field.id = text("id");
    field.group = text("group");
    field.label = translated(object.value(QLatin1String("label")));
    field.term = text("term");
    field.help = translated(object.value(QLatin1String("help")));
    field.level = text("level") == QLatin1String("basic") ? FieldLevel::Basic : FieldLevel::All;
    field.type = fieldType(text("type"));
    field.storage = fieldStorage(text("storage"));
    field.perGroup = object.value(QLatin1String("perGroup")).toBool();
    field.forHead = object.value(QLatin1String("forHead")).toBool(true);
    field.path = pathFrom(object.value(QLatin1String("path")).toArray());
    field.structure = text("kind") == QLatin1String("list") ? YamlType::List : YamlType::Map;
    field.option = text("option");
    for (const QJsonValue &choice : object.value(QLatin1String("choices")).toArray())
        field.choices.append(choice.toString());
    field.minimum = object.value(QLatin1String("minimum")).toDouble();
    field.maximum = object.value(QLatin1String("maximum")).toDouble();
    field.since = QVersionNumber::fromString(text("since"));
    field.defaults = defaultsFrom(object.value(QLatin1String("defaults")).toObject());
    field.headDefaults = defaultsFrom(object.value(QLatin1String("headDefaults")).toObject());
    return field;
}

YamlType keyType(const QString &name)
{
    if (name == QLatin1String("map"))
        return YamlType::Map;
    if (name == QLatin1String("list"))
        return YamlType::List;
    if (name == QLatin1String("integer"))
        return YamlType::Integer;
    return name == QLatin1String("boolean") ? YamlType::Boolean : YamlType::String;
}

KnownKey keyFrom(const QJsonObject &object)
{
    KnownKey key;
    key.name = object.value(QLatin1String("name")).toString();
    key.since = QVersionNumber::fromString(object.value(QLatin1String("since")).toString());
    key.until = QVersionNumber::fromString(object.value(QLatin1String("until")).toString());
    key.open = object.value(QLatin1String("open")).toBool();
    key.type = keyType(object.value(QLatin1String("type")).toString());
    for (const QJsonValue &child : object.value(QLatin1String("keys")).toArray())
        key.children.push_back(keyFrom(child.toObject()));
    return key;
}

} // namespace

QVariant FieldSchema::defaultFor(const QVersionNumber &chart, bool head) const
{
    const auto &values = head && !headDefaults.isEmpty() ? headDefaults : defaults;
    auto behind = values.upperBound(chart);
    return behind == values.begin() ? QVariant() : std::prev(behind).value();
}

/// Reading the resources takes longer than checking a small file, which happens with every key.
ValuesSchema ValuesSchema::forChart(const QString &chartVersion)
{
    static QMutex mutex;
    static QHash<QString, ValuesSchema> known;
    const QString key = chartVersion + QLatin1Char('\n') + translated(QStringLiteral("Workers")); // of this language
    const QMutexLocker locker(&mutex);
    const auto found = known.constFind(key);
    return found != known.constEnd() ? *found : *known.insert(key, read(chartVersion));
}

ValuesSchema ValuesSchema::read(const QString &chartVersion)
{
    ValuesSchema schema;
    schema.m_version = QVersionNumber::fromString(chartVersion);
    const QJsonObject form = QJsonDocument::fromJson(resource(QStringLiteral("fields.json"))).object();
    const QJsonObject sources = form.value(QLatin1String("sources")).toObject();
    for (const QJsonValue &group : form.value(QLatin1String("groups")).toArray())
        schema.m_groups.append({group[QLatin1String("id")].toString(), translated(group[QLatin1String("label")])});
    for (const QJsonValue &field : form.value(QLatin1String("fields")).toArray()) {
        FieldSchema read = fieldFrom(field.toObject());
        read.source = sources.value(field[QLatin1String("source")].toString(QStringLiteral("chart"))).toString();
        read.source.replace(QLatin1String("{chart}"), chartVersion);
        read.source.replace(QLatin1String("{term}"), QString(read.term).remove(QLatin1Char('-')));
        if (read.since.isNull() || read.since <= schema.m_version)
            schema.m_fields.append(read);
    }
    schema.m_root = keyFrom(QJsonDocument::fromJson(resource(QStringLiteral("keys.json"))).object());
    schema.m_root.type = YamlType::Map;
    return schema;
}

const FieldSchema *ValuesSchema::field(const QString &id) const
{
    for (const FieldSchema &field : m_fields) {
        if (field.id == id)
            return &field;
    }
    return nullptr;
}

QByteArray ValuesSchema::exampleFile()
{
    return resource(QStringLiteral("raycluster_example.yaml"));
}

} // namespace rayhelm
