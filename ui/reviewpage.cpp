#include "ui/reviewpage.h"

#include "ui/availability.h"
#include "ui/inlinemessage.h"
#include "ui/reviewcontent.h"
#include "ui/valueseditor.h"

#include "cluster/installcomparison.h"
#include "cluster/installrelease.h"
#include "core/profilestore.h"
#include "core/text.h"
#include "session/configuration.h"
#include "session/connection.h"
#include "session/jobdesk.h"
#include "session/lifecycle.h"
#include "session/session.h"
#include "values/mergedvalues.h"

#include <QAction>
#include <QJsonDocument>
#include <QLocale>
#include <QRegularExpression>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace rayhelm {

namespace {

bool isPending(ReleaseState state)
{
    return state == ReleaseState::PendingInstall || state == ReleaseState::PendingUpgrade || state == ReleaseState::PendingRollback;
}

/// Plain words, and under them those of the program that they come from.
QString reasonOf(const Error &error)
{
    const QString detail = plainText(error.detail, 300).trimmed();
    return detail.isEmpty() ? error.summary : error.summary + QLatin1Char('\n') + detail;
}

} // namespace

ReviewPage::ReviewPage(Session &session, ValuesEditor &editor, QWidget *parent)
    : Panel(tr("Review"), parent)
    , m_session(session)
    , m_editor(editor)
    , m_content(new ReviewContent)
{
    buildActions();
    body()->addWidget(m_content, 1);
    setFirstFocus(m_content->changeList());
    connect(m_content, &ReviewContent::choiceChanged, this, &ReviewPage::showState);
    connect(&m_editor, &ValuesEditor::checked, this, [this] {
        if (isVisible())
            showState();
    });
    Lifecycle &lifecycle = session.lifecycle();
    connect(&lifecycle, &Lifecycle::previewChanged, this, &ReviewPage::showState);
    connect(&lifecycle, &Lifecycle::installStarted, this, &ReviewPage::showState);
    connect(&lifecycle, &Lifecycle::installFinished, this, &ReviewPage::showState);
    connect(&lifecycle, &Lifecycle::installFailed, this, &ReviewPage::showState);
    connect(&lifecycle, &Lifecycle::deleteStarted, this, &ReviewPage::showState);
    connect(&lifecycle, &Lifecycle::deleteFinished, this, &ReviewPage::showState);
    connect(&lifecycle, &Lifecycle::deleteFailed, this, &ReviewPage::showState);
    for (auto changed : {&Configuration::saved, &Configuration::merged, &Configuration::opened})
        connect(&session.configuration(), changed, this, &ReviewPage::showState);
    connect(&session.configuration(), &Configuration::changedElsewhere, this, &ReviewPage::showState);
    connect(&session.connection(), &Connection::stateChanged, this, &ReviewPage::showState);
    connect(this, &Panel::connectRequested, &session.connection(), &Connection::connectToHost);
    showState();
}

void ReviewPage::buildActions()
{
    m_install = new QAction(tr("Install"), this);
    connect(m_install, &QAction::triggered, this, &ReviewPage::install);
    m_readAgain = new QAction(tr("Read again"), this);
    m_readAgain->setToolTip(tr("Reads again what runs now under this name."));
    connect(m_readAgain, &QAction::triggered, this, &ReviewPage::begin);
    setPrimaryAction(m_install);
    addPanelAction(m_readAgain);
}

void ReviewPage::begin()
{
    m_editor.commit(); // what is being typed belongs to what is reviewed
    m_editor.checkNow();
    clearMessage();
    if (m_session.connection().isConnected())
        m_session.lifecycle().preparePreview();
    showState();
}

void ReviewPage::install()
{
    if (m_content->wantsReinstall()) {
        Q_EMIT deleteRequested();
        return;
    }
    if (!m_editor.commit() || !whyNotInstall().isEmpty())
        return;
    m_session.lifecycle().install();
    Q_EMIT installBegun();
}

