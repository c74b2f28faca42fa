#include "ui/valuespanel.h"

#include "ui/availability.h"
#include "ui/changespage.h"
#include "ui/comparepage.h"
#include "ui/inlinemessage.h"
#include "ui/reviewpage.h"
#include "ui/valueseditor.h"
#include "ui/valuesformview.h"
#include "ui/valuesopendialog.h"
#include "ui/valuestools.h"

#include "remote/remotehost.h"
#include "session/configuration.h"
#include "session/connection.h"
#include "session/hpcfacts.h"
#include "session/nosecrets.h"
#include "session/session.h"

#include <QAction>
#include <QLineEdit>
#include <QVBoxLayout>

namespace rayhelm {

ValuesPanel::ValuesPanel(Session &session, QWidget *parent)
    : Panel(tr("Configuration"), parent)
    , m_session(session)
    , m_editor(new ValuesEditor)
    , m_review(new ReviewPage(session, *m_editor))
{
    buildActions();
    setPinned(m_editor->tools());
    body()->addWidget(m_editor, 1);
    setFindTarget(m_editor->tools()->find());
    setFirstFocus(m_editor->tools()->find());
    connect(m_editor, &ValuesEditor::checked, this, &ValuesPanel::showState);
    connect(m_review, &ReviewPage::installBegun, this, &ValuesPanel::installBegun);
    connect(m_review, &ReviewPage::deleteRequested, this, &ValuesPanel::deleteRequested);
    connect(m_review, &ReviewPage::showClusterRequested, this, &ValuesPanel::showClusterRequested);
    connectConfiguration();
    takeContext();
    adoptDocument();
}

ValuesPanel::~ValuesPanel()
{
    if (!m_reviewOwned)
        delete m_review;
}

void ValuesPanel::buildActions()
{
    const auto action = [this](const QString &text, const QString &tip, void (ValuesPanel::*run)()) {
        auto *made = new QAction(text, this);
        made->setToolTip(tip);
        connect(made, &QAction::triggered, this, run);
        return made;
    };
    m_reviewAction = action(tr("Review and install..."), tr("Shows what installing would ask and change, before anything is done."),
                            &ValuesPanel::openReview);
    m_save = action(tr("Save"), tr("Saves the file where it came from."), &ValuesPanel::save);
    m_save->setShortcut(QKeySequence::Save);
    m_open = action(tr("Open..."), tr("Opens another configuration."), &ValuesPanel::showOpenDialog);
    m_open->setShortcut(QKeySequence::Open);
    for (QAction *made : {m_save, m_open}) {
        made->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(made);
    }
    m_template = new QAction(tr("Start from the Example"), this);
    m_template->setToolTip(tr("The example of the tutorial, to be adapted. Nothing is written until you save."));
    connect(m_template, &QAction::triggered, this,
            [this] { afterUnsaved([this] { m_session.configuration().startFromTemplate(); }); });
    m_running = new QAction(tr("Open What Is Running"), this);
    m_running->setToolTip(tr("The values of the cluster that is installed now."));
    connect(m_running, &QAction::triggered, this,
            [this] { afterUnsaved([this] { m_session.configuration().openFromRelease(); }); });
    buildFileActions();
    addPanelAction(m_save);
    addPanelAction(m_open);
    addPanelAction(m_templates);
    addPanelAction(m_editor->textAction());
    for (QAction *more : {m_showChanges, m_saveOnVm, m_duplicate, m_saveLocal, m_recent, m_template, m_running})
        addMoreAction(more);
}

void ValuesPanel::connectConfiguration()
{
    Configuration &configuration = m_session.configuration();
    connect(&configuration, &Configuration::opened, this, &ValuesPanel::adoptDocument);
    connect(&configuration, &Configuration::closed, this, &ValuesPanel::adoptDocument);
    connect(&configuration, &Configuration::saved, this, [this] {
        m_conflict = false;
        clearMessage();
        m_editor->setSavedBytes(m_session.configuration().savedBytes());
        showState();
        if (m_changes && m_changes->isVisible())
            m_changes->goBack();
        if (const auto next = std::exchange(m_afterSave, nullptr))
            next();
    });
    connect(&configuration, &Configuration::merged, this, [this] {
        m_conflict = false;
        clearMessage();
        m_editor->setSavedBytes(m_session.configuration().savedBytes());
        showState();
    });
    connect(m_editor, &ValuesEditor::noSecretSaid, this, [this](const QString &variable) {
        const Configuration &open = m_session.configuration();
        NoSecrets(m_session.edges().dataDirectory).add(m_session.connection().profile().id, open.origin(), open.fileName(), variable);
        takeContext();
    });
    connect(&configuration, &Configuration::modifiedChanged, this, &ValuesPanel::showHeading);
    connect(&configuration, &Configuration::busyChanged, this, &ValuesPanel::showState);
    connect(&configuration, &Configuration::changedElsewhere, this, &ValuesPanel::showConflict);
    connect(&configuration, &Configuration::failed, this, [this](const Error &error) {
        m_afterSave = nullptr;
        // The bar about a changed file says it better and offers the choice.
        if (!(m_conflict && error.kind == ErrorKind::Conflict))
            showMessage(messageFor(error));
    });
    connect(&configuration, &Configuration::filesListed, this, [this] {
        if (m_openDialog)
            m_openDialog->setFiles(m_session.configuration().filesOnVm(), m_session.connection().profile().valuesFile);
    });
    Connection &connection = m_session.connection();
    connect(&connection, &Connection::stateChanged, this, [this](LinkState state) {
        showState();
        if (state == LinkState::Connected && isVisible())
            m_session.configuration().lookForTheirs(true);
    });
    connect(&connection, &Connection::profileChanged, this, &ValuesPanel::takeContext);
    if (connection.host())
        connect(connection.host(), &RemoteHost::changed, this, &ValuesPanel::takeContext);
    connect(&m_session.hpc(), &HpcFacts::changed, this, &ValuesPanel::takeContext);
    connect(this, &Panel::connectRequested, &connection, &Connection::connectToHost);
}

void ValuesPanel::takeContext()
{
    const Profile &profile = m_session.connection().profile();
    ProblemContext context;
    context.chartVersion = profile.chartVersion;
    context.releaseName = profile.releaseName;
    if (const RemoteHost *host = m_session.connection().host()) {
        for (const VirtualNode &node : host->facts().virtualNodes)
            context.virtualNodes.append(node.name);
        context.operatorVersion = QVersionNumber::fromString(host->facts().operatorVersion);
    }
    context.partitions = m_session.hpc().partitions();
    const Configuration &open = m_session.configuration();
    context.noSecrets = NoSecrets(m_session.edges().dataDirectory).of(profile.id, open.origin(), open.fileName());
    m_editor->setContext(context);
    showState();
}

void ValuesPanel::adoptDocument()
{
    m_conflict = false;
    m_afterSave = nullptr;
    clearMessage();
    Configuration &configuration = m_session.configuration();
    m_editor->setDocument(configuration.document());
    if (configuration.document())
        m_editor->setSavedBytes(configuration.savedBytes().isEmpty() ? configuration.document()->text()
                                                                     : configuration.savedBytes());
    takeContext();
}

void ValuesPanel::showEvent(QShowEvent *event)
{
    Panel::showEvent(event);
    m_session.configuration().lookForTheirs();
}

void ValuesPanel::focusFirst()
{
    setFirstFocus(m_session.configuration().document() ? m_editor->tools()->find() : nullptr);
    Panel::focusFirst();
}

void ValuesPanel::goToSetting(const QString &fieldId)
{
    m_editor->form()->goTo(fieldId, {});
}

void ValuesPanel::openReview()
{
    m_session.configuration().lookForTheirs(true);
    m_reviewOwned = true;
    openPage(m_review);
    m_review->begin();
}

void ValuesPanel::showState()
{
    const Configuration &configuration = m_session.configuration();
    const bool open = configuration.document() != nullptr;
    const bool connected = m_session.connection().isConnected();
    const QString offline = tr("Not connected to the cloud VM.");
    const QString noneOpen = tr("No configuration is open.");
    m_editor->setVisible(open);
    m_editor->tools()->setVisible(open);
    m_editor->textAction()->setVisible(open);
    m_save->setVisible(open);
    m_reviewAction->setVisible(open);
    setAvailable(m_reviewAction, open, noneOpen); // before it becomes the primary one and may take the focus
    if (primaryAction() != (open ? m_reviewAction : m_template))
        setPrimaryAction(open ? m_reviewAction : m_template);
    const bool toVm = configuration.origin() != ValuesOrigin::ThisComputer;
    const bool busy = configuration.isBusy();
    setAvailable(m_save, open && !busy && (connected || !toVm),
                 !open ? noneOpen : busy ? tr("The file is being read or written.") : offline);
    setAvailable(m_saveOnVm, open && connected && !busy, open ? offline : noneOpen);
    setAvailable(m_saveLocal, open, noneOpen);
    setAvailable(m_duplicate, open && connected && !busy, open ? offline : noneOpen);
    setAvailable(m_showChanges, open, noneOpen);
    setAvailable(m_recent, !configuration.recentFiles().isEmpty(), tr("No file was opened yet."));
    setAvailable(m_running, connected && !busy, offline);
    showHeading();
}

void ValuesPanel::showHeading()
{
    const Configuration &configuration = m_session.configuration();
    if (!configuration.document()) {
        setHeading(tr("No configuration open."));
        setSentence(tr("Start from the example and adapt it, open a file, or open what is running."));
        return;
    }
    const QString name = configuration.fileName();
    const bool never = configuration.origin() == ValuesOrigin::Template || configuration.origin() == ValuesOrigin::Release;
    setHeading(never || configuration.isModified() ? tr("%1, not saved").arg(name) : tr("%1, saved").arg(name));
    if (m_editor->document() && m_editor->document()->error()) {
        setSentence(tr("The text cannot be read, so it is not known what it asks for."));
        return;
    }
    const ResourceSummary &summary = m_editor->summary();
    const int errors = m_editor->count(Severity::Error);
    const int hints = m_editor->count(Severity::Hint);
    QStringList parts{summary.text(), summary.costText()};
    if (errors > 0)
        parts.append(tr("%n problem(s)", nullptr, errors));
    if (hints > 0)
        parts.append(tr("%n hint(s)", nullptr, hints));
    parts.removeAll(QString());
    setSentence(parts.join(QStringLiteral(" · ")));
}

} // namespace rayhelm
