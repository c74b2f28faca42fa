// The application in folders that outlive it, working by itself so that crash.py can kill it at any moment:
//   crashapp FOLDER work SEED   types, saves, installs, submits and deletes in random order, and says what it does
//   crashapp FOLDER look        starts once more, says what is there, waits whether something begins by itself, connects, says it again
#include "cluster/clusterstatus.h"
#include "cluster/givebackreport.h"
#include "cluster/installrecord.h"
#include "core/commandlog.h"
#include "core/profilestore.h"
#include "core/redactor.h"
#include "jobs/jobhistory.h"
#include "remote/http.h"
#include "remote/launcher.h"
#include "secrets/memorysecretstore.h"
#include "session/configuration.h"
#include "session/connection.h"
#include "session/datalock.h"
#include "session/jobdesk.h"
#include "session/lifecycle.h"
#include "session/session.h"
#include "ui/connectionform.h"
#include "ui/connectionpanel.h"
#include "ui/jobdraft.h"
#include "ui/mainwindow.h"
#include "ui/panelstack.h"
#include "ui/usersfilesaving.h"
#include "values/valuesdocument.h"

#include <QApplication>
#include <QCoroTask>
#include <QDir>
#include <QJsonDocument>
#include <QLineEdit>
#include <QNetworkAccessManager>
#include <QRandomGenerator>
#include <QTest>

#include <cstdio>
#include <optional>

using namespace rayhelm;

namespace {

const QString valuesName = QStringLiteral("crash.yaml");

void say(const QString &line)
{
    std::fputs((line + QLatin1Char('\n')).toUtf8().constData(), stdout);
    std::fflush(stdout);
}

/// The longest pause between two turns of the event loop, which is what a person feels. Without the time in which this thread could
/// have run and the machine ran others: a busy machine is no fault of the window's. (Source: proc(5), schedstat.)
class StallWatch
{
public:
    StallWatch()
        : m_file(QStringLiteral("/proc/thread-self/schedstat"))
    {
        m_hasStatistics = m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
        m_waited = waited();
        m_since.start();
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { look(); });
        m_timer.start(1);
    }
    /// Milliseconds.
    qint64 longest() const { return m_longest; }

private:
    void look()
    {
        const qint64 waitedNow = waited();
        const qint64 pause = m_since.nsecsElapsed() - (waitedNow - m_waited);
        m_longest = qMax(m_longest, pause / 1000000);
        m_waited = waitedNow;
        m_since.start();
    }
    /// Nanoseconds for which others had the processor.
    qint64 waited()
    {
        return m_hasStatistics && m_file.seek(0) ? m_file.readAll().split(' ').value(1).toLongLong() : 0;
    }

    QFile m_file;
    bool m_hasStatistics = false;
    QTimer m_timer;
    QElapsedTimer m_since;
    qint64 m_waited = 0;
    qint64 m_longest = 0;
};

class Application
{
public:
    explicit Application(const QString &folder)
        : m_folder(folder), m_lock({folder + QStringLiteral("/data"), folder + QStringLiteral("/config")}, folder + QStringLiteral("/run")),
          m_network(makeNetwork(nullptr)), m_commands(m_redactor), m_profiles(folder + QStringLiteral("/config/profiles.json"))
    {
        if (m_lock.begin({}) != DataLock::Outcome::Ours)
            say(QStringLiteral("the data belong to another process"));
        SessionEdges edges;
        edges.configDirectory = folder + QStringLiteral("/config");
        edges.dataDirectory = folder + QStringLiteral("/data");
        edges.runtimeDirectory = folder + QStringLiteral("/run");
        edges.launcher = &m_launcher;
        edges.network = m_network.get();
        edges.secrets = &m_secrets;
        edges.commands = &m_commands;
        edges.redactor = &m_redactor;
        edges.profiles = &m_profiles;
        if (m_profiles.profiles().isEmpty())
            m_profiles.save(profile());
        m_session = std::make_unique<Session>(edges);
        m_window = std::make_unique<MainWindow>(*m_session);
        m_draft = std::make_unique<JobDraft>(*m_session, folder + QStringLiteral("/data/drafts/job.json"));
        m_window->show();
    }

