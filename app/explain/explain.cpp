#include "explain/explain.h"

#include "core/text.h"

#include <QCoreApplication>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace rayhelm {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(rayhelm::Explanations)
};

/// The catalogue's texts are listed for the translation tools in cataloguetexts.cpp.
QString catalogueText(const QString &text)
{
    return text.isEmpty() ? text : QCoreApplication::translate("rayhelm::Explanations", text.toUtf8().constData());
}

const QHash<QString, ExplainArea> areaNames{
    {QStringLiteral("ssh"), ExplainArea::Ssh},
    {QStringLiteral("kubectl"), ExplainArea::Kubectl},
    {QStringLiteral("helm"), ExplainArea::Helm},
    {QStringLiteral("scheduling"), ExplainArea::Scheduling},
    {QStringLiteral("gateway"), ExplainArea::Gateway},
    {QStringLiteral("slurm"), ExplainArea::Slurm},
    {QStringLiteral("container"), ExplainArea::Container},
    {QStringLiteral("ray"), ExplainArea::Ray},
    {QStringLiteral("deleting"), ExplainArea::Deleting},
};

const QHash<QString, ExplainWho> whoNames{
    {QStringLiteral("nobody"), ExplainWho::Nobody},
    {QStringLiteral("user"), ExplainWho::User},
    {QStringLiteral("vmOwner"), ExplainWho::VmOwner},
    {QStringLiteral("userOrVmOwner"), ExplainWho::UserOrVmOwner},
    {QStringLiteral("hpcSupport"), ExplainWho::HpcSupport},
    {QStringLiteral("userOrHpcSupport"), ExplainWho::UserOrHpcSupport},
};

/// A tool's text often holds another one's: helm passes on what Kubernetes said, the gateway what sbatch said. The
/// inner cause is the more specific one where it can be told apart.
QList<ExplainArea> areasToTry(ExplainArea area)
{
    switch (area) {
    case ExplainArea::Ssh: return {ExplainArea::Ssh};
    case ExplainArea::Kubectl: return {ExplainArea::Kubectl, ExplainArea::Ssh};
    case ExplainArea::Helm: return {ExplainArea::Helm, ExplainArea::Kubectl, ExplainArea::Ssh};
    case ExplainArea::Scheduling: return {ExplainArea::Scheduling};
    case ExplainArea::Gateway: return {ExplainArea::Slurm, ExplainArea::Gateway};
    case ExplainArea::Slurm: return {ExplainArea::Slurm};
    case ExplainArea::Container: return {ExplainArea::Container, ExplainArea::Slurm, ExplainArea::Ray};
    case ExplainArea::Ray: return {ExplainArea::Ray, ExplainArea::Container, ExplainArea::Slurm};
    case ExplainArea::Deleting: return {ExplainArea::Deleting, ExplainArea::Helm, ExplainArea::Kubectl};
    }
    return {area};
}

tl::unexpected<Error> unusable(const QString &id, const QString &why)
{
    return failure(ErrorKind::InvalidInput, Words::tr("The failure catalogue cannot be used."),
                   QStringLiteral("row \"%1\": %2").arg(id, why));
}

} // namespace

QString Explanation::sentence() const
{
    return remedy.isEmpty() ? words : words + QLatin1Char(' ') + remedy;
}

Result<Explanations> Explanations::load()
{
    QFile file(QStringLiteral(":/rayhelm/failures/catalogue.json"));
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::NotFound, Words::tr("The failure catalogue cannot be used."), file.errorString());
    return parse(file.readAll(), false);
}

Result<Explanations> Explanations::fromJson(const QByteArray &json)
{
    return parse(json, true);
}

Result<Explanations> Explanations::parse(const QByteArray &json, bool checkExpressions)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError)
        return unusable({}, problem.errorString());
    Explanations catalogue;
    const QJsonArray rows = document.object().value(QLatin1String("rows")).toArray();
    for (const QJsonValue &value : rows) {
        const QJsonObject object = value.toObject();
        Row row;
        row.explanation.id = object.value(QLatin1String("id")).toString();
        row.explanation.words = object.value(QLatin1String("words")).toString();
        row.explanation.remedy = object.value(QLatin1String("remedy")).toString();
        const QString area = object.value(QLatin1String("area")).toString();
        const QString who = object.value(QLatin1String("who")).toString();
        if (row.explanation.id.isEmpty() || row.explanation.words.isEmpty())
            return unusable(row.explanation.id, QStringLiteral("no id or no words"));
        if (!areaNames.contains(area) || !whoNames.contains(who))
            return unusable(row.explanation.id, QStringLiteral("unknown area or who"));
        row.area = areaNames.value(area);
        row.explanation.who = whoNames.value(who);
        row.last = object.value(QLatin1String("last")).toBool();
        row.pattern = QRegularExpression(object.value(QLatin1String("pattern")).toString(),
                                         QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption);
        if (checkExpressions && !row.pattern.isValid())
            return unusable(row.explanation.id, row.pattern.errorString());
        if (catalogue.find(row.explanation.id))
            return unusable(row.explanation.id, QStringLiteral("twice"));
        catalogue.m_rows.append(row);
    }
    return catalogue;
}

Explanation Explanations::translated(const Row &row)
{
    Explanation explanation = row.explanation;
    explanation.words = catalogueText(row.explanation.words);
    explanation.remedy = catalogueText(row.explanation.remedy);
    return explanation;
}

std::optional<Explanation> Explanations::explain(ExplainArea area, const QString &text) const
{
    const QList<ExplainArea> areas = areasToTry(area);
    for (const bool last : {false, true}) {
        for (const ExplainArea tried : areas) {
            for (const Row &row : m_rows) {
                if (row.area == tried && row.last == last && !row.pattern.pattern().isEmpty()
                    && row.pattern.match(text).hasMatch())
                    return translated(row);
            }
        }
    }
    return std::nullopt;
}

std::optional<Explanation> Explanations::find(const QString &id) const
{
    for (const Row &row : m_rows) {
        if (row.explanation.id == id)
            return translated(row);
    }
    return std::nullopt;
}

Error explainedError(const Explanations *explanations, ExplainArea area, ErrorKind kind, const QString &otherwise,
                     const QString &rawText)
{
    const QString raw = plainText(rawText);
    QString summary = otherwise;
    if (explanations) {
        if (const auto explanation = explanations->explain(area, raw))
            summary = explanation->sentence();
    }
    return Error{kind, summary, raw};
}

} // namespace rayhelm
