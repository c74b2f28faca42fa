#include "ui/givebackview.h"

#include "core/localfile.h"
#include "session/connection.h"
#include "session/lifecycle.h"
#include "session/session.h"
#include "ui/availability.h"
#include "ui/clusterlook.h"
#include "ui/clusterpodtable.h"
#include "ui/flowlayout.h"
#include "ui/givebackmodel.h"
#include "ui/inlinemessage.h"
#include "ui/spokenlabel.h"
#include "ui/statelabel.h"
#include "ui/usersfilesaving.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace rayhelm {

GiveBackView::GiveBackView(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_saving(new UsersFileSaving(this))
    , m_model(new GiveBackModel(this))
    , m_icon(new IconLabel({}, 20))
    , m_verdict(new SpokenLabel)
    , m_place(new StateText)
    , m_sentences(new StateText)
    , m_table(new QTableView)
    , m_check(new QPushButton(tr("Check on the HPC")))
    , m_copy(new QPushButton(tr("Copy text for HPC support")))
    , m_save(new QPushButton(tr("Save report...")))
    , m_message(new InlineMessage)
{
    QFont bold = m_verdict->font();
    bold.setPointSizeF(bold.pointSizeF() * 1.2);
    bold.setBold(true);
    m_verdict->setFont(bold);
    m_verdict->setWordWrap(true);
    auto *verdictRow = new QHBoxLayout;
    verdictRow->addWidget(m_icon, 0, Qt::AlignTop);
    verdictRow->addWidget(m_verdict, 1);

    m_table->setModel(m_model);
    prepareTable(m_table, tr("Slurm jobs of the deleted cluster"));
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (int column = 0; column < GiveBackModel::ColumnCount; ++column)
        m_table->horizontalHeader()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(GiveBackModel::Proof, QHeaderView::Stretch);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(verdictRow);
    column->addWidget(m_place);
    column->addWidget(m_sentences);
    column->addWidget(buildActions());
    column->addWidget(m_message);
    column->addWidget(m_table, 1);

    connect(&session.lifecycle(), &Lifecycle::proofFailed, this, [this](const Error &error) {
        if (!error.isCancelled())
            m_message->showMessage(messageFor(error));
    });
    connect(m_saving, &UsersFileSaving::failed, this, [this](const QString &, const QString &words) {
        m_message->showMessage(Message{StateKind::Bad, tr("The report could not be saved: %1").arg(words), {}, {}, {}});
    });
    connect(&session.connection(), &Connection::stateChanged, this, &GiveBackView::showProofAvailability);
    connect(&session.connection(), &Connection::profileChanged, this, &GiveBackView::showProofAvailability);
    showProofAvailability();
    hide();
}

QWidget *GiveBackView::buildActions()
{
    auto *actions = new QWidget;
    auto *row = new FlowLayout(actions);
    for (QPushButton *button : {m_check, m_copy, m_save}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    m_copy->setAccessibleDescription(tr("Copies a text that names the Slurm jobs and asks whether they have ended."));
    m_copy->setToolTip(m_copy->accessibleDescription());
    m_save->setAccessibleDescription(tr("Writes this report to a file."));
    connect(m_check, &QPushButton::clicked, this, [this] {
        m_message->clearMessage();
        m_session.lifecycle().checkProof();
    });
    connect(m_copy, &QPushButton::clicked, this, [this] {
        if (m_report)
            QGuiApplication::clipboard()->setText(m_report->supportText());
    });
    connect(m_save, &QPushButton::clicked, this, &GiveBackView::save);
    return actions;
}

void GiveBackView::showProofAvailability()
{
    const QString login = m_session.connection().profile().hpcLogin;
    m_check->setText(login.isEmpty() ? tr("Check on the HPC") : tr("Check on %1").arg(login.section(QLatin1Char('@'), -1)));
    setAvailable(m_check, !login.isEmpty(),
                 tr("There is no HPC login node in this connection. Only Slurm itself can prove that the jobs have ended."),
                 tr("Asks Slurm whether these jobs have ended."));
}

void GiveBackView::setReport(const GiveBackReport *report)
{
    setVisible(report != nullptr);
    m_report = report ? std::optional<GiveBackReport>(*report) : std::nullopt;
    if (!report)
        return;
    const StateLook look = verdictLook(report->verdict());
    m_icon->setIcon(look.themedIcon());
    m_verdict->say(report->headline());
    m_place->setText(tr("%1 at %2, deleted %3").arg(report->release, report->place, clockText(report->begun)));
    m_sentences->setText(report->sentences().join(QLatin1Char('\n')));
    m_sentences->setVisible(!report->sentences().isEmpty());
    m_model->setJobs(report->jobs);
    m_table->setVisible(!report->jobs.isEmpty());
    const int rows = qBound(1, int(report->jobs.size()), 8);
    m_table->setMinimumHeight(m_table->horizontalHeader()->sizeHint().height()
                              + rows * m_table->verticalHeader()->defaultSectionSize() + 2 * m_table->frameWidth());
    if (report->verdict() == GiveBackVerdict::GivenBack)
        m_message->clearMessage();
}

QString GiveBackView::verdictText() const
{
    return m_verdict->text();
}

QString GiveBackView::reportText(const GiveBackReport &report)
{
    QStringList lines{report.headline(), QString(), tr("%1 at %2, deleted %3").arg(report.release, report.place, report.begun.toString(Qt::ISODate))};
    lines += report.sentences();
    lines.append(QString());
    for (const GiveBackJob &job : report.jobs) {
        const QString number = job.job.slurmJob.isEmpty() ? tr("number unknown") : job.job.slurmJob.text();
        const QString asked = job.askedToStop.isValid() ? job.askedToStop.toString(Qt::ISODate) : tr("not yet");
        lines.append(tr("Slurm job %1 (%2): asked to stop: %3; proof: %4")
                         .arg(number, job.job.podName.text(), asked, GiveBackModel::proofText(job)));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

void GiveBackView::saveTo(const QString &path)
{
    if (m_report)
        m_saving->save(path, reportText(*m_report).toUtf8());
}

void GiveBackView::save()
{
    auto *dialog = new QFileDialog(this, tr("Save the give-back report"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("txt"));
    dialog->selectFile(localFileName(QStringLiteral("give-back-") + (m_report ? m_report->release : QString()), QStringLiteral(".txt")));
    connect(dialog, &QFileDialog::fileSelected, this, &GiveBackView::saveTo);
    dialog->open();
}

} // namespace rayhelm
