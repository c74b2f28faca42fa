// Writes values files as the form makes them, for real Helm to render, and files with the traps that stop Helm's rendering.
// Usage: formvalues SOURCE TARGET [each]. SOURCE: tests/data/values. TARGET/render: must be rendered; TARGET/traps: must fail.
// Of every field several values are written through ValuesForm; "each": one file per value too, and every chart
// version on top of the example as well. A trap that findProblems does
// not name as an Error at its path, and a field of which no value is accepted, are failures of this program.
#include "values/environmententry.h"
#include "values/problem.h"
#include "values/valuesdocument.h"
#include "values/valuesform.h"

#include <QDir>
#include <QFile>
#include <QTextStream>

#include <cstdio>

using namespace rayhelm;

namespace {

int files = 0, writes = 0, refused = 0, failures = 0;

void fail(const QString &what)
{
    ++failures;
    std::printf("FAILED: %s\n", qPrintable(what));
}

void save(const QString &path, const QByteArray &text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        fail(path + QStringLiteral(" cannot be written"));
    ++files;
}

/// The genuine default values. Those of 1.1 hold a map as the common environment, which the lab's chart (1.2.2) cannot take.
QByteArray defaults(const QString &path)
{
    QFile file(path);
    ValuesDocument document(file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
    const YamlPath common{QStringLiteral("common"), QStringLiteral("containerEnv")};
    if (document.tree().at(common).isMap() && !document.setValue(common, YamlValue::list()))
        fail(path);
    return document.text();
}

QVariant environment(const QString &value)
{
    return QVariant::fromValue(EnvironmentList{{QStringLiteral("FIRST"), value, EnvironmentPlace::Container, false},
                                               {QStringLiteral("SECOND"), QStringLiteral("$HOME"), EnvironmentPlace::Singularity, false}});
}

QVariantList texts()
{
    QVariantList all;
    for (const char *text : {"plain", "2.10", "yes", "0777", "1_000", "12:30:45", "null", "--a=\"b c\"", "x: y # z", "{{ .Values.x }}", "gr\xc3\xbc\xc3\x9f",
                             "/ceph/a b/c", "*star", "- x", ""})
        all.append(QString::fromUtf8(text));
    all.append(QString(300, QLatin1Char('a')));
    return all;
}

/// Typical and extreme values; the field may refuse some. A field of a kind that is not known here gets texts.
QVariantList valuesFor(const FieldSchema &field)
{
    switch (field.type) {
    case FieldType::Integer:
    case FieldType::Duration: {
        QVariantList all{qlonglong(field.minimum), qlonglong(3), qlonglong(5400), qlonglong(0)};
        if (field.maximum > 0)
            all.append(qlonglong(field.maximum));
        return all;
    }
    case FieldType::Cpu: return {QStringLiteral("64"), QStringLiteral("1500m"), QStringLiteral("0.5"), QStringLiteral("1"), QStringLiteral("1024")};
    case FieldType::Memory: return {QStringLiteral("128G"), QStringLiteral("2Gi"), QStringLiteral("2500M"), QStringLiteral("4T"), QStringLiteral("2G")};
    case FieldType::Switch: return {true, false};
    case FieldType::Choice: return QVariantList(field.choices.begin(), field.choices.end());
    case FieldType::FileList: return {QStringList{QStringLiteral("/ceph")}, QStringList{QStringLiteral("/a:/b:ro"), QStringLiteral("/c:/d")}, QStringList()};
    case FieldType::Environment:
        return {environment(QStringLiteral("x")), environment(QStringLiteral("0777")), environment(QStringLiteral("a 'b' \"c\" $D: # e")),
                QVariant::fromValue(EnvironmentList())};
    case FieldType::Node: return {QStringLiteral("vega-virtual-node"), QStringLiteral("10"), QStringLiteral("yes")};
    default: return texts();
    }
}

/// The groups in which a field is written: everywhere together, and the workers alone.
QStringList groupsFor(const FieldSchema &field)
{
    return field.perGroup ? QStringList{QString(), QStringLiteral("worker")} : QStringList{QString()};
}

void writeFields(const QString &name, const QByteArray &base, const QString &version, const QString &target, bool each)
{
    const ValuesSchema schema = ValuesSchema::forChart(version);
    std::vector<std::unique_ptr<ValuesDocument>> together; // the n-th value of every field
    for (const FieldSchema &field : schema.fields()) {
        int taken = 0;
        const QVariantList values = valuesFor(field);
        for (qsizetype i = 0; i < values.size(); ++i) {
            if (size_t(i) >= together.size())
                together.push_back(std::make_unique<ValuesDocument>(base));
            for (const QString &group : groupsFor(field)) {
                ValuesDocument alone(base);
                ++writes;
                if (!ValuesForm(alone, schema).write(field.id, values[i], group)) {
                    ++refused;
                    continue;
                }
                ++taken;
                if (alone.error())
                    fail(QStringLiteral("%1: %2 makes the text unreadable").arg(name, field.id));
                if (each)
                    save(QStringLiteral("%1/%2-%3-%4-%5.yaml").arg(target, name, field.id, group).arg(i), alone.text());
                if (!ValuesForm(*together[size_t(i)], schema).write(field.id, values[i], group))
                    fail(QStringLiteral("%1: %2 is refused among other changes").arg(name, field.id));
            }
        }
        if (taken == 0 && field.type != FieldType::LongText)
            fail(QStringLiteral("%1: no value of %2 is accepted").arg(name, field.id));
    }
    for (size_t i = 0; i < together.size(); ++i)
        save(QStringLiteral("%1/%2-%3.yaml").arg(target, name).arg(i), together[i]->text());
}

struct Trap {
    const char *name;
    const char *text;
    const char *path; ///< as YamlPath::toString
};

/// Each stops Helm 3 with chart 1.2.2, by a message about templates or none about the file's own words.
constexpr Trap traps[] = {
    {"head-env-null", "head:\n  containerEnv:\n", "head.containerEnv"},
    {"head-env-null-word", "head:\n  containerEnv: null\n", "head.containerEnv"},
    {"worker-env-null", "worker:\n  containerEnv: ~\n", "worker.containerEnv"},
    {"common-null", "common:\n", "common"},
    {"common-env-null", "common:\n  containerEnv:\n", "common.containerEnv"},
    {"head-env-map", "head:\n  containerEnv:\n    A: b\n", "head.containerEnv"},
    {"worker-env-map", "worker:\n  containerEnv: {A: b}\n", "worker.containerEnv"},
    {"common-env-map", "common:\n  containerEnv:\n    A: b\n", "common.containerEnv"},
    {"head-env-text", "head:\n  containerEnv: A=b\n", "head.containerEnv"},
    {"group-without-env", "additionalWorkerGroups:\n  more:\n    replicas: 1\n    rayStartParams: {}\n", "additionalWorkerGroups.more"},
    {"group-env-null", "additionalWorkerGroups:\n  more:\n    replicas: 1\n    containerEnv:\n", "additionalWorkerGroups.more.containerEnv"},
    {"group-env-map", "additionalWorkerGroups:\n  more:\n    containerEnv: {A: b}\n", "additionalWorkerGroups.more.containerEnv"},
    {"worker-disabled-text", "worker:\n  disabled: \"false\"\n", "worker.disabled"},
    {"group-disabled-text", "additionalWorkerGroups:\n  more:\n    disabled: \"true\"\n    containerEnv: []\n", "additionalWorkerGroups.more.disabled"},
    {"endless-number", "head:\n  rayStartParams:\n    num-cpus: .inf\n", "head.rayStartParams.num-cpus"},
    {"tab", "head:\n\tlabels: {}\n", ""},
    {"open-quote", "image:\n  tag: \"2.9.0\n", ""},
    {"root-list", "- image\n", ""},
};

void writeTraps(const QString &target)
{
    for (const Trap &trap : traps) {
        const QString name = QString::fromLatin1(trap.name);
        save(QStringLiteral("%1/%2.yaml").arg(target, name), trap.text);
        const ValuesDocument document(trap.text);
        QStringList found;
        bool named = false;
        for (const Problem &problem : findProblems(document, {})) {
            named = named || (problem.severity == Severity::Error && problem.path.toString() == QString::fromLatin1(trap.path) && !problem.sentence.isEmpty());
            found.append(QStringLiteral("%1 at \"%2\"").arg(problem.rule, problem.path.toString()));
        }
        if (!named)
            fail(QStringLiteral("the trap %1 is not named as an error at \"%2\"; named is: %3").arg(name, QString::fromLatin1(trap.path), found.join(QStringLiteral(", "))));
    }
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 3)
        return 2;
    const QDir source(QString::fromUtf8(argv[1]));
    const QString target = QString::fromUtf8(argv[2]);
    const bool each = argc > 3 && qstrcmp(argv[3], "each") == 0;
    QDir().mkpath(target + QStringLiteral("/render"));
    QDir().mkpath(target + QStringLiteral("/traps"));
    const QStringList names = source.entryList({QStringLiteral("ray-cluster-values-*.yaml")});
    for (const QString &name : names) {
        const QString version = name.section(QLatin1Char('-'), -1).chopped(5);
        writeFields(QStringLiteral("defaults-") + version, defaults(source.filePath(name)), version, target + QStringLiteral("/render"), each);
        if (each || version == ProblemContext().chartVersion)
            writeFields(QStringLiteral("example-") + version, ValuesSchema::exampleFile(), version, target + QStringLiteral("/render"), each);
    }
    writeTraps(target + QStringLiteral("/traps"));
    std::printf("%lld chart versions, %d values written by the form (%d refused beside the field), %d files, %d failures\n",
                qlonglong(names.size()), writes, refused, files, failures);
    return names.isEmpty() || failures ? 1 : 0;
}
