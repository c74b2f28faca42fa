#include "journey.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#define TRY(step)                                                                                                      \
    do {                                                                                                               \
        if (!(step))                                                                                                   \
            return false;                                                                                              \
    } while (false)

Access ordinaryAccess(const Lab &lab)
{
    Access access;
    access.user = lab.value("LAB_SSH_USER");
    access.keyFile = lab.value("LAB_SSH_KEY");
    return access;
}

Access rootAccess(const Lab &lab)
{
    Access access;
    access.user = QStringLiteral("labpw");
    access.keyFile = lab.value("LAB_SSH_KEY");
    access.asRoot = true;
    const QJsonObject account = lab.account(access.user);
    if (account.contains(QLatin1String("key")))
        access.keyFile = account.value(QLatin1String("key")).toString();
    QFile file(account.value(QLatin1String("password_file")).toString());
    if (file.open(QIODevice::ReadOnly))
        access.sudoPassword = QString::fromUtf8(file.readAll()).trimmed();
    return access;
}

Journey::Journey(const Lab &lab, WindowDriver &window)
    : m_lab(lab)
    , m_window(window)
{
}

bool Journey::connectFirstTime(const Access &access, const QString &rayAddress)
{
    TRY(m_window.click(QStringLiteral("Connect to my VM...")));
    TRY(m_window.type(QStringLiteral("Address of the VM"), m_lab.value("LAB_SSH_HOST")));
    TRY(m_window.setNumber(QStringLiteral("Port"), m_lab.value("LAB_SSH_PORT").toInt()));
    TRY(m_window.type(QStringLiteral("User on the VM"), access.user));
    TRY(m_window.click(QStringLiteral("A key file")));
    TRY(m_window.type(QStringLiteral("Key file"), access.keyFile));
    TRY(m_window.check(QStringLiteral("Work as root (sudo)"), access.asRoot));
    if (access.hpcLogin) {
        const QString hpc = QStringLiteral("%1@%2:%3").arg(m_lab.value("LAB_HPC_USER"), m_lab.value("LAB_HPC_HOST"),
                                                           m_lab.value("LAB_HPC_PORT"));
        TRY(m_window.type(QStringLiteral("HPC login node, optional"), hpc));
        TRY(m_window.click(QStringLiteral("Advanced settings")));
        TRY(m_window.type(QStringLiteral("Key file for the HPC login node"), m_lab.value("LAB_HPC_KEY")));
    }
    if (!rayAddress.isEmpty()) {
        if (!m_window.field(QStringLiteral("Address of Ray, when the VM publishes one")))
            TRY(m_window.click(QStringLiteral("Advanced settings")));
        TRY(m_window.type(QStringLiteral("Address of Ray, when the VM publishes one"), rayAddress));
        TRY(m_window.type(QStringLiteral("User for that address"), m_lab.value("LAB_INGRESS_USER")));
    }
    TRY(m_window.click(QStringLiteral("Connect")));
    return answerQuestions(access, 60);
}

bool Journey::connectAgain(const Access &access)
{
    TRY(m_window.openPanel(QStringLiteral("Connection")));
    TRY(m_window.click(QStringLiteral("Connect")));
    return answerQuestions(access, 60);
}

bool Journey::answerQuestions(const Access &access, int seconds)
{
    QElapsedTimer timer;
    timer.start();
    while (!m_window.sees(QStringLiteral("Connected to ")) && timer.elapsed() < seconds * 1000) {
        m_window.clickIfThere(QStringLiteral("They match: trust it"));
        const QString sudo = QStringLiteral("Password for sudo on ");
        if (!access.sudoPassword.isEmpty() && m_window.sees(sudo)) {
            QWidget *field = m_window.field(sudo + m_lab.value("LAB_SSH_HOST"));
            if (field)
                QTest::keyClicks(field, access.sudoPassword);
            m_window.clickIfThere(QStringLiteral("Continue"));
        }
        QTest::qWait(50);
    }
    return m_window.waitToSee(QStringLiteral("Connected to "), 1);
}

bool Journey::disconnect()
{
    TRY(m_window.openPanel(QStringLiteral("Connection")));
    TRY(m_window.click(QStringLiteral("Disconnect")));
    return m_window.waitToSee(QStringLiteral("Not connected"), 15);
}

