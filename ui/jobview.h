#pragma once

#include "ui/joblook.h"

#include <QUrl>
#include <QWidget>

#include <functional>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTabWidget;

namespace rayhelm {

class IconLabel;
class InlineMessage;
class JobRunLink;
class LogPane;
class Session;

/// One job: state, log, what was submitted, the command; why it failed; the way to its run in MLflow.
class JobView : public QWidget
{
    Q_OBJECT
public:
    using UrlOpener = std::function<void(const QUrl &)>;

    explicit JobView(Session &session, QWidget *parent = nullptr);

    void setUrlOpener(UrlOpener opener) { m_openUrl = std::move(opener); }
    void setJob(const JobEntry &job);
    void clear();
    /// Times count on.
    void tick();
    LogPane *log() const { return m_log; }
    QString heading() const;

    /// What was sent, in words; it holds no secret.
    static QString submittedText(const JobRecord &record);
    /// "The program ended with an error." or the reason that the log gives.
    static QString failureReason(const JobRecord &record, const QString &logLine);

Q_SIGNALS:
    void submitAgainRequested();

private:
    void buildTabs();
    void showLog();
    void showFailure();
    void showLink();

    Session &m_session;
    UrlOpener m_openUrl;
    JobEntry m_job;
    QString m_shownLog; ///< whose log is shown
    qint64 m_failedLines = -1; ///< lines of the log when the reason of the failure was looked for
    IconLabel *m_icon;
    QLabel *m_heading;
    QPushButton *m_link;
    InlineMessage *m_message;
    QTabWidget *m_tabs;
    LogPane *m_log;
    QPlainTextEdit *m_submitted;
    QPlainTextEdit *m_command;
    QPushButton *m_copy;
    JobRunLink *m_run;
};

} // namespace rayhelm
