// What the connection panel says in each state of the link.
#include "ui/connectionpanel.h"

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
#include <QLocale>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace rayhelm {

void ConnectionPanel::showState()
{
    Connection &connection = m_session.connection();
    const LinkState state = connection.state();
    const Profile profile = m_form->profile();
    if (m_next && state == LinkState::Disconnected) {
        // Later: this runs inside the signal that says so.
        QTimer::singleShot(0, this, [this, next = *m_next] {
            if (next.fromFile)
                offer(next.profile, next.connectThen);
            else
                showProfile(next.profile, next.connectThen);
        });
        m_next.reset();
    }
    const QString problem = m_form->problem();
    setAvailable(m_connect, state == LinkState::Disconnected && problem.isEmpty(),
                 state == LinkState::Disconnected ? problem : tr("Connecting is going on."));
    setAvailable(m_disconnect, state != LinkState::Disconnected, tr("Not connected."));
    setAvailable(m_check, state == LinkState::Connected, tr("Not connected."));
    const bool linked = state == LinkState::Connected || state == LinkState::Lost;
    setPrimaryAction(linked ? m_disconnect : m_connect);
    const bool left = state == LinkState::Disconnected;
    const QString inUse = state == LinkState::Connecting ? tr("It cannot be changed while connecting.")
                                                         : tr("Disconnect to change the connection.");
    m_form->setReadOnly(!left, inUse);
    showForm();
    m_profileActions->setProfile(profile);
    m_profileActions->setRemovable(left, inUse);
    showStateMessage(state);
    showFacts();
}

/// While a machine is being reached or used, its steps come first; the fields are a click away.
void ConnectionPanel::showForm()
{
    const bool left = m_session.connection().state() == LinkState::Disconnected;
    const bool steps = m_session.connection().steps()->all().size() > 0;
    m_showForm->setVisible(!left);
    const bool shown = left || m_showForm->isChecked();
    if (shown && m_form->isHidden() && left && steps)
        QTimer::singleShot(0, m_steps, [this] { reveal(m_steps); }); // why it failed stands there
    m_form->setVisible(shown);
}

void ConnectionPanel::showStateMessage(LinkState state)
{
    const QString name = profileName(m_form->profile());
    switch (state) {
    case LinkState::Disconnected:
        setHeading(tr("Connection: %1").arg(name));
        setSentence({});
        if (messageWidget()->message().what.startsWith(tr("You are in.")) || messageWidget()->message().kind == StateKind::Warning)
            clearMessage();
        break;
    case LinkState::Connecting:
        clearMessage();
        setHeading(m_session.connection().questions()->open().isEmpty()
                       ? tr("Connecting: %1").arg(name)
                       : QuestionCard::announcement(m_session.connection().questions()->open().constFirst()));
        setSentence({});
        break;
    case LinkState::Connected:
        showConnected();
        break;
    case LinkState::Lost:
        showLost();
        break;
    }
}

void ConnectionPanel::showConnected()
{
    const Profile &profile = m_session.connection().profile();
    const HostFacts &facts = m_session.connection().host()->facts();
    const bool readable = facts.kubernetesReachable || !facts.checked.isValid();
    if (readable)
        setHeading(tr("Connected: %1").arg(profileName(profile)));
    else
        setHeading(tr("Connected, but Kubernetes cannot be read"));
    const QString account = facts.account.isEmpty() ? profile.user : facts.account;
    QString sentence = tr("Logged in to %1 as %2; helm and kubectl run as %3.")
                           .arg(profile.host, facts.loginUser.isEmpty() ? profile.user : facts.loginUser, account);
    if (const std::optional<Profile> &next = m_session.connection().nextProfile())
        sentence += QLatin1Char(' ') + tr("Settings that lead to %1 are saved; they count once you have disconnected.").arg(fromProfile(*next).name());
    setSentence(sentence);
    if (m_session.connection().steps()->isRunning() || !facts.kubernetesReachable) {
        clearMessage();
        return;
    }
    if (messageWidget()->message().what == tr("You are in."))
        return;
    Message message;
    message.kind = StateKind::Good;
    message.what = tr("You are in.");
    message.text = tr("Next: prepare the image, open your configuration, or look at the cluster.");
    message.actions = {{tr("Prepare image"), [this] { Q_EMIT imageRequested(); }},
                       {tr("Open configuration"), [this] { Q_EMIT configurationRequested(); }},
                       {tr("See the cluster"), [this] { Q_EMIT clusterRequested(); }}};
    showMessage(message);
}