    ~Application()
    {
        m_draft.reset();
        QCoro::waitFor(m_window->closeSession());
        m_window.reset();
        m_session.reset();
        StoredFiles::flush();
    }

    Session &session() { return *m_session; }
    JobDraft &draft() { return *m_draft; }
    ConnectionForm *form()
    {
        m_window->panels()->show(PanelId::Connection);
        return static_cast<ConnectionPanel *>(m_window->panels()->stack(PanelId::Connection)->root())->form();
    }

    bool connectNow()
    {
        m_session->connection().setProfile(m_profiles.profiles().constFirst());
        m_session->connection().connectToHost();
        return QTest::qWaitFor([this] { return m_session->connection().isConnected(); }, 60000);
    }

private:
    Profile profile() const
    {
        Profile profile;
        profile.id = QUuid::createUuid();
        profile.name = QStringLiteral("Crash");
        profile.host = QStringLiteral("vm.test");
        profile.user = QStringLiteral("tester");
        profile.useSudo = false;
        profile.rayAddress = qEnvironmentVariable("CRASH_RAY");
        return profile;
    }

    QString m_folder;
    DataLock m_lock;
    Redactor m_redactor;
    SystemProcessLauncher m_launcher;
    std::unique_ptr<QNetworkAccessManager> m_network;
    MemorySecretStore m_secrets;
    CommandLog m_commands;
    ProfileStore m_profiles;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<JobDraft> m_draft;
};

/// One person at work.
class Work
{
public:
    Work(Application &application, const QString &folder, quint32 seed)
        : m_application(application), m_folder(folder), m_random(seed)
    {
    }

    void run()
    {
        for (int i = 0; i < 8; ++i)
            typeForm();
        say(QStringLiteral("begun connect"));
        if (!m_application.connectNow())
            return say(QStringLiteral("not connected"));
        say(QStringLiteral("connected"));
        Configuration &configuration = m_application.session().configuration();
        if (!configuration.document())
            configuration.startFromTemplate();
        if (!QTest::qWaitFor([&configuration] { return configuration.document() != nullptr; }, 60000))
            return say(QStringLiteral("nothing was opened"));
        say(QStringLiteral("opened"));
        while (true) {
            switch (below(10)) {
            case 0: case 1: case 2: typeValues(); break;
            case 3: case 4: typeJob(); break;
            case 5: save(); break;
            case 6: install(); break;
            case 7: submit(); break;
            case 8: m_saving.save(m_folder + QStringLiteral("/home/script.sh"), QByteArray(100000, '#')); break;
            default: erase(); break;
            }
            QTest::qWait(below(30));
        }
    }

private:
    int below(int limit) { return int(m_random.bounded(limit)); }
    Session &session() { return m_application.session(); }

    void typeForm()
    {
        auto *edit = qobject_cast<QLineEdit *>(m_application.form()->reveal(QStringLiteral("kubeconfig")));
        edit->end(false);
        QTest::keyClicks(edit, QStringLiteral("/form/%1").arg(++m_formNumber));
        say(QStringLiteral("typed form %1").arg(m_formNumber));
        QTest::qWait(below(40));
    }

    void typeValues()
    {
        ValuesDocument *document = session().configuration().document();
        if (!document)
            return;
        document->setText(document->text() + "# typed " + QByteArray::number(++m_valuesNumber) + "\n", QStringLiteral("typing"));
        say(QStringLiteral("typed values %1").arg(m_valuesNumber));
    }

    void typeJob()
    {
        m_application.draft().setRunName(QStringLiteral("run %1").arg(++m_jobNumber));
        say(QStringLiteral("typed job %1").arg(m_jobNumber));
    }

    void save()
    {
        say(QStringLiteral("begun save %1").arg(m_valuesNumber));
        session().configuration().saveOnVm(valuesName);
    }

