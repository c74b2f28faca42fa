#include "ui/clusterdetails.h"

#include "session/lifecycle.h"
#include "session/session.h"
#include "ui/clustereventmodel.h"
#include "ui/clusterpodlog.h"
#include "ui/clusterpodtable.h"
#include "ui/logpane.h"
#include "ui/logview.h"
#include "ui/statelabel.h"
#include "ui/stepsview.h"

#include <QComboBox>
#include <QDateTime>
#include <QFontDatabase>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QTableView>
#include <QVBoxLayout>

namespace rayhelm {

namespace {

QPlainTextEdit *rawText(const QString &name)
{
    auto *edit = new QPlainTextEdit;
    edit->setReadOnly(true);
    edit->setTabChangesFocus(true);
    edit->setAccessibleName(name);
    edit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    edit->setLayoutDirection(Qt::LeftToRight);
    return edit;
}

} // namespace

ClusterDetails::ClusterDetails(Session &session, QWidget *parent)
    : QTabWidget(parent)
    , m_session(session)
    , m_steps(new StepsView)
    , m_noSteps(new StateText(StateKind::Muted, tr("Nothing was installed or repaired since Rayhelm was started.")))
    , m_logChoice(new QComboBox)
    , m_log(new LogPane)
    , m_podLog(new ClusterPodLog(session, this))
    , m_events(new ClusterEventModel(this))
    , m_eventTable(new QTableView)
    , m_rawEvent(rawText(tr("Raw text of the event")))
    , m_noEvents(new StateText(StateKind::Muted, tr("Nothing has happened yet, as far as is known.")))
    , m_facts(rawText(tr("Details of the cluster")))
{
    setAccessibleName(tr("Details"));
    setDocumentMode(true);
    addTab(buildSteps(), tr("Steps"));
    addTab(buildLog(), tr("Log"));
    addTab(buildEvents(), tr("Events"));
    addTab(buildFacts(), tr("Details"));
    setMinimumHeight(190);
    connect(this, &QTabWidget::currentChanged, this, &ClusterDetails::followChosen);
}

QWidget *ClusterDetails::buildSteps()
{
    m_steps->setAccessibleName(tr("Steps of the installation"));
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->addWidget(m_noSteps);
    column->addWidget(m_steps);
    m_steps->setSteps(m_session.lifecycle().installSteps());
    column->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    const auto showSteps = [this] {
        const bool any = !m_session.lifecycle().installSteps()->all().isEmpty();
        m_noSteps->setVisible(!any);
        m_steps->setVisible(any);
    };
    connect(m_session.lifecycle().installSteps(), &Steps::planned, this, showSteps);
    showSteps();
    return scroll;
}

QWidget *ClusterDetails::buildLog()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 6, 0, 0);
    auto *label = new QLabel(tr("&Log of"));
    label->setBuddy(m_logChoice);
    m_logChoice->setAccessibleDescription(tr("Chooses whose log is shown."));
    m_logChoice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto *row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_logChoice);
    row->addStretch(1);
    column->addLayout(row);
    column->addWidget(m_log, 1);

    OutputLines *helm = m_session.lifecycle().helmLog();
    const auto append = [this](const QString &line) {
        m_helmLines.append(line + QLatin1Char('\n'), QDateTime::currentMSecsSinceEpoch());
        m_log->linesChanged();
    };
    for (const QString &line : helm->lines())
        append(line);
    connect(helm, &OutputLines::appended, this, append);
    connect(helm, &OutputLines::cleared, this, [this] {
        m_helmLines.clear();
        chooseLog();
    });
    connect(m_podLog, &ClusterPodLog::linesReplaced, this, &ClusterDetails::chooseLog);
    connect(m_podLog, &ClusterPodLog::linesChanged, m_log, &LogPane::linesChanged);
    connect(m_podLog, &ClusterPodLog::failed, this, [this](const Error &error) {
        if (!error.isCancelled())
            m_log->setNotice(error.summary);
    });
    connect(m_podLog, &ClusterPodLog::linesChanged, this, [this] { m_log->setNotice({}); });
    connect(m_logChoice, &QComboBox::currentIndexChanged, this, &ClusterDetails::followChosen);
    fillLogChoice();
    chooseLog();
    return page;
}

QWidget *ClusterDetails::buildEvents()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 6, 0, 0);
    prepareTable(m_eventTable, tr("Events, newest first"));
    m_eventTable->setAccessibleDescription(tr("The raw text of the chosen event stands below."));
    m_eventTable->setModel(m_events);
    m_eventTable->horizontalHeader()->setSectionResizeMode(ClusterEventModel::At, QHeaderView::ResizeToContents);
    m_eventTable->horizontalHeader()->setSectionResizeMode(ClusterEventModel::Words, QHeaderView::Stretch);
    m_rawEvent->setMaximumHeight(90);
    m_rawEvent->setVisible(false);
    column->addWidget(m_noEvents);
    column->addWidget(m_eventTable, 1);
    column->addWidget(m_rawEvent);
    connect(m_eventTable->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ClusterDetails::showRawEvent);
    connect(m_events, &QAbstractItemModel::modelReset, this, &ClusterDetails::showRawEvent);
    return page;
}

