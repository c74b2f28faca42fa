#include "ui/jobview.h"

#include "core/text.h"
#include "jobs/loglines.h"
#include "session/jobdesk.h"
#include "session/session.h"
#include "ui/availability.h"
#include "ui/inlinemessage.h"
#include "ui/jobrunlink.h"
#include "ui/logpane.h"
#include "ui/logview.h"
#include "ui/statelabel.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

namespace rayhelm {

namespace {

QPlainTextEdit *readOnlyText(const QString &name)
{
    auto *edit = new QPlainTextEdit;
    edit->setReadOnly(true);
    edit->setTabChangesFocus(true);
    edit->setAccessibleName(name);
    edit->setLayoutDirection(Qt::LeftToRight);
    edit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    return edit;
}

} // namespace

JobView::JobView(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_openUrl([](const QUrl &url) { QDesktopServices::openUrl(url); })
    , m_icon(new IconLabel({}, 18))
    , m_heading(new QLabel)
    , m_link(new QPushButton(tr("Open the run in MLflow")))
    , m_message(new InlineMessage)
    , m_tabs(new QTabWidget)
    , m_log(new LogPane)
    , m_submitted(readOnlyText(tr("What was submitted")))
    , m_command(readOnlyText(tr("Command")))
    , m_copy(new QPushButton(tr("Copy command")))
    , m_run(new JobRunLink(session, this))
{
    QFont bold = m_heading->font();
    bold.setBold(true);
    m_heading->setFont(bold);
    m_heading->setTextFormat(Qt::PlainText);
    auto *top = new QHBoxLayout;
    top->addWidget(m_icon);
    top->addWidget(m_heading, 1);
    top->addWidget(m_link);
    m_link->setAutoDefault(false);
    buildTabs();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 6, 0, 0);
    column->addLayout(top);
    column->addWidget(m_message);
    column->addWidget(m_tabs, 1);

    JobDesk &desk = session.jobs();
    connect(&desk, &JobDesk::logChanged, this, [this](const QString &id) {
        if (id != m_shownLog)
            return;
        m_log->linesChanged();
        showFailure(); // the kept log comes a moment after the job
    });
    connect(&desk, &JobDesk::logNoticeChanged, this, [this](const QString &id) {
        if (id == m_shownLog)
            m_log->setNotice(m_session.jobs().logNotice(id));
    });
    connect(m_log, &LogPane::foldingRequested, this, [this](bool fold) { m_session.jobs().setLogFolding(m_shownLog, fold); });
    connect(m_log, &LogPane::saveFailed, this, [this](const QString &problem) {
        m_message->showMessage(Message{StateKind::Bad, problem, {}, {}, {}});
    });
    connect(m_link, &QPushButton::clicked, this, [this] { m_run->find(m_job.record); });
    connect(m_run, &JobRunLink::found, this, [this](const QUrl &page) { m_openUrl(page); });
    connect(m_run, &JobRunLink::failed, this, [this](const Error &error) {
        if (!error.isCancelled())
            m_message->showMessage(messageFor(error));
    });
    clear();
}

void JobView::buildTabs()
{
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("Job"));
    m_tabs->addTab(m_log, tr("Log"));
    m_submitted->setFrameShape(QFrame::NoFrame);
    m_tabs->addTab(m_submitted, tr("What was submitted"));
    auto *commandPage = new QWidget;
    auto *column = new QVBoxLayout(commandPage);
    column->setContentsMargins(0, 6, 0, 0);
    column->addWidget(new StateText(StateKind::Muted, tr("The same job in today's words. Rayhelm sent the request itself.")));
    column->addWidget(m_command, 1);
    column->addWidget(m_copy, 0, Qt::AlignLeft);
    m_copy->setAutoDefault(false);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_command->toPlainText()); });
    m_tabs->addTab(commandPage, tr("Command"));
    m_log->setFoldable(true);
}

void JobView::clear()
{
    m_job = JobEntry();
    m_shownLog.clear();
    m_log->setLog(nullptr, tr("Log"));
    setVisible(false);
}

void JobView::setJob(const JobEntry &job)
{
    const bool other = job.id() != m_job.id();
    m_job = job;
    setVisible(true);
    if (other) {
        m_failedLines = -1;
        m_message->clearMessage();
        m_submitted->setPlainText(job.own ? submittedText(job.record) : plainText(job.foreign.entrypoint));
        m_command->setPlainText(job.own ? job.record.command : plainText(job.foreign.entrypoint));
    }
    showLog();
    showFailure();
    showLink();
    tick();
}

