#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace rayhelm {

/// What the askpass helper sends: ssh's prompt and who asks.
struct AskpassMessage {
    QByteArray token;  ///< proves that our ssh started the helper
    qint64 parent = 0; ///< process id of the ssh that asks
    QByteArray hint;   ///< SSH_ASKPASS_PROMPT: "", "confirm", "none"
    QByteArray prompt;
};

/// The wire form: "RAYHELM1 <token> <parent> <length of hint> <length of prompt>\n" and the two texts.
/// No value: more bytes are needed. Protocol: this is no such message.
Result<std::optional<AskpassMessage>> parseAskpassMessage(const QByteArray &bytes);

/// The longest hint or prompt that is accepted, in bytes.
inline constexpr qsizetype longestAskpassText = 16 * 1024;

enum class PromptKind {
    Password,
    VerificationCode, ///< and every other text that a server can ask; never stored
    Passphrase,
    UnknownHostKey,
    HostKeyAgain, ///< the fingerprint given was not accepted
    Notice,       ///< wants no answer, such as "touch your security key"
};

/// A prompt of ssh, understood.
struct LoginPrompt {
    PromptKind kind = PromptKind::VerificationCode;
    QString subject;     ///< "user@host", the key file's path or the host as known_hosts names it
    QString text;        ///< the other side's own words, made plain
    QString keyType;
    QString fingerprint;
};

LoginPrompt classifyPrompt(const QByteArray &prompt, const QByteArray &hint);

} // namespace rayhelm