    void install()
    {
        if (session().lifecycle().isInstalling() || session().lifecycle().isDeleting() || session().configuration().isBusy())
            return;
        say(QStringLiteral("begun install"));
        session().lifecycle().install();
    }

    void submit()
    {
        if (session().jobs().isSubmitting())
            return;
        JobSpec spec;
        spec.name = QStringLiteral("job");
        spec.folder = m_folder + QStringLiteral("/job");
        spec.configName = QStringLiteral("config");
        spec.pipeline = QStringLiteral("training");
        say(QStringLiteral("begun submit"));
        session().jobs().submit(spec);
    }

    void erase()
    {
        // An install ends when its pods are there or when its cluster is deleted; a person waits a while.
        if (session().lifecycle().isDeleting() || below(3) != 0)
            return;
        say(QStringLiteral("begun delete"));
        session().lifecycle().deleteCluster(QStringLiteral("raycluster"), false);
    }

    Application &m_application;
    QString m_folder;
    QRandomGenerator m_random;
    UsersFileSaving m_saving;
    int m_formNumber = 0, m_valuesNumber = 0, m_jobNumber = 0;
};

QJsonObject facts(Application &application, const QString &folder)
{
    Session &session = application.session();
    QJsonArray installs, reports, jobs;
    for (const InstallRecord &record : InstallJournal(folder + QStringLiteral("/data")).all())
        installs.append(QJsonObject{{QStringLiteral("id"), record.installationId}, {QStringLiteral("helmFinished"), record.helmFinished}});
    for (const GiveBackReport &report : GiveBackReports(folder + QStringLiteral("/data")).all())
        reports.append(QJsonObject{{QStringLiteral("id"), report.id}, {QStringLiteral("helmDone"), report.helmDone}});
    for (const JobRecord &job : session.jobs().jobs())
        jobs.append(job.id());
    const Configuration &configuration = session.configuration();
    const auto *kubeconfig = qobject_cast<QLineEdit *>(application.form()->reveal(QStringLiteral("kubeconfig")));
    return {{QStringLiteral("form"), kubeconfig->text()},
            {QStringLiteral("open"), configuration.document() != nullptr},
            {QStringLiteral("values"), configuration.document() ? QString::fromUtf8(configuration.document()->text()) : QString()},
            {QStringLiteral("file"), configuration.fileName()},
            {QStringLiteral("job"), application.draft().spec().runName},
            {QStringLiteral("installs"), installs},
            {QStringLiteral("reports"), reports},
            {QStringLiteral("jobs"), jobs},
            {QStringLiteral("historyProblem"), session.jobs().historyProblem()},
            {QStringLiteral("installing"), session.lifecycle().isInstalling()},
            {QStringLiteral("deleting"), session.lifecycle().isDeleting()}};
}

void look(const QString &folder)
{
    Application application(folder);
    application.form();
    QTest::qWait(300); // whether anything begins although nobody asked: there is nothing to wait for
    const auto sayFacts = [&](const char *when) {
        say(QLatin1String(when) + QLatin1Char(' ') + QString::fromUtf8(QJsonDocument(facts(application, folder)).toJson(QJsonDocument::Compact)));
    };
    sayFacts("found");
    if (!application.connectNow())
        return say(QStringLiteral("not connected"));
    QTest::qWait(700);
    sayFacts("connected");
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    if (argc < 3)
        return 2;
    const QString folder = QString::fromLocal8Bit(argv[1]);
    if (qstrcmp(argv[2], "look") == 0) {
        look(folder);
        return 0;
    }
    Application used(folder);
    QFile::remove(qEnvironmentVariable("SLOWFSYNC_LOG")); // for what the start waits, before there is a window, is no stall of it
    const StallWatch stalls;
    QTimer tell;
    QObject::connect(&tell, &QTimer::timeout, &tell, [&stalls] { say(QStringLiteral("stall %1").arg(stalls.longest())); });
    tell.start(200);
    Work(used, folder, argc > 3 ? QByteArray(argv[3]).toUInt() : 1).run();
    return 0;
}
