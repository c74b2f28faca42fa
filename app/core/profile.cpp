#include "core/profile.h"

#include "core/profilecheck.h"

#include <QCoreApplication>

#include <iterator>

namespace rayhelm {

namespace {

const QStringList loginNames{QStringLiteral("keys"), QStringLiteral("key-file"), QStringLiteral("password")};

const ProfileText texts[] = {
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

QList<ProfileText> profileTexts()
{
    return QList<ProfileText>(std::begin(texts), std::end(texts));
}

QJsonObject toJson(const Profile &profile)
{
    QJsonObject object;
    object.insert(QStringLiteral("id"), profile.id.toString(QUuid::WithoutBraces));
    for (const ProfileText &setting : texts)
        object.insert(QLatin1String(setting.key), profile.*setting.member);
    object.insert(QStringLiteral("port"), profile.port);
    object.insert(QStringLiteral("login"), loginNames.at(int(profile.login)));
    object.insert(QStringLiteral("useSudo"), profile.useSudo);
    object.insert(QStringLiteral("practice"), profile.practice);
    return object;
}

Result<Profile> ownProfileFromJson(const QJsonObject &object)
{
    if (!object.value(QStringLiteral("host")).isString())
        return failure(ErrorKind::InvalidInput,
                       QCoreApplication::translate("rayhelm::Profile", "This file holds no connection profile."));
    Profile profile;
    profile.id = QUuid::fromString(object.value(QStringLiteral("id")).toString());
    if (profile.id.isNull())
        profile.id = QUuid::createUuid();
    for (const ProfileText &setting : texts) {
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

Result<Profile> profileFromJson(const QJsonObject &object)
{
    const Result<Profile> profile = ownProfileFromJson(object);
    if (!profile)
        return profile;
    const QList<SettingProblem> problems = settingProblems(*profile);
    if (!problems.isEmpty())
        return failure(ErrorKind::InvalidInput,
                       QCoreApplication::translate("rayhelm::Profile", "The connection profile cannot be used: its \"%1\" is wrong. %2")
                           .arg(problems.constFirst().setting, problems.constFirst().text));
    return profile;
}

} // namespace rayhelm
