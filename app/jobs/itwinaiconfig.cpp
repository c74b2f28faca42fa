#include "jobs/itwinaiconfig.h"

#include "core/compute.h"
#include "core/ordinaryfile.h"
#include "jobs/folderwalk.h"
#include "yaml/yamlvalue.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QRegularExpression>

#include <algorithm>

namespace rayhelm {

namespace {

struct Config {
    Q_DECLARE_TR_FUNCTIONS(rayhelm::ItwinaiConfig)
};

constexpr int maximumFiles = 1000;
constexpr int maximumDepth = 6;
constexpr qint64 maximumFileSize = 1024 * 1024;

QString joined(const QString &path, const QString &key)
{
    return path.isEmpty() ? key : path + QLatin1Char('.') + key;
}

bool isPipeline(const YamlValue &map)
{
    const YamlValue *target = map.find(QStringLiteral("_target_"));
    return target && target->text() == QLatin1String("itwinai.pipeline.Pipeline") && map.find(QStringLiteral("steps"));
}

QStringList stepNames(const YamlValue &steps)
{
    if (steps.isMap())
        return steps.keys();
    QStringList names;
    for (size_t i = 0; i < steps.items().size(); ++i)
        names.append(QString::number(i));
    return names;
}

void collect(const YamlValue &value, const QString &path, ItwinaiConfig &config, int depth)
{
    if (depth > 50)
        return;
    if (value.isMap()) {
        if (isPipeline(value))
            config.pipelines.append(ItwinaiPipeline{path, stepNames(*value.find(QStringLiteral("steps")))});
        for (const YamlEntry &entry : value.entries())
            collect(entry.value, joined(path, entry.key), config, depth + 1);
    } else if (value.isList()) {
        for (const YamlValue &item : value.items())
            collect(item, path, config, depth + 1);
    } else if (value.text().startsWith(QLatin1Char('/')) && value.text().size() > 1) {
        config.absolutePaths.append(value.text());
    }
}

FieldKind kindOf(const YamlValue &value)
{
    if (value.isList())
        return FieldKind::List;
    if (value.text().contains(QLatin1String("${")))
        return FieldKind::Interpolation;
    if (value.text() == QLatin1String("???"))
        return FieldKind::Required;
    if (value.isQuoted())
        return FieldKind::Text;
    static const QRegularExpression real(QStringLiteral("^[+-]?(\\d[\\d_]*(\\.[\\d_]*)?|\\.\\d+)e[+-]?\\d+$"),
                                         QRegularExpression::CaseInsensitiveOption);
    if (real.match(value.text()).hasMatch())
        return FieldKind::Real; // OmegaConf's own rule: 1e-3 is a number
    switch (value.type()) {
    case YamlType::Integer:
        return FieldKind::Integer;
    case YamlType::Float:
        return FieldKind::Real;
    case YamlType::Boolean:
        return FieldKind::Boolean;
    case YamlType::Null:
        return FieldKind::Nothing;
    default:
        return FieldKind::Text;
    }
}

/// A list that fits into a field: few scalars.
bool isShortList(const YamlValue &value)
{
    const auto isShort = [](const YamlValue &item) { return item.isScalar() && item.text().size() <= 40; };
    return value.items().size() <= 8 && std::all_of(value.items().begin(), value.items().end(), isShort);
}

QString valueText(const YamlValue &value)
{
    if (!value.isList())
        return value.isNull() ? QStringLiteral("null") : value.text();
    QStringList items;
    for (const YamlValue &item : value.items())
        items.append(item.isQuoted() ? hydraText(item.text()) : item.isNull() ? QStringLiteral("null") : item.text());
    return QLatin1Char('[') + items.join(QLatin1String(", ")) + QLatin1Char(']');
}

/// The comment behind `key:` at the left margin, or the comment lines right above it.
QString commentOf(const QStringList &lines, const QString &key)
{
    static const QRegularExpression behind(QStringLiteral("^[^'\"]*?(?:'[^']*'|\"[^\"]*\")?[^'\"#]*?\\s#\\s*(.*)$"));
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (!lines[i].startsWith(key) || !lines[i].mid(key.size()).trimmed().startsWith(QLatin1Char(':')))
            continue;
        const QRegularExpressionMatch match = behind.match(lines[i].mid(key.size()));
        if (match.hasMatch())
            return match.captured(1).trimmed();
        QStringList above;
        for (qsizetype j = i - 1; j >= 0 && lines[j].startsWith(QLatin1Char('#')); --j)
            above.prepend(lines[j].mid(1).trimmed());
        return above.join(QLatin1Char(' ')).trimmed();
    }
    return {};
}

/// Files that may be configurations, as paths relative to `folder`.
QStringList yamlFiles(const QString &folder, const QString &below, int depth, std::stop_token stop)
{
    static const QStringList leftAlone{QStringLiteral("venv"), QStringLiteral("node_modules"), QStringLiteral("__pycache__"),
                                       QStringLiteral("mlruns"), QStringLiteral("outputs"), QStringLiteral("multirun")};
    QStringList found;
    const QDir place(QDir(folder).filePath(below));
    const QString prefix = below.isEmpty() ? QString() : below + QLatin1Char('/');
    for (const QString &name : place.entryList({QStringLiteral("*.yaml"), QStringLiteral("*.yml")}, QDir::Files, QDir::Name))
        found.append(prefix + name);
    if (depth >= maximumDepth)
        return found;
    for (const QString &name : place.entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks, QDir::Name)) {
        if (stop.stop_requested() || found.size() > maximumFiles)
            return found;
        if (!leftAlone.contains(name))
            found += yamlFiles(folder, prefix + name, depth + 1, stop);
    }
    return found;
}

