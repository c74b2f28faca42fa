#pragma once

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace rayhelm {

class LogLines;
class LogView;
class SpokenLabel;
class StateText;
class UsersFileSaving;

/// A log with its controls: follow and pause, find, fold, wrap, save; and "Paused: 230 new lines".
class LogPane : public QWidget
{
    Q_OBJECT
public:
    explicit LogPane(QWidget *parent = nullptr);

    /// `name` says whose log it is, for screen readers and the suggested file name.
    void setLog(const LogLines *lines, const QString &name);
    /// The lines have changed. Many calls make few updates of the screen.
    void linesChanged();
    /// Shown instead of an empty log: "Nothing written yet: the job is in the HPC queue."
    void setEmptyText(const QString &text);
    /// "Log paused: reconnecting. The job is not affected."; empty hides it.
    void setNotice(const QString &notice);
    /// Shows "Fold progress bars"; the owner of the lines folds them.
    void setFoldable(bool foldable, bool folded = true);

    LogView *view() const { return m_view; }
    QLineEdit *findField() const { return m_find; }
    /// Writes all present lines; ends with `saved` or `saveFailed`.
    void saveTo(const QString &path);

public Q_SLOTS:
    void startFind();
    void findNext();
    void findPrevious();
    void togglePause();
    void save();

Q_SIGNALS:
    void foldingRequested(bool fold);
    void saved(const QString &path);
    void saveFailed(const QString &problem);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *buildControls();
    QWidget *buildPausedBar();
    void buildFind();
    void showFollowing(bool following);
    void showWaiting(qint64 lines);
    void showHits();
    void showEmpty();

    QString m_name;
    QString m_emptyText;
    LogView *m_view;
    UsersFileSaving *m_saving;
    QCheckBox *m_follow;
    QPushButton *m_pause;
    QLineEdit *m_find;
    QLabel *m_hits;
    QPushButton *m_previous;
    QPushButton *m_next;
    QCheckBox *m_fold;
    QCheckBox *m_wrap;
    QPushButton *m_save;
    SpokenLabel *m_notice;
    StateText *m_empty;
    QWidget *m_pausedBar;
    SpokenLabel *m_paused;
    QTimer m_update; ///< gathers changes of the lines
};

} // namespace rayhelm
