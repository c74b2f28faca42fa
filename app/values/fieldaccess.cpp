#include "values/fieldaccess.h"

#include "values/environmentlist.h"
#include "values/podkeys.h"
#include "values/quantity.h"
#include "values/singularityoptions.h"
#include "values/slurmoptions.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace rayhelm {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(rayhelm::ValuesForm)
};

QVariant fromOptional(const std::optional<QString> &text)
{
    return text ? QVariant(*text) : QVariant();
}

/// Of the text that was parsed last: the settings of one group lie in the same two texts, and are read one after the other.
template<typename Options>
const Options &parsed(const QString &text)
{
    thread_local QString last;
    thread_local Options options = Options::parse(last);
    if (text != last) {
        options = Options::parse(text);
        last = text;
    }
    return options;
}

QVariant slurmValue(const SlurmOptions &options, const QString &option)
{
    if (option == QLatin1String("gpus"))
        return options.gpus() ? QVariant(qlonglong(*options.gpus())) : QVariant();
    if (option == QLatin1String("nodes"))
        return options.nodes() ? QVariant(qlonglong(*options.nodes())) : QVariant();
    if (option == QLatin1String("time"))
        return options.timeLimit() ? QVariant(qlonglong(options.timeLimit()->count())) : QVariant();
    return fromOptional(options.value(option));
}

QVariant plainValue(const YamlValue &value, FieldType type)
{
    if (value.isNull())
        return {};
    if (type == FieldType::Structure)
        return value.isScalar() ? value.text() : QString::fromUtf8(writeYaml(value)).trimmed();
    if (type == FieldType::Integer)
        return value.toInteger() ? QVariant(qlonglong(*value.toInteger())) : QVariant(value.text());
    if (type == FieldType::Switch)
        return value.toBoolean() ? QVariant(*value.toBoolean()) : QVariant(value.text());
    return value.text();
}

QString rangeProblem(const FieldSchema &field, double number)
{
    if (number < field.minimum)
        return Tr::tr("This must be at least %1.").arg(field.minimum);
    if (field.maximum > 0 && number > field.maximum)
        return Tr::tr("This must be at most %1.").arg(field.maximum);
    return {};
}

/// The chart pastes these without quotes into what it makes.
bool breaksTheChart(const FieldSchema &field, const QString &text)
{
    const QString key = field.path.lastKey();
    if (key == QLatin1String("repository"))
        return !text.isEmpty() && !isPlainString(text + QLatin1String(":x"));
    if (key == QLatin1String("tag"))
        return !text.isEmpty() && !isPlainString(QLatin1String("x:") + text);
    static const QStringList bare{QStringLiteral("groupName"), QStringLiteral("rayVersion"), QStringLiteral("nameOverride"),
                                  QStringLiteral("fullnameOverride"), QStringLiteral("serviceAccountName"),
                                  QStringLiteral("runtimeClassName"), QStringLiteral("priorityClassName")};
    return bare.contains(key) && !text.isEmpty() && !isPlainString(text);
}

QString textProblem(const FieldSchema &field, const QString &text)
{
    static const QRegularExpression slurmWord(QStringLiteral("^[A-Za-z0-9_.,:@%+*&|()\\[\\]-]*\\z"));
    static const QRegularExpression control(QStringLiteral("[\\x{0}-\\x{8}\\x{b}-\\x{1f}]"));
    if (field.storage == FieldStorage::SlurmFlag && (!slurmWord.match(text).hasMatch() || text.startsWith(QLatin1Char('-'))))
        return Tr::tr("This may hold letters, digits and signs, but no blanks, and does not begin with a hyphen.");
    if (field.type != FieldType::LongText && (control.match(text).hasMatch() || text.contains(QLatin1Char('\n'))))
        return Tr::tr("This must be one line.");
    if (field.storage == FieldStorage::Key && breaksTheChart(field, text))
        return Tr::tr("The chart takes this without quotes: use only letters, digits and the signs / . _ -, and no number or word like \"yes\".");
    return {};
}

QString structureProblem(const FieldSchema &field, const QString &text)
{
    const Result<YamlValue> value = readYaml(text.toUtf8());
    if (!value)
        return value.error().summary;
    if (value->type() == field.structure || value->isNull())
        return {};
    return field.structure == YamlType::List ? Tr::tr("This must be a list: each line begins with a hyphen and a blank.")
                                             : Tr::tr("This must be keys and values, as in \"name: value\".");
}

