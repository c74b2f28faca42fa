#include "core/profile.h"

#include <QCoreApplication>

namespace rayhelm {

namespace {

const QStringList loginNames{QStringLiteral("keys"), QStringLiteral("key-file"), QStringLiteral("password")};

/// One list of the text settings serves writing and reading, so that neither can forget one.
struct TextSetting {
    const char *key;
    QString Profile::*member;
};

const TextSetting textSettings[] = {
    {"name", &Profile::name},
    {"host", &Profile::host},
    {"user", &Profile::user},
    {"identityFile", &Profile::identityFile},
    {"jumpHost", &Profile::jumpHost},
    {"workingDirectory", &Profile::workingDirectory},
    {"namespace", &Profile::kubernetesNamespace},
    {"releaseName", &Profile::releaseName},
    {"chart", &Profile::chart},
    {"chartVersion", &Profile::chartVersion},
    {"helmPath", &Profile::helmPath},
    {"kubectlPath", &Profile::kubectlPath},
    {"kubeconfig", &Profile::kubeconfig},
    {"hpcLogin", &Profile::hpcLogin},
    {"hpcIdentityFile", &Profile::hpcIdentityFile},
    {"imageDirectory", &Profile::imageDirectory},
    {"valuesFile", &Profile::valuesFile},
    {"rayAddress", &Profile::rayAddress},
    {"rayUser", &Profile::rayUser},
    {"mlflowUri", &Profile::mlflowUri},
    {"mlflowUser", &Profile::mlflowUser},
};

} // namespace

QJsonObject toJson(const Profile &profile)
{
    QJsonObject object;
    object.insert(QStringLiteral("id"), profile.id.toString(QUuid::WithoutBraces));
    for (const TextSetting &setting : textSettings)
        object.insert(QLatin1String(setting.key), profile.*setting.member);
    object.insert(QStringLiteral("port"), profile.port);
    object.insert(QStringLiteral("login"), loginNames.at(int(profile.login)));
    object.insert(QStringLiteral("useSudo"), profile.useSudo);
    object.insert(QStringLiteral("practice"), profile.practice);
    return object;
}

Result<Profile> profileFromJson(const QJsonObject &object)
{
    if (!object.value(QStringLiteral("host")).isString())
        return failure(ErrorKind::InvalidInput,
                       QCoreApplication::translate("rayhelm::Profile", "This file holds no connection profile."));
    Profile profile;
    profile.id = QUuid::fromString(object.value(QStringLiteral("id")).toString());
    if (profile.id.isNull())
        profile.id = QUuid::createUuid();
    for (const TextSetting &setting : textSettings) {
        const QJsonValue value = object.value(QLatin1String(setting.key));
        if (value.isString())
            profile.*setting.member = value.toString();
    }
    profile.port = quint16(qBound(1, object.value(QStringLiteral("port")).toInt(profile.port), 65535));
    const auto login = loginNames.indexOf(object.value(QStringLiteral("login")).toString());
    profile.login = login < 0 ? LoginKind::Keys : LoginKind(login);
    profile.useSudo = object.value(QStringLiteral("useSudo")).toBool(profile.useSudo);
    profile.practice = object.value(QStringLiteral("practice")).toBool(false);
    return profile;
}

} // namespace rayhelm
