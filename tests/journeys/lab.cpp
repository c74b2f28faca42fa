#include "lab.h"
#include "folders.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>

namespace {

QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

bool isRunning(const QJsonObject &pod)
{
    const QJsonObject status = pod.value(QLatin1String("status")).toObject();
    const QJsonArray containers = status.value(QLatin1String("containerStatuses")).toArray();
    if (status.value(QLatin1String("phase")).toString() != QLatin1String("Running") || containers.isEmpty())
        return false;
    for (const QJsonValue &value : containers) {
        const QJsonObject container = value.toObject();
        if (!container.value(QLatin1String("ready")).toBool()
            || !container.value(QLatin1String("state")).toObject().contains(QLatin1String("running")))
            return false;
    }
    return true;
}

/// A line of a curl configuration file.
QByteArray curlLogin(const QString &user, const QString &password)
{
    if (user.isEmpty())
        return {};
    QString login = user + QLatin1Char(':') + password;
    login.replace(QLatin1Char('\\'), QStringLiteral("\\\\")).replace(QLatin1Char('"'), QStringLiteral("\\\""));
    return "user = \"" + login.toUtf8() + "\"\n";
}

} // namespace

Lab::Lab(const QString &flavour)
    : m_command(rayhelm::sourceFile("/tests/lab/lab"))
{
    Said env = run({m_command, QStringLiteral("env"), QStringLiteral("--json")});
    m_values = object(env.out);
    const QString wanted = qEnvironmentVariable("LAB_OPERATOR");
    const bool isUp = env.status == 0 && value("LAB_FLAVOUR") == flavour && (wanted.isEmpty() || value("LAB_OPERATOR_VERSION") == wanted)
        && run({m_command, QStringLiteral("status")}, 30).status == 0;
    if (!isUp) {
        if (env.status == 0)
            run({m_command, QStringLiteral("down")}, 180);
        const Said up = run({m_command, QStringLiteral("up"), QStringLiteral("--flavour"), flavour}, 300);
        if (up.status != 0) {
            m_problem = QStringLiteral("the lab does not come up: ") + QString::fromUtf8(up.out + up.err);
            return;
        }
        env = run({m_command, QStringLiteral("env"), QStringLiteral("--json")});
        m_values = object(env.out);
    }
    clean();
}

QString Lab::value(const char *key) const
{
    const QJsonValue value = m_values.value(QLatin1String(key));
    return value.isString() ? value.toString() : value.toVariant().toString();
}

QString Lab::valuesFile(const QString &user) const
{
    return value("LAB_VALUES").replace(QStringLiteral("/home/") + value("LAB_SSH_USER") + QLatin1Char('/'),
                                       QStringLiteral("/home/") + user + QLatin1Char('/'));
}

QString Lab::fileValue(const char *key) const
{
    QFile file(value(key));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).trimmed() : QString();
}

QJsonObject Lab::account(const QString &user) const
{
    const QJsonDocument users = QJsonDocument::fromJson(value("LAB_SSH_USERS_JSON").toUtf8());
    if (users.isObject())
        return users.object().value(user).toObject();
    const QJsonArray list = users.array();
    for (const QJsonValue &entry : list) {
        if (entry.toObject().value(QLatin1String("user")).toString() == user)
            return entry.toObject();
    }
    return {};
}

/// The window goes on while it waits: what is measured or seen meanwhile is the application's own doing.
Said Lab::run(const QStringList &command, int seconds, const QByteArray &input) const
{
    QProcess process;
    process.start(command.first(), command.mid(1));
    process.write(input);
    process.closeWriteChannel();
    const QDeadlineTimer limit(seconds * 1000);
    while (process.state() != QProcess::NotRunning && !limit.hasExpired())
        QTest::qWait(2);
    Said said;
    if (process.state() != QProcess::NotRunning) {
        process.kill();
        process.waitForFinished(5000);
        said.err = "timed out: " + command.join(QLatin1Char(' ')).toUtf8();
        return said;
    }
    const bool ended = process.error() != QProcess::FailedToStart && process.exitStatus() == QProcess::NormalExit;
    said.status = ended ? process.exitCode() : -1;
    said.out = process.readAllStandardOutput();
    said.err = process.readAllStandardError();
    return said;
}

Said Lab::kubectl(const QStringList &arguments) const
{
    return run(QStringList{value("LAB_KUBECTL"), QStringLiteral("--kubeconfig"), value("LAB_KUBECONFIG"),
                           QStringLiteral("--request-timeout=10s")}
               + arguments);
}

QJsonArray Lab::pods() const
{
    const Said said = kubectl({QStringLiteral("get"), QStringLiteral("pods"), QStringLiteral("-o"), QStringLiteral("json")});
    return said.status == 0 ? object(said.out).value(QLatin1String("items")).toArray() : QJsonArray();
}

bool Lab::podsRun(int count) const
{
    const QJsonArray all = pods();
    int running = 0;
    for (const QJsonValue &pod : all)
        running += isRunning(pod.toObject()) ? 1 : 0;
    return running == count && all.size() == count;
}

bool Lab::helmHasBegun() const
{
    const Said said = kubectl({QStringLiteral("get"), QStringLiteral("secrets"), QStringLiteral("-l"), QStringLiteral("owner=helm"),
                               QStringLiteral("-o"), QStringLiteral("name")});
    return said.status == 0 && !said.out.trimmed().isEmpty();
}