bool Journey::storeAccount(const QString &kind, const QString &address, const QString &user, const QString &password)
{
    TRY(m_window.menu(QStringLiteral("Tools"), QStringLiteral("Accounts and passwords...")));
    TRY(m_window.click(QStringLiteral("Add account...")));
    TRY(m_window.choose(QStringLiteral("What for"), kind));
    TRY(m_window.type(QStringLiteral("Address"), address));
    TRY(m_window.type(QStringLiteral("User"), user));
    TRY(m_window.type(QStringLiteral("Password"), password));
    TRY(m_window.click(QStringLiteral("Keep it")));
    TRY(m_window.waitToSee(QStringLiteral("Kept in the keychain."), 20));
    return m_window.click(QStringLiteral("Close"));
}

bool Journey::openValues(const QString &file)
{
    TRY(m_window.openPanel(QStringLiteral("Configuration")));
    TRY(m_window.click(QStringLiteral("Open...")));
    TRY(m_window.chooseRow(file, 20));
    TRY(m_window.click(QStringLiteral("Open")));
    return m_window.waitToSee(file + QStringLiteral(", saved"), 20);
}

bool Journey::editValues(int workers, const QString &timeLimit)
{
    TRY(m_window.setNumber(QStringLiteral("Workers"), workers));
    TRY(m_window.type(QStringLiteral("Time limit"), timeLimit));
    TRY(m_window.key(Qt::Key_Tab));
    return m_window.waitToSee(QStringLiteral(", not saved"), 10);
}

bool Journey::save()
{
    TRY(m_window.click(QStringLiteral("Save")));
    return m_window.waitToSee(QStringLiteral(", saved"), 20);
}

bool Journey::startInstall()
{
    TRY(m_window.openPanel(QStringLiteral("Configuration")));
    TRY(m_window.click(QStringLiteral("Review and install...")));
    return m_window.click(QStringLiteral("Install"), 30);
}

bool Journey::waitUsable(int pods, int seconds)
{
    const auto ready = [&] { return m_lab.podsRun(pods) && m_lab.rayNodesAlive() == pods; };
    TRY(m_window.waitFor(ready, seconds, QStringLiteral("%1 pods 1/1 Running that Ray counts").arg(pods)));
    return m_window.waitToSee(QStringLiteral("Cluster usable"), 60);
}

bool Journey::submitJob(const QString &folder, const QString &experiment)
{
    TRY(m_window.openPanel(QStringLiteral("Jobs")));
    TRY(m_window.click(QStringLiteral("New job...")));
    TRY(m_window.type(QStringLiteral("Folder with your code"), folder));
    TRY(m_window.choose(QStringLiteral("Configuration"), QStringLiteral("lab_training")));
    TRY(m_window.click(QStringLiteral("training")));
    TRY(m_window.click(QStringLiteral("Next")));
    TRY(m_window.waitToSee(QStringLiteral("are sent"), 20));
    TRY(m_window.click(QStringLiteral("Next")));
    TRY(m_window.type(QStringLiteral("Tracking URI"), m_lab.value("LAB_MLFLOW_URI")));
    TRY(m_window.type(QStringLiteral("Experiment"), experiment));
    TRY(m_window.click(QStringLiteral("Next"), 20));
    TRY(m_window.click(QStringLiteral("Next"), 20));
    TRY(m_window.waitToSee(QStringLiteral("itwinai exec-pipeline"), 10));
    return m_window.click(QStringLiteral("Submit"), 20);
}

bool Journey::waitForJob(int seconds)
{
    TRY(m_window.waitToSee(QStringLiteral("Running"), 60));
    TRY(m_window.waitToSee(QStringLiteral("Finished"), seconds));
    const auto succeeded = [&] {
        const QJsonArray jobs = m_lab.rayJobs();
        for (const QJsonValue &job : jobs) {
            if (job.toObject().value(QLatin1String("status")).toString() != QLatin1String("SUCCEEDED"))
                return false;
        }
        return !jobs.isEmpty();
    };
    return m_window.waitFor(succeeded, 10, QStringLiteral("only SUCCEEDED jobs in Ray's own list"));
}

bool Journey::deleteCluster(const QString &verdict, int seconds)
{
    TRY(m_window.openPanel(QStringLiteral("Cluster")));
    TRY(m_window.click(QStringLiteral("Delete cluster...")));
    TRY(m_window.click(QStringLiteral("Delete cluster"), 20));
    QElapsedTimer timer;
    timer.start();
    while (!m_window.sees(verdict) && timer.elapsed() < seconds * 1000) {
        m_window.clickIfThere(QStringLiteral("They match: trust it")); // the HPC login node is met for the first time
        QTest::qWait(50);
    }
    TRY(m_window.waitToSee(verdict, 1));
    return m_window.waitFor([&] { return m_lab.slurmJobs().isEmpty(); }, 30, QStringLiteral("an empty Slurm queue"));
}
