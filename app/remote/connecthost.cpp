#include "remote/connecthost.h"

#include "core/steps.h"
#include "remote/remotehost.h"
#include "remote/sshsession.h"

#include <QCoreApplication>

namespace rayhelm {

namespace {

enum ConnectStep { Reach, CheckIdentity, LogIn, BecomeRoot };

class Words
{
    Q_DECLARE_TR_FUNCTIONS(rayhelm::ConnectHost)
};

/// Follows the login: its phases become steps, its questions make the running step ask.
class LoginSteps : public QObject
{
public:
    LoginSteps(SshSession *session, Steps *steps)
        : m_session(session)
        , m_steps(steps)
    {
        connect(session, &SshSession::phaseChanged, this, &LoginSteps::follow);
        connect(session, &SshSession::asking, this, [steps](bool waits) { steps->setAsking(waits); });
        connect(session->master(), &ControlMaster::hint, this, [steps](const QString &text) { steps->note(text); });
    }

private:
    void follow(ConnectPhase phase)
    {
        switch (phase) {
        case ConnectPhase::Reaching: break;
        case ConnectPhase::CheckingIdentity: goTo(CheckIdentity); break;
        case ConnectPhase::LoggingIn: goTo(LogIn); break;
        case ConnectPhase::Up:
            goTo(LogIn);
            m_steps->note({}); // what ssh wanted of a person is done
            break;
        }
    }

    /// A second try of the same login does not go back to earlier steps.
    void goTo(ConnectStep step)
    {
        while (m_steps->isRunning() && m_steps->current() < step) {
            if (m_steps->current() == CheckIdentity)
                m_steps->note(m_session->master()->identityNote());
            m_steps->begin(m_steps->current() + 1);
        }
    }

    SshSession *m_session;
    Steps *m_steps;
};

/// The step that an error of the login belongs to, whatever the last sign of life was.
int stepOf(const Error &error, int current)
{
    switch (error.kind) {
    case ErrorKind::HostKeyChanged: return CheckIdentity;
    case ErrorKind::AuthenticationFailed: return LogIn;
    default: return current;
    }
}

void failLogin(Steps *steps, const Error &error)
{
    for (int step = stepOf(error, steps->current()); steps->current() < step;)
        steps->begin(steps->current() + 1);
    steps->fail(error);
}

Task<> logIn(SshSession *session, Steps *steps, std::stop_token stop)
{
    const LoginSteps login(session, steps);
    steps->begin(Reach);
    Result<> opened = co_await session->openLink(stop);
    if (!opened) {
        failLogin(steps, opened.error());
        co_return failure(opened.error());
    }
    while (steps->current() < LogIn) // an ssh that gave no signs on the way
        steps->begin(steps->current() + 1);
    steps->begin(BecomeRoot);
    Result<> root = co_await session->becomeRoot(stop);
    if (!root) {
        steps->fail(root.error());
        co_return failure(root.error());
    }
    if (!session->sshPlace().useSudo)
        steps->note(Words::tr("not needed"));
    co_return Result<>();
}

} // namespace

QStringList connectSteps(const Profile &profile)
{
    const QString user = profile.user.isEmpty() ? Words::tr("Log in") : Words::tr("Log in as %1").arg(profile.user);
    return QStringList{Words::tr("Reach %1").arg(profile.host), Words::tr("Check that it is %1").arg(profile.host), user, Words::tr("Become root")}
        + hostCheckSteps();
}

Task<> connectHost(SshSession *session, Profile profile, RemoteHost *host, Steps *steps, std::stop_token stop)
{
    steps->plan(connectSteps(profile));
    Result<> loggedIn = co_await logIn(session, steps, stop);
    if (!loggedIn) {
        const std::stop_token noStop;
        Result<> closed = co_await session->closeLink(noStop);
        Q_UNUSED(closed);
        co_return failure(loggedIn.error());
    }
    Result<> checked = co_await checkHost(session, profile, host, steps, stop);
    co_return checked;
}

} // namespace rayhelm