QString quantityProblem(const FieldSchema &field, const QString &text)
{
    const std::optional<double> amount = parseQuantity(text);
    if (!amount)
        return field.type == FieldType::Cpu ? Tr::tr("This is not a number of CPUs. Write for example 64 or 1500m.")
                                            : Tr::tr("This is not an amount of memory. Write for example 128G or 64Gi.");
    return *amount <= 0 ? Tr::tr("This must be more than nothing.") : QString();
}

} // namespace

bool toleratesVirtualNode(const YamlValue &tolerations)
{
    return std::any_of(tolerations.items().begin(), tolerations.items().end(), [](const YamlValue &item) {
        const YamlValue *key = item.find(podkey::key);
        const YamlValue *effect = item.find(QStringLiteral("effect"));
        const bool anyKey = !key && item.at({QStringLiteral("operator")}).text() == QLatin1String("Exists");
        const bool scheduling = !effect || effect->text().isEmpty() || effect->text() == QLatin1String("NoSchedule");
        return scheduling && (anyKey || (key && key->text() == podkey::virtualNodeTaint));
    });
}

QVariant writtenValue(const YamlValue &root, const FieldSchema &field)
{
    const YamlValue *value = root.find(field.path);
    switch (field.storage) {
    case FieldStorage::Resources: {
        const YamlValue &limit = root.at(field.path.child(podkey::limits).child(field.option));
        return plainValue(limit, field.type);
    }
    case FieldStorage::SlurmFlag:
        return value ? slurmValue(parsed<SlurmOptions>(value->text()), field.option) : QVariant();
    case FieldStorage::Binds:
        return value ? QVariant(parsed<SingularityOptions>(value->text()).binds()) : QVariant();
    case FieldStorage::Environment: {
        const EnvironmentList list = readEnvironment(root);
        return list.isEmpty() ? QVariant() : QVariant::fromValue(list);
    }
    case FieldStorage::Tolerations:
        return value ? QVariant(toleratesVirtualNode(*value)) : QVariant();
    case FieldStorage::ContainerSwitch:
        return value ? QVariant(parsed<SingularityOptions>(value->text()).hasSwitch(field.option)) : QVariant();
    case FieldStorage::Presence:
        return value ? QVariant(!value->text().isEmpty()) : QVariant();
    case FieldStorage::Annotation:
    case FieldStorage::Key:
        break;
    }
    return value ? plainValue(*value, field.type) : QVariant();
}

QList<YamlPath> fieldPaths(const FieldSchema &field, const YamlPath &base)
{
    YamlPath path = base;
    for (const YamlPath::Step &step : field.path.steps())
        path = path.child(std::get<QString>(step));
    if (field.storage == FieldStorage::Resources)
        return {path.child(podkey::limits).child(field.option), path.child(podkey::requests).child(field.option)};
    if (field.storage == FieldStorage::Environment)
        return {path, base.child(podkey::annotations).child(podkey::singularityOptions)};
    return {path};
}

QString valueProblem(const FieldSchema &field, const QVariant &value)
{
    switch (field.type) {
    case FieldType::Integer:
    case FieldType::Duration: {
        bool ok = false;
        const qlonglong number = value.toLongLong(&ok);
        return ok ? rangeProblem(field, double(number)) : Tr::tr("This must be a whole number.");
    }
    case FieldType::Cpu:
    case FieldType::Memory:
        return quantityProblem(field, value.toString());
    case FieldType::Choice:
        return field.choices.contains(value.toString()) ? QString()
                                                        : Tr::tr("This must be one of: %1.").arg(field.choices.join(QStringLiteral(", ")));
    case FieldType::FileList:
        for (const QString &bind : value.toStringList()) {
            const QString problem = SingularityOptions::bindProblem(bind);
            if (!problem.isEmpty())
                return QStringLiteral("%1: %2").arg(bind, problem);
        }
        return {};
    case FieldType::Structure:
        return structureProblem(field, value.toString());
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Node:
        return textProblem(field, value.toString());
    case FieldType::Switch:
    case FieldType::Environment:
        break;
    }
    return {};
}

} // namespace rayhelm
