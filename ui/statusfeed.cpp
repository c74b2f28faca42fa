#include "ui/statusfeed.h"

#include "cluster/clusterstatus.h"
#include "jobs/jobhistory.h"
#include "remote/question.h"
#include "remote/remotehost.h"
#include "session/configuration.h"
#include "session/connection.h"
#include "session/jobdesk.h"
#include "session/lifecycle.h"
#include "session/session.h"
#include "ui/messagebar.h"
#include "ui/questioncard.h"
#include "ui/sidebar.h"

#include <QLocale>

#include <chrono>

namespace rayhelm {

using namespace std::chrono_literals;

StatusFeed::StatusFeed(Session &session, StatusStrip *strip, Sidebar *sidebar, MessageBar *bar, PanelSet *panels, QObject *parent)
    : QObject(parent), m_session(session), m_strip(strip), m_sidebar(sidebar), m_bar(bar), m_panels(panels)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &StatusFeed::refresh);
    m_clock.setInterval(20s);
    connect(&m_clock, &QTimer::timeout, this, &StatusFeed::refresh);
    m_clock.start();
    connect(panels, &PanelSet::currentChanged, this, &StatusFeed::panelShown);
    watch();
    const QList<JobRecord> known = session.jobs().jobs();
    for (const JobRecord &job : known)
        m_jobStates.insert(job.id(), int(job.state));
    refresh();
}

void StatusFeed::watch()
{
    // Several signals of one moment lead to one refresh.
    const auto soon = [this] { m_soon.start(); };
    Connection *connection = &m_session.connection();
    Lifecycle *lifecycle = &m_session.lifecycle();
    connect(connection, &Connection::stateChanged, this, soon);
    connect(connection, &Connection::profileChanged, this, soon);
    connect(connection, &Connection::reconnectCountdown, this, soon);
    connect(connection->host(), &RemoteHost::changed, this, soon);
    connect(connection->questions(), &QuestionDesk::asked, this, soon);
    connect(connection->questions(), &QuestionDesk::closed, this, soon);
    for (Steps *steps : {connection->steps(), lifecycle->installSteps(), lifecycle->deleteSteps()}) {
        connect(steps, &Steps::planned, this, soon);
        connect(steps, &Steps::changed, this, soon);
    }
    connect(lifecycle, &Lifecycle::statusChanged, this, soon);
    connect(lifecycle, &Lifecycle::reportChanged, this, soon);
    connect(&m_session.jobs(), &JobDesk::jobsChanged, this, soon);
    Configuration *configuration = &m_session.configuration();
    connect(configuration, &Configuration::opened, this, soon);
    connect(configuration, &Configuration::closed, this, soon);
    connect(configuration, &Configuration::modifiedChanged, this, soon);

    connect(connection, &Connection::failed, this,
            [this](const Error &error) { postError(QStringLiteral("connection"), PanelId::Connection, error); });
    connect(lifecycle, &Lifecycle::installFailed, this,
            [this](const Error &error) { postError(QStringLiteral("install"), PanelId::Cluster, error); });
    connect(lifecycle, &Lifecycle::deleteFailed, this,
            [this](const Error &error) { postError(QStringLiteral("delete"), PanelId::Cluster, error); });
    connect(&m_session.jobs(), &JobDesk::submitFailed, this,
            [this](const Error &error) { postError(QStringLiteral("submit"), PanelId::Jobs, error); });
}

void StatusFeed::refresh()
{
    m_strip->setState(StatusStrip::ConnectionCell, connectionStrip(m_session));
    m_strip->setState(StatusStrip::ClusterCell, clusterStrip(m_session));
    m_strip->setState(StatusStrip::HeldCell, heldStrip(m_session));
    refreshJobs();
    refreshMarks();
    refreshBar();
}