Result<ItwinaiConfig> readFile(const QString &folder, const QString &path)
{
    if (path.endsWith(QLatin1String(".yml")))
        return failure(ErrorKind::InvalidInput, Config::tr("Hydra reads only files that end with .yaml."));
    // A link may lead to a device, which has no size and no end.
    std::error_code ignored;
    const std::filesystem::path place = std::filesystem::canonical(toPath(QDir(folder).filePath(path)), ignored);
    const std::optional<FileIdentity> identity = identityOf(place);
    QFile file;
    if (!identity || !openOrdinary(file, place, *identity))
        return failure(ErrorKind::Forbidden, Config::tr("It cannot be read."));
    if (file.size() > maximumFileSize)
        return failure(ErrorKind::InvalidInput, Config::tr("It is too large for a configuration."));
    Result<ItwinaiConfig> config = readItwinaiConfig(file.read(maximumFileSize + 1), path);
    if (config && config->pipelines.isEmpty())
        return failure(ErrorKind::InvalidInput, Config::tr("It has no pipeline of itwinai."));
    return config;
}

Result<ConfigScan> scanNow(const QString &folder, std::stop_token stop)
{
    if (folder.isEmpty() || !QFileInfo(folder).isDir())
        return failure(ErrorKind::NotFound, Config::tr("The folder %1 does not exist.").arg(folder));
    ConfigScan scan;
    for (const QString &path : yamlFiles(folder, {}, 0, stop)) {
        if (stop.stop_requested())
            return cancelled();
        scan.filesSeen += path.endsWith(QLatin1String(".yaml")) ? 1 : 0;
        Result<ItwinaiConfig> config = readFile(folder, path);
        if (config)
            scan.configs.append(*config);
        else
            scan.skipped.append(SkippedConfig{path, config.error().summary});
    }
    return scan;
}

} // namespace

const ItwinaiField *ItwinaiConfig::field(const QString &key) const
{
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const ItwinaiField &field) { return field.key == key; });
    return found == fields.end() ? nullptr : &*found;
}

Result<ItwinaiConfig> readItwinaiConfig(const QByteArray &yaml, const QString &path)
{
    const Result<YamlValue> value = readYaml(yaml);
    if (!value)
        return failure(value.error());
    if (!value->isMap())
        return failure(ErrorKind::InvalidInput, Config::tr("It holds no settings."));
    ItwinaiConfig config;
    config.path = path;
    const qsizetype slash = path.lastIndexOf(QLatin1Char('/'));
    config.folder = slash < 0 ? QString() : path.left(slash);
    config.name = path.mid(slash + 1).chopped(path.endsWith(QLatin1String(".yaml")) ? 5 : 0);
    collect(*value, {}, config, 0);
    const QStringList lines = QString::fromUtf8(yaml).split(QLatin1Char('\n'));
    for (const YamlEntry &entry : value->entries()) {
        const bool isHydras = entry.key == QLatin1String("defaults") || entry.key == QLatin1String("hydra");
        if (isHydras || entry.value.isMap() || (entry.value.isList() && !isShortList(entry.value)))
            continue;
        config.fields.append(ItwinaiField{entry.key, kindOf(entry.value), valueText(entry.value), commentOf(lines, entry.key)});
    }
    return config;
}

Task<ConfigScan> scanItwinaiConfigs(QString folder, std::stop_token stop)
{
    const auto scan = [folder, stop] { return scanNow(folder, stop); };
    Result<ConfigScan> answer = co_await compute<ConfigScan>(scan, stop);
    co_return answer;
}

QStringList dataPaths(const ItwinaiConfig &config)
{
    QStringList paths = config.absolutePaths;
    paths.removeDuplicates();
    return paths;
}

} // namespace rayhelm
