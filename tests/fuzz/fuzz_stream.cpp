// A followed command's channel: the marks of our script among whatever a server writes to standard error, and lines of standard
// output that arrive in arbitrary pieces. No byte may be lost or doubled, whatever the pieces are.
#include "cluster/kubectl.h"
#include "fakeprocesslauncher.h"
#include "fuzzing.h"
#include "remote/channelqueue.h"
#include "remote/remotescript.h"
#include "remote/sshchannel.h"
#include "remote/sshstream.h"

#include <QCoroTask>

using namespace rayhelm;

const std::size_t fuzzChoices = 2;

namespace {

QByteArray linesOf(SshStream &stream)
{
    QByteArray all;
    while (true) {
        const Result<std::optional<QByteArray>> line = QCoro::waitFor(stream.readLine({}));
        if (!line || !*line)
            return all;
        require(!(*line)->contains('\n'), "a line has a line end inside");
        (void)parseWatchLine(**line);
        all += **line + (stream.lastLineWasComplete() ? "\n" : "");
    }
}

} // namespace

void fuzzOne(const std::uint8_t *choices, const QByteArray &text)
{
    makeApplication();
    const QByteArray token = "0123456789abcdef";
    const bool starts = choices[0] & 1;
    const bool ends = choices[0] & 2;
    const ChannelSudo sudo = choices[0] & 4 ? ChannelSudo::MayAsk : ChannelSudo::None;
    FakeProcessLauncher launcher;
    auto channel = std::make_unique<SshChannel>(&launcher, ProcessPlan(), token, sudo, QByteArray("input"), true);
    FakeProcess *process = launcher.last();
    SshStream stream(std::move(channel), nullptr, QStringLiteral("vm"), std::chrono::hours(1));
    const QByteArray begin = startMarker(token) + '\n';
    const auto feed = [&](const QByteArray &piece, bool errors) { errors ? process->sayError(piece) : process->say(piece); };
    // Before the marks a start-up file may write anything.
    const QByteArray noise = text.left(choices[1] % 32);
    if (starts) {
        feed(noise + begin.left(3), false);
        feed(begin.mid(3), false);
        feed(noise + begin, true);
    }
    const QList<QByteArray> pieces = text.split('\0');
    QByteArray sent;
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        feed(pieces[i], i % 3 == 2);
        if (i % 3 != 2)
            sent += pieces[i];
    }
    if (ends)
        process->sayError(endMarker(token) + " 0\n");
    process->end(0);
    const QByteArray got = linesOf(stream);
    const bool forged = text.contains(token) || noise.contains(token);
    if (starts && ends && !forged && text.size() < 60000) {
        require(got == sent, "bytes were lost or doubled");
        require(stream.exitStatus() == 0, "another exit status");
    }
}
