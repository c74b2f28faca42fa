// What only some versions of the chart do wrong with values that look sound. Each was seen with the genuine chart.
#include "values/podkeys.h"
#include "values/problemchecks.h"
#include "values/valuesform.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace rayhelm {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(rayhelm::ChartTraps)
};

const QString smallGroup = QStringLiteral("smallGroup");

YamlPath groupPath(const QString &name)
{
    return ValuesForm::groupPath(name);
}

QStringList allGroups(const YamlValue &values)
{
    return QStringList{podkey::head, podkey::worker} + values.at({podkey::additionalGroups}).keys();
}

/// The default entry stays in the merged values, and stays disabled until the file says otherwise.
void checkSmallGroup(ProblemSearch &search)
{
    const YamlValue *group = search.values.find({podkey::additionalGroups, smallGroup});
    if (!group || group->entries().empty() || group->find(podkey::disabled))
        return;
    const YamlPath path = groupPath(smallGroup).child(podkey::disabled);
    Problem &problem = search.add(Severity::Hint, "small-group-disabled", groupPath(smallGroup),
                                  Tr::tr("The chart keeps \"smallGroup\" disabled unless the file says \"disabled: false\"."));
    problem.correction = Correction{Tr::tr("Enable it"), {YamlEdit::set(path, YamlValue::boolean(false))}};
}

/// From 1.4 on a label of the user's that the chart also writes gives the same key twice.
void checkChartLabels(ProblemSearch &search)
{
    if (search.schema.chartVersion() < QVersionNumber(1, 4))
        return;
    static const QStringList own{QStringLiteral("helm.sh/chart"), QStringLiteral("app.kubernetes.io/instance"),
                                 QStringLiteral("app.kubernetes.io/managed-by")};
    for (const QString &group : allGroups(search.values)) {
        for (const QString &key : search.values.at(groupPath(group).child(podkey::labels)).keys()) {
            if (!own.contains(key))
                continue;
            const YamlPath path = groupPath(group).child(podkey::labels).child(key);
            Problem &problem = search.add(Severity::Error, "charts-own-label", path, Tr::tr("The chart writes the label \"%1\" itself.").arg(key));
            problem.correction = Correction{Tr::tr("Remove it"), {YamlEdit::remove(path)}};
        }
    }
}

/// Operators up to 1.3 demand Ray start parameters, and charts from 1.5 on leave out empty ones.
void checkStartParams(ProblemSearch &search)
{
    const QVersionNumber kuberay = search.context.operatorVersion;
    if (kuberay.isNull() || kuberay >= QVersionNumber(1, 4) || search.schema.chartVersion() < QVersionNumber(1, 5))
        return;
    for (const QString &group : allGroups(search.values)) {
        const YamlPath path = groupPath(group).child(QStringLiteral("rayStartParams"));
        if (!search.values.at(path).entries().empty())
            continue;
        Problem &problem = search.add(Severity::Error, "start-params-demanded", path,
                                      Tr::tr("KubeRay %1 on this VM refuses a group without Ray start parameters.").arg(kuberay.toString()));
        problem.correction = Correction{Tr::tr("Add a harmless one"),
                                        {YamlEdit::set(path.child(QStringLiteral("disable-usage-stats")), YamlValue::string(QStringLiteral("true")))}};
    }
}

/// The name of a group becomes part of the names of its pods.
void checkGroupNames(ProblemSearch &search)
{
    static const QRegularExpression dns(QStringLiteral("^[a-z0-9]([-a-z0-9]*[a-z0-9])?\\z"));
    const auto check = [&search](const QString &name, const YamlPath &path) {
        if (!dns.match(name.toLower()).hasMatch())
            search.add(Severity::Error, "group-name", path,
                       Tr::tr("The group's name %1 becomes part of the pods' names: it may hold only letters, digits and hyphens.").arg(name));
    };
    const YamlPath workerName = groupPath(podkey::worker).child(QStringLiteral("groupName"));
    if (const YamlValue *name = search.values.find(workerName); name && !name->text().isEmpty())
        check(name->text(), workerName);
    for (const QString &name : search.values.at({podkey::additionalGroups}).keys())
        check(name, groupPath(name));
}

/// Before 1.6 an additional group without limits gets none: the gateway then gives it one CPU and 1 MB.
void checkAdditionalResources(ProblemSearch &search)
{
    if (search.schema.chartVersion() >= QVersionNumber(1, 6))
        return;
    for (const YamlEntry &entry : search.values.at({podkey::additionalGroups}).entries()) {
        const bool standard = entry.key == smallGroup;
        const bool disabled = entry.value.at({podkey::disabled}).toBoolean().value_or(standard);
        const bool onHpc = entry.value.find({podkey::annotations, podkey::flags}) || entry.value.find({podkey::nodeSelector, podkey::hostname});
        if (disabled || standard || !onHpc || !entry.value.at({podkey::resources, podkey::limits}).entries().empty())
            continue;
        search.add(Severity::Error, "no-limits", groupPath(entry.key),
                   Tr::tr("The group \"%1\" states no CPUs and memory: on the HPC its pods would get 1 CPU and 1 MB.").arg(entry.key));
    }
}

} // namespace

void checkChartTraps(ProblemSearch &search)
{
    checkSmallGroup(search);
    checkChartLabels(search);
    checkStartParams(search);
    checkGroupNames(search);
    checkAdditionalResources(search);
}

} // namespace rayhelm
