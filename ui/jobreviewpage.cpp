#include "ui/jobreviewpage.h"

#include "core/text.h"
#include "session/jobdesk.h"
#include "session/lifecycle.h"
#include "session/raylink.h"
#include "session/session.h"
#include "ui/flowlayout.h"
#include "ui/inlinemessage.h"
#include "ui/statelabel.h"
#include "ui/stepsview.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace rayhelm {

JobReviewPage::JobReviewPage(Session &session, JobDraft &draft, QWidget *parent)
    : JobWizardStep(draft, JobDraft::ReviewPage, tr("Review"), parent)
    , m_session(session)
    , m_missing(new StateText(StateKind::Bad))
    , m_summary(new QLabel)
    , m_command(new QPlainTextEdit)
    , m_copy(new QPushButton(tr("Copy command")))
    , m_edit(new QPushButton(tr("Edit command")))
    , m_builtAgain(new QPushButton(tr("Use the built command")))
    , m_editLabel(new QLabel(tr("What the cluster &runs")))
    , m_editor(new QPlainTextEdit)
    , m_editProblem(new StateLabel)
    , m_whyNot(new StateLabel)
    , m_failure(new InlineMessage)
    , m_steps(new StepsView)
{
    column()->addWidget(m_missing);
    column()->addWidget(new QLabel(tr("Everything below is what will be sent.")));
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    column()->addWidget(m_summary);
    buildCommand();
    buildEditor();
    column()->addWidget(m_whyNot);
    column()->addWidget(m_failure);
    column()->addWidget(m_steps);
    column()->addStretch(1);
    m_steps->setSteps(session.jobs().submitSteps());
    m_steps->setAccessibleName(tr("Steps of sending the job"));
    m_steps->hide();

    JobDesk &desk = session.jobs();
    connect(desk.submitSteps(), &Steps::planned, m_steps, &QWidget::show);
    connect(m_steps, &StepsView::cancelRequested, &desk, &JobDesk::cancelSubmit);
    connect(&desk, &JobDesk::submitFailed, this, [this](const Error &error) {
        showWhyNot();
        if (!error.isCancelled())
            m_failure->showMessage(messageFor(error));
    });
    connect(&desk, &JobDesk::submitted, this, [this] {
        m_failure->clearMessage();
        m_steps->hide();
    });
    connect(desk.submitSteps(), &Steps::changed, this, &JobReviewPage::showWhyNot);
    connect(&session.lifecycle(), &Lifecycle::statusChanged, this, &JobReviewPage::showWhyNot);
    connect(&session.ray(), &RayLink::opened, this, &JobReviewPage::showDraft);
    connect(&draft, &JobDraft::planChanged, this, &JobReviewPage::showDraft);
    showDraft();
}

QWidget *JobReviewPage::firstField()
{
    return m_command;
}

void JobReviewPage::buildCommand()
{
    auto *label = new QLabel(tr("&Command"));
    label->setBuddy(m_command);
    m_command->setReadOnly(true);
    m_command->setAccessibleDescription(tr("The same job in today's words. It holds no secret."));
    m_editor->setAccessibleDescription(tr("One line of shell text. It must not hold a password."));
    for (QPlainTextEdit *edit : {m_command, m_editor}) {
        edit->setTabChangesFocus(true);
        edit->setLayoutDirection(Qt::LeftToRight);
        edit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
        edit->setMinimumHeight(edit->fontMetrics().height() * 3);
        edit->setMaximumHeight(edit->fontMetrics().height() * 6);
    }
    auto *buttons = new QWidget;
    auto *row = new FlowLayout(buttons);
    for (QPushButton *button : {m_copy, m_edit, m_builtAgain}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    m_copy->setAccessibleDescription(tr("Copies the command as shown."));
    m_edit->setAccessibleDescription(tr("Lets you change what the cluster runs."));
    m_builtAgain->setAccessibleDescription(tr("Forgets what you typed and takes the command of the pages before."));
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_command->toPlainText()); });
    connect(m_edit, &QPushButton::clicked, this, [this] { editCommand(true); });
    connect(m_builtAgain, &QPushButton::clicked, this, [this] {
        draft().setEditedEntrypoint({});
        editCommand(false);
    });
    column()->addWidget(label);
    column()->addWidget(m_command);
    column()->addWidget(new StateText(StateKind::Muted, tr("Rayhelm sends the same request itself. No secret is in it: the job reads the account from the cluster.")));
    column()->addWidget(buttons);
}

