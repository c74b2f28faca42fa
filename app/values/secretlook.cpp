#include "values/secretlook.h"

#include <QRegularExpression>

namespace rayhelm {

namespace {

/// Whole words of the name, so that "TOKENIZERS" is no token; passwords are also written together ("PGPASSWORD").
bool isSecretName(const QString &name)
{
    static const QRegularExpression word(
        QStringLiteral("(?:PASSWORD|PASSWD|PASSPHRASE)(?:_|\\z)|(?:\\A|_)(?:PASS|SECRET|TOKEN|API_?KEY|SECRET_?KEY|ACCESS_?KEY|PRIVATE_?KEY|CREDENTIALS?)(?:_|\\z)|"
                       "(?:APIKEY|APITOKEN|AUTHTOKEN)\\z"),
        QRegularExpression::CaseInsensitiveOption);
    // What is said about a secret: where it lies, how long it is, how many there may be.
    static const QRegularExpression about(
        QStringLiteral("_(?:FILE|PATH|DIR|NAME|URL|URI|TYPE|LENGTH|LEN|LIMIT|COUNT|SIZE|TTL|TIMEOUT|EXPIRY|ENABLED|ID)\\z"),
        QRegularExpression::CaseInsensitiveOption);
    return word.match(name).hasMatch() && !about.match(name).hasMatch();
}

bool isPlainValue(const QString &value)
{
    static const QRegularExpression number(QStringLiteral("\\A[+-]?[0-9]{1,7}(?:[.][0-9]*)?(?:e[+-]?[0-9]+)?[a-zA-Z%]{0,2}\\z"));
    static const QRegularExpression word(QStringLiteral("\\A(?:true|false|yes|no|on|off|none|null|auto|default|required|optional|enabled|disabled)\\z"),
                                         QRegularExpression::CaseInsensitiveOption);
    return number.match(value).hasMatch() || word.match(value).hasMatch();
}

} // namespace

bool looksLikeSecret(const QString &name, const QString &value)
{
    const QString text = value.trimmed();
    const bool reference = text.isEmpty() || text.startsWith(QLatin1Char('$')) || text.startsWith(QLatin1Char('/'))
        || text.startsWith(QLatin1Char('~')) || text.startsWith(QLatin1Char('<'));
    return !reference && isSecretName(name) && !isPlainValue(text);
}

} // namespace rayhelm
