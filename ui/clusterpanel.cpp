#include "ui/clusterpanel.h"

#include "session/connection.h"
#include "session/lifecycle.h"
#include "session/raylink.h"
#include "session/session.h"
#include "ui/availability.h"
#include "ui/clusterdetails.h"
#include "ui/clusterheldbar.h"
#include "ui/clusternotices.h"
#include "ui/clusterpodlog.h"
#include "ui/clusterpodmodel.h"
#include "ui/clusterpodtable.h"
#include "ui/deletepage.h"
#include "ui/logpane.h"
#include "ui/inlinemessage.h"
#include "ui/statelabel.h"
#include "ui/stepsview.h"

#include <QAction>
#include <QClipboard>
#include <QDateTime>
#include <QDesktopServices>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLineEdit>
#include <QSplitter>
#include <QVBoxLayout>

namespace rayhelm {

ClusterPanel::ClusterPanel(Session &session, QWidget *parent)
    : Panel(tr("Cluster"), parent)
    , m_session(session)
    , m_openUrl([](const QUrl &url) { QDesktopServices::openUrl(url); })
    , m_pods(new ClusterPodModel(this))
    , m_table(new ClusterPodTable(m_pods))
    , m_held(new ClusterHeldBar)
    , m_notices(new ClusterNotices([this](const QString &id) { return noticeActions(id); }))
    , m_selected(new StateText)
    , m_details(new ClusterDetails(session))
    , m_splitter(new QSplitter(Qt::Vertical))
    , m_deletePage(new DeletePage(session))
{
    buildActions();
    buildBody();
    setFirstFocus(m_table);
    setFindTarget(m_details->log()->findField());
    setDetailsRegion(m_details);

    Lifecycle &lifecycle = session.lifecycle();
    connect(&lifecycle, &Lifecycle::statusChanged, this, &ClusterPanel::showStatus);
    connect(&lifecycle, &Lifecycle::installStarted, this, [this] {
        m_details->showSteps();
        showStatus();
    });
    connect(&lifecycle, &Lifecycle::installFinished, this, &ClusterPanel::showStatus);
    connect(&lifecycle, &Lifecycle::installFailed, this, [this](const Error &error) {
        showStatus();
        if (!error.isCancelled() && m_session.lifecycle().installSteps()->all().isEmpty())
            showMessage(messageFor(error)); // no step could show it
    });
    connect(&session.connection(), &Connection::stateChanged, this, &ClusterPanel::showStatus);
    connect(&session.connection(), &Connection::profileChanged, this, &ClusterPanel::showStatus);
    connect(&session.ray(), &RayLink::opened, this, &ClusterPanel::showActions);
    connect(&session.ray(), &RayLink::closed, this, &ClusterPanel::showActions);
    connect(this, &Panel::windowSizeChanged, m_table, &ClusterPodTable::setWindowSize);
    connect(m_table, &ClusterPodTable::selectedPodChanged, this, &ClusterPanel::showSelected);
    connect(m_details->steps(), &StepsView::cancelRequested, &lifecycle, &Lifecycle::cancelInstall);
    connect(m_details->podLog(), &ClusterPodLog::saved, this, [this](int files, const QString &folder) {
        showMessage(Message{StateKind::Good, tr("%n log(s) saved.", nullptr, files), tr("They are in %1, without colours and other control characters.").arg(folder), {}, {}});
    });
    connect(m_details->podLog(), &ClusterPodLog::saveFailed, this, [this](const Error &error) { showMessage(messageFor(error)); });
    m_details->steps()->setFailureActions([this](const Error &) {
        return QList<MessageAction>{{tr("Repair"), [this] { repair(); }}, {tr("Keep"), [] {}}};
    });
    showStatus();
}

DeletePage *ClusterPanel::deletePage() const
{
    return m_deletePage;
}

ClusterPanel::~ClusterPanel()
{
    if (m_deletePage && !m_deletePage->parent())
        delete m_deletePage; // it was never opened, so no stack owns it
}

void ClusterPanel::setUrlOpener(UrlOpener opener)
{
    m_openUrl = std::move(opener);
}

void ClusterPanel::buildActions()
{
    const auto make = [this](const QString &text, const QString &toolTip, auto slot) {
        auto *action = new QAction(text, this);
        action->setToolTip(toolTip);
        connect(action, &QAction::triggered, this, slot);
        return action;
    };
    m_review = make(tr("Review and install..."), tr("Shows what installing the open configuration would change."), &ClusterPanel::reviewRequested);
    m_newJob = make(tr("New job..."), tr("Prepares a job for this cluster."), &ClusterPanel::newJobRequested);
    m_saveLogs = make(tr("Save logs..."), tr("Writes the logs of all pods into a folder of this computer."), &ClusterPanel::saveLogs);
    m_dashboard = make(tr("Open Ray dashboard"), tr("It has no login: do not share the address."), &ClusterPanel::openDashboard);
    m_delete = make(tr("Delete cluster..."), tr("Shows first what goes away; nothing is deleted yet."), &ClusterPanel::openDelete);
    m_repair = make(tr("Repair"), tr("Brings back the last good state after an install that was cut off."), &ClusterPanel::repair);
    m_refresh = make(tr("Refresh"), tr("Reads everything anew."), &ClusterPanel::refresh);
    setRefreshAction(m_refresh);
    setPrimaryAction(m_newJob);
    for (QAction *action : {m_saveLogs, m_dashboard, m_delete})
        addPanelAction(action);
    for (QAction *action : {m_review, m_repair})
        addMoreAction(action);
}

void ClusterPanel::buildBody()
{
    body()->addWidget(m_notices);
    body()->addWidget(m_held);
    auto *upper = new QWidget;
    auto *column = new QVBoxLayout(upper);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_table, 1);
    m_selected->setMinimumHeight(m_selected->fontMetrics().height());
    column->addWidget(m_selected);
    m_splitter->addWidget(upper);
    m_splitter->addWidget(m_details);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    body()->addWidget(m_splitter, 1);
}

