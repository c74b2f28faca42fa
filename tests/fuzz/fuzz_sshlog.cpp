// What one ssh writes into the pipe of its log, in arbitrary pieces: where the pieces end changes nothing, the key that counts is the only
// one that was named, and what a person is told is plain text.
#include "fuzzing.h"
#include "remote/ssherror.h"
#include "remote/sshlog.h"

#include <QFile>
#include <QSet>
#include <QTemporaryDir>

#include <fcntl.h>
#include <unistd.h>

using namespace rayhelm;

const std::size_t fuzzChoices = 1;

namespace {

/// A log and the lines that it told.
struct Told {
    explicit Told(const QString &name)
    {
        static const QTemporaryDir folder;
        Result<std::unique_ptr<SshLog>> made = SshLog::make(folder.filePath(name));
        require(made.has_value(), "no pipe");
        log = std::move(*made);
        QObject::connect(log.get(), &SshLog::line, log.get(), [this](const QString &line) { lines.append(line); });
    }
    ~Told() { QFile::remove(log->path()); }

    void hear(const QByteArray &text, qsizetype piece)
    {
        const int pipe = ::open(QFile::encodeName(log->path()).constData(), O_WRONLY | O_NONBLOCK);
        for (qsizetype at = 0; at < text.size(); at += piece) {
            const QByteArray part = text.mid(at, piece);
            require(::write(pipe, part.constData(), std::size_t(part.size())) == part.size(), "the pipe is full");
            log->drain();
        }
        ::close(pipe);
    }

    std::unique_ptr<SshLog> log;
    QStringList lines;
};

QSet<QString> namedKeys(const QStringList &lines)
{
    QSet<QString> keys;
    for (const QString &line : lines) {
        const QStringList words = line.split(QLatin1Char(' '));
        if (line.startsWith(QLatin1String("debug1: Server host key: ")) && words.size() == 6 && words.at(5).startsWith(QLatin1String("SHA256:")))
            keys.insert(words.at(5));
    }
    return keys;
}

void tellPeople(const QString &text)
{
    const SshTarget target = targetFromText(QStringLiteral("ada@vm.test"));
    const QString shown = withoutDebugLines(text);
    require(!shown.contains(QChar(0x1b)) && !shown.contains(QChar(0x202e)), "a sign that is not plain");
    (void)knownSshError(text, target);
    (void)sshError(255, text, target);
    const std::optional<ChangedKey> changed = changedKey(text);
    require(!changed || changed->fingerprint.isEmpty() || changed->fingerprint.startsWith(QLatin1String("SHA256:")), "no fingerprint");
}

} // namespace

void fuzzOne(const std::uint8_t *choices, const QByteArray &text)
{
    makeApplication();
    const qsizetype most = 60 * 1024; // what a pipe takes at once
    const QByteArray said = text.left(most);
    Told whole(QStringLiteral("whole"));
    whole.hear(said, most);
    QList<QByteArray> lines = said.split('\n');
    lines.removeLast(); // has not ended
    require(whole.lines.size() == lines.size(), "lines were lost or doubled");
    for (qsizetype i = 0; i < lines.size(); ++i)
        require(whole.lines.at(i) == QString::fromUtf8(lines.at(i)).trimmed(), "another line");
    require(whole.log->text() == QString::fromUtf8(said), "another text");
    const QString key = whole.log->hostKey();
    require(key.isEmpty() || namedKeys(whole.lines).contains(key), "a key that ssh did not name");
    Told parts(QStringLiteral("parts"));
    parts.hear(said, qMax<qsizetype>(said.size() / 100, choices[0]) + 1);
    require(parts.lines == whole.lines && parts.log->hostKey() == key && parts.log->knownIn() == whole.log->knownIn()
                && parts.log->clientVersion() == whole.log->clientVersion(),
            "where the pieces end changes what was said");
    tellPeople(whole.log->text());
}
