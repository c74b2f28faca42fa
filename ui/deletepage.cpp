#include "ui/deletepage.h"

#include "cluster/deleterelease.h"
#include "core/text.h"
#include "jobs/jobhistory.h"
#include "session/connection.h"
#include "session/jobdesk.h"
#include "session/lifecycle.h"
#include "session/session.h"
#include "ui/availability.h"
#include "ui/clusterlook.h"
#include "ui/formfield.h"
#include "ui/givebackview.h"
#include "ui/inlinemessage.h"
#include "ui/statelabel.h"
#include "ui/stepsview.h"

#include <QCheckBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace rayhelm {

namespace {

constexpr int firstFinalStep = 3; // helm delete: from here on nothing can be taken back

QString ownerText(const ClusterStatus &status)
{
    switch (status.ownership) {
    case Ownership::Ours:
        return DeletePage::tr("Yours.");
    case Ownership::AnotherUser:
        return DeletePage::tr("It belongs to someone else: %1.").arg(status.owner.isEmpty() ? DeletePage::tr("an unknown owner") : status.owner);
    case Ownership::UnknownOwner:
        return DeletePage::tr("Owner unknown: it may be another person's.");
    case Ownership::None:
        break;
    }
    return {};
}

} // namespace

DeletePage::DeletePage(Session &session, QWidget *parent)
    : Panel(tr("Delete"), parent)
    , m_session(session)
    , m_reason(new StateText(StateKind::Warning))
    , m_name(new QLineEdit)
    , m_keep(new QPushButton(tr("Keep cluster")))
    , m_delete(new QPushButton(tr("Delete cluster")))
    , m_saveLogs(new QCheckBox(tr("Save all logs first")))
    , m_running(new InlineMessage)
    , m_contact(new InlineMessage)
    , m_unnumbered(new StateText(StateKind::Warning))
    , m_steps(new StepsView)
    , m_report(new GiveBackView(session))
{
    m_consent = buildConsent();
    setPinned(m_consent);
    setFirstFocus(m_keep);
    buildBody();

    Lifecycle &lifecycle = session.lifecycle();
    connect(&lifecycle, &Lifecycle::statusChanged, this, &DeletePage::showState);
    connect(&lifecycle, &Lifecycle::deleteStarted, this, [this] {
        m_begun = true;
        m_refused.clear();
        clearMessage();
        showState();
    });
    connect(&lifecycle, &Lifecycle::deleteFinished, this, &DeletePage::showState);
    connect(&lifecycle, &Lifecycle::deleteFailed, this, [this](const Error &error) {
        m_refused = error.kind == ErrorKind::Conflict ? error.summary : QString(); // what was asked last knew more than this page
        showState();
    });
    connect(&lifecycle, &Lifecycle::reportChanged, this, &DeletePage::showState);
    connect(lifecycle.deleteSteps(), &Steps::changed, this, &DeletePage::showSteps);
    connect(&session.connection(), &Connection::stateChanged, this, &DeletePage::showState);
    connect(&session.jobs(), &JobDesk::jobsChanged, this, &DeletePage::showState);
    connect(m_steps, &StepsView::cancelRequested, &lifecycle, &Lifecycle::cancelDelete);
    prepare();
}