void ClusterPanel::showStatus()
{
    const ClusterStatus &status = m_session.lifecycle().status();
    setHeading(status.heading.isEmpty() ? tr("The cluster has not been looked at yet.") : status.heading);
    setSentence(status.state == ClusterState::CannotRead ? QString() : status.reason); // the message says it
    setAsOf(status.observedAt);
    setOffline(!m_session.connection().isConnected());
    m_pods->setPods(status.pods);
    m_held->setStatus(status, QDateTime::currentDateTime());
    m_notices->setNotices(status.notices);
    m_details->setStatus(status);
    showEmpty(status.pods.isEmpty());
    if (m_table->selectedUid().isEmpty() && !status.pods.isEmpty())
        m_table->selectUid(status.pods.constFirst().pod.uid.text());
    const bool unreadable = status.state == ClusterState::CannotRead && status.error;
    if (unreadable && messageWidget()->message().what.isEmpty())
        showMessage(messageFor(*status.error, {{tr("Try again"), [this] { refresh(); }}}));
    else if (!unreadable && m_unreadable)
        clearMessage();
    m_unreadable = unreadable;
    showSelected();
    showPrimary();
    showActions();
}

/// The table and what belongs to it exist only while there are pods; the details stay for steps, events and logs.
void ClusterPanel::showEmpty(bool empty)
{
    m_splitter->widget(0)->setVisible(!empty);
    m_held->setVisible(!empty);
}

void ClusterPanel::showPrimary()
{
    const ClusterStatus &status = m_session.lifecycle().status();
    QAction *primary = m_newJob;
    switch (status.state) {
    case ClusterState::NoCluster:
        primary = m_review;
        break;
    case ClusterState::RestartLoop:
        primary = m_delete;
        break;
    case ClusterState::LeftBehind:
        primary = m_repair;
        break;
    default:
        break;
    }
    setPrimaryAction(primary);
}

void ClusterPanel::showActions()
{
    const ClusterStatus &status = m_session.lifecycle().status();
    const bool connected = m_session.connection().isConnected();
    const QString notConnected = tr("Not connected.");
    const std::optional<Error> busy = m_session.lifecycle().whyBusy();
    const QString whyBusy = busy ? busy->summary : QString();
    setAvailable(m_newJob, noJobReason().isEmpty(), noJobReason());
    setAvailable(m_review, !busy, whyBusy);
    setAvailable(m_saveLogs, connected && !status.pods.isEmpty(), connected ? tr("There are no pods.") : notConnected);
    const bool dashboard = !m_session.ray().address().isEmpty();
    setAvailable(m_dashboard, dashboard, m_session.ray().problem().isEmpty() ? tr("Ray does not answer yet.") : m_session.ray().problem());
    setAvailable(m_delete, connected && status.exists(), connected ? tr("There is no cluster to delete.") : notConnected);
    const bool broken = status.state == ClusterState::LeftBehind || status.release.state == ReleaseState::Failed;
    setAvailable(m_repair, connected && broken && !busy,
                 !connected ? notConnected : busy ? whyBusy : tr("Nothing needs to be repaired."));
    setAvailable(m_refresh, connected, notConnected);
    // Without a cluster only what helps is shown. An action that is not visible is off as well, so the primary one never is.
    const bool none = status.state == ClusterState::NoCluster;
    for (QAction *action : {m_saveLogs, m_dashboard, m_delete}) {
        if (action->isVisible() == none)
            action->setVisible(!none);
    }
}

