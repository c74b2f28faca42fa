#include "values/workergroups.h"

#include "values/podkeys.h"
#include "values/valuesdocument.h"
#include "values/valuesform.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace rayhelm {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(rayhelm::WorkerGroups)
};

const QString replicasKey = QStringLiteral("replicas");
const QString minimumKey = QStringLiteral("minReplicas");
const QString maximumKey = QStringLiteral("maxReplicas");

YamlPath additional()
{
    return {podkey::additionalGroups};
}

bool isOwn(const QString &name)
{
    return name == podkey::worker;
}

/// The chart's own smallGroup stays disabled until the file says otherwise.
bool isDisabled(const YamlValue &group, const QString &name)
{
    return group.at({podkey::disabled}).toBoolean().value_or(name == QLatin1String("smallGroup"));
}

/// The settings of a group for a new one beside it: one worker, and what the chart demands of additional groups.
YamlValue copyOf(const YamlValue &group)
{
    YamlValue copy = YamlValue::map();
    copy.insert(replicasKey, YamlValue::integer(1));
    copy.insert(minimumKey, YamlValue::integer(1));
    copy.insert(maximumKey, YamlValue::integer(std::max<qint64>(1, group.at({maximumKey}).toInteger().value_or(1))));
    for (const YamlEntry &entry : group.entries()) {
        const bool ownKey = entry.key == QLatin1String("groupName") || entry.key == podkey::disabled;
        if (!ownKey && !copy.find(entry.key))
            copy.insert(entry.key, entry.value);
    }
    if (!copy.find(podkey::containerEnv))
        copy.insert(podkey::containerEnv, YamlValue::list()); // charts before 1.3 fail without it
    return copy;
}

} // namespace

QList<WorkerGroup> WorkerGroups::all() const
{
    const YamlValue &tree = m_document.tree();
    const YamlValue &worker = tree.at({podkey::worker});
    QList<WorkerGroup> groups{{podkey::worker, isDisabled(worker, podkey::worker), true, worker.at({replicasKey}).toInteger().value_or(1)}};
    for (const YamlEntry &entry : tree.at(additional()).entries())
        groups.append({entry.key, isDisabled(entry.value, entry.key), false, entry.value.at({replicasKey}).toInteger().value_or(0)});
    return groups;
}

QString WorkerGroups::nameProblem(const QString &name) const
{
    static const QRegularExpression dns(QStringLiteral("^[a-z0-9]([-a-z0-9]*[a-z0-9])?\\z"));
    constexpr int longest = 30; // it becomes part of the pods' names, which are cut at 63 characters
    if (!dns.match(name).hasMatch())
        return Tr::tr("The name becomes part of the pods' names: it may hold only small letters, digits and hyphens.");
    if (name.size() > longest)
        return Tr::tr("The name must have at most %1 characters.").arg(longest);
    const YamlValue &tree = m_document.tree();
    const QString own = tree.at({podkey::worker, QStringLiteral("groupName")}).text();
    const bool taken = tree.at(additional()).find(name) || isOwn(name) || name == podkey::head
        || name == (own.isEmpty() ? QStringLiteral("workergroup") : own);
    return taken ? Tr::tr("There is a group named %1 already.").arg(name) : QString();
}

QString WorkerGroups::freeName(const QString &wanted) const
{
    for (int number = 2;; ++number) {
        const QString name = QStringLiteral("%1-%2").arg(wanted).arg(number);
        if (!m_document.tree().at(additional()).find(name))
            return name;
    }
}

Result<QString> WorkerGroups::duplicate(const QString &name)
{
    m_document.readNow();
    const YamlValue copy = copyOf(m_document.tree().at(ValuesForm::groupPath(name)));
    QString base = name;
    base.remove(QRegularExpression(QStringLiteral("-[0-9]+$")));
    const QString fresh = freeName(base);
    const YamlEdit edit = YamlEdit::set(additional().child(fresh), copy);
    const Result<> made = m_document.apply({edit}, Tr::tr("Worker group %1 added").arg(fresh));
    if (!made)
        return failure(made.error());
    return fresh;
}

Result<> WorkerGroups::setDisabled(const QString &name, bool disabled)
{
    m_document.readNow();
    const YamlPath path = ValuesForm::groupPath(name).child(podkey::disabled);
    const bool standard = name == QLatin1String("smallGroup");
    const QString words = disabled ? Tr::tr("Worker group %1 disabled").arg(name) : Tr::tr("Worker group %1 enabled").arg(name);
    if (disabled || standard)
        return m_document.apply({YamlEdit::set(path, YamlValue::boolean(disabled))}, words);
    return m_document.remove(path, words);
}

Result<> WorkerGroups::rename(const QString &name, const QString &newName)
{
    m_document.readNow();
    if (newName == name)
        return {};
    const QString problem = nameProblem(newName);
    if (!problem.isEmpty() || isOwn(name))
        return failure(ErrorKind::InvalidInput, problem);
    return m_document.rename(ValuesForm::groupPath(name), newName, Tr::tr("Worker group %1 renamed to %2").arg(name, newName));
}

Result<> WorkerGroups::remove(const QString &name)
{
    if (isOwn(name))
        return failure(ErrorKind::InvalidInput, Tr::tr("The chart's own worker group can be disabled, not removed."));
    m_document.readNow();
    return m_document.remove(ValuesForm::groupPath(name), Tr::tr("Worker group %1 removed").arg(name));
}

} // namespace rayhelm
