#pragma once

#include "core/error.h"
#include "core/secret.h"
#include "remote/launcher.h"

#include <QByteArray>
#include <QObject>

#include <memory>
#include <optional>

namespace rayhelm {

/// How one channel ended, before anybody judges it.
struct ChannelEnd {
    int sshStatus = -1;              ///< of the local ssh
    std::optional<int> scriptStatus; ///< of the script; not set: the link broke or the script never ran
    bool scriptStarted = false;
    bool passwordRefused = false;    ///< sudo asked a second time
    QByteArray noise;                ///< what came on stderr before the script began
};

/// Whether a command goes through sudo, which may ask for a password. What merely prints sudo's question gets no answer.
enum class ChannelSudo { None, MayAsk };

/// One command through the master: takes noise, sudo's question and the markers away, and gives what the script itself writes.
class SshChannel : public QObject
{
    Q_OBJECT
public:
    /// `input` is sent when the script has begun, never before: an earlier byte could be read by sudo or a start-up file.
    /// `keepInputOpen`: our end of the pipe is the remote process' life.
    SshChannel(ProcessLauncher *launcher, const ProcessPlan &plan, const QByteArray &token, ChannelSudo sudo, const QByteArray &input,
               bool keepInputOpen, QObject *parent = nullptr);

    /// The answer to `passwordWanted`; without that question nothing is sent.
    void sendPassword(const Secret &password);
    void sendHeartbeat();
    /// Ends the local ssh and thereby the remote side of the input.
    void kill();
    bool isRunning() const { return m_process->isRunning(); }

Q_SIGNALS:
    /// Never with ChannelSudo::None, and once at most.
    void passwordWanted();
    void started();
    void output(const QByteArray &bytes);
    /// Its own stderr, without our markers.
    void errorOutput(const QByteArray &bytes);
    void ended(const rayhelm::ChannelEnd &end);

private:
    void readOutput();
    void readErrors();
    void readNoise(const QByteArray &bytes);
    bool findQuestion();
    void begin();
    void releaseErrors(bool all);
    void finish(int sshStatus);

    std::unique_ptr<LocalProcess> m_process;
    QByteArray m_token;
    ChannelSudo m_sudo;
    QByteArray m_input;
    bool m_keepInputOpen;
    QByteArray m_outputNoise;
    bool m_outputStarted = false;
    QByteArray m_heldErrors; ///< the end of stderr, which may be the end marker
    enum { NotAsked, Asked, Answered } m_question = NotAsked;
    ChannelEnd m_end;
};

} // namespace rayhelm
