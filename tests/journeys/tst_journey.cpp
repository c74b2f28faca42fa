// The tutorial through the real window against the real lab: journeys with and without faults. The flavour of the lab comes from
// RAYHELM_JOURNEY_FLAVOUR (user, root). Results are read from kubectl, squeue, Ray and MLflow, never from the application.
#include "journey.h"
#include "secretwatch.h"
#include "testapplication.h"
#include "folders.h"

#include <QDeadlineTimer>
#include <QFileInfo>
#include <QProcess>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <cstring>
#include <unistd.h>

namespace {

constexpr int usableSeconds = 420;

QString flavour()
{
    return qEnvironmentVariable("RAYHELM_JOURNEY_FLAVOUR", QStringLiteral("user"));
}

QString pictures()
{
    return QStringLiteral(RAYHELM_PICTURES "/") + flavour();
}

Access accessTo(const Lab &lab)
{
    return flavour() == QLatin1String("root") ? rootAccess(lab) : ordinaryAccess(lab);
}

const QString valuesFile = QStringLiteral("lab_raycluster.yaml");

/// From the welcome page to the button Install.
bool journeyToInstall(const Lab &lab, Journey &journey)
{
    const Access access = accessTo(lab);
    return journey.fillProfile(access) && journey.connect(access)
        && journey.storeAccount(QStringLiteral("MLflow"), lab.value("LAB_MLFLOW_URI"), lab.value("LAB_MLFLOW_USER"),
                                lab.fileValue("LAB_MLFLOW_PASSWORD_FILE"))
        && journey.openValues(valuesFile) && journey.editValues(1, QStringLiteral("45 min")) && journey.save()
        && journey.compareBeforeInstall() && journey.startInstall();
}

QByteArray activityOf(const TestApplication &application)
{
    QByteArray text;
    for (const rayhelm::CommandRecord &record : application.commands())
        text += (record.place + QLatin1Char('\t') + record.command + QLatin1Char('\t') + record.outcome.value_or(QString())).toUtf8() + '\n';
    return text;
}

/// What is in one snapshot of the lab and not in the other, a line each.
QString differences(const QByteArray &before, const QByteArray &after)
{
    const QStringList old = QString::fromUtf8(before).split(QLatin1Char('\n'));
    const QStringList now = QString::fromUtf8(after).split(QLatin1Char('\n'));
    QStringList lines;
    for (const QString &line : old) {
        if (!now.contains(line))
            lines.append(QStringLiteral("gone: ") + line);
    }
    for (const QString &line : now) {
        if (!old.contains(line))
            lines.append(QStringLiteral("left behind: ") + line);
    }
    return before == after ? QString() : QStringLiteral("not the same\n") + lines.join(QLatin1Char('\n'));
}

} // namespace

/// The first half of a journey in a process of its own, which is then killed: tst_journey --install-and-stay HOME.
class TestInstallAndStay : public QObject
{
    Q_OBJECT
public:
    explicit TestInstallAndStay(const QString &home) : m_home(home) {}

private Q_SLOTS:
    void stay()
    {
        Lab lab(flavour());
        QVERIFY2(lab.problem().isEmpty(), qPrintable(lab.problem()));
        TestApplication application(m_home);
        WindowDriver window(&application.window(), pictures() + QStringLiteral("/killed"));
        Journey journey(lab, window);
        QVERIFY(journeyToInstall(lab, journey));
        QTest::qWait(600000);
    }

private:
    QString m_home;
};

