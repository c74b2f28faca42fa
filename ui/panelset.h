#pragma once

#include "core/profile.h"
#include "ui/message.h"
#include "ui/panel.h"

#include <QWidget>

#include <array>

class QStackedLayout;

namespace rayhelm {

class PanelStack;
class Session;
class Settings;

/// The panels in the order of work; Welcome is no entry of the sidebar.
enum class PanelId { Connection, Image, Configuration, Cluster, Jobs, Activity, Welcome };
inline constexpr int sidebarPanels = 6;

/// All panels, each made when it is first needed (a quick start), and the ways that lead from one to another.
class PanelSet : public QWidget
{
    Q_OBJECT
public:
    PanelSet(Session &session, Settings &settings, QWidget *parent = nullptr);

    static QString word(PanelId id);
    static QString iconName(PanelId id);

    PanelId current() const { return m_current; }
    /// Shows a panel; the focus stays where it is unless `takeFocus`.
    void show(PanelId id, bool takeFocus = false);
    /// Makes the panel if need be.
    PanelStack *stack(PanelId id);
    /// nullptr: not made yet.
    PanelStack *existing(PanelId id) const { return m_stacks.at(size_t(id)); }
    Panel *currentPanel() const;
    void setWindowSize(WindowSize size);
    void openProfile(const Profile &profile, bool connectNow);
    /// A connection out of a file; see ConnectionPanel::offer.
    void offerProfile(const Profile &given, bool connectThen);
    void newJob();
    void openReview();
    void openDelete();

Q_SIGNALS:
    void currentChanged(rayhelm::PanelId id);
    void messageOffered(const QString &key, const rayhelm::Message &message);
    void accountsRequested();

private:
    Panel *make(PanelId id);
    Panel *makeWelcome();
    Panel *makeConnection();
    Panel *makeImage();
    Panel *makeConfiguration();
    Panel *makeCluster();
    Panel *makeJobs();

    Session &m_session;
    Settings &m_settings;
    QStackedLayout *m_layout;
    std::array<PanelStack *, 7> m_stacks{};
    PanelId m_current = PanelId::Welcome;
    WindowSize m_windowSize = WindowSize::Wide;
};

} // namespace rayhelm
