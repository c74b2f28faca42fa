#include "ui/connectionpanel.h"

#include "core/profilestore.h"
#include "core/text.h"
#include "remote/question.h"
#include "remote/remotehost.h"
#include "remote/sshtarget.h"
#include "session/connection.h"
#include "session/session.h"
#include "ui/availability.h"
#include "ui/connectionform.h"
#include "ui/inlinemessage.h"
#include "ui/profileactions.h"
#include "ui/profilewords.h"
#include "ui/questioncard.h"
#include "ui/stepsview.h"

#include <QAction>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace rayhelm {

ConnectionPanel::ConnectionPanel(Session &session, QWidget *parent)
    : Panel(tr("Connection"), parent), m_session(session), m_form(new ConnectionForm),
      m_showForm(new QPushButton(tr("Settings of this connection"))), m_steps(new StepsView),
      m_profileActions(new ProfileActions(session.edges().profiles)), m_questionPlace(new QVBoxLayout),
      m_factPlace(new QVBoxLayout), m_connect(new QAction(tr("Connect"), this)),
      m_disconnect(new QAction(tr("Disconnect"), this)), m_check(new QAction(tr("Check the VM again"), this)),
      m_drafts(session.edges().dataDirectory)
{
    buildActions();
    buildBody();
    watch();
    Profile profile = session.connection().profile();
    if (profile.id.isNull())
        profile.id = QUuid::createUuid();
    m_form->setProfile(profile);
    const std::optional<ConnectionDraft> draft = m_drafts.shown();
    if (draft && session.connection().state() == LinkState::Disconnected)
        showDraft(*draft);
    showState();
    const QList<Question> open = session.connection().questions()->open();
    for (const Question &question : open)
        ask(question);
}

ConnectionPanel::~ConnectionPanel()
{
    if (m_draftTimer.isActive())
        keepDraft();
}

void ConnectionPanel::buildActions()
{
    connect(m_connect, &QAction::triggered, this, &ConnectionPanel::connectNow);
    connect(m_disconnect, &QAction::triggered, &m_session.connection(), &Connection::disconnectFromHost);
    connect(m_check, &QAction::triggered, &m_session.connection(), &Connection::checkAgain);
    addMoreAction(m_check);
    const QList<QAction *> actions = m_profileActions->actions();
    for (QAction *action : actions)
        addMoreAction(action);
    setPrimaryAction(m_connect);
}

void ConnectionPanel::buildBody()
{
    m_questionPlace->setContentsMargins(0, 0, 0, 0);
    body()->addLayout(m_questionPlace);
    body()->addWidget(m_profileActions);
    m_form->setSshConfig(standardSshPaths(m_session.edges().configDirectory).userConfig);
    m_showForm->setCheckable(true);
    m_showForm->setAutoDefault(false);
    m_showForm->setAccessibleDescription(tr("Shows the fields. They can be changed while not connected."));
    connect(m_showForm, &QPushButton::toggled, this, &ConnectionPanel::showForm);
    body()->addWidget(m_showForm, 0, Qt::AlignLeft);
    body()->addWidget(m_form);
    body()->addWidget(m_steps);
    m_steps->setSteps(m_session.connection().steps());
    m_steps->setFailureActions([this](const Error &error) { return failureActions(error); });
    body()->addLayout(m_factPlace);
    body()->addStretch();
}

void ConnectionPanel::watch()
{
    Connection *connection = &m_session.connection();
    connect(m_steps, &StepsView::cancelRequested, connection, &Connection::cancelConnecting);
    connect(m_form, &ConnectionForm::edited, this, &ConnectionPanel::showState);
    m_draftTimer.setSingleShot(true);
    m_draftTimer.setInterval(100); // ms: what a crash may lose of the last typing
    connect(&m_draftTimer, &QTimer::timeout, this, &ConnectionPanel::keepDraft);
    connect(m_form, &ConnectionForm::edited, this, [this] {
        m_typed = true;
        if (!m_draftTimer.isActive()) // not again with each key: who types on and on would have no draft
            m_draftTimer.start();
    });
    connect(connection, &Connection::stateChanged, this, &ConnectionPanel::showState);
    connect(connection, &Connection::failed, this, &ConnectionPanel::showState);
    connect(connection, &Connection::reconnectCountdown, this, &ConnectionPanel::showState);
    connect(connection, &Connection::profileChanged, this, [this] {
        if (!m_offer && !m_typed && m_form->profile().id != m_session.connection().profile().id)
            m_form->setProfile(m_session.connection().profile());
        showState();
    });
    connect(connection->steps(), &Steps::planned, this, [this] {
        placeCards();
        QTimer::singleShot(0, m_steps, [this] { reveal(m_steps); });
    });
    connect(connection->steps(), &Steps::changed, this, &ConnectionPanel::placeCards);
    connect(connection->host(), &RemoteHost::changed, this, &ConnectionPanel::showState);
    connect(connection->questions(), &QuestionDesk::asked, this, &ConnectionPanel::ask);
    connect(connection->questions(), &QuestionDesk::closed, this, [this](int id) {
        QuestionCard *card = m_cards.take(id);
        if (!card)
            return;
        card->hide();
        placeCards();
        card->deleteLater();
    });
    connect(m_profileActions, &ProfileActions::aboutToUse, this, &ConnectionPanel::keepEdits);
    connect(m_profileActions, &ProfileActions::chosen, this, [this](const Profile &profile) { showProfile(profile, false); });
    connect(m_profileActions, &ProfileActions::failed, this, [this](const Error &error) { showMessage(messageFor(error)); });
    connect(m_profileActions, &ProfileActions::removed, this, &ConnectionPanel::removed);
    connect(m_profileActions, &ProfileActions::renamed, this, [this](const QString &name) {
        Profile profile = m_form->profile();
        profile.name = name;
        m_form->setProfile(profile);
        keepEdits();
        showState();
    });
}

