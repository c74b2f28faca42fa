#include "secretwatch.h"
#include "folders.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace {

bool write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && file.write(content) == content.size();
}

/// Every Secret but the one that holds the account on purpose: helm's releases among them.
QByteArray otherSecrets(const QByteArray &json)
{
    QJsonArray others;
    const QJsonArray all = QJsonDocument::fromJson(json).object().value(QLatin1String("items")).toArray();
    for (const QJsonValue &secret : all) {
        if (secret.toObject().value(QLatin1String("type")).toString() == QLatin1String("helm.sh/release.v1"))
            others.append(secret);
    }
    return QJsonDocument(others).toJson();
}

} // namespace

SecretWatch::SecretWatch(const Lab &lab, const QStringList &secrets)
    : m_lab(lab)
{
    QDir(m_folder.path()).mkdir(QStringLiteral("places"));
    if (secrets.isEmpty() || !write(m_folder.filePath(QStringLiteral("secrets")), secrets.join(QLatin1Char('\n')).toUtf8())) {
        m_problem = QStringLiteral("there are no passwords to look for");
        return;
    }
    m_processes.start(QStringLiteral(RAYHELM_PROCWATCH), {m_folder.filePath(QStringLiteral("seen"))});
    if (!m_processes.waitForStarted())
        m_problem = m_processes.errorString();
}

SecretWatch::~SecretWatch()
{
    m_processes.terminate();
    m_processes.waitForFinished();
}

QString SecretWatch::findings(const QString &home, const QByteArray &activity, bool clusterExists)
{
    if (m_processes.state() != QProcess::Running)
        return QStringLiteral("procwatch does not run any more");
    collect(activity, clusterExists);
    QStringList places{QStringLiteral("processes=") + m_folder.filePath(QStringLiteral("seen")),
                       QStringLiteral("settings, data and log=") + home,
                       QStringLiteral("cluster=") + m_folder.filePath(QStringLiteral("places")),
                       QStringLiteral("home on the VM=") + m_lab.value("LAB_SSH_HOME"),
                       QStringLiteral("home on the HPC=") + m_lab.value("LAB_HPC_HOME")};
    for (const char *more : {"LAB_ROOT_HOME", "LAB_VM_TMP"}) {
        if (!m_lab.value(more).isEmpty())
            places.append(QStringLiteral("%1=%2").arg(QLatin1String(more), m_lab.value(more)));
    }
    if (!clusterExists)
        places.append(QStringLiteral("the gateway's jobs=") + m_lab.value("LAB_JOBS_DIR"));
    return scan(places);
}

/// What has to be asked for is written down, so that one scan sees all.
void SecretWatch::collect(const QByteArray &activity, bool clusterExists)
{
    const auto objects = [&](const QString &kinds) {
        return m_lab.kubectl({QStringLiteral("get"), kinds, QStringLiteral("-A"), QStringLiteral("-o"), QStringLiteral("json")}).out;
    };
    const QByteArray secrets = objects(QStringLiteral("secrets"));
    keep(QStringLiteral("secrets"), clusterExists ? otherSecrets(secrets) : secrets);
    keep(QStringLiteral("objects"), objects(QStringLiteral("pods,configmaps,services,rayclusters,events,ingresses")));
    keep(QStringLiteral("activity"), activity);
    if (clusterExists)
        keep(QStringLiteral("ray-jobs"), QJsonDocument(m_lab.rayJobs()).toJson() + m_lab.rayJobLogs());
}

void SecretWatch::keep(const QString &name, const QByteArray &content)
{
    write(m_folder.filePath(QStringLiteral("places/") + name), content);
}

QString SecretWatch::scan(const QStringList &places)
{
    const QStringList command{QStringLiteral("/usr/bin/python3"), rayhelm::sourceFile("/tests/support/secretscan/secretscan.py"),
                              QStringLiteral("--secrets"), m_folder.filePath(QStringLiteral("secrets")), QStringLiteral("scan")};
    const Said said = m_lab.run(command + places, 120);
    if (said.status == 0)
        return {};
    return QString::fromUtf8(said.out + (said.status == 1 ? QByteArray() : said.err));
}
