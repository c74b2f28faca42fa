#include "remote/sshlog.h"

#include <QCoreApplication>
#include <QFile>
#include <QPointer>
#include <QRegularExpression>
#include <QSocketNotifier>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace rayhelm {

namespace {

constexpr qsizetype keptText = 64 * 1024;

} // namespace

Result<std::unique_ptr<SshLog>> SshLog::make(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    // Opened for writing too: the pipe then has no end when one ssh goes.
    const int descriptor = ::mkfifo(name.constData(), 0600) == 0 ? ::open(name.constData(), O_RDWR | O_NONBLOCK | O_CLOEXEC) : -1;
    if (descriptor >= 0)
        return std::unique_ptr<SshLog>(new SshLog(path, descriptor));
    return failure(ErrorKind::Forbidden,
                   QCoreApplication::translate("rayhelm::SshLog", "The private folder of the connection cannot be used: %1.").arg(path),
                   qt_error_string(errno));
}

SshLog::SshLog(QString path, int descriptor)
    : m_path(std::move(path))
    , m_descriptor(descriptor)
    , m_notifier(new QSocketNotifier(descriptor, QSocketNotifier::Read, this))
{
    connect(m_notifier, &QSocketNotifier::activated, this, &SshLog::drain);
}

SshLog::~SshLog()
{
    m_notifier->setEnabled(false);
    ::close(m_descriptor);
}

void SshLog::drain()
{
    const QPointer<SshLog> self(this);
    char buffer[16 * 1024];
    for (;;) {
        const ssize_t count = ::read(m_descriptor, buffer, sizeof buffer);
        if (count <= 0)
            break;
        m_text = (m_text + QByteArray(buffer, count)).right(keptText);
        m_unfinished += QByteArray(buffer, count);
        for (;;) {
            const qsizetype end = m_unfinished.indexOf('\n');
            if (end < 0)
                break;
            const QString words = QString::fromUtf8(m_unfinished.left(end)).trimmed();
            m_unfinished.remove(0, end + 1);
            read(words);
            Q_EMIT line(words);
            if (!self)
                return;
        }
        m_unfinished = m_unfinished.right(keptText);
        Q_EMIT active();
        if (!self)
            return;
    }
}

void SshLog::read(const QString &words)
{
    static const QRegularExpression version(QStringLiteral("^debug1: Local version string SSH-2.0-OpenSSH_(\\d+)\\.(\\d+)"));
    static const QRegularExpression shownKey(QStringLiteral("^debug1: Server host key: \\S+ (SHA256:[A-Za-z0-9+/]{43})$"));
    static const QRegularExpression foundKey(QStringLiteral("^debug1: Found (?:key|CA key) in (.+):\\d+$"));
    if (const QRegularExpressionMatch own = version.match(words); own.hasMatch() && m_clientVersion == 0) {
        m_clientVersion = own.captured(1).toInt() * 100 + own.captured(2).toInt();
    } else if (const QRegularExpressionMatch key = shownKey.match(words); key.hasMatch()) {
        if (!m_hostKeys.contains(key.captured(1)))
            m_hostKeys.append(key.captured(1));
    } else if (words.startsWith(QLatin1String("debug1: Server host certificate: "))) {
        m_showsCertificate = true;
    } else if (const QRegularExpressionMatch known = foundKey.match(words); known.hasMatch()) {
        m_knownIn = known.captured(1);
    }
}

} // namespace rayhelm