void ConnectionPanel::keepEdits()
{
    const Profile profile = m_form->profile();
    if (profile.host.isEmpty() || m_offer)
        return;
    m_session.edges().profiles->save(profile);
    forgetDraft(profile.id);
    if (profile.id == m_session.connection().profile().id || m_session.connection().state() == LinkState::Disconnected)
        m_session.connection().setProfile(profile);
    m_profileActions->setProfile(profile);
}

void ConnectionPanel::showProfile(const Profile &profile, bool connectThen)
{
    Connection &connection = m_session.connection();
    const bool other = connection.profile().id != profile.id;
    if (other && connection.state() != LinkState::Disconnected) {
        if (connectThen)
            leaveFor({profile, true, false});
        else
            askToLeave({profile, false, false});
        return;
    }
    if (m_draftTimer.isActive())
        keepDraft(); // of what the form shows now
    forgetOffer();
    clearMessage();
    const std::optional<ConnectionDraft> draft = draftFor(profile);
    m_typed = false;
    if (draft) {
        showDraft(*draft);
        keepDraft();
        connectThen = false; // what was typed and never used is looked at first
    } else {
        m_form->setProfile(profile);
        m_drafts.showNone();
    }
    if (connection.state() == LinkState::Disconnected)
        connection.setProfile(m_form->profile());
    showState();
    if (connectThen)
        connectNow();
}

/// What was typed is not lost when the window closes before the first connection.
void ConnectionPanel::hideEvent(QHideEvent *event)
{
    const Profile typed = m_form->profile();
    if (m_draftTimer.isActive())
        keepDraft();
    if (!m_offer && m_session.connection().state() == LinkState::Disconnected && m_form->problem().isEmpty()) {
        const Profile *saved = m_session.edges().profiles->find(typed.id);
        if (!saved || toJson(*saved) != toJson(typed))
            keepEdits();
    }
    Panel::hideEvent(event);
}

void ConnectionPanel::connectNow()
{
    if (m_session.connection().state() != LinkState::Disconnected)
        return;
    m_next.reset();
    if (QWidget *wrong = m_form->showAllProblems()) {
        wrong->setFocus();
        return;
    }
    Profile profile = m_form->profile();
    if (profile.id.isNull())
        profile.id = QUuid::createUuid();
    if (profile.name.isEmpty())
        profile.name = freeProfileName(profile.host, m_session.edges().profiles->profiles());
    m_form->setProfile(profile);
    clearMessage();
    forgetOffer(); // the user has decided: what the file says is the user's now
    keepEdits();
    m_session.connection().connectToHost();
}

void ConnectionPanel::removed(const Profile &profile)
{
    m_draftTimer.stop();
    forgetDraft(profile.id);
    Message message;
    message.what = tr("The connection \"%1\" was removed.").arg(profileName(profile));
    message.actions = {{tr("Undo"), [this, profile] {
                            m_session.edges().profiles->save(profile);
                            showProfile(profile, false);
                        }}};
    const QList<Profile> &left = m_session.edges().profiles->profiles();
    Profile fresh;
    fresh.id = QUuid::createUuid();
    showProfile(left.isEmpty() ? fresh : left.constFirst(), false);
    Q_EMIT undoOffered(message);
}

QuestionCard *ConnectionPanel::card() const
{
    const QList<Question> open = m_session.connection().questions()->open();
    return open.isEmpty() ? nullptr : m_cards.value(open.constFirst().id);
}

void ConnectionPanel::ask(const Question &question)
{
    if (m_cards.contains(question.id))
        return;
    QuestionCard *card = QuestionCard::make(question, m_session.connection().questions(), this);
    m_cards.insert(question.id, card);
    placeCards();
    showState();
    if (isVisible())
        card->focusFirst();
}

/// The oldest question belongs into the step that asks; one that no step asks (the HPC login node's) stands on top.
void ConnectionPanel::placeCards()
{
    const Steps *steps = m_session.connection().steps();
    const int asking = steps->current();
    QuestionCard *first = card();
    for (int i = 0; i < m_steps->count(); ++i)
        m_steps->setStepWidget(i, i == asking ? first : nullptr);
    for (QuestionCard *other : std::as_const(m_cards)) {
        const bool inStep = other == first && asking >= 0;
        if (!inStep && m_questionPlace->indexOf(other) < 0)
            m_questionPlace->addWidget(other);
        if (inStep)
            m_questionPlace->removeWidget(other);
        other->setVisible(other->isEnabled());
    }
}

void ConnectionPanel::focusFirst()
{
    if (QuestionCard *asked = card())
        asked->focusFirst();
    else if (m_session.connection().state() == LinkState::Disconnected)
        m_form->address()->setFocus(Qt::OtherFocusReason);
    else
        Panel::focusFirst();
}

} // namespace rayhelm
