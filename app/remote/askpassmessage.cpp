#include "remote/askpassmessage.h"

#include "core/text.h"

#include <QRegularExpression>

namespace rayhelm {

namespace {

constexpr qsizetype longestHeader = 256;
constexpr qsizetype longestShownText = 2000;

tl::unexpected<Error> unreadable()
{
    return failure(ErrorKind::Protocol, QStringLiteral("unreadable askpass message"));
}

LoginPrompt hostKeyPrompt(const QString &text)
{
    static const QRegularExpression host(QStringLiteral("The authenticity of host '([^' ]+)(?: \\([^)]*\\))?' can't be"));
    static const QRegularExpression key(QStringLiteral("(\\S+) key fingerprint is (SHA256:\\S+?)\\.?(?:\\s|$)"));
    LoginPrompt prompt;
    prompt.kind = PromptKind::UnknownHostKey;
    prompt.text = text;
    prompt.subject = host.match(text).captured(1);
    const QRegularExpressionMatch found = key.match(text);
    prompt.keyType = found.captured(1);
    prompt.fingerprint = found.captured(2);
    return prompt;
}

} // namespace

Result<std::optional<AskpassMessage>> parseAskpassMessage(const QByteArray &bytes)
{
    const qsizetype headerEnd = bytes.indexOf('\n');
    if (headerEnd < 0)
        return bytes.size() > longestHeader ? Result<std::optional<AskpassMessage>>(unreadable()) : std::nullopt;
    const QList<QByteArray> words = bytes.left(headerEnd).split(' ');
    if (headerEnd > longestHeader || words.size() != 5 || words.at(0) != "RAYHELM1")
        return unreadable();
    bool parentIsNumber = false;
    bool hintIsNumber = false;
    bool promptIsNumber = false;
    AskpassMessage message;
    message.token = words.at(1);
    message.parent = words.at(2).toLongLong(&parentIsNumber);
    const qlonglong hintLength = words.at(3).toLongLong(&hintIsNumber);
    const qlonglong promptLength = words.at(4).toLongLong(&promptIsNumber);
    if (!parentIsNumber || !hintIsNumber || !promptIsNumber || hintLength < 0 || promptLength < 0
        || hintLength > longestAskpassText || promptLength > longestAskpassText)
        return unreadable();
    const QByteArray texts = bytes.mid(headerEnd + 1);
    if (texts.size() > hintLength + promptLength)
        return unreadable();
    if (texts.size() < hintLength + promptLength)
        return std::nullopt;
    message.hint = texts.left(hintLength);
    message.prompt = texts.mid(hintLength);
    return message;
}

LoginPrompt classifyPrompt(const QByteArray &bytes, const QByteArray &hint)
{
    const QString text = plainText(bytes, longestShownText).trimmed();
    LoginPrompt prompt;
    prompt.text = text;
    if (hint == "none") {
        prompt.kind = PromptKind::Notice;
        return prompt;
    }
    if (text.startsWith(QLatin1String("The authenticity of host '")))
        return hostKeyPrompt(text);
    if (text.startsWith(QLatin1String("Please type 'yes', 'no' or the fingerprint")) || text.startsWith(QLatin1String("Please type 'yes' or 'no'"))) {
        prompt.kind = PromptKind::HostKeyAgain;
        return prompt;
    }
    static const QRegularExpression passphrase(QStringLiteral("^Enter (?:passphrase|PIN) for (?:key )?'?(.+?)'?:$"));
    static const QRegularExpression password(QStringLiteral("^(\\S+@\\S+)'s password:$"));
    // keyboard-interactive: the words behind the bracket are the server's.
    static const QRegularExpression interactive(QStringLiteral("^\\(([^)\\s]+@[^)\\s]+)\\) (.*)$"),
                                                QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression asksPassword(QStringLiteral("^\\W*(?:\\S+'s )?(?:unix |ldap |current )?pass(?:word|wort)?\\b"),
                                                 QRegularExpression::CaseInsensitiveOption);
    if (const QRegularExpressionMatch key = passphrase.match(text); key.hasMatch()) {
        prompt.kind = PromptKind::Passphrase;
        prompt.subject = key.captured(1);
    } else if (const QRegularExpressionMatch login = password.match(text); login.hasMatch()) {
        prompt.kind = PromptKind::Password;
        prompt.subject = login.captured(1);
    } else if (const QRegularExpressionMatch asked = interactive.match(text); asked.hasMatch()) {
        prompt.subject = asked.captured(1);
        prompt.text = asked.captured(2).trimmed();
        // "Password + OTP": what is answered holds a code, so it is of no use a second time.
        static const QRegularExpression asksCode(QStringLiteral("\\b(?:code|otp|token|pin|verification|passcode)\\b"),
                                                 QRegularExpression::CaseInsensitiveOption);
        const QString question = lastLine(prompt.text);
        const bool isPassword = asksPassword.match(question).hasMatch() && !asksCode.match(question).hasMatch();
        prompt.kind = isPassword ? PromptKind::Password : PromptKind::VerificationCode;
    }
    return prompt;
}

} // namespace rayhelm
