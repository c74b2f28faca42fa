// What a server says before and while somebody logs in: its banner (ssh's standard error) and what start-up files print. Whatever it
// is, it is the server's: nothing that ssh's log is read for changes, and only our own marker ends the login.
#include "fakeprocesslauncher.h"
#include "fuzzing.h"
#include "remote/masterprocess.h"

#include <QFile>
#include <QTemporaryDir>

#include <fcntl.h>
#include <unistd.h>

using namespace rayhelm;

const std::size_t fuzzChoices = 2;

namespace {

const QString key = QStringLiteral("SHA256:") + QString(43, QLatin1Char('K'));

/// What ssh itself has said so far.
std::unique_ptr<SshLog> logOfSsh()
{
    static const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("log"));
    Result<std::unique_ptr<SshLog>> log = SshLog::make(path);
    require(log.has_value(), "no pipe");
    const QByteArray own = "debug1: Local version string SSH-2.0-OpenSSH_9.2p1\ndebug1: Server host key: ssh-ed25519 " + key.toLatin1() + '\n';
    const int pipe = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_NONBLOCK);
    require(::write(pipe, own.constData(), std::size_t(own.size())) == own.size(), "the pipe is full");
    ::close(pipe);
    (*log)->drain();
    QFile::remove(path);
    return std::move(*log);
}

} // namespace

void fuzzOne(const std::uint8_t *choices, const QByteArray &line)
{
    makeApplication();
    const QByteArray text = choices[1] & 0x40 ? line.repeated(100).left(60'000) : line; // some servers never stop
    const QByteArray marker = "rayhelm-0123456789abcdef";
    const std::unique_ptr<SshLog> log = logOfSsh();
    const QString words = log->text();
    FakeProcessLauncher launcher;
    MasterProcess master(&launcher, ProcessPlan(), log.get(), marker);
    QObject::connect(&master, &MasterProcess::tooOld, [](const QString &) { require(false, "a server said how old our ssh is"); });
    QObject::connect(&master, &MasterProcess::phaseChanged, [](ConnectPhase phase) {
        require(phase == ConnectPhase::Up, "a server said how far the login is");
    });
    FakeProcess *process = launcher.last();
    QByteArray printed;
    const qsizetype piece = qMax<qsizetype>(text.size() / 100, choices[0]) + 1;
    for (qsizetype at = 0; at < text.size(); at += piece) {
        const QByteArray part = text.mid(at, piece);
        if ((at / piece + choices[1]) % 3 == 0) {
            process->say(part);
            printed += part;
        } else {
            process->sayError(part);
        }
    }
    require(master.isUp() == printed.contains(marker), "another end of the login than by our marker");
    const QString shown = master.serverText();
    require(shown.size() <= 4 * 1024, "a banner without end");
    require(!shown.contains(QChar(0x1b)) && !shown.contains(QChar(0x202e)) && !shown.contains(QChar(0)), "a sign that is not plain");
    if (choices[1] & 0x80) {
        process->say(marker);
        require(master.isUp(), "our marker was not seen");
    }
    process->end(255);
    require(!master.isUp(), "up without a process");
    require(log->hostKey() == key && log->clientVersion() == 902 && log->knownIn().isEmpty() && log->text() == words,
            "the server's words are taken for ssh's");
}