QWidget *ClusterDetails::buildFacts()
{
    m_facts->setFrameShape(QFrame::NoFrame);
    m_facts->setAccessibleDescription(tr("The names that Kubernetes, Helm and Slurm use."));
    return m_facts;
}

void ClusterDetails::setStatus(const ClusterStatus &status)
{
    m_status = status;
    m_events->setEvents(status.events);
    m_noEvents->setVisible(status.events.isEmpty());
    m_eventTable->setVisible(!status.events.isEmpty());
    fillLogChoice();
    followChosen();
    showFacts();
}

void ClusterDetails::setPod(const QString &uid)
{
    m_uid = uid;
    if (!uid.isEmpty()) {
        const int at = m_logChoice->findData(uid);
        if (at >= 0 && currentIndex() == 1)
            m_logChoice->setCurrentIndex(at);
    }
    showFacts();
}

void ClusterDetails::showSteps()
{
    setCurrentIndex(0);
}

void ClusterDetails::showLog(const QString &uid)
{
    setCurrentIndex(1);
    m_logChoice->setCurrentIndex(qMax(0, m_logChoice->findData(uid)));
}

void ClusterDetails::fillLogChoice()
{
    QStringList uids{QString()};
    QStringList names{tr("Helm")};
    for (const PodStatus &pod : m_status.pods) {
        uids.append(pod.pod.uid.text());
        names.append(pod.title);
    }
    QStringList present;
    for (int i = 0; i < m_logChoice->count(); ++i)
        present.append(m_logChoice->itemData(i).toString());
    if (present == uids)
        return;
    const QString chosen = m_logChoice->currentData().toString();
    const QSignalBlocker quiet(m_logChoice);
    m_logChoice->clear();
    for (int i = 0; i < uids.size(); ++i)
        m_logChoice->addItem(names.at(i), uids.at(i));
    m_logChoice->setCurrentIndex(qMax(0, m_logChoice->findData(chosen)));
}

/// Reads a pod's log only while somebody can see it.
void ClusterDetails::followChosen()
{
    const QString uid = m_logChoice->currentData().toString();
    const bool seen = currentIndex() == 1 && isVisible();
    PodView pod;
    for (const PodStatus &candidate : m_status.pods) {
        if (seen && !uid.isEmpty() && candidate.pod.uid.text() == uid) {
            pod = candidate.pod;
            m_log->setEmptyText(emptyLogText(candidate));
        }
    }
    m_podLog->show(pod);
    chooseLog();
}

void ClusterDetails::chooseLog()
{
    const bool helm = m_logChoice->currentData().toString().isEmpty();
    const LogLines *wanted = helm ? &m_helmLines : &m_podLog->lines();
    if (helm)
        m_log->setEmptyText(tr("Helm has not run since Rayhelm was started."));
    const QString name = helm ? tr("Log of Helm") : tr("Log of %1").arg(m_logChoice->currentText());
    if (m_log->view()->accessibleName() == name && m_log->view()->lines() == wanted && wanted->count() > 0)
        return;
    m_log->setNotice({});
    m_log->setLog(wanted, name);
}

QString ClusterDetails::emptyLogText(const PodStatus &pod)
{
    switch (pod.verdict.state) {
    case PodState::InQueue:
        return tr("Nothing written yet: the job is in the HPC queue.");
    case PodState::HandingOver:
    case PodState::QueuedOrStarting:
        return tr("Nothing written yet: the job is queued or starting on the HPC.");
    default:
        return tr("Nothing written yet.");
    }
}

void ClusterDetails::showRawEvent()
{
    const QModelIndexList rows = m_eventTable->selectionModel()->selectedRows();
    const ClusterEvent *event = rows.isEmpty() ? nullptr : m_events->eventAt(rows.constFirst().row());
    m_rawEvent->setVisible(event != nullptr);
    if (event && m_rawEvent->toPlainText() != event->raw)
        m_rawEvent->setPlainText(event->raw);
}

void ClusterDetails::showFacts()
{
    const QString text = factsText(m_status, m_uid);
    if (m_facts->toPlainText() != text)
        m_facts->setPlainText(text);
}

void ClusterDetails::showEvent(QShowEvent *event)
{
    QTabWidget::showEvent(event);
    followChosen();
}

void ClusterDetails::hideEvent(QHideEvent *event)
{
    QTabWidget::hideEvent(event);
    followChosen();
}

} // namespace rayhelm