class TestJourney : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<Lab> m_lab;
    std::unique_ptr<QTemporaryDir> m_home;
    Access m_access;
    QString m_left; ///< what the last comparison of snapshots found
    QByteArray m_values; ///< the file on the VM as the lab has made it

    QString pipelines() const { return rayhelm::sourceFile("/tests/lab/pipelines"); }
    QStringList passwords() const
    {
        QStringList all{m_lab->fileValue("LAB_MLFLOW_PASSWORD_FILE"), m_lab->fileValue("LAB_INGRESS_PASSWORD_FILE")};
        if (!m_access.sudoPassword.isEmpty())
            all.append(m_access.sudoPassword);
        return all;
    }
    /// The lab as it is once the VM has ended what it ran for the link of an earlier test.
    QByteArray settledSnapshot() const
    {
        QByteArray before = m_lab->snapshot();
        for (int tries = 0; tries < 10; ++tries) {
            QTest::qWait(2500);
            const QByteArray now = m_lab->snapshot();
            if (now == before)
                break;
            before = now;
        }
        return before;
    }
    /// Whether the lab is as it was. The VM may need some seconds to end what it ran for a link that is gone.
    bool nothingChanged(const QByteArray &before)
    {
        QDeadlineTimer limit(20000);
        do {
            m_left = differences(before, m_lab->snapshot());
        } while (!m_left.isEmpty() && !limit.hasExpired());
        return m_left.isEmpty();
    }
    bool runJob(Journey &journey, int number, const QString &experiment)
    {
        return journey.submitJob(pipelines(), experiment) && journey.waitForJob(number, 180)
            && !m_lab->mlflowRuns(experiment).isEmpty();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_lab = std::make_unique<Lab>(flavour());
        QVERIFY2(m_lab->problem().isEmpty(), qPrintable(m_lab->problem()));
        m_access = accessTo(*m_lab);
        QFile file(m_lab->value("LAB_VALUES_FIRST"));
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
        m_values = file.readAll();
        cleanup(); // an earlier run may have been cut off
    }

    void init() { m_home = std::make_unique<QTemporaryDir>(QStringLiteral("/tmp/rh-journey-XXXXXX")); }

    /// What the journeys change on purpose is put back, so that the snapshots show only what should not have changed.
    void cleanup()
    {
        m_lab->clean();
        QFile file(m_lab->valuesFile(m_access.user));
        if (file.open(QIODevice::WriteOnly))
            file.write(m_values);
    }

    void wholeTutorial()
    {
        const QByteArray before = settledSnapshot();
        SecretWatch watch(*m_lab, passwords());
        QVERIFY2(watch.problem().isEmpty(), qPrintable(watch.problem()));
        {
            TestApplication application(m_home->path());
            WindowDriver window(&application.window(), pictures());
            Journey journey(*m_lab, window);
            QVERIFY(journeyToInstall(*m_lab, journey));
            QVERIFY(journey.waitUsable(2, usableSeconds));
            window.picture(QStringLiteral("usable"));
            QVERIFY(runJob(journey, 1, QStringLiteral("journey-tunnel")));
            window.picture(QStringLiteral("job"));
            QCOMPARE(watch.findings(m_home->path(), activityOf(application), true), QString());

            QVERIFY(journey.disconnect());
            QVERIFY(journey.useIngress());
            QVERIFY(journey.connect(m_access));
            QVERIFY(runJob(journey, 2, QStringLiteral("journey-ingress")));
            QCOMPARE(watch.findings(m_home->path(), activityOf(application), true), QString());

            QVERIFY(journey.deleteCluster(QStringLiteral("Given back"), 180));
            window.picture(QStringLiteral("given-back"));
            QCOMPARE(watch.findings(m_home->path(), activityOf(application), false), QString());
        }
        cleanup();
        QVERIFY2(nothingChanged(before), qPrintable(m_left));
    }

    /// Without an HPC login nobody can prove it: the window must not say that it was given back.
    void noProofWithoutHpcLogin()
    {
        m_access.hpcLogin = false;
        TestApplication application(m_home->path());
        WindowDriver window(&application.window(), pictures() + QStringLiteral("/no-proof"));
        Journey journey(*m_lab, window);
        QVERIFY(journey.begin(m_access, valuesFile));
        QVERIFY(journey.startInstall());
        QVERIFY(window.waitFor([&] { return !m_lab->slurmJobs().isEmpty(); }, 120, QStringLiteral("jobs in Slurm")));
        QVERIFY(journey.deleteCluster(QStringLiteral("Asked to stop, no proof yet"), 180));
        QVERIFY(!window.sees(QStringLiteral("Given back")));
        m_access.hpcLogin = true;
    }

    void networkFrozenDuringInstall()
    {
        const QByteArray before = settledSnapshot();
        {
            TestApplication application(m_home->path());
            WindowDriver window(&application.window(), pictures() + QStringLiteral("/frozen"));
            Journey journey(*m_lab, window);
            QVERIFY(journeyToInstall(*m_lab, journey));
            QVERIFY(window.waitFor([&] { return m_lab->helmHasBegun(); }, 60, QStringLiteral("a release of helm")));
            QVERIFY(m_lab->fault(QStringLiteral("network-frozen"), true));
            QVERIFY(window.waitToSee(QStringLiteral("Lost "), 90));
            QVERIFY(!window.sees(QStringLiteral("Cluster usable")));
            window.picture(QStringLiteral("lost"));
            QVERIFY(m_lab->fault(QStringLiteral("network-frozen"), false));
            QVERIFY(window.waitToSee(QStringLiteral("Connected to "), 120));
            QVERIFY(journey.waitUsable(2, usableSeconds));
            QVERIFY(journey.deleteCluster(QStringLiteral("Given back"), 180));
        }
        cleanup();
        QVERIFY2(nothingChanged(before), qPrintable(m_left));
    }

    void killedDuringInstall()
    {
        const QByteArray before = settledSnapshot();
        QProcess first;
        first.setProcessChannelMode(QProcess::ForwardedChannels);
        first.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--install-and-stay"), m_home->path()});
        QVERIFY(first.waitForStarted());
        const bool begun = QTest::qWaitFor([&] { return m_lab->helmHasBegun() || first.state() == QProcess::NotRunning; }, 120000);
        QVERIFY(begun && first.state() == QProcess::Running);
        first.kill();
        QVERIFY(QTest::qWaitFor([&] { return first.state() == QProcess::NotRunning; }, 10000));
        {
            TestApplication application(m_home->path());
            WindowDriver window(&application.window(), pictures() + QStringLiteral("/started-again"));
            Journey journey(*m_lab, window);
            QVERIFY(journey.connect(m_access));
            QVERIFY(journey.waitUsable(2, usableSeconds));
            window.picture(QStringLiteral("usable"));
            QVERIFY(journey.deleteCluster(QStringLiteral("Given back"), 180));
        }
        cleanup();
        QVERIFY2(nothingChanged(before), qPrintable(m_left));
    }

    void podRefusedBySlurm()
    {
        const QByteArray before = settledSnapshot();
        {
            TestApplication application(m_home->path());
            WindowDriver window(&application.window(), pictures() + QStringLiteral("/refused"));
            Journey journey(*m_lab, window);
            QVERIFY(m_lab->fault(QStringLiteral("refused-option"), true));
            QVERIFY(journeyToInstall(*m_lab, journey));
            // The gateway passes on no word of sbatch's. Only the missing job number tells, and after ten minutes it is called
            // a refusal, which the long run waits for.
            QVERIFY(window.waitToSee(QStringLiteral("it has no Slurm job number yet"), 120));
            if (qEnvironmentVariableIsSet("RAYHELM_JOURNEY_PATIENT"))
                QVERIFY(window.waitToSee(QStringLiteral("the HPC probably refused it"), 700));
            else
                QTest::qWait(20000);
            QVERIFY(window.sees(QStringLiteral("Nothing held")));
            QVERIFY(!window.sees(QStringLiteral("Cluster usable")));
            QVERIFY(m_lab->slurmJobs().isEmpty());
            window.picture(QStringLiteral("refused"));
            QVERIFY(m_lab->fault(QStringLiteral("refused-option"), false));
            QVERIFY(journey.deleteCluster(QStringLiteral("Given back"), 180));
        }
        cleanup();
        QVERIFY2(nothingChanged(before), qPrintable(m_left));
    }

    void missingOnTheVm_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QStringList>("words");
        const auto program = [](const char *name) {
            return QStringList{QStringLiteral("%1 was not found on ").arg(QLatin1String(name)), QStringLiteral("Give its path")};
        };
        QTest::newRow("helm") << QStringLiteral("missing-program helm") << program("helm");
        QTest::newRow("kubectl") << QStringLiteral("missing-program kubectl") << program("kubectl");
        QTest::newRow("base64") << QStringLiteral("missing-program base64") << program("base64");
        QTest::newRow("no chart repository") << QStringLiteral("no-chart-repo")
                                             << QStringList{QStringLiteral("chart repository"), QStringLiteral("helm repo add kuberay")};
        QTest::newRow("no kubeconfig") << QStringLiteral("no-kubeconfig")
                                       << QStringList{QStringLiteral("kubeconfig"), QStringLiteral("the path of the settings file")};
    }

    /// The message says what is missing and what to do.
    void missingOnTheVm()
    {
        QFETCH(QString, fault);
        QFETCH(QStringList, words);
        QVERIFY(m_lab->fault(fault, true));
        TestApplication application(m_home->path());
        WindowDriver window(&application.window(), pictures() + QStringLiteral("/missing-") + QLatin1String(QTest::currentDataTag()));
        Journey journey(*m_lab, window);
        QVERIFY(journey.fillProfile(m_access));
        QVERIFY(journey.connectUntil(m_access, words.first(), 60));
        for (const QString &part : std::as_const(words))
            QVERIFY(window.waitToSee(part, 5));
        window.picture(QStringLiteral("message"));
        QVERIFY(m_lab->fault(fault, false));
    }

    /// The chart repository is taken away while the application is connected: the review says so, and recovers.
    void chartIsGoneBeforeTheReview()
    {
        const QByteArray before = settledSnapshot();
        {
            TestApplication application(m_home->path());
            WindowDriver window(&application.window(), pictures() + QStringLiteral("/no-chart"));
            Journey journey(*m_lab, window);
            QVERIFY(journey.begin(m_access, valuesFile));
            QVERIFY(m_lab->fault(QStringLiteral("no-chart-repo"), true));
            QVERIFY(journey.compareAfter(QStringLiteral("package source is not registered"), [this] { return m_lab->fault(QStringLiteral("no-chart-repo"), false); }));
        }
        cleanup();
        QVERIFY2(nothingChanged(before), qPrintable(m_left));
    }

    /// Root flavour: a file of another account of the VM, in the folder that root works in, is not changed unasked.
    void anothersFileOnTheVm()
    {
        const QString file = m_lab->valuesFile(m_access.user);
        const QString owner = QStringLiteral("labadmin");
        const QFileInfo home(QFileInfo(m_lab->valuesFile(owner)).absolutePath());
        const QFileInfo mine(file);
        QVERIFY2(home.ownerId() != mine.ownerId(), "both files belong to the same account");
        QCOMPARE(::chown(qPrintable(file), home.ownerId(), home.groupId()), 0);
        auto givenBack = qScopeGuard([&] { // also after a failure: a second try begins like the first
            if (::chown(qPrintable(file), mine.ownerId(), mine.groupId()) != 0)
                qWarning("%s stays another account's", qPrintable(file));
        });
        {
            TestApplication application(m_home->path());
            WindowDriver window(&application.window(), pictures() + QStringLiteral("/another-owner"));
            Journey journey(*m_lab, window);
            QVERIFY(journey.begin(m_access, valuesFile));
            QVERIFY(journey.editValues(1, QStringLiteral("45 min")));
            QVERIFY(window.click(QStringLiteral("Save")));
            QVERIFY(window.waitToSee(valuesFile + QStringLiteral(" belongs to ") + owner, 10));
            window.picture(QStringLiteral("question"));
            QFile unchanged(file);
            QVERIFY(unchanged.open(QIODevice::ReadOnly));
            QCOMPARE(unchanged.readAll(), m_values);
            QVERIFY(window.click(QStringLiteral("Change %1's file").arg(owner)));
            QVERIFY(window.waitToSee(valuesFile + QStringLiteral(", saved"), 20));
            QFile changed(file);
            QVERIFY(changed.open(QIODevice::ReadOnly));
            QVERIFY(changed.readAll().contains("--time=45"));
            QCOMPARE(QFileInfo(file).ownerId(), mine.ownerId()); // written by the folder's owner, as the question said: root gives nothing away
        }
        givenBack.dismiss();
        QCOMPARE(::chown(qPrintable(file), mine.ownerId(), mine.groupId()), 0);
    }

    /// Root flavour: the login itself by password, asked in the window.
    void passwordLogin()
    {
        Access access = m_access;
        access.keyFile.clear();
        QVERIFY2(!access.password.isEmpty(), "only the root flavour has an account with a password");
        SecretWatch watch(*m_lab, passwords());
        TestApplication application(m_home->path());
        WindowDriver window(&application.window(), pictures() + QStringLiteral("/password"));
        Journey journey(*m_lab, window);
        QVERIFY(journey.fillProfile(access));
        QVERIFY(journey.connect(access));
        window.picture(QStringLiteral("connected"));
        QCOMPARE(watch.findings(m_home->path(), activityOf(application), false), QString());
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    if (argc == 3 && std::strcmp(argv[1], "--install-and-stay") == 0) {
        TestInstallAndStay phase(QString::fromLocal8Bit(argv[2]));
        return QTest::qExec(&phase, QStringList{QStringLiteral("install-and-stay")});
    }
    TestJourney journeys;
    return QTest::qExec(&journeys, argc, argv);
}

#include "tst_journey.moc"
