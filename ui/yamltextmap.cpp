#include "ui/yamltextmap.h"

#include <algorithm>

namespace rayhelm {

namespace {

struct Decoded {
    char32_t code = 0xfffd;
    int bytes = 1;
};

/// One character of UTF-8; a byte that does not belong to one counts alone as U+FFFD.
Decoded decodeOne(const char *data, qsizetype left)
{
    const auto lead = static_cast<uchar>(*data);
    if (lead < 0x80)
        return {lead, 1};
    const int length = lead >= 0xf0 && lead < 0xf5 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0;
    if (length == 0 || lead >= 0xf5 || left < length)
        return {};
    char32_t code = lead & (0x7f >> length);
    for (int i = 1; i < length; ++i) {
        const auto byte = static_cast<uchar>(data[i]);
        if ((byte & 0xc0) != 0x80)
            return {};
        code = (code << 6) | (byte & 0x3f);
    }
    const bool overlong = (length == 3 && code < 0x800) || (length == 4 && code < 0x10000);
    if (overlong || code > 0x10ffff || (code >= 0xd800 && code < 0xe000))
        return {};
    return {code, length};
}

int unitsOf(char32_t code)
{
    return QChar::requiresSurrogates(code) ? 2 : 1;
}

/// A text view splits its lines at these too, so they must be known here (U+2029 is its own line end).
QString shown(char32_t code)
{
    if (code == 0x2029 || code == 0xfdd0 || code == 0xfdd1 || code == 0)
        return QString(QChar(0xfffd));
    return QString::fromUcs4(&code, 1);
}

} // namespace

YamlTextMap::YamlTextMap(const QByteArray &bytes)
    : m_bytes(bytes)
{
    qsizetype at = bytes.startsWith("\xef\xbb\xbf") ? 3 : 0;
    qsizetype withReturn = 0;
    qsizetype lineStart = at;
    for (; at < bytes.size(); ++at) {
        if (bytes[at] != '\n')
            continue;
        const bool carriage = at > lineStart && bytes[at - 1] == '\r';
        withReturn += carriage ? 1 : -1;
        addLine(lineStart, carriage ? at - 1 : at);
        m_text.append(QLatin1Char('\n'));
        lineStart = at + 1;
    }
    addLine(lineStart, bytes.size());
    if (withReturn > 0)
        m_lineEnd = QByteArrayLiteral("\r\n");
}

void YamlTextMap::addLine(qsizetype from, qsizetype to)
{
    Line line{from, to - from, m_text.size(), 0};
    const auto first = m_bytes.cbegin() + from;
    const auto last = m_bytes.cbegin() + to;
    const bool plain = std::all_of(first, last, [](char c) { return c != 0 && c != '\r' && static_cast<uchar>(c) < 0x80; });
    if (plain) {
        m_text.append(QLatin1String(first, int(to - from)));
    } else {
        for (qsizetype at = from; at < to;) {
            const Decoded one = decodeOne(m_bytes.constData() + at, to - at);
            // A lone carriage return would split the line in the view.
            m_text.append(one.code == '\r' ? QString(QChar(0x240d)) : shown(one.code));
            at += one.bytes;
        }
    }
    line.length = m_text.size() - line.position;
    m_lines.append(line);
}

qsizetype YamlTextMap::byteAt(qsizetype position) const
{
    const auto after = std::upper_bound(m_lines.cbegin(), m_lines.cend(), position,
                                        [](qsizetype p, const Line &line) { return p < line.position; });
    const Line &line = after == m_lines.cbegin() ? *after : *(after - 1);
    qsizetype left = position - line.position;
    if (line.length == line.bytes)
        return line.byte + std::min(left, line.bytes);
    qsizetype at = 0;
    while (left > 0 && at < line.bytes) {
        const Decoded one = decodeOne(m_bytes.constData() + line.byte + at, line.bytes - at);
        left -= unitsOf(one.code);
        if (left < 0)
            break;
        at += one.bytes;
    }
    return line.byte + at;
}

qsizetype YamlTextMap::positionAt(qsizetype byte) const
{
    const auto after = std::upper_bound(m_lines.cbegin(), m_lines.cend(), byte,
                                        [](qsizetype b, const Line &line) { return b < line.byte; });
    const Line &line = after == m_lines.cbegin() ? *after : *(after - 1);
    const qsizetype wanted = std::clamp<qsizetype>(byte - line.byte, 0, line.bytes);
    if (line.length == line.bytes)
        return line.position + wanted;
    qsizetype position = line.position;
    for (qsizetype at = 0; at < wanted;) {
        const Decoded one = decodeOne(m_bytes.constData() + line.byte + at, line.bytes - at);
        at += one.bytes;
        if (at > wanted)
            break;
        position += unitsOf(one.code);
    }
    return position;
}

QByteArray YamlTextMap::encoded(const QString &typed) const
{
    QString text = typed;
    text.replace(QChar(0x2029), QLatin1Char('\n'));
    QByteArray bytes = text.toUtf8();
    if (m_lineEnd != "\n")
        bytes.replace("\n", m_lineEnd);
    return bytes;
}

TextChange textChange(const QString &before, const QString &after)
{
    const qsizetype shorter = std::min(before.size(), after.size());
    const auto firstDifference = std::mismatch(before.cbegin(), before.cbegin() + shorter, after.cbegin());
    qsizetype head = firstDifference.first - before.cbegin();
    if (head > 0 && before[head - 1].isHighSurrogate())
        --head;
    qsizetype tail = 0;
    while (tail < shorter - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    if (tail > 0 && before[before.size() - tail].isLowSurrogate())
        --tail;
    return {head, before.size() - head - tail, after.mid(head, after.size() - head - tail)};
}

} // namespace rayhelm
