#pragma once

#include "ui/panelset.h"
#include "ui/statusstrip.h"

#include <QHash>
#include <QTimer>

namespace rayhelm {

class MessageBar;
class Session;
class Sidebar;

/// Keeps strip, sidebar marks and message bar true: it listens to the session and knows which panel is seen.
class StatusFeed : public QObject
{
    Q_OBJECT
public:
    StatusFeed(Session &session, StatusStrip *strip, Sidebar *sidebar, MessageBar *bar, PanelSet *panels, QObject *parent = nullptr);

private:
    void watch();
    void refresh();
    void refreshJobs();
    void refreshMarks();
    void refreshBar();
    void panelShown(PanelId id);
    void postError(const QString &key, PanelId home, const Error &error);

    Session &m_session;
    StatusStrip *m_strip;
    Sidebar *m_sidebar;
    MessageBar *m_bar;
    PanelSet *m_panels;
    QTimer m_clock;
    QTimer m_soon;
    QHash<QString, int> m_jobStates;
    QHash<QString, PanelId> m_errorHomes;
    JobNews m_news = JobNews::None;
};

} // namespace rayhelm