ReviewFacts ReviewPage::gather() const
{
    ReviewFacts facts;
    const Configuration &configuration = m_session.configuration();
    const ValuesDocument *document = configuration.document();
    if (!document)
        return facts;
    facts.asks = document->error() ? tr("The text cannot be read, so it is not known what it asks for.") : m_editor.summary().reviewText();
    facts.saved = configuration.savedBytes();
    facts.text = document->text();
    facts.runningJobs = int(m_session.jobs().runningJobs());
    const InstallPreview *preview = m_session.lifecycle().preview();
    if (!preview || m_session.lifecycle().isPreparingPreview())
        return facts;
    facts.generated = preview->overlay;
    facts.installed = preview->release.exists();
    facts.known = facts.installed || !preview->problem;
    const Result<YamlValue> overlay = readYaml(preview->overlay);
    // Without our marks: a map that holds nothing else is as the chart has it.
    const YamlValue wanted = comparableValues(mergedValues(document->tree(), overlay ? *overlay : YamlValue()));
    const Result<YamlValue> running = readYaml(QJsonDocument(preview->runningValues).toJson());
    if (facts.installed && running) {
        facts.running = comparableText(*running);
        facts.wanted = comparableText(wanted);
        const ValuesSchema schema = ValuesSchema::forChart(m_session.connection().profile().chartVersion);
        facts.changes = describeChanges(comparableValues(*running), wanted, schema);
    }
    showOwner(facts);
    showComparison(facts, wanted);
    return facts;
}

/// The chart's defaults and the objects, which are read last.
void ReviewPage::showComparison(ReviewFacts &facts, const YamlValue &wanted) const
{
    const InstallPreview &preview = *m_session.lifecycle().preview();
    const InstallComparison *comparison = preview.comparison.get();
    if (!comparison) {
        const bool cannotBe = preview.problem && preview.overlay.isEmpty(); // what would be installed is not known
        facts.whyNoDefaults = facts.whyNoObjects = cannotBe ? reasonOf(*preview.problem) : tr("It is being read.");
        return;
    }
    if (comparison->defaultsProblem) {
        facts.whyNoDefaults = reasonOf(*comparison->defaultsProblem);
    } else {
        facts.defaults = comparableText(comparison->chartDefaults);
        facts.effective = comparableText(mergedValues(comparison->chartDefaults, wanted));
    }
    if (comparison->objectsProblem)
        facts.whyNoObjects = reasonOf(*comparison->objectsProblem);
    if (!facts.whyNoObjects.isEmpty())
        facts.chartProblem = tr("Helm cannot make the objects: %1").arg(facts.whyNoObjects);
    else if (!facts.whyNoDefaults.isEmpty())
        facts.chartProblem = tr("Helm cannot read the chart: %1").arg(facts.whyNoDefaults);
    facts.objects = comparison->objects;
    facts.runningObjects = comparison->runningObjects;
}

void ReviewPage::showOwner(ReviewFacts &facts) const
{
    const InstallPreview &preview = *m_session.lifecycle().preview();
    const QString name = m_session.connection().profile().releaseName;
    const QString when = QLocale().toString(preview.release.updated.toLocalTime().date(), QLocale::ShortFormat);
    switch (preview.ownership) {
    case Ownership::Ours:
        facts.owner = tr("%1: yours, installed %2.").arg(name, when);
        return;
    case Ownership::AnotherUser:
        facts.owner = tr("%1: belongs to %2, installed %3.").arg(name, preview.owner, when);
        facts.ownerIsProblem = true;
        return;
    case Ownership::UnknownOwner:
        facts.owner = tr("%1: installed %2 by an unknown owner.").arg(name, when);
        facts.ownerIsProblem = true;
        return;
    case Ownership::None:
        break;
    }
    if (!preview.problem)
        facts.owner = tr("%1: the name is free.").arg(name);
}

