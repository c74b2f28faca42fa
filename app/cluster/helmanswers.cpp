// What helm prints, as values. Helm 3 and 4 differ in texts and in a few fields.
#include "cluster/helm.h"

#include "core/boundedjson.h"
#include "core/text.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>

namespace rayhelm {

namespace {

tl::unexpected<Error> unreadable(const QByteArray &out)
{
    return failure(ErrorKind::Protocol,
                   QCoreApplication::translate("rayhelm::Helm", "The answer of Helm could not be understood."),
                   plainText(out, 500));
}

/// "2025-06-20 14:19:32.1 +0200 CEST" (Go's own text), or ISO 8601.
QDateTime helmTime(const QString &text)
{
    static const QRegularExpression form(
        QStringLiteral("^(\\d{4}-\\d{2}-\\d{2})[ T](\\d{2}:\\d{2}:\\d{2})(?:\\.\\d+)? ?(Z|[+-]\\d{2}:?\\d{2})"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return {};
    QString zone = match.captured(3);
    if (zone.size() == 5)
        zone.insert(3, QLatin1Char(':'));
    return QDateTime::fromString(match.captured(1) + QLatin1Char('T') + match.captured(2) + zone, Qt::ISODate).toUTC();
}

ReleaseInfo releaseFrom(const QJsonObject &object)
{
    ReleaseInfo release;
    release.name = object.value(QLatin1String("name")).toString();
    release.state = releaseStateFromName(object.value(QLatin1String("status")).toString());
    // A text in `helm list`, a number in `helm history`.
    release.revision = object.value(QLatin1String("revision")).toVariant().toInt();
    release.updated = helmTime(object.value(QLatin1String("updated")).toString());
    release.chart = object.value(QLatin1String("chart")).toString();
    release.description = plainText(object.value(QLatin1String("description")).toString(), 2000);
    return release;
}

Result<QJsonArray> arrayFrom(const QByteArray &out)
{
    const QJsonDocument document = boundedJson(out);
    if (!document.isArray())
        return unreadable(out);
    return document.array();
}

} // namespace

ReleaseState releaseStateFromName(const QString &name)
{
    static const QHash<QString, ReleaseState> states{
        {QStringLiteral("deployed"), ReleaseState::Deployed},
        {QStringLiteral("failed"), ReleaseState::Failed},
        {QStringLiteral("superseded"), ReleaseState::Superseded},
        {QStringLiteral("uninstalled"), ReleaseState::Uninstalled},
        {QStringLiteral("uninstalling"), ReleaseState::Uninstalling},
        {QStringLiteral("pending-install"), ReleaseState::PendingInstall},
        {QStringLiteral("pending-upgrade"), ReleaseState::PendingUpgrade},
        {QStringLiteral("pending-rollback"), ReleaseState::PendingRollback},
    };
    return states.value(name, ReleaseState::Unknown);
}

Result<HelmVersion> parseHelmVersion(const RemoteOutput &output, const Explanations *explanations)
{
    if (!output.succeeded())
        return failure(helmError(output, explanations));
    static const QRegularExpression form(QStringLiteral("v?(\\d+)\\.(\\d+)\\.\\d+"));
    const QRegularExpressionMatch match = form.match(QString::fromUtf8(output.out));
    if (!match.hasMatch())
        return unreadable(output.out);
    return HelmVersion{match.captured(1).toInt(), match.captured(2).toInt()};
}

Result<ReleaseInfo> parseHelmList(const RemoteOutput &output, const QString &release, const Explanations *explanations)
{
    if (!output.succeeded())
        return failure(helmError(output, explanations));
    const Result<QJsonArray> entries = arrayFrom(output.out);
    if (!entries)
        return failure(entries.error());
    ReleaseInfo found;
    found.name = release;
    for (const QJsonValue &entry : *entries) {
        const ReleaseInfo listed = releaseFrom(entry.toObject());
        if (listed.name == release && listed.revision >= found.revision)
            found = listed;
    }
    return found;
}

Result<QList<ReleaseInfo>> parseHelmHistory(const RemoteOutput &output, const Explanations *explanations)
{
    if (!output.succeeded()) {
        if (QString::fromUtf8(output.err).contains(QLatin1String("release: not found"), Qt::CaseInsensitive))
            return QList<ReleaseInfo>();
        return failure(helmError(output, explanations));
    }
    const Result<QJsonArray> entries = arrayFrom(output.out);
    if (!entries)
        return failure(entries.error());
    QList<ReleaseInfo> revisions;
    for (const QJsonValue &entry : *entries)
        revisions.append(releaseFrom(entry.toObject()));
    std::sort(revisions.begin(), revisions.end(),
              [](const ReleaseInfo &a, const ReleaseInfo &b) { return a.revision < b.revision; });
    return revisions;
}

Result<QJsonObject> parseHelmValues(const RemoteOutput &output, const Explanations *explanations)
{
    if (!output.succeeded())
        return failure(helmError(output, explanations));
    if (output.out.trimmed() == "null")
        return QJsonObject();
    const QJsonDocument document = boundedJson(output.out);
    if (!document.isObject())
        return unreadable(output.out);
    return document.object();
}

} // namespace rayhelm