void ConnectionPanel::showLost()
{
    Connection &connection = m_session.connection();
    const QString name = profileName(connection.profile());
    setHeading(tr("Connection lost: %1").arg(name));
    const std::optional<std::chrono::seconds> left = connection.reconnectIn();
    if (!left)
        setSentence(tr("Trying again needs you, because you would be asked for a password or code."));
    else if (left->count() > 0)
        setSentence(tr("Trying again in %1.").arg(durationText(*left)));
    else
        setSentence(tr("Trying again now."));
    const QString time = QLocale().toString(connection.lostAt().toLocalTime().time(), QLocale::ShortFormat);
    const QString what = tr("Connection lost at %1.").arg(time);
    if (messageWidget()->message().what == what)
        return;
    Message message;
    message.kind = StateKind::Warning;
    message.what = what;
    message.text = tr("Your cluster, jobs and a running install are not affected. After reconnecting, the state is read before "
                      "anything is repeated.");
    message.actions = {{tr("Try now"), [this] { m_session.connection().reconnectNow(); }}};
    showMessage(message);
}

void ConnectionPanel::showFacts()
{
    const HostFacts &facts = m_session.connection().host()->facts();
    QList<Error> problems;
    const std::optional<Error> &shown = m_session.connection().error();
    for (const Error &problem : facts.problems)
        if (!shown || shown->summary != problem.summary)
            problems.append(problem);
    QList<InlineMessage *> messages;
    for (int i = 0; i < m_factPlace->count(); ++i)
        messages.append(static_cast<InlineMessage *>(m_factPlace->itemAt(i)->widget()));
    while (messages.size() < problems.size()) {
        messages.append(new InlineMessage);
        m_factPlace->addWidget(messages.constLast());
    }
    const bool connected = m_session.connection().state() == LinkState::Connected;
    for (int i = 0; i < messages.size(); ++i) {
        if (i >= problems.size() || !connected) {
            messages.at(i)->clearMessage();
            continue;
        }
        Message message = messageFor(problems.at(i), failureActions(problems.at(i)));
        message.kind = StateKind::Warning;
        if (messages.at(i)->isHidden() || messages.at(i)->message().what != message.what)
            messages.at(i)->showMessage(message);
    }
}

QList<MessageAction> ConnectionPanel::failureActions(const Error &error)
{
    const bool linked = m_session.connection().state() == LinkState::Connected;
    const MessageAction again{tr("Try again"), [this, linked] {
                                  if (linked)
                                      m_session.connection().checkAgain();
                                  else
                                      connectNow();
                              }};
    switch (error.kind) {
    case ErrorKind::AuthenticationFailed:
        return {{tr("Change login"), [this] { m_form->reveal(QStringLiteral("user"))->setFocus(); }}, again};
    case ErrorKind::SudoRefused:
        return {{tr("Enter password"), [this] { connectNow(); }}, {tr("Work without root"), [this] {
                    Profile profile = m_form->profile();
                    profile.useSudo = false;
                    m_form->setProfile(profile);
                    connectNow();
                }}};
    case ErrorKind::NotFound:
        return {{tr("Set path"), [this] {
                     QWidget *path = m_form->reveal(QStringLiteral("helmPath"));
                     if (path->isEnabled())
                         path->setFocus();
                     else
                         setSentence(tr("Disconnect, then set the path under Advanced settings."));
                 }}, again};
    case ErrorKind::HostKeyChanged:
        return {};
    default:
        return {again};
    }
}

} // namespace rayhelm
