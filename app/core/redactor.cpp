#include "core/redactor.h"

#include <QRegularExpression>
#include <QUrl>

namespace rayhelm {

namespace {

const QString hidden = QStringLiteral("(hidden)");

/// Forms in which a secret appears in commands and requests: as it is, URL-escaped, base64.
QStringList spellings(QByteArrayView secret)
{
    const QString plain = QString::fromUtf8(secret);
    QStringList all{plain};
    const QString escaped = QString::fromLatin1(QUrl::toPercentEncoding(plain));
    if (escaped != plain)
        all.append(escaped);
    all.append(QString::fromLatin1(secret.toByteArray().toBase64(QByteArray::OmitTrailingEquals)));
    return all;
}

} // namespace

Redactor::Redactor() = default;
Redactor::~Redactor() = default;

void Redactor::add(const Secret &secret)
{
    if (secret.reveal().size() < 4)
        return;
    for (const Secret &known : m_secrets) {
        if (known.reveal() == secret.reveal())
            return;
    }
    m_secrets.push_back(secret.clone());
}

void Redactor::clear()
{
    m_secrets.clear();
}

QString Redactor::redact(const QString &text) const
{
    QString result = text;
    for (const Secret &secret : m_secrets) {
        QStringList forms = spellings(secret.reveal());
        for (QString &form : forms) {
            result.replace(form, hidden);
            wipe(form);
        }
    }
    static const QRegularExpression userInfo(QStringLiteral(R"((\w+://[^\s/:@]+):[^\s/@]+@)"));
    result.replace(userInfo, QStringLiteral("\\1:(hidden)@"));
    static const QRegularExpression named(
        QStringLiteral(R"(((?:PASSWORD|PASSWD|SECRET|TOKEN)\s*[=:]\s*)(?:"[^"]*"|'[^']*'|\S+))"),
        QRegularExpression::CaseInsensitiveOption);
    result.replace(named, QStringLiteral("\\1(hidden)"));
    static const QRegularExpression header(QStringLiteral(R"((Authorization\W+(?:Basic|Bearer)\s+)[\w+/=.~-]+)"),
                                           QRegularExpression::CaseInsensitiveOption);
    result.replace(header, QStringLiteral("\\1(hidden)"));
    return result;
}

} // namespace rayhelm