void JobReviewPage::buildEditor()
{
    m_editLabel->setBuddy(m_editor);
    column()->addWidget(m_editLabel);
    column()->addWidget(m_editor);
    column()->addWidget(m_editProblem);
    m_editProblem->hide();
    editCommand(false);
    connect(m_editor, &QPlainTextEdit::textChanged, this, [this] {
        if (m_editor->isVisible())
            draft().setEditedEntrypoint(m_editor->toPlainText());
    });
}

void JobReviewPage::editCommand(bool edit)
{
    if (edit) {
        const QString own = draft().spec().editedEntrypoint;
        m_editor->setPlainText(own.isEmpty() ? entrypoint(draft().specToSend()) : own);
    }
    m_editLabel->setVisible(edit);
    m_editor->setVisible(edit);
    m_edit->setVisible(!edit);
    m_builtAgain->setVisible(edit);
    if (edit)
        m_editor->setFocus();
}

QStringList JobReviewPage::summaryLines(const JobDraft &draft)
{
    const JobSpec spec = draft.specToSend();
    QStringList lines;
    lines.append(tr("Job: %1").arg(spec.name));
    lines.append(tr("Folder: %1, %n file(s), %2", nullptr, draft.plan().sentCount())
                     .arg(spec.folder, sizeText(draft.plan().packedSize > 0 ? draft.plan().packedSize : draft.plan().totalSize)));
    lines.append(tr("Configuration: %1, pipeline: %2").arg(spec.configName, spec.pipeline));
    for (const JobOverride &change : spec.overrides)
        lines.append(tr("Change: %1 = %2").arg(change.key, change.value));
    lines.append(draft.usesMlflow() ? tr("MLflow: %1, experiment: %2").arg(spec.mlflowUri, spec.experiment) : tr("MLflow: as the configuration says"));
    if (spec.cpus > 0 || spec.gpus > 0 || spec.memory > 0)
        lines.append(tr("Driver: %1 CPUs, %2 GPUs, %3").arg(spec.cpus).arg(spec.gpus).arg(sizeText(spec.memory)));
    else
        lines.append(tr("Driver: on the head"));
    return lines;
}

void JobReviewPage::showDraft()
{
    const QStringList missing = draft().missingFiles();
    m_missing->setVisible(!missing.isEmpty());
    m_missing->setText(tr("Missing on this computer: %1.").arg(missing.join(QStringLiteral(", "))));
    m_summary->setText(summaryLines(draft()).join(QLatin1Char('\n')));
    const QString command = draft().command();
    if (m_command->toPlainText() != command)
        m_command->setPlainText(command);
    const QStringList edited = draft().problems(JobDraft::ReviewPage);
    m_editProblem->setVisible(!edited.isEmpty());
    m_editProblem->setState(StateKind::Bad, edited.join(QLatin1Char(' ')));
    showWhyNot();
}

void JobReviewPage::showWhyNot()
{
    const QString whyNot = draft().whyNotSubmit();
    const bool sending = m_session.jobs().isSubmitting();
    m_whyNot->setVisible(!whyNot.isEmpty() && !sending);
    m_whyNot->setState(StateKind::Warning, whyNot);
}

QString JobReviewPage::commandText() const
{
    return m_command->toPlainText();
}

} // namespace rayhelm