void JobView::tick()
{
    if (isHidden())
        return;
    m_icon->setIcon(jobLook(m_job).themedIcon());
    // The passing of time is no news: the panel says changes of state.
    m_heading->setText(tr("%1: %2").arg(m_job.name(), jobHeading(m_job, QDateTime::currentDateTime())));
}

QString JobView::heading() const
{
    return m_heading->text();
}

void JobView::showLog()
{
    const QString id = m_job.id();
    if (!m_job.own) {
        m_log->setEmptyText(tr("Sent by another program: its log can be read there."));
        if (m_shownLog != id)
            m_log->setLog(nullptr, tr("Log of %1").arg(m_job.name()));
        m_shownLog = id;
        return;
    }
    m_log->setEmptyText(m_job.record.state == HistoryState::Waiting ? tr("Nothing written yet: the job waits to start.")
                                                                     : tr("Nothing was written."));
    if (m_shownLog == id)
        return;
    m_shownLog = id;
    m_log->setLog(&m_session.jobs().log(id), tr("Log of %1").arg(m_job.name()));
    m_log->setNotice(m_session.jobs().logNotice(id));
    m_log->setFoldable(true, true);
    if (m_job.runs())
        m_session.jobs().follow(id);
}

void JobView::showFailure()
{
    const bool failed = m_job.own && m_job.record.state == HistoryState::Failed;
    if (!failed) {
        m_failedLines = -1;
        m_log->view()->setMarkedLine(-1);
        return;
    }
    const LogLines &lines = m_session.jobs().log(m_job.id());
    if (m_failedLines == lines.dropped() + lines.count())
        return; // a long log is not searched again for nothing
    m_failedLines = lines.dropped() + lines.count();
    const int index = lines.firstFailureLine();
    const qint64 marked = index < 0 ? -1 : lines.dropped() + index;
    m_log->view()->setMarkedLine(marked);
    const std::optional<std::chrono::seconds> duration = m_job.duration(QDateTime::currentDateTime());
    Message message;
    message.kind = StateKind::Bad;
    message.what = duration ? tr("Job %1 failed after %2.").arg(m_job.name(), durationText(*duration))
                            : tr("Job %1 failed.").arg(m_job.name());
    message.text = failureReason(m_job.record, index < 0 ? QString() : lines.at(index).text);
    message.detail = plainText(m_job.record.message);
    if (marked >= 0) {
        message.text += QLatin1Char(' ') + tr("Read the marked line.");
        message.actions.append({tr("Go to line"), [this, marked] {
            m_tabs->setCurrentIndex(0);
            m_log->view()->setFocus();
            m_log->view()->showLine(marked);
        }});
    }
    message.actions.append({tr("Submit again..."), [this] { Q_EMIT submitAgainRequested(); }});
    if (m_message->message().what != message.what || m_message->message().text != message.text)
        m_message->showMessage(message);
}

void JobView::showLink()
{
    const QString whyNot = m_job.own ? m_run->whyNot(m_job.record) : tr("Sent by another program.");
    setAvailable(m_link, whyNot.isEmpty(), whyNot, tr("Opens the page of this job's run in your browser."));
}

QString JobView::failureReason(const JobRecord &record, const QString &logLine)
{
    const QString fromLog = plainText(logLine).trimmed();
    if (!fromLog.isEmpty())
        return fromLog.endsWith(QLatin1Char('.')) ? fromLog : fromLog + QLatin1Char('.');
    const QString said = plainText(lastLine(record.message)).trimmed();
    if (said.isEmpty())
        return tr("The program ended with an error.");
    return said.endsWith(QLatin1Char('.')) ? said : said + QLatin1Char('.');
}

QString JobView::submittedText(const JobRecord &record)
{
    QStringList lines;
    const auto add = [&lines](const QString &name, const QString &value) {
        if (!value.isEmpty())
            lines.append(tr("%1: %2").arg(name, value));
    };
    const JobSpec &spec = record.spec;
    add(tr("Job"), spec.submissionId);
    add(tr("Sent"), clockText(record.submitted));
    add(tr("Cluster"), record.place);
    add(tr("Address"), record.address);
    add(tr("Folder"), spec.folder);
    add(tr("Package"), record.packageUri);
    add(tr("Configuration"), spec.configName);
    add(tr("Pipeline"), spec.pipeline);
    for (const JobOverride &change : spec.overrides)
        add(tr("Change"), QStringLiteral("%1 = %2").arg(change.key, change.value));
    add(tr("MLflow"), spec.mlflowUri);
    add(tr("Experiment"), spec.experiment);
    add(tr("Run name"), spec.runName);
    add(tr("Left out"), spec.excludes.join(QStringLiteral(", ")));
    return lines.join(QLatin1Char('\n'));
}

} // namespace rayhelm
