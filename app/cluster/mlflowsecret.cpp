#include "cluster/mlflowsecret.h"

#include "cluster/helm.h"
#include "values/secretoverlay.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace rayhelm {

namespace {

/// MLflow reads the file with Python's configparser: "%" begins an interpolation there and is doubled; a line end would
/// begin another setting.
QByteArray iniValue(QByteArray value)
{
    value.replace('\n', "");
    value.replace('\r', "");
    value.replace('%', "%%");
    return value;
}

} // namespace

QString mlflowSecretName(const QString &release)
{
    return QStringLiteral("rayhelm-mlflow-") + release;
}

QByteArray mlflowSecretManifest(const QString &release, const QString &installationId, const QString &user,
                                const Secret &password)
{
    QByteArray account = iniValue(user.toUtf8());
    QByteArray secret = iniValue(password.reveal().toByteArray());
    QByteArray file = "[mlflow]\nmlflow_tracking_username = " + account + "\nmlflow_tracking_password = " + secret + "\n";
    QByteArray encoded = file.toBase64();
    const QJsonObject object{
        {QStringLiteral("apiVersion"), QStringLiteral("v1")},
        {QStringLiteral("kind"), QStringLiteral("Secret")},
        {QStringLiteral("type"), QStringLiteral("Opaque")},
        {QStringLiteral("metadata"),
         QJsonObject{{QStringLiteral("name"), mlflowSecretName(release)},
                     {QStringLiteral("labels"), QJsonObject{{QLatin1String(stamp::installation), labelValue(installationId)}}}}},
        {QStringLiteral("data"),
         QJsonObject{{QLatin1String(stamp::credentialsFile), QString::fromLatin1(encoded)}}}};
    wipe(encoded);
    wipe(file);
    wipe(secret);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace rayhelm