void StatusFeed::refreshJobs()
{
    const QList<JobRecord> jobs = m_session.jobs().jobs();
    for (const JobRecord &job : jobs) {
        const auto before = m_jobStates.constFind(job.id());
        const bool wasGoing = before != m_jobStates.cend() && !isOver(HistoryState(*before));
        if (wasGoing && isOver(job.state) && m_panels->current() != PanelId::Jobs)
            m_news = job.state == HistoryState::Finished ? JobNews::Finished : JobNews::Failed;
        m_jobStates.insert(job.id(), int(job.state));
    }
    m_strip->setState(StatusStrip::JobsCell, jobsStrip(m_session.jobs().runningJobs(), m_news));
}

void StatusFeed::refreshMarks()
{
    const ClusterStatus &status = m_session.lifecycle().status();
    const bool asked = !m_session.connection().questions()->open().isEmpty();
    m_sidebar->setMark(int(PanelId::Connection), asked ? QStringLiteral("?") : QString(), asked ? tr("asks you something") : QString(),
                       StateKind::Warning);
    const bool modified = m_session.configuration().isModified();
    m_sidebar->setMark(int(PanelId::Configuration), modified ? QStringLiteral("*") : QString(), modified ? tr("not saved") : QString(),
                       StateKind::Info);
    if (status.pods.isEmpty())
        m_sidebar->setMark(int(PanelId::Cluster), {}, {}, StateKind::Muted);
    else
        m_sidebar->setMark(int(PanelId::Cluster), QStringLiteral("%1/%2").arg(status.usable).arg(status.wanted),
                           tr("%1 of %2 pods usable").arg(status.usable).arg(status.wanted), StateKind::Muted);
    const int running = m_session.jobs().runningJobs();
    m_sidebar->setMark(int(PanelId::Jobs), running > 0 ? QString::number(running) : QString(),
                       running > 0 ? tr("%n job(s) running", nullptr, running) : QString(), StateKind::Info);
}

/// Messages of the connection are shown in its panel; the bar has them only while another panel is seen.
void StatusFeed::refreshBar()
{
    const bool elsewhere = m_panels->current() != PanelId::Connection;
    const QList<Question> open = m_session.connection().questions()->open();
    const QString question = QStringLiteral("question");
    if (elsewhere && !open.isEmpty()) {
        Message message;
        message.kind = StateKind::Warning;
        message.what = QuestionCard::announcement(open.constFirst());
        message.actions = {{tr("Answer"), [this] { m_panels->show(PanelId::Connection, true); }}};
        if (!m_bar->shows(question, message.what))
            m_bar->post(question, message);
    } else {
        m_bar->withdraw(question);
    }
    const QString lost = QStringLiteral("lost");
    if (elsewhere && m_session.connection().state() == LinkState::Lost) {
        const QDateTime at = m_session.connection().lostAt().toLocalTime();
        Message message;
        message.kind = StateKind::Warning;
        message.what = tr("Connection lost at %1.").arg(QLocale().toString(at.time(), QLocale::ShortFormat));
        message.text = tr("Your cluster, jobs and a running install are not affected. After reconnecting, the state is read "
                          "before anything is repeated.");
        message.actions = {{tr("Try now"), [this] { m_session.connection().reconnectNow(); }}};
        if (!m_bar->shows(lost, message.what))
            m_bar->post(lost, message);
    } else {
        m_bar->withdraw(lost);
    }
}

void StatusFeed::postError(const QString &key, PanelId home, const Error &error)
{
    if (error.isCancelled() || m_panels->current() == home)
        return;
    m_errorHomes.insert(key, home);
    m_bar->post(key, messageFor(error, {{tr("Show"), [this, home] { m_panels->show(home, true); }}}));
}

void StatusFeed::panelShown(PanelId id)
{
    if (id == PanelId::Jobs)
        m_news = JobNews::None;
    for (auto home = m_errorHomes.cbegin(); home != m_errorHomes.cend(); ++home)
        if (home.value() == id)
            m_bar->withdraw(home.key());
    m_soon.start();
}

} // namespace rayhelm