QString ReviewPage::whyNotInstall() const
{
    const Lifecycle &lifecycle = m_session.lifecycle();
    if (!m_session.configuration().document())
        return tr("No configuration is open.");
    if (lifecycle.isInstalling())
        return tr("An install is going on; see the cluster.");
    if (const std::optional<Error> busy = lifecycle.whyBusy())
        return busy->summary;
    const int errors = m_editor.count(Severity::Error);
    if (errors > 0)
        return tr("The configuration has %n problem(s) that must be corrected first.", nullptr, errors);
    if (!m_session.connection().isConnected())
        return tr("Not connected to the cloud VM.");
    if (m_session.configuration().theirs())
        return tr("The file was changed elsewhere. Go back and look at the differences first.");
    if (m_session.configuration().isModified() && !m_session.configuration().otherOwner().isEmpty())
        return tr("The file belongs to %1. Go back and save your edits under another name first.").arg(m_session.configuration().otherOwner());
    if (lifecycle.isPreparingPreview() || !lifecycle.preview())
        return tr("What runs now is being read.");
    if (!lifecycle.isReviewed())
        return tr("The configuration was changed since it was reviewed. Read again what would be installed.");
    return lifecycle.preview()->problem ? lifecycle.preview()->problem->summary : QString();
}

void ReviewPage::showProblem()
{
    const Lifecycle &lifecycle = m_session.lifecycle();
    const InstallPreview *preview = lifecycle.preview();
    if (!preview || !preview->problem || lifecycle.isPreparingPreview()) {
        clearMessage();
        return;
    }
    QList<MessageAction> actions;
    if (preview->ownership == Ownership::AnotherUser || preview->ownership == Ownership::UnknownOwner) {
        const QString own = QStringLiteral("raycluster-") + m_session.connection().profile().user;
        actions = {{tr("Use %1").arg(own), [this] { useOwnName(); }}, {tr("See it"), [this] { Q_EMIT showClusterRequested(); }}};
    } else if (isPending(preview->release.state)) {
        actions = {{tr("Repair"), [this] { m_session.lifecycle().repair(); }}};
    } else {
        actions = {{tr("Try again"), [this] { begin(); }}};
    }
    Message message = messageFor(*preview->problem, actions);
    message.kind = StateKind::Warning;
    if (messageWidget()->isHidden() || messageWidget()->message().what != message.what)
        showMessage(message); // an unchanged one is not spoken again
}

void ReviewPage::useOwnName()
{
    Profile profile = m_session.connection().profile();
    static const QRegularExpression unfit(QStringLiteral("[^a-z0-9-]+"));
    profile.releaseName = QStringLiteral("raycluster-%1").arg(profile.user.toLower().replace(unfit, QStringLiteral("-"))).left(53);
    if (m_session.edges().profiles)
        m_session.edges().profiles->save(profile);
    m_session.connection().setProfile(profile);
    begin();
}

void ReviewPage::showState()
{
    const bool reading = m_session.lifecycle().isPreparingPreview();
    const QString whyNot = whyNotInstall();
    m_content->showFacts(gather());
    showProblem();
    setOffline(!m_session.connection().isConnected());
    const bool again = m_content->wantsReinstall();
    m_install->setText(again ? tr("Delete first...") : tr("Install"));
    setAvailable(m_install, whyNot.isEmpty(), whyNot);
    setAvailable(m_readAgain, m_session.connection().isConnected() && !reading,
                 reading ? tr("What runs now is being read.") : tr("Not connected to the cloud VM."));
    const QString name = m_session.connection().profile().releaseName;
    setHeading(tr("Review %1").arg(name));
    if (reading)
        setSentence(tr("Reading what runs now..."));
    else if (!whyNot.isEmpty())
        setSentence(whyNot);
    else if (m_session.configuration().isModified())
        setSentence(tr("Installing saves your unsaved edits first."));
    else
        setSentence(tr("Nothing was changed yet. Install does what is shown here."));
}

} // namespace rayhelm
