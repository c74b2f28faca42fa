#include "ui/imagepanel.h"

#include "ui/availability.h"
#include "ui/imageform.h"
#include "ui/stepsview.h"

#include "core/outputlines.h"
#include "core/text.h"
#include "images/imagetags.h"
#include "images/pullimage.h"
#include "session/configuration.h"
#include "session/connection.h"
#include "session/imagedesk.h"
#include "session/session.h"
#include "values/valuesdocument.h"
#include "values/valuesform.h"

#include <QAction>
#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace rayhelm {

ImagePanel::ImagePanel(Session &session, QWidget *parent)
    : Panel(tr("Image"), parent)
    , m_session(session)
    , m_form(new ImageForm)
    , m_steps(new StepsView)
    , m_logButton(new QToolButton)
    , m_log(new QPlainTextEdit)
{
    buildActions();
    body()->addWidget(m_form);
    body()->addWidget(m_steps);
    m_logButton->setText(tr("Show output"));
    m_logButton->setCheckable(true);
    m_logButton->setAccessibleDescription(tr("Shows what the command has written."));
    m_log->setReadOnly(true);
    m_log->setTabChangesFocus(true);
    m_log->setLayoutDirection(Qt::LeftToRight);
    m_log->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_log->setMinimumHeight(120);
    m_log->setMaximumBlockCount(5000);
    m_log->setAccessibleName(tr("Output of the command"));
    m_log->hide();
    m_logButton->hide();
    connect(m_logButton, &QToolButton::toggled, m_log, &QWidget::setVisible);
    body()->addWidget(m_logButton);
    body()->addWidget(m_log, 1);
    body()->addStretch();
    setFirstFocus(m_form->firstField());

    connect(m_form, &ImageForm::changed, this, &ImagePanel::showState);
    connect(m_form, &ImageForm::refreshRequested, this, &ImagePanel::refreshTags);
    connectDesk();
    takeProfile();
    showTags();
}

void ImagePanel::buildActions()
{
    m_prepare = new QAction(tr("Prepare image"), this);
    connect(m_prepare, &QAction::triggered, this, &ImagePanel::prepare);
    m_copy = new QAction(tr("Copy command"), this);
    m_copy->setToolTip(tr("Puts the command into the clipboard, to be run on the HPC by hand."));
    connect(m_copy, &QAction::triggered, this, &ImagePanel::copyCommand);
    // By hand, copying is the first thing to do; else it stands beside it.
    m_copyFirst = new QAction(tr("Copy command"), this);
    m_copyFirst->setToolTip(m_copy->toolTip());
    connect(m_copyFirst, &QAction::triggered, this, &ImagePanel::copyCommand);
    m_check = new QAction(tr("Check the file"), this);
    m_check->setToolTip(tr("Looks whether the file is on the HPC."));
    connect(m_check, &QAction::triggered, this, &ImagePanel::checkFile);
    m_use = new QAction(tr("Use in configuration"), this);
    m_use->setToolTip(tr("Puts the path of this file into the configuration that is open."));
    connect(m_use, &QAction::triggered, this, [this] { useInConfiguration(m_form->filePath()); });
    m_addLogin = new QAction(tr("Add login node"), this);
    m_addLogin->setToolTip(tr("With a login node of the HPC, Rayhelm prepares the image for you."));
    connect(m_addLogin, &QAction::triggered, this, &ImagePanel::addLoginNodeRequested);
    setPrimaryAction(m_prepare);
    addPanelAction(m_copy);
    addPanelAction(m_check);
    addPanelAction(m_use);
    addPanelAction(m_addLogin);
}

void ImagePanel::connectDesk()
{
    ImageDesk &desk = m_session.images();
    m_steps->setSteps(desk.steps());
    connect(m_steps, &StepsView::cancelRequested, &desk, &ImageDesk::cancelPull);
    connect(desk.steps(), &Steps::planned, this, &ImagePanel::showState);
    connect(&desk, &ImageDesk::tagsChanged, this, &ImagePanel::showTags);
    connect(&desk, &ImageDesk::tagsFailed, this, [this](const Error &error) {
        m_form->setTagsBusy(false);
        m_form->setTagsProblem(error.summary);
    });
    connect(&desk, &ImageDesk::imageChanged, this, [this] {
        const ImageFile *image = m_session.images().image();
        if (image && image->path == m_form->filePath())
            m_form->setExisting(image);
        showState();
    });
    connect(&desk, &ImageDesk::pulled, this, [this](const QString &path) {
        m_note.clear();
        clearMessage();
        if (m_form->useInConfiguration())
            useInConfiguration(path);
        showState();
    });
    connect(&desk, &ImageDesk::failed, this, &ImagePanel::showFailure);
    connect(desk.log(), &OutputLines::appended, this, [this](const QString &line) {
        m_logButton->show();
        m_log->appendPlainText(line);
    });
    connect(desk.log(), &OutputLines::cleared, m_log, &QPlainTextEdit::clear);
    Connection &connection = m_session.connection();
    connect(&connection, &Connection::profileChanged, this, &ImagePanel::takeProfile);
    connect(&connection, &Connection::stateChanged, this, &ImagePanel::showState);
    Configuration &configuration = m_session.configuration();
    connect(&configuration, &Configuration::opened, this, &ImagePanel::showState);
    connect(&configuration, &Configuration::closed, this, &ImagePanel::showState);
}

