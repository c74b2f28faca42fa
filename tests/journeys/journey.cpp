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
    access.password = access.sudoPassword; // sudo asks for the user's own
    return access;
}

Journey::Journey(const Lab &lab, WindowDriver &window)
    : m_lab(lab)
    , m_window(window)
{
}

bool Journey::fillProfile(const Access &access)
{
    TRY(m_window.click(QStringLiteral("Connect to my VM...")));
    TRY(m_window.type(QStringLiteral("Address of the VM"), m_lab.value("LAB_SSH_HOST")));
    TRY(m_window.setNumber(QStringLiteral("Port"), m_lab.value("LAB_SSH_PORT").toInt()));
    TRY(m_window.type(QStringLiteral("User on the VM"), access.user));
    TRY(m_window.click(access.keyFile.isEmpty() ? QStringLiteral("A password") : QStringLiteral("A key file")));
    if (!access.keyFile.isEmpty())
        TRY(m_window.type(QStringLiteral("Key file"), access.keyFile));
    TRY(m_window.check(QStringLiteral("Work as root (sudo)"), access.asRoot));
    if (!access.hpcLogin)
        return true;
    const QString hpc = QStringLiteral("%1@%2:%3").arg(m_lab.value("LAB_HPC_USER"), m_lab.value("LAB_HPC_HOST"),
                                                       m_lab.value("LAB_HPC_PORT"));
    TRY(m_window.type(QStringLiteral("HPC login node, optional"), hpc));
    TRY(m_window.click(QStringLiteral("Advanced settings")));
    return m_window.type(QStringLiteral("Key file for the HPC login node"), m_lab.value("LAB_HPC_KEY"));
}

bool Journey::connect(const Access &access)
{
    return connectUntil(access, QStringLiteral("Connected to "), 180);
}

bool Journey::connectUntil(const Access &access, const QString &words, int seconds)
{
    if (!m_window.button(QStringLiteral("Connect")))
        TRY(m_window.openPanel(QStringLiteral("Connection")));
    TRY(m_window.click(QStringLiteral("Connect")));
    const QList<std::pair<QString, QString>> passwords{
        {QStringLiteral("Password for sudo on "), access.sudoPassword},
        {QStringLiteral("Password for %1@").arg(access.user), access.password},
    };
    QElapsedTimer timer;
    timer.start();
    while (!m_window.sees(words) && timer.elapsed() < seconds * 1000) {
        m_window.clickIfThere(QStringLiteral("They match: trust it"));
        for (const auto &[question, password] : passwords) {
            QWidget *field = password.isEmpty() ? nullptr : m_window.fieldStartingWith(question);
            if (!field)
                continue;
            QTest::keyClicks(field, password);
            m_window.clickIfThere(QStringLiteral("Continue"));
            QTest::qWait(300);
        }
        QTest::qWait(50);
    }
    return m_window.waitToSee(words, 1);
}

bool Journey::useIngress()
{
    TRY(storeAccount(QStringLiteral("Ray's address"), m_lab.value("LAB_INGRESS_URL"), m_lab.value("LAB_INGRESS_USER"),
                     m_lab.fileValue("LAB_INGRESS_PASSWORD_FILE")));
    const QString address = QStringLiteral("Address of Ray, when the VM publishes one");
    if (!m_window.field(address))
        TRY(m_window.click(QStringLiteral("Advanced settings")));
    TRY(m_window.type(address, m_lab.value("LAB_INGRESS_URL")));
    return m_window.type(QStringLiteral("User for that address"), m_lab.value("LAB_INGRESS_USER"));
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

bool Journey::begin(const Access &access, const QString &file)
{
    return fillProfile(access) && connect(access) && openValues(file);
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

bool Journey::compareBeforeInstall()
{
    TRY(m_window.openPanel(QStringLiteral("Configuration")));
    TRY(m_window.click(QStringLiteral("Review and install...")));
    TRY(m_window.click(QStringLiteral("the chart's defaults"), 30));
    TRY(m_window.waitToSee(QStringLiteral("All that differs from what the chart does by itself"), 10));
    TRY(m_window.click(QStringLiteral("the resulting objects"), 30));
    TRY(m_window.waitToSee(QStringLiteral("kind: RayCluster"), 10));
    return m_window.click(QStringLiteral("Back"));
}

bool Journey::compareAfter(const QString &words, const std::function<bool()> &mend)
{
    TRY(m_window.openPanel(QStringLiteral("Configuration")));
    TRY(m_window.click(QStringLiteral("Review and install...")));
    for (const char *name : {"the chart's defaults", "the resulting objects"}) {
        const auto saysWhy = [&] { return m_window.whyOff(QString::fromLatin1(name)).contains(words); };
        TRY(m_window.waitFor(saysWhy, 30, QStringLiteral("%1 to be off because: %2").arg(QString::fromLatin1(name), words)));
    }
    TRY(m_window.waitToSee(words, 2)); // on the page, not only when the pointer rests on a button
    m_window.picture(QStringLiteral("no-comparison"));
    TRY(mend());
    TRY(m_window.click(QStringLiteral("Read again")));
    TRY(m_window.click(QStringLiteral("the resulting objects"), 30));
    TRY(m_window.waitToSee(QStringLiteral("kind: RayCluster"), 10));
    return m_window.click(QStringLiteral("Back"));
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

bool Journey::waitForJob(int number, int seconds)
{
    const QString name = QStringLiteral("lab_training-%1: ").arg(number);
    TRY(m_window.waitToSee(name + QStringLiteral("Running"), 60));
    TRY(m_window.waitToSee(name + QStringLiteral("Finished"), seconds));
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
    // A head that has just begun to run does not answer yet: whether jobs run on it cannot be asked then.
    const QString name = QStringLiteral("Type the cluster's name to delete it:");
    bool typed = false;
    const auto pressed = [&] {
        if (!typed && m_window.sees(name))
            typed = m_window.type(name, QStringLiteral("raycluster"));
        return m_window.clickIfThere(QStringLiteral("Delete cluster"));
    };
    TRY(m_window.waitFor(pressed, 60, QStringLiteral("the button \"Delete cluster\"")));
    bool answered = false;
    QElapsedTimer timer;
    timer.start();
    while (!m_window.sees(verdict) && timer.elapsed() < seconds * 1000) {
        if (!answered) // the HPC login node is met for the first time
            m_window.clickIfThere(QStringLiteral("Answer"));
        if (m_window.clickIfThere(QStringLiteral("They match: trust it"))) {
            answered = true;
            QTest::qWait(300); // the card goes, and with it the focus
        }
        if (answered && !m_window.sees(QStringLiteral("Cluster > Delete")))
            TRY(m_window.openPanel(QStringLiteral("Cluster")));
        QTest::qWait(50);
    }
    TRY(m_window.waitToSee(verdict, 1));
    return m_window.waitFor([&] { return m_lab.slurmJobs().isEmpty(); }, 30, QStringLiteral("an empty Slurm queue"));
}
