#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QObject>
#include <QStringList>

#include <memory>

class QSocketNotifier;

namespace rayhelm {

/// What one ssh says itself. It writes to a pipe of the private folder (`-E`), never to its stderr, which belongs to the server: banners
/// go there and may imitate every line of ssh's. What a server can still bring into this text is the middle of a line of ssh's own, with
/// line ends in it ("Received disconnect ...: <words>"), so a single line of it proves nothing that another one contradicts.
class SshLog : public QObject
{
    Q_OBJECT
public:
    /// Makes the pipe. Errors: Forbidden.
    static Result<std::unique_ptr<SshLog>> make(const QString &path);
    ~SshLog() override;

    const QString &path() const { return m_path; }
    /// Takes what ssh has written until now. What it wrote before it asked something is there when it asks.
    void drain();

    /// The newest 64 KiB.
    QString text() const { return QString::fromUtf8(m_text); }
    /// The fingerprint of the key that the machine has shown ("SHA256:..."). Empty: none yet, two different ones were named, or the
    /// machine has shown a certificate: ssh prints the words in it as they are, and they may look like ssh's own.
    QString hostKey() const { return !m_showsCertificate && m_hostKeys.size() == 1 ? m_hostKeys.first() : QString(); }
    /// The file in which the key was found; empty: it was not known.
    const QString &knownIn() const { return m_knownIn; }
    /// 904 for OpenSSH 9.4; 0: not said yet.
    int clientVersion() const { return m_clientVersion; }

Q_SIGNALS:
    void line(const QString &line);
    /// It said something, so it is not stuck.
    void active();

private:
    SshLog(QString path, int descriptor);
    void read(const QString &line);

    QString m_path;
    int m_descriptor;
    QSocketNotifier *m_notifier;
    QByteArray m_text;
    QByteArray m_unfinished;
    QStringList m_hostKeys;
    bool m_showsCertificate = false;
    QString m_knownIn;
    int m_clientVersion = 0;
};

} // namespace rayhelm
