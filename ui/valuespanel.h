#pragma once

#include "ui/panel.h"

#include "core/error.h"
#include "session/recentfiles.h"

#include <QPointer>

#include <functional>

namespace rayhelm {

class ChangesPage;
class ComparePage;
class Configuration;
class ReviewPage;
class Session;
class ValuesEditor;
class ValuesOpenDialog;

/// Screen S5: the configuration that is open, its files, and the way to the review (S6).
class ValuesPanel : public Panel
{
    Q_OBJECT
public:
    explicit ValuesPanel(Session &session, QWidget *parent = nullptr);
    ~ValuesPanel() override;

    ValuesEditor *editor() const { return m_editor; }
    ReviewPage *reviewPage() const { return m_review; }
    ValuesOpenDialog *openDialog() const { return m_openDialog; }
    QAction *saveAction() const { return m_save; }
    QAction *openAction() const { return m_open; }
    QAction *templateAction() const { return m_template; }
    QAction *runningAction() const { return m_running; }
    QAction *reviewAction() const { return m_reviewAction; }
    QAction *templatesAction() const { return m_templates; }
    QAction *recentAction() const { return m_recent; }
    QAction *changesAction() const { return m_showChanges; }
    QAction *duplicateAction() const { return m_duplicate; }
    ComparePage *comparePage() const;
    ChangesPage *changesPage() const;

    void focusFirst() override;
    /// Opens the review of what is open now.
    void openReview();
    /// Shows one setting of the form, for "Go to setting" of a message.
    void goToSetting(const QString &fieldId);

Q_SIGNALS:
    void installBegun();
    void deleteRequested();
    void showClusterRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void buildActions();
    void buildFileActions();
    QAction *menuAction(const QString &text, const QString &tip, void (ValuesPanel::*fill)(QMenu *));
    void fillTemplates(QMenu *menu);
    void fillRecent(QMenu *menu);
    void connectConfiguration();
    void adoptDocument();
    void takeContext();
    using Then = std::function<void()>; ///< what follows when a saving has succeeded; may be empty
    void save();
    void saveThen(Then then);
    void beginSaving(Then then, std::function<void(Configuration &)> saving);
    void saveAsOnVm();
    void saveAsLocal();
    void saveLocalThen(Then then);
    void showOpenDialog();
    void openLocal();
    /// Does it at once, or after the user has decided about unsaved edits.
    void afterUnsaved(std::function<void()> next);
    void openRecent(const RecentFile &file);
    void duplicate();
    void askNameOnVm(const QString &suggested, Then then);
    void showConflict();
    void keepMine();
    void afterOwner(std::function<void()> next, Then then);
    void showDifferences();
    void showUnsaved();
    void showState();
    void showHeading();

    Session &m_session;
    ValuesEditor *m_editor;
    ReviewPage *m_review;
    bool m_reviewOwned = false; ///< the stack has taken the page over
    QPointer<ComparePage> m_compare;
    QPointer<ChangesPage> m_changes;
    QPointer<ValuesOpenDialog> m_openDialog;
    Then m_afterSave; ///< of the saving that goes on
    QAction *m_reviewAction;
    QAction *m_save;
    QAction *m_open;
    QAction *m_template;
    QAction *m_running;
    QAction *m_saveOnVm, *m_saveLocal, *m_duplicate;
    QAction *m_showChanges;
    QAction *m_templates, *m_recent;
    bool m_conflict = false;
};

} // namespace rayhelm
