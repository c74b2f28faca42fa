#include "values/problem.h"

#include "values/podkeys.h"
#include "values/problemchecks.h"
#include "values/valuesdocument.h"
#include "values/valuesform.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace rayhelm {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(rayhelm::Problem)
};

bool isTooLongFor(const YamlValue &values, const QString &releaseName)
{
    constexpr int longest = 41; // operators cut the head's service name to its last 50 characters
    return rayClusterName(values, releaseName).size() > longest;
}

void checkImage(ProblemSearch &search)
{
    const YamlPath repositoryPath{QStringLiteral("image"), QStringLiteral("repository")};
    const YamlPath tagPath{QStringLiteral("image"), QStringLiteral("tag")};
    const YamlValue &repository = search.values.at(repositoryPath);
    const YamlValue &tag = search.values.at(tagPath);
    const auto colon = repository.text().lastIndexOf(QLatin1Char(':'));
    if (colon > repository.text().lastIndexOf(QLatin1Char('/'))) {
        const QString name = repository.text().left(colon);
        const QString suffix = repository.text().mid(colon + 1);
        Problem &problem = search.add(Severity::Error, "image-split", repositoryPath,
                                      Tr::tr("The chart adds a colon and the tag: it would look for %1:%2. Put what follows the colon into the tag.")
                                          .arg(repository.text(), tag.text()));
        problem.correction = Correction{Tr::tr("Split it"), {YamlEdit::set(repositoryPath, YamlValue::string(name)),
                                                             YamlEdit::set(tagPath, YamlValue::string(suffix))}};
    } else if (repository.text().endsWith(QLatin1String(".sif"))) {
        search.add(Severity::Error, "image-sif", repositoryPath,
                   Tr::tr("The chart adds a colon and the tag: it would look for %1:%2. Name the file <name>:<tag> on the HPC.")
                       .arg(repository.text(), tag.isNull() ? Tr::tr("<tag>") : tag.text()));
    }
    if (tag.type() == YamlType::Float || tag.type() == YamlType::Integer || tag.type() == YamlType::Boolean) {
        Problem &problem = search.add(Severity::Hint, "image-tag-number", tagPath,
                                      Tr::tr("Helm reads the tag %1 as a number and may shorten it. Put it in quotes.").arg(tag.text()));
        problem.correction = Correction{Tr::tr("Put it in quotes"), {YamlEdit::set(tagPath, YamlValue::string(tag.text()))}};
    }
}

} // namespace

Problem &ProblemSearch::add(Severity severity, const char *rule, const YamlPath &path, const QString &sentence)
{
    Problem problem;
    problem.severity = severity;
    problem.rule = QString::fromLatin1(rule);
    problem.path = path;
    problem.line = document.lineOf(path);
    problem.sentence = sentence;
    found.append(problem);
    return found.last();
}

QString rayClusterName(const YamlValue &values, const QString &releaseName)
{
    constexpr int longest = 63;
    const QString full = values.at({QStringLiteral("fullnameOverride")}).text();
    if (!full.isEmpty())
        return full.left(longest);
    const YamlValue *override = values.find(QStringLiteral("nameOverride"));
    const QString name = override && !override->text().isEmpty() ? override->text() : QStringLiteral("kuberay");
    const QString result = releaseName.contains(name) ? releaseName : releaseName + QLatin1Char('-') + name;
    return result.left(longest);
}

void checkCluster(ProblemSearch &search)
{
    checkImage(search);
    const QString cluster = rayClusterName(search.values, search.context.releaseName);
    static const QRegularExpression dns(QStringLiteral("^[a-z]([-a-z0-9]*[a-z0-9])?\\z"));
    const YamlPath namePath = search.values.at({QStringLiteral("fullnameOverride")}).text().isEmpty()
        ? YamlPath{QStringLiteral("nameOverride")} : YamlPath{QStringLiteral("fullnameOverride")};
    if (isTooLongFor(search.values, search.context.releaseName))
        search.add(Severity::Error, "name-too-long", namePath,
                   Tr::tr("The cluster's name %1 is too long: at most 41 characters, so that the head can be found by its name.").arg(cluster));
    else if (!dns.match(cluster).hasMatch())
        search.add(Severity::Error, "name-not-dns", namePath,
                   Tr::tr("The cluster's name %1 may hold only small letters, digits and hyphens, and begins with a letter.").arg(cluster));
    bool anyWorkers = false;
    for (const QString &group : ValuesForm(const_cast<ValuesDocument &>(search.document), search.schema).podGroups())
        anyWorkers = anyWorkers || group != podkey::head;
    if (!anyWorkers)
        search.add(Severity::Hint, "no-workers", {podkey::worker, podkey::disabled},
                   Tr::tr("There is no worker group; everything would run on the head."));
}

QList<Problem> findProblems(const ValuesDocument &document, const ProblemContext &context)
{
    if (document.error()) {
        Problem problem;
        problem.severity = Severity::Error;
        problem.line = document.error()->line;
        problem.sentence = toError(*document.error()).summary;
        problem.rule = QStringLiteral("unreadable");
        return {problem};
    }
    const ValuesSchema schema = ValuesSchema::forChart(context.chartVersion);
    ProblemSearch search{document, document.tree(), context, schema, {}};
    checkText(search);
    checkKeys(search);
    checkCluster(search);
    checkChartTraps(search);
    const ValuesForm form(const_cast<ValuesDocument &>(document), schema); // only read from
    for (const QString &group : form.podGroups())
        checkPodGroup(search, group, ValuesForm::groupPath(group));
    for (Problem &problem : search.found) {
        const auto [field, group] = form.fieldAt(problem.path);
        if (problem.fieldId.isEmpty())
            problem.fieldId = field;
        if (problem.podGroup.isEmpty())
            problem.podGroup = group;
    }
    std::stable_sort(search.found.begin(), search.found.end(),
                     [](const Problem &one, const Problem &other) { return one.line < other.line; });
    return search.found;
}

} // namespace rayhelm
