#include "yaml/yamlgate.h"

#include "core/text.h"

#include <QCoreApplication>

namespace rayhelm {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(rayhelm::Yaml)
};

/// Decodes one UTF-8 sequence; 0xffffffff when it is broken, overlong, a surrogate or beyond Unicode.
char32_t decode(const char *&at, const char *end)
{
    constexpr char32_t broken = 0xffffffff;
    const auto lead = static_cast<unsigned char>(*at++);
    if (lead < 0x80)
        return lead;
    const int more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1;
    if (lead < 0xc2 || lead > 0xf4 || end - at < more)
        return broken;
    char32_t code = lead & (0x3fu >> more);
    for (int i = 0; i < more; ++i) {
        const auto byte = static_cast<unsigned char>(*at++);
        if ((byte & 0xc0) != 0x80)
            return broken;
        code = (code << 6) | (byte & 0x3fu);
    }
    const bool overlong = (more == 2 && code < 0x800) || (more == 3 && code < 0x10000);
    const bool surrogate = code >= 0xd800 && code <= 0xdfff;
    return overlong || surrogate || code > 0x10ffff ? broken : code;
}

QString codeText(char32_t code)
{
    return QStringLiteral("U+%1").arg(QString::number(uint(code), 16).toUpper().rightJustified(4, QLatin1Char('0')));
}

/// The reason against one character; empty: it may stand.
QString reasonAgainst(char32_t code)
{
    if (code == 0xffffffff)
        return Tr::tr("it holds bytes that are not UTF-8 text");
    if (code == 0)
        return Tr::tr("it holds a NUL byte");
    if (code == 0x85 || code == 0x2028 || code == 0x2029)
        return Tr::tr("it holds the unusual line separator %1, which Helm takes for a line end").arg(codeText(code));
    if (code == 0xfeff)
        return Tr::tr("it holds a byte order mark, which may only stand at the very beginning");
    const bool control = (code < 0x20 && code != '\t' && code != '\n' && code != '\r') || (code >= 0x7f && code < 0xa0);
    if (control || code == 0xfffe || code == 0xffff)
        return Tr::tr("it holds the control character %1").arg(codeText(code));
    return {};
}

bool looksLikeUtf16(const QByteArray &text)
{
    if (text.startsWith("\xff\xfe") || text.startsWith("\xfe\xff"))
        return true;
    return text.size() >= 2 && (text[0] == '\0') != (text[1] == '\0');
}

} // namespace

qsizetype byteOrderMarkLength(const QByteArray &text)
{
    return text.startsWith("\xef\xbb\xbf") ? 3 : 0;
}

std::optional<YamlError> checkYamlGate(const QByteArray &text)
{
    if (text.size() > yamllimit::bytes)
        return YamlError{0, Tr::tr("it is larger than %1").arg(sizeText(yamllimit::bytes))};
    if (looksLikeUtf16(text))
        return YamlError{1, Tr::tr("it is UTF-16 or UTF-32 text; save it as UTF-8")};
    const char *at = text.constData() + byteOrderMarkLength(text);
    const char *const end = text.constData() + text.size();
    int line = 1;
    while (at < end) {
        const auto byte = static_cast<unsigned char>(*at);
        if (byte >= 0x20 && byte < 0x7f) {
            ++at;
            continue;
        }
        if (byte == '\r' && (at + 1 == end || at[1] != '\n'))
            return YamlError{line, Tr::tr("it holds a carriage return without a line feed")};
        const char32_t code = decode(at, end);
        const QString reason = reasonAgainst(code);
        if (!reason.isEmpty())
            return YamlError{line, reason};
        if (code == '\n')
            ++line;
    }
    return std::nullopt;
}

} // namespace rayhelm