QWidget *DeletePage::buildConsent()
{
    auto *consent = new QWidget;
    auto *column = new QVBoxLayout(consent);
    column->setContentsMargins(0, 0, 0, 4);
    column->addWidget(m_reason);
    m_nameField = new FormField(tr("&Type the cluster's name to delete it:"), m_name);
    m_name->setMaximumWidth(360);
    column->addWidget(m_nameField);
    auto *row = new QHBoxLayout;
    for (QPushButton *button : {m_keep, m_delete}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    row->addSpacing(12);
    row->addWidget(m_saveLogs);
    row->addStretch(1);
    column->addLayout(row);
    m_keep->setAccessibleDescription(tr("Goes back. Nothing is deleted."));
    m_saveLogs->setChecked(true);
    m_saveLogs->setAccessibleDescription(tr("The logs on the HPC are lost with the cluster. They are kept on this computer."));
    m_saveLogs->setToolTip(m_saveLogs->accessibleDescription());
    connect(m_keep, &QPushButton::clicked, this, &Panel::goBack);
    connect(m_delete, &QPushButton::clicked, this, &DeletePage::decide);
    connect(m_name, &QLineEdit::textChanged, this, &DeletePage::showConsent);
    return consent;
}

void DeletePage::buildBody()
{
    m_steps->setAccessibleName(tr("Steps of the deletion"));
    body()->addWidget(m_running);
    body()->addWidget(m_contact);
    body()->addWidget(m_unnumbered);
    body()->addWidget(m_steps);
    m_steps->setSteps(m_session.lifecycle().deleteSteps());
    body()->addWidget(m_report);
    body()->addStretch(1);
}

void DeletePage::prepare()
{
    m_name->clear();
    m_refused.clear();
    m_begun = m_session.lifecycle().isDeleting();
    showState();
}

void DeletePage::showState()
{
    const Lifecycle &lifecycle = m_session.lifecycle();
    const ClusterStatus &status = lifecycle.status();
    const QString name = m_session.connection().profile().releaseName;
    const GiveBackReport *report = lifecycle.report();
    const bool deleting = lifecycle.isDeleting();
    const bool asking = status.exists() && !deleting && !(m_begun && report && report->helmDone);
    m_consent->setVisible(asking);
    m_steps->setVisible(m_begun || deleting);
    const bool reported = !asking && report && report->begun.isValid() && report->verdict() != GiveBackVerdict::NotDeleted;
    m_report->setReport(reported ? report : nullptr);
    setAsOf(asking ? status.observedAt : QDateTime());
    setOffline(!m_session.connection().isConnected());
    if (asking) {
        setHeading(tr("Delete %1").arg(name));
        setSentence(goesAwayText(status));
    } else if (deleting) {
        showSteps();
        showWhetherToStay();
    } else if (reported) {
        setHeading(report->headline());
        setSentence({});
    } else {
        setHeading(tr("There is no cluster to delete."));
        setSentence({});
    }
    showWarnings();
    showConsent();
}

void DeletePage::showSteps()
{
    const Steps *steps = m_session.lifecycle().deleteSteps();
    const bool final = steps->current() >= firstFinalStep;
    m_steps->setCancellable(!final, tr("Deletion cannot be taken back."));
    if (m_session.lifecycle().isDeleting() && steps->isRunning())
        setHeading(tr("Deleting %1: step %2 of %3")
                       .arg(m_session.connection().profile().releaseName)
                       .arg(steps->current() + 1)
                       .arg(steps->all().size()));
    if (m_session.lifecycle().isDeleting())
        showWhetherToStay();
}

/// Closing is harmless only once helm runs at the VM; before, nothing is deleted and closing would leave it so.
void DeletePage::showWhetherToStay()
{
    const Lifecycle &lifecycle = m_session.lifecycle();
    if (lifecycle.deletion().isWaitingForProof())
        setSentence(tr("The cluster is deleted. You may close Rayhelm; the proof can be asked for later."));
    else if (lifecycle.deletion().goesOnAtVm())
        setSentence(tr("You may close Rayhelm: the deletion goes on at the VM."));
    else
        setSentence(tr("Nothing is deleted yet. Leave Rayhelm open until helm has begun."));
}

void DeletePage::showWarnings()
{
    const ClusterStatus &status = m_session.lifecycle().status();
    const bool asking = !m_consent->isHidden();
    const QStringList running = runningJobs();
    if (!asking || running.isEmpty()) {
        m_running->clearMessage();
    } else {
        Message message{StateKind::Warning, tr("%n job(s) still run and would be lost.", nullptr, m_session.jobs().runningJobs()),
                        running.join(QStringLiteral(", ")), {}, {}};
        if (m_running->isHidden() || m_running->message().text != message.text)
            m_running->showMessage(message);
    }
    if (!asking || !status.gateway.contactLost()) {
        m_contact->clearMessage();
    } else if (m_contact->isHidden()) {
        m_contact->showMessage(Message{StateKind::Warning, tr("Contact with the HPC is lost: the stop request may not arrive."),
                                       tr("Jobs could be left behind on the HPC. Wait until the contact is back."), {},
                                       {{tr("Wait for contact"), [this] { goBack(); }}}});
    }
    const auto unnumbered = std::count_if(status.pods.begin(), status.pods.end(),
                                          [](const PodStatus &pod) { return pod.pod.slurmJob.isEmpty(); });
    m_unnumbered->setVisible(asking && unnumbered > 0);
    m_unnumbered->setText(tr("%n pod(s) have no Slurm job number yet. Deleting waits up to 30 s for it; a job whose number "
                             "stays unknown may start later.", nullptr, int(unnumbered)));
}

void DeletePage::showConsent()
{
    const ClusterStatus &status = m_session.lifecycle().status();
    const QString name = m_session.connection().profile().releaseName;
    const QString reason = typingReason();
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty());
    m_nameField->setVisible(!reason.isEmpty());
    m_nameField->setHint(tr("The name is %1.").arg(name));
    const bool named = reason.isEmpty() || m_name->text() == name;
    m_nameField->setProblem(!named && !m_name->text().isEmpty() && !name.startsWith(m_name->text())
                                ? tr("This is not the cluster's name.") : QString());
    const bool connected = m_session.connection().isConnected();
    QString whyNot;
    if (!connected)
        whyNot = tr("Not connected.");
    else if (!status.exists())
        whyNot = tr("There is no cluster to delete.");
    else if (m_session.lifecycle().isInstalling() && !m_session.lifecycle().isWaitingForPods())
        whyNot = tr("An install is running. Cancel it first.");
    else if (const std::optional<Error> busy = m_session.lifecycle().whyBusy(); busy && !m_session.lifecycle().isWaitingForPods())
        whyNot = busy->summary;
    else if (!named)
        whyNot = tr("Type the cluster's name first.");
    setAvailable(m_delete, whyNot.isEmpty(), whyNot, tr("Deletes the cluster at once. This cannot be taken back."));
}