QString ClusterPanel::noJobReason() const
{
    const ClusterStatus &status = m_session.lifecycle().status();
    if (!m_session.connection().isConnected())
        return tr("Not connected.");
    if (!status.exists())
        return tr("No cluster is installed here.");
    return status.headUsable() ? QString() : tr("The head of the cluster is not usable yet. A job can be prepared in the Jobs panel.");
}

void ClusterPanel::showSelected()
{
    const QString uid = m_table->selectedUid();
    const PodStatus *pod = m_pods->podAt(m_pods->rowOf(uid));
    m_selected->setText(pod ? ClusterPodModel::sentence(*pod) : QString());
    m_details->setPod(uid);
}

void ClusterPanel::openDelete()
{
    m_deletePage->prepare();
    openPage(m_deletePage);
}

void ClusterPanel::repair()
{
    m_details->showSteps();
    m_session.lifecycle().repair();
}

void ClusterPanel::refresh()
{
    clearMessage();
    m_session.lifecycle().refresh();
}

void ClusterPanel::saveLogs()
{
    auto *dialog = new QFileDialog(this, tr("Save the logs of all pods"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &folder) {
        QList<PodView> pods;
        for (const PodStatus &pod : m_session.lifecycle().status().pods)
            pods.append(pod.pod);
        m_details->podLog()->saveAll(pods, folder);
    });
    dialog->open();
}

void ClusterPanel::openDashboard()
{
    const QUrl address = m_session.ray().address();
    if (address.isEmpty())
        return;
    showMessage(Message{StateKind::Info, tr("The Ray dashboard opens in your browser."),
                        tr("It has no login: do not share the address."), {}, {}});
    m_openUrl(address);
}

QList<MessageAction> ClusterPanel::noticeActions(const QString &id)
{
    const MessageAction remove{tr("Delete cluster..."), [this] { openDelete(); }};
    const MessageAction seeHead{tr("See head"), [this] {
        if (const PodStatus *head = m_session.lifecycle().status().head()) {
            m_table->selectUid(head->pod.uid.text());
            m_table->setFocus();
        }
    }};
    const MessageAction log{tr("Open log"), [this] { m_details->showLog(m_table->selectedUid()); }};
    const MessageAction again{tr("Check again"), [this] { refresh(); }};
    const MessageAction save{tr("Save logs..."), [this] { saveLogs(); }};
    const MessageAction setting{tr("Go to setting"), [this] { Q_EMIT configurationRequested(); }};
    const MessageAction image{tr("Go to Image"), [this] { Q_EMIT imageRequested(); }};
    const MessageAction copy{tr("Copy text for the owner"), [this, id] {
        for (const ClusterNotice &notice : m_session.lifecycle().status().notices) {
            if (notice.id == id)
                QGuiApplication::clipboard()->setText(notice.headline + QLatin1Char(' ') + notice.text);
        }
    }};
    if (id == QLatin1String("M13"))
        return {{tr("Repair"), [this] { repair(); }}};
    if (id == QLatin1String("M14"))
        return {copy};
    if (id == QLatin1String("M15"))
        return m_session.connection().hpc() ? QList<MessageAction>{{tr("Ask the HPC"), [this] { refresh(); }}} : QList<MessageAction>{};
    if (id == QLatin1String("M16"))
        return {setting};
    if (id == QLatin1String("M17"))
        return {image, setting};
    if (id == QLatin1String("M18"))
        return {seeHead, remove};
    if (id == QLatin1String("M19"))
        return {remove, log};
    if (id == QLatin1String("M20"))
        return {again, copy};
    if (id == QLatin1String("M21"))
        return {save, remove};
    return {};
}

} // namespace rayhelm
