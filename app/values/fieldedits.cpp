#include "values/environmentlist.h"
#include "values/fieldaccess.h"
#include "values/podkeys.h"
#include "values/singularityoptions.h"
#include "values/slurmoptions.h"
#include "values/structureedits.h"

#include <algorithm>

namespace rayhelm {

namespace {

/// Text stays text, a number stays a number as long as the new value looks like one.
YamlValue likeBefore(const YamlValue *before, const QString &text)
{
    const bool wasNumber = before && (before->type() == YamlType::Integer || before->type() == YamlType::Float);
    return wasNumber && helmType(text) == YamlType::Integer ? YamlValue::plain(text) : YamlValue::string(text);
}

QList<YamlEdit> setOrRemove(const YamlValue *before, const YamlPath &path, const QString &text)
{
    if (!text.trimmed().isEmpty())
        return {YamlEdit::set(path, YamlValue::string(text))};
    return before ? QList<YamlEdit>{YamlEdit::remove(path)} : QList<YamlEdit>{};
}

void setSlurm(SlurmOptions &options, const QString &option, const QVariant &value)
{
    const bool none = !value.isValid() || value.toString().isEmpty();
    const auto number = none ? std::nullopt : std::optional(value.toInt());
    const auto text = none ? std::nullopt : std::optional(value.toString());
    if (option == QLatin1String("gpus"))
        options.setGpus(number);
    else if (option == QLatin1String("nodes"))
        options.setNodes(number);
    else if (option == QLatin1String("time"))
        options.setTimeLimit(none ? std::nullopt : std::optional(std::chrono::seconds(value.toLongLong())));
    else if (option == QLatin1String("partition"))
        options.setPartition(text);
    else if (option == QLatin1String("account"))
        options.setAccount(text);
    else if (option == QLatin1String("qos"))
        options.setQos(text);
    else if (option == QLatin1String("constraint"))
        options.setConstraint(text);
}

QList<YamlEdit> slurmEdits(const YamlValue *before, const YamlPath &path, const QString &option, const QVariant &value)
{
    const QString text = before ? before->text() : QString();
    SlurmOptions options = SlurmOptions::parse(text);
    setSlurm(options, option, value);
    const QString after = options.toString();
    return after == text ? QList<YamlEdit>{} : setOrRemove(before, path, after);
}

QList<YamlEdit> bindEdits(const YamlValue *before, const YamlPath &path, const QStringList &binds)
{
    const QString text = before ? before->text() : QString();
    SingularityOptions options = SingularityOptions::parse(text);
    options.setBinds(binds);
    const QString after = options.toString();
    return after == text ? QList<YamlEdit>{} : setOrRemove(before, path, after);
}

YamlValue toleration(const QString &key, bool noExecute)
{
    YamlValue item = YamlValue::map();
    if (noExecute)
        item.insert(QStringLiteral("effect"), YamlValue::string(QStringLiteral("NoExecute")));
    item.insert(podkey::key, YamlValue::string(key));
    item.insert(QStringLiteral("operator"), YamlValue::string(QStringLiteral("Exists")));
    if (noExecute)
        item.insert(QStringLiteral("tolerationSeconds"), YamlValue::integer(300));
    return item;
}

bool hasKey(const YamlValue &item, const QString &key)
{
    const YamlValue *found = item.find(podkey::key);
    return found && found->text() == key;
}

/// On: the two tolerations of the tutorial, as far as they are missing. Off: just these go.
QList<YamlEdit> tolerationEdits(const YamlValue *before, const YamlPath &path, bool on)
{
    const std::vector<YamlValue> items = before ? before->items() : std::vector<YamlValue>();
    QList<YamlEdit> edits;
    if (!on) {
        for (int i = int(items.size()) - 1; i >= 0; --i) {
            if (hasKey(items[size_t(i)], podkey::virtualNodeTaint) || hasKey(items[size_t(i)], podkey::unreachableTaint))
                edits.append(YamlEdit::remove(path.child(i)));
        }
        return edits;
    }
    std::vector<YamlValue> fresh;
    if (!before || !toleratesVirtualNode(*before))
        fresh.push_back(toleration(podkey::virtualNodeTaint, false));
    const bool gap = std::any_of(items.begin(), items.end(), [](const YamlValue &item) { return hasKey(item, podkey::unreachableTaint); });
    if (!gap && !fresh.empty())
        fresh.push_back(toleration(podkey::unreachableTaint, true));
    if (items.empty())
        return fresh.empty() ? edits : QList<YamlEdit>{YamlEdit::set(path, YamlValue::list(fresh))};
    for (const YamlValue &item : fresh)
        edits.append(YamlEdit::insertItem(path, item));
    return edits;
}

QList<YamlEdit> switchEdits(const YamlValue *before, const YamlPath &path, const QString &option, bool on)
{
    const QString text = before ? before->text() : QString();
    SingularityOptions options = SingularityOptions::parse(text);
    options.setSwitch(option, on);
    const QString after = options.toString();
    return after == text ? QList<YamlEdit>{} : setOrRemove(before, path, after);
}

/// A text that holds nothing takes the key away.
QList<YamlEdit> structureEdits(const YamlValue *before, const YamlPath &path, const QString &text)
{
    const Result<YamlValue> wanted = readYaml(text.toUtf8());
    if (!wanted || wanted->isNull())
        return before ? QList<YamlEdit>{YamlEdit::remove(path)} : QList<YamlEdit>{};
    return before ? editsBetween(*before, *wanted, path) : QList<YamlEdit>{YamlEdit::set(path, *wanted)};
}

QList<YamlEdit> keyEdits(const YamlValue *before, const YamlPath &path, const FieldSchema &field, const QVariant &value)
{
    if (field.type == FieldType::Integer)
        return {YamlEdit::set(path, YamlValue::integer(value.toLongLong()))};
    if (field.type == FieldType::Switch)
        return {YamlEdit::set(path, YamlValue::boolean(value.toBool()))};
    const QString text = value.toString();
    if (field.type == FieldType::Structure)
        return structureEdits(before, path, text);
    if (text.isEmpty())
        return before ? QList<YamlEdit>{YamlEdit::remove(path)} : QList<YamlEdit>{};
    return {YamlEdit::set(path, YamlValue::string(text))};
}

} // namespace

Result<QList<YamlEdit>> writeEdits(const YamlValue &root, const YamlPath &base, const FieldSchema &field, const QVariant &value)
{
    const bool empty = !value.isValid() || (value.metaType().id() == QMetaType::QString && value.toString().isEmpty());
    const QString problem = empty ? QString() : valueProblem(field, value);
    if (!problem.isEmpty())
        return failure(ErrorKind::InvalidInput, problem);
    if (empty && field.storage != FieldStorage::Tolerations && field.storage != FieldStorage::Presence)
        return resetEdits(root, base, field);
    const YamlValue *before = root.find(field.path);
    const YamlPath path = fieldPaths(field, base).first();
    switch (field.storage) {
    case FieldStorage::Resources: {
        QList<YamlEdit> edits;
        for (const YamlPath &place : fieldPaths(field, base)) {
            const YamlPath inner = field.path.child(place.at(place.size() - 2) == YamlPath::Step(podkey::limits) ? podkey::limits : podkey::requests);
            edits.append(YamlEdit::set(place, likeBefore(root.find(inner.child(field.option)), value.toString())));
        }
        return edits;
    }
    case FieldStorage::SlurmFlag:
        return slurmEdits(before, path, field.option, value);
    case FieldStorage::Binds:
        return bindEdits(before, path, value.toStringList());
    case FieldStorage::Environment:
        return environmentEdits(root, base, value.value<EnvironmentList>());
    case FieldStorage::Tolerations:
        return tolerationEdits(before, path, value.toBool());
    case FieldStorage::ContainerSwitch:
        return switchEdits(before, path, field.option, value.toBool());
    case FieldStorage::Presence:
        if (value.toBool() == (before != nullptr))
            return QList<YamlEdit>{};
        return QList<YamlEdit>{value.toBool() ? YamlEdit::set(path, YamlValue::string(QStringLiteral("true"))) : YamlEdit::remove(path)};
    case FieldStorage::Annotation:
    case FieldStorage::Key:
        break;
    }
    return keyEdits(before, path, field, value);
}

QList<YamlEdit> resetEdits(const YamlValue &root, const YamlPath &base, const FieldSchema &field)
{
    const YamlValue *before = root.find(field.path);
    const QList<YamlPath> paths = fieldPaths(field, base);
    QList<YamlEdit> edits;
    switch (field.storage) {
    case FieldStorage::Resources:
        for (const QString &part : {podkey::limits, podkey::requests}) {
            if (root.find(field.path.child(part).child(field.option)))
                edits.append(YamlEdit::remove(part == podkey::limits ? paths.first() : paths.last()));
        }
        return edits;
    case FieldStorage::SlurmFlag:
        return before ? slurmEdits(before, paths.first(), field.option, QVariant()) : edits;
    case FieldStorage::Binds:
        return before ? bindEdits(before, paths.first(), {}) : edits;
    case FieldStorage::Environment: {
        const Result<QList<YamlEdit>> all = environmentEdits(root, base, {});
        return all ? *all : edits;
    }
    case FieldStorage::Tolerations:
        return tolerationEdits(before, paths.first(), false);
    case FieldStorage::ContainerSwitch:
        return switchEdits(before, paths.first(), field.option, false);
    default:
        return before ? QList<YamlEdit>{YamlEdit::remove(paths.first())} : edits;
    }
}

} // namespace rayhelm