bool ImagePanel::byHand() const
{
    return m_session.connection().profile().hpcLogin.isEmpty();
}

void ImagePanel::takeProfile()
{
    m_form->setDirectory(m_session.connection().profile().imageDirectory);
    setPrimaryAction(byHand() ? m_copyFirst : m_prepare);
    m_copy->setVisible(!byHand());
    showState();
}

void ImagePanel::showEvent(QShowEvent *event)
{
    Panel::showEvent(event);
    if (!m_tagsAsked)
        refreshTags();
}

void ImagePanel::refreshTags()
{
    if (!isVisible())
        return;
    m_tagsAsked = true;
    m_form->setTagsBusy(true);
    m_session.images().refreshTags(m_form->wantsDevelopment());
}

void ImagePanel::showTags()
{
    const ImageTagList *tags = m_session.images().tags();
    m_form->setTags(tags);
    if (m_tagsAsked)
        m_form->setTagsBusy(false);
    m_form->setTags(tags);
}

void ImagePanel::prepare()
{
    clearMessage();
    m_note.clear();
    m_session.images().pull(m_form->request());
    showState();
}

void ImagePanel::checkFile()
{
    clearMessage();
    m_note.clear();
    m_session.images().check(m_form->filePath());
}

void ImagePanel::useInConfiguration(const QString &path)
{
    ValuesDocument *document = m_session.configuration().document();
    if (!document)
        return;
    ValuesForm form(*document, ValuesSchema::forChart(m_session.connection().profile().chartVersion));
    const Result<> written = form.writeImagePath(path);
    if (!written) {
        showMessage(messageFor(written.error()));
        return;
    }
    m_note = tr("The configuration now uses %1. It is not saved yet.").arg(path);
    showState();
    Q_EMIT imageUsed(path);
}

void ImagePanel::copyCommand()
{
    QGuiApplication::clipboard()->setText(pullCommandLine(m_form->request()));
    m_note = tr("The command is in the clipboard.");
    showState();
}

void ImagePanel::showFailure(const Error &error)
{
    if (error.isCancelled()) {
        m_note = tr("Stopped. The unfinished file was removed.");
    } else if (error.kind == ErrorKind::Conflict && m_form->request().path() == m_form->filePath()) {
        // The step says so too; here is the choice.
        ImageFile file;
        file.path = m_form->filePath();
        file.exists = true;
        m_form->setExisting(&file);
    } else if (!m_session.images().steps()->all().isEmpty()
               && m_session.images().steps()->all().constLast().state != StepState::Done && m_steps->isVisible()) {
        m_note.clear(); // the failed step shows it
    } else {
        showMessage(messageFor(error));
    }
    showState();
}

void ImagePanel::showState()
{
    ImageDesk &desk = m_session.images();
    const bool pulling = desk.isPulling();
    const QString problem = m_form->problem();
    m_form->setFrozen(pulling);
    m_steps->setVisible(!desk.steps()->all().isEmpty());
    m_steps->setCancellable(pulling);

    QString whyNot = problem;
    if (pulling)
        whyNot = tr("An image is being fetched.");
    else if (byHand())
        whyNot = tr("No login node of the HPC is known. Add it, or run the command there yourself.");
    setAvailable(m_prepare, whyNot.isEmpty(), whyNot);
    for (QAction *copy : {m_copy, m_copyFirst})
        setAvailable(copy, problem.isEmpty(), problem);
    m_check->setVisible(!byHand());
    const bool named = m_form->filePath().startsWith(QLatin1Char('/'));
    setAvailable(m_check, named && !pulling, pulling ? whyNot : tr("Give the folder on the HPC."));
    setAvailable(m_use, m_session.configuration().document() && named,
                 named ? tr("No configuration is open.") : tr("Give the folder on the HPC."));
    m_addLogin->setVisible(byHand());

    const ImageFile *image = desk.image();
    if (byHand()) {
        setHeading(tr("Prepare the image by hand"));
        setSentence(m_note.isEmpty() ? tr("Run this command on a login node of the HPC; it takes some minutes.") : m_note);
        return;
    }
    if (pulling)
        setHeading(tr("Preparing the image"));
    else if (image)
        setHeading(tr("Image on the HPC: %1").arg(image->sentence(QDateTime::currentDateTime())));
    else
        setHeading(tr("No image checked yet."));
    if (!m_note.isEmpty())
        setSentence(m_note);
    else if (pulling)
        setSentence(tr("It is downloaded and converted on the HPC. You may go on elsewhere."));
    else
        setSentence(tr("The cluster runs from an image file on the HPC. Prepare it once; every cluster can use it."));
}

} // namespace rayhelm
