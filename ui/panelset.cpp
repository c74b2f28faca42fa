#include "ui/panelset.h"

#include "session/connection.h"
#include "session/session.h"
#include "ui/activitypanel.h"
#include "ui/clusterpanel.h"
#include "ui/connectionform.h"
#include "ui/connectionpanel.h"
#include "ui/imagepanel.h"
#include "ui/jobpanel.h"
#include "ui/panelstack.h"
#include "ui/settings.h"
#include "ui/valuesopendialog.h"
#include "ui/valuespanel.h"
#include "ui/welcomepanel.h"

#include <QAction>
#include <QStackedLayout>

namespace rayhelm {

PanelSet::PanelSet(Session &session, Settings &settings, QWidget *parent)
    : QWidget(parent), m_session(session), m_settings(settings), m_layout(new QStackedLayout(this))
{
}

QString PanelSet::word(PanelId id)
{
    switch (id) {
    case PanelId::Connection:
        return tr("Connection");
    case PanelId::Image:
        return tr("Image");
    case PanelId::Configuration:
        return tr("Configuration");
    case PanelId::Cluster:
        return tr("Cluster");
    case PanelId::Jobs:
        return tr("Jobs");
    case PanelId::Activity:
        return tr("Activity");
    case PanelId::Welcome:
        break;
    }
    return tr("Welcome");
}

QString PanelSet::iconName(PanelId id)
{
    static const std::array<const char *, 7> names{"connection", "image", "configuration", "cluster", "jobs", "activity", "rayhelm"};
    return QLatin1String(names.at(size_t(id)));
}

PanelStack *PanelSet::stack(PanelId id)
{
    PanelStack *&made = m_stacks.at(size_t(id));
    if (made)
        return made;
    made = new PanelStack(make(id), this);
    m_layout->addWidget(made);
    made->setWindowSize(m_windowSize);
    connect(made, &PanelStack::currentPanelChanged, this, [this, id] { show(id); });
    connect(made, &PanelStack::connectRequested, this, [this] {
        show(PanelId::Connection, true);
        static_cast<ConnectionPanel *>(stack(PanelId::Connection)->root())->connectNow();
    });
    return made;
}

Panel *PanelSet::make(PanelId id)
{
    switch (id) {
    case PanelId::Connection:
        return makeConnection();
    case PanelId::Image:
        return makeImage();
    case PanelId::Configuration:
        return makeConfiguration();
    case PanelId::Cluster:
        return makeCluster();
    case PanelId::Jobs:
        return makeJobs();
    case PanelId::Activity:
        return new ActivityPanel(m_session);
    case PanelId::Welcome:
        break;
    }
    return makeWelcome();
}

Panel *PanelSet::makeWelcome()
{
    auto *panel = new WelcomePanel(m_session);
    connect(panel, &WelcomePanel::newConnectionRequested, this, [this] {
        Profile fresh;
        fresh.id = QUuid::createUuid();
        openProfile(fresh, false);
    });
    connect(panel, &WelcomePanel::profileChosen, this, &PanelSet::openProfile);
    connect(panel, &WelcomePanel::profileOffered, this, [this](const Profile &given) { offerProfile(given, false); });
    return panel;
}

Panel *PanelSet::makeConnection()
{
    auto *panel = new ConnectionPanel(m_session);
    connect(panel, &ConnectionPanel::imageRequested, this, [this] { show(PanelId::Image, true); });
    connect(panel, &ConnectionPanel::configurationRequested, this, [this] { show(PanelId::Configuration, true); });
    connect(panel, &ConnectionPanel::clusterRequested, this, [this] { show(PanelId::Cluster, true); });
    connect(panel, &ConnectionPanel::undoOffered, this,
            [this](const Message &message) { Q_EMIT messageOffered(QStringLiteral("undo"), message); });
    return panel;
}

Panel *PanelSet::makeImage()
{
    auto *panel = new ImagePanel(m_session);
    connect(panel, &ImagePanel::addLoginNodeRequested, this, [this] {
        show(PanelId::Connection, true);
        auto *connection = static_cast<ConnectionPanel *>(stack(PanelId::Connection)->root());
        connection->form()->reveal(QStringLiteral("hpcLogin"))->setFocus();
    });
    return panel;
}

Panel *PanelSet::makeConfiguration()
{
    auto *panel = new ValuesPanel(m_session);
    connect(panel, &ValuesPanel::installBegun, this, [this] { show(PanelId::Cluster, true); });
    connect(panel, &ValuesPanel::showClusterRequested, this, [this] { show(PanelId::Cluster, true); });
    connect(panel, &ValuesPanel::deleteRequested, this, &PanelSet::openDelete);
    return panel;
}

Panel *PanelSet::makeCluster()
{
    auto *panel = new ClusterPanel(m_session);
    m_settings.keep(QStringLiteral("splitter/cluster"), panel->splitter());
    connect(panel, &ClusterPanel::reviewRequested, this, &PanelSet::openReview);
    connect(panel, &ClusterPanel::newJobRequested, this, &PanelSet::newJob);
    connect(panel, &ClusterPanel::imageRequested, this, [this] { show(PanelId::Image, true); });
    connect(panel, &ClusterPanel::configurationRequested, this, [this] { show(PanelId::Configuration, true); });
    return panel;
}

Panel *PanelSet::makeJobs()
{
    auto *panel = new JobPanel(m_session);
    m_settings.keep(QStringLiteral("splitter/jobs"), panel->splitter());
    connect(panel, &JobPanel::clusterRequested, this, [this] { show(PanelId::Cluster, true); });
    connect(panel, &JobPanel::accountsRequested, this, &PanelSet::accountsRequested);
    return panel;
}

Panel *PanelSet::currentPanel() const
{
    PanelStack *shown = existing(m_current);
    return shown ? shown->current() : nullptr;
}

void PanelSet::show(PanelId id, bool takeFocus)
{
    PanelStack *shown = stack(id);
    const bool changed = id != m_current || m_layout->currentWidget() != shown;
    m_current = id;
    m_layout->setCurrentWidget(shown);
    if (changed)
        Q_EMIT currentChanged(id);
    if (takeFocus)
        shown->current()->focusFirst();
}

void PanelSet::setWindowSize(WindowSize size)
{
    m_windowSize = size;
    for (PanelStack *made : m_stacks)
        if (made)
            made->setWindowSize(size);
}

void PanelSet::openProfile(const Profile &profile, bool connectNow)
{
    show(PanelId::Connection);
    auto *panel = static_cast<ConnectionPanel *>(stack(PanelId::Connection)->root());
    panel->showProfile(profile, connectNow);
    panel->focusFirst();
}

void PanelSet::offerProfile(const Profile &given, bool connectThen)
{
    show(PanelId::Connection);
    auto *panel = static_cast<ConnectionPanel *>(stack(PanelId::Connection)->root());
    panel->offer(given, connectThen);
    panel->focusFirst();
}

void PanelSet::newJob()
{
    show(PanelId::Jobs);
    static_cast<JobPanel *>(stack(PanelId::Jobs)->root())->newJob();
}

void PanelSet::openReview()
{
    show(PanelId::Configuration);
    static_cast<ValuesPanel *>(stack(PanelId::Configuration)->root())->openReview();
}

void PanelSet::openDelete()
{
    show(PanelId::Cluster);
    static_cast<ClusterPanel *>(stack(PanelId::Cluster)->root())->openDelete();
}

} // namespace rayhelm
