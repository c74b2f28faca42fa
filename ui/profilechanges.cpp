#include "ui/profilechanges.h"

#include "core/profilecheck.h"

#include <QCoreApplication>
#include <QHash>

namespace rayhelm {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(rayhelm::ProfileChanges)
};

QString labelOf(const QString &setting)
{
    const QHash<QString, QString> labels{
        {QStringLiteral("name"), Words::tr("Name of this connection")},
        {QStringLiteral("host"), Words::tr("Address of the VM")},
        {QStringLiteral("user"), Words::tr("User on the VM")},
        {QStringLiteral("identityFile"), Words::tr("Key file")},
        {QStringLiteral("jumpHost"), Words::tr("Jump host")},
        {QStringLiteral("workingDirectory"), Words::tr("Folder on the VM")},
        {QStringLiteral("namespace"), Words::tr("Kubernetes namespace")},
        {QStringLiteral("releaseName"), Words::tr("Name of the cluster")},
        {QStringLiteral("chart"), Words::tr("Chart")},
        {QStringLiteral("chartVersion"), Words::tr("Chart version")},
        {QStringLiteral("helmPath"), Words::tr("Path of helm")},
        {QStringLiteral("kubectlPath"), Words::tr("Path of kubectl")},
        {QStringLiteral("kubeconfig"), Words::tr("kubeconfig file")},
        {QStringLiteral("hpcLogin"), Words::tr("HPC login node")},
        {QStringLiteral("hpcIdentityFile"), Words::tr("Key file for the HPC login node")},
        {QStringLiteral("imageDirectory"), Words::tr("Folder of images on the HPC")},
        {QStringLiteral("valuesFile"), Words::tr("Values file")},
        {QStringLiteral("rayAddress"), Words::tr("Address of Ray")},
        {QStringLiteral("rayUser"), Words::tr("User for Ray's address")},
        {QStringLiteral("mlflowUri"), Words::tr("MLflow server")},
        {QStringLiteral("mlflowUser"), Words::tr("MLflow user")},
    };
    return labels.value(setting, setting);
}

QString loginWords(LoginKind login)
{
    switch (login) {
    case LoginKind::Keys: return Words::tr("keys on this computer");
    case LoginKind::KeyFile: return Words::tr("a key file");
    case LoginKind::Password: break;
    }
    return Words::tr("a password");
}

QString sudoWords(bool useSudo)
{
    return useSudo ? Words::tr("as root") : Words::tr("without root");
}

} // namespace

QList<ProfileChange> profileChanges(const Profile &before, const Profile &now)
{
    QList<ProfileChange> changes;
    const auto compare = [&changes](const QString &setting, const QString &label, const QString &was, const QString &is) {
        const QString none = Words::tr("(nothing)");
        if (was != is)
            changes.append({setting, label, was.isEmpty() ? none : was, is.isEmpty() ? none : is});
    };
    const QList<ProfileText> texts = profileTexts();
    for (const ProfileText &text : texts)
        compare(QLatin1String(text.key), labelOf(QLatin1String(text.key)), before.*text.member, now.*text.member);
    compare(QStringLiteral("port"), Words::tr("Port"), QString::number(before.port), QString::number(now.port));
    compare(QStringLiteral("login"), Words::tr("Log in with"), loginWords(before.login), loginWords(now.login));
    compare(QStringLiteral("useSudo"), Words::tr("Work"), sudoWords(before.useSudo), sudoWords(now.useSudo));
    return changes;
}

QString changesText(const QList<ProfileChange> &changes)
{
    QStringList lines;
    for (const ProfileChange &change : changes)
        lines.append(Words::tr("%1: \"%2\" becomes \"%3\".").arg(change.label, change.before, change.now));
    return lines.join(QLatin1Char('\n'));
}

} // namespace rayhelm