QStringList Lab::slurmJobs() const
{
    const Said said = run({QStringLiteral("sh"), QStringLiteral("-c"),
                           value("LAB_SQUEUE") + QStringLiteral(" --noheader -o '%i %T'")});
    return QString::fromUtf8(said.out).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

Said Lab::get(const QString &url, const QString &user, const QString &password) const
{
    return run({QStringLiteral("curl"), QStringLiteral("-sS"), QStringLiteral("-m"), QStringLiteral("10"), QStringLiteral("-K"),
                QStringLiteral("-"), url},
               60, curlLogin(user, password));
}

Said Lab::post(const QString &url, const QByteArray &json, const QString &user, const QString &password) const
{
    return run({QStringLiteral("curl"), QStringLiteral("-sS"), QStringLiteral("-m"), QStringLiteral("10"), QStringLiteral("-K"),
                QStringLiteral("-"), QStringLiteral("-H"), QStringLiteral("Content-Type: application/json"), QStringLiteral("-d"),
                QString::fromUtf8(json), url},
               60, curlLogin(user, password));
}

QJsonArray Lab::rayJobs() const
{
    const Said said = get(value("LAB_INGRESS_URL") + QStringLiteral("/api/jobs/"), value("LAB_INGRESS_USER"),
                          fileValue("LAB_INGRESS_PASSWORD_FILE"));
    return QJsonDocument::fromJson(said.out).array();
}

QByteArray Lab::rayJobLogs() const
{
    QByteArray logs;
    const QJsonArray jobs = rayJobs();
    for (const QJsonValue &job : jobs) {
        const QString id = job.toObject().value(QLatin1String("submission_id")).toString();
        logs += get(value("LAB_INGRESS_URL") + QStringLiteral("/api/jobs/%1/logs").arg(id), value("LAB_INGRESS_USER"),
                    fileValue("LAB_INGRESS_PASSWORD_FILE"))
                    .out;
    }
    return logs;
}

int Lab::rayNodesAlive() const
{
    const Said said = get(value("LAB_INGRESS_URL") + QStringLiteral("/nodes?view=summary"), value("LAB_INGRESS_USER"),
                          fileValue("LAB_INGRESS_PASSWORD_FILE"));
    const QJsonArray nodes
        = object(said.out).value(QLatin1String("data")).toObject().value(QLatin1String("summary")).toArray();
    int alive = 0;
    for (const QJsonValue &node : nodes) {
        const QJsonObject raylet = node.toObject().value(QLatin1String("raylet")).toObject();
        alive += raylet.value(QLatin1String("state")).toString() == QLatin1String("ALIVE") ? 1 : 0;
    }
    return alive;
}

QJsonArray Lab::mlflowRuns(const QString &experiment) const
{
    const QString server = value("LAB_MLFLOW_URI");
    const QString user = value("LAB_MLFLOW_USER");
    const QString password = fileValue("LAB_MLFLOW_PASSWORD_FILE");
    const QString byName = server + QStringLiteral("/api/2.0/mlflow/experiments/get-by-name?experiment_name=") + experiment;
    const QString id = object(get(byName, user, password).out)
                           .value(QLatin1String("experiment"))
                           .toObject()
                           .value(QLatin1String("experiment_id"))
                           .toString();
    if (id.isEmpty())
        return {};
    const QByteArray query = "{\"experiment_ids\":[\"" + id.toUtf8() + "\"],\"max_results\":100}";
    const Said said = post(server + QStringLiteral("/api/2.0/mlflow/runs/search"), query, user, password);
    return object(said.out).value(QLatin1String("runs")).toArray();
}

bool Lab::fault(const QString &name, bool on) const
{
    const QStringList words = name.split(QLatin1Char(' ')) << (on ? QStringLiteral("on") : QStringLiteral("off"));
    const Said said = run(QStringList{m_command, QStringLiteral("fault")} + words, 120);
    if (said.status != 0)
        qWarning("fault %s: %s", qPrintable(name), (said.out + said.err).constData());
    return said.status == 0;
}

QByteArray Lab::snapshot() const
{
    return run({m_command, QStringLiteral("snapshot")}, 120).out;
}

void Lab::clean() const
{
    run({m_command, QStringLiteral("fault"), QStringLiteral("all"), QStringLiteral("off")}, 120);
    const QStringList helm{value("LAB_HELM"), QStringLiteral("--kubeconfig"), value("LAB_KUBECONFIG")};
    const Said list = run(helm + QStringList{QStringLiteral("list"), QStringLiteral("-a"), QStringLiteral("-q")});
    const QStringList releases = QString::fromUtf8(list.out).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (const QString &release : releases)
        run(helm + QStringList{QStringLiteral("delete"), release});
    QDeadlineTimer limit(60000);
    while (!slurmJobs().isEmpty() && !limit.hasExpired())
        QTest::qWait(300);
    // What an application that was cut off in a test had stored for its cluster.
    kubectl({QStringLiteral("delete"), QStringLiteral("secrets"), QStringLiteral("-l"), QStringLiteral("rayhelm/installation")});
    kubectl({QStringLiteral("delete"), QStringLiteral("pods"), QStringLiteral("--all"), QStringLiteral("--force"),
             QStringLiteral("--grace-period=0")});
}