QString DeletePage::typingReason() const
{
    DeleteConsent consent;
    const int running = m_session.jobs().runningJobs();
    if (running > 0 || m_session.lifecycle().deletion().jobsAreKnown())
        consent.runningJobs = running;
    const QString reason = typedNameReason(consent, m_session.lifecycle().status().ownership);
    return reason.isEmpty() ? m_refused : reason;
}

QStringList DeletePage::runningJobs() const
{
    QStringList texts;
    const QDateTime now = QDateTime::currentDateTime();
    const QList<JobRecord> own = m_session.jobs().jobs();
    for (const JobRecord &job : own) {
        if (!isOver(job.state))
            texts.append(tr("%1, %2").arg(job.spec.name, durationText(std::chrono::seconds(job.submitted.secsTo(now)))));
    }
    constexpr qsizetype named = 20; // jobs; the window is no list
    for (const JobDetails &job : m_session.jobs().foreignJobs()) {
        if (texts.size() >= named)
            break;
        if (!isTerminal(job.status))
            texts.append(tr("%1, sent by another program").arg(job.submissionId.isEmpty() ? job.jobId : job.submissionId));
    }
    return texts;
}

void DeletePage::decide()
{
    // Pressed a moment too late, the button must not delete what has just become someone's running job.
    showConsent();
    if (m_delete->isEnabled())
        m_session.lifecycle().deleteCluster(m_name->text(), m_saveLogs->isChecked());
}

QString DeletePage::goesAwayText(const ClusterStatus &status)
{
    QStringList jobs;
    for (const PodStatus &pod : status.pods)
        jobs.append(pod.pod.slurmJob.text());
    QStringList parts{tr("%n pod(s)", nullptr, int(status.pods.size()))};
    const QString numbers = jobNumbersText(jobs);
    if (!numbers.isEmpty())
        parts.append(tr("Slurm job(s) %1", nullptr, int(jobs.size())).arg(numbers));
    parts.append(tr("Ray's job list and logs on the HPC"));
    const QString goes = tr("Goes away: %1.").arg(parts.join(QStringLiteral(", ")));
    const QString owner = ownerText(status);
    return owner.isEmpty() ? goes : owner + QLatin1Char(' ') + goes;
}

} // namespace rayhelm
