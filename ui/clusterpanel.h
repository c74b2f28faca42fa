#pragma once

#include "ui/panel.h"

#include <QPointer>
#include <QUrl>

#include <functional>

class QAction;
class QSplitter;

namespace rayhelm {

class ClusterDetails;
class ClusterHeldBar;
class ClusterNotices;
class ClusterPodModel;
class ClusterPodTable;
class DeletePage;
class Session;
class StateText;

/// S7: is the cluster usable, and why not? The state comes from the session; nothing is decided here.
class ClusterPanel : public Panel
{
    Q_OBJECT
public:
    using UrlOpener = std::function<void(const QUrl &)>;

    explicit ClusterPanel(Session &session, QWidget *parent = nullptr);
    ~ClusterPanel() override;

    /// How links are opened; the desktop's way unless a test sets another.
    void setUrlOpener(UrlOpener opener);
    DeletePage *deletePage() const;
    ClusterDetails *details() const { return m_details; }
    ClusterPodTable *table() const { return m_table; }
    QSplitter *splitter() const { return m_splitter; }

public Q_SLOTS:
    void openDelete();
    void repair();
    void refresh();
    void saveLogs();

Q_SIGNALS:
    void reviewRequested();
    void newJobRequested();
    void imageRequested();
    /// The setting that a refused pod points to.
    void configurationRequested();

private:
    void buildActions();
    void buildBody();
    void showStatus();
    void showPrimary();
    void showActions();
    void showSelected();
    void showEmpty(bool empty);
    void openDashboard();
    QString noJobReason() const;
    QList<MessageAction> noticeActions(const QString &id);

    Session &m_session;
    bool m_unreadable = false; ///< the message shows why Kubernetes cannot be read
    UrlOpener m_openUrl;
    ClusterPodModel *m_pods;
    ClusterPodTable *m_table;
    ClusterHeldBar *m_held;
    ClusterNotices *m_notices;
    StateText *m_selected;
    ClusterDetails *m_details;
    QSplitter *m_splitter;
    QPointer<DeletePage> m_deletePage; ///< owned by the stack of pages once it was opened
    QAction *m_review;
    QAction *m_newJob;
    QAction *m_saveLogs;
    QAction *m_dashboard;
    QAction *m_delete;
    QAction *m_repair;
    QAction *m_refresh;
};

} // namespace rayhelm
