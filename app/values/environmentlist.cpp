#include "values/environmentlist.h"

#include "values/pairing.h"
#include "values/podkeys.h"
#include "values/singularityoptions.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace rayhelm {

namespace {

QString textOf(const YamlValue *value)
{
    return value ? value->text() : QString();
}

QString problemWith(const EnvironmentEntry &entry)
{
    if (entry.place == EnvironmentPlace::Singularity)
        return SingularityOptions::environmentProblem({entry.name, entry.value});
    return SingularityOptions::environmentProblem({entry.name, QString()});
}

EnvironmentList containerEntries(const YamlValue &list)
{
    EnvironmentList entries;
    for (const YamlValue &item : list.items()) {
        const bool elsewhere = item.find(podkey::valueFrom) != nullptr;
        entries.append({textOf(item.find(podkey::name)), textOf(item.find(podkey::value)), EnvironmentPlace::Container, elsewhere});
    }
    return entries;
}

QList<std::pair<QString, QString>> namesAndValues(const EnvironmentList &entries)
{
    QList<std::pair<QString, QString>> pairs;
    for (const EnvironmentEntry &entry : entries)
        pairs.append({entry.name, entry.value});
    return pairs;
}

/// Items that keep their variable, change its value, or go; new ones at the end.
QList<YamlEdit> containerEdits(const YamlValue &list, const YamlPath &path, const EnvironmentList &wanted)
{
    QList<YamlEdit> edits;
    QList<YamlEdit> removals;
    const QList<qsizetype> pairs = pairedByName(namesAndValues(containerEntries(list)), namesAndValues(wanted));
    for (size_t i = 0; i < list.items().size(); ++i) {
        const YamlValue &item = list.items()[i];
        if (pairs[qsizetype(i)] < 0) {
            removals.prepend(YamlEdit::remove(path.child(int(i))));
            continue;
        }
        const EnvironmentEntry &entry = wanted[pairs[qsizetype(i)]];
        if (!entry.fromElsewhere && textOf(item.find(podkey::value)) != entry.value)
            edits.append(YamlEdit::set(path.child(int(i)).child(podkey::value), YamlValue::string(entry.value)));
    }
    edits += removals; // from the last to the first, so that the numbers stay right
    std::vector<YamlValue> fresh;
    for (qsizetype k = 0; k < wanted.size(); ++k) {
        if (!pairs.contains(k))
            fresh.push_back(YamlValue::map({{podkey::name, YamlValue::string(wanted[k].name)}, {podkey::value, YamlValue::string(wanted[k].value)}}));
    }
    if (!list.isList() || list.items().empty()) {
        if (!fresh.empty())
            edits.append(YamlEdit::set(path, YamlValue::list(fresh)));
        return edits;
    }
    for (const YamlValue &item : fresh)
        edits.append(YamlEdit::insertItem(path, item));
    return edits;
}

} // namespace

EnvironmentList readEnvironment(const YamlValue &group)
{
    EnvironmentList all = containerEntries(group.at({podkey::containerEnv}));
    const QString options = group.at({podkey::annotations, podkey::singularityOptions}).text();
    for (const auto &variable : SingularityOptions::parse(options).environment())
        all.append({variable.name, variable.value, EnvironmentPlace::Singularity, false});
    return all;
}

Result<QList<YamlEdit>> environmentEdits(const YamlValue &group, const YamlPath &groupPath, const EnvironmentList &wanted)
{
    const EnvironmentList present = readEnvironment(group);
    EnvironmentList container;
    QList<SingularityOptions::Variable> singularity;
    for (const EnvironmentEntry &entry : wanted) {
        const QString problem = present.contains(entry) ? QString() : problemWith(entry);
        if (!problem.isEmpty())
            return failure(ErrorKind::InvalidInput, QStringLiteral("%1: %2").arg(entry.name, problem));
        if (entry.place == EnvironmentPlace::Container)
            container.append(entry);
        else
            singularity.append({entry.name, entry.value});
    }
    const YamlPath listPath = groupPath.child(podkey::containerEnv);
    QList<YamlEdit> edits = containerEdits(group.at({podkey::containerEnv}), listPath, container);
    const YamlPath optionsPath = groupPath.child(podkey::annotations).child(podkey::singularityOptions);
    const QString before = group.at({podkey::annotations, podkey::singularityOptions}).text();
    SingularityOptions options = SingularityOptions::parse(before);
    options.setEnvironment(singularity);
    const QString after = options.toString();
    if (after == before)
        return edits;
    edits.append(after.trimmed().isEmpty() ? YamlEdit::remove(optionsPath) : YamlEdit::set(optionsPath, YamlValue::string(after)));
    return edits;
}

} // namespace rayhelm
