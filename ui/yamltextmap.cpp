#include "ui/yamltextmap.h"

#include <algorithm>

namespace rayhelm {

namespace {

constexpr const char *byteOrderMark = "\xef\xbb\xbf";

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
    , m_lines(linesBetween(bytes.startsWith(byteOrderMark) ? qsizetype(qstrlen(byteOrderMark)) : 0, bytes.size(), true, 0))
    , m_returns(returnsOf(0, m_lines.size()))
{
}

/// The lines of these bytes, which begin where a line begins and end behind a line end or, `toEnd`, with the file.
QList<YamlTextMap::Line> YamlTextMap::linesBetween(qsizetype begin, qsizetype end, bool toEnd, qsizetype position) const
{
    const auto plain = [](char c) { return c != 0 && c != '\r' && static_cast<uchar>(c) < 0x80; };
    QList<Line> lines;
    for (qsizetype at = begin; toEnd || at < end;) {
        const qsizetype feed = m_bytes.indexOf('\n', at);
        const bool ended = feed >= 0 && feed < end;
        qsizetype stop = ended ? feed : end;
        if (ended && stop > at && m_bytes[stop - 1] == '\r')
            --stop;
        Line line{at, stop - at, position, stop - at};
        if (!std::all_of(m_bytes.cbegin() + at, m_bytes.cbegin() + stop, plain))
            line.length = shownLine(line).size();
        lines.append(line);
        if (!ended)
            break;
        position += line.length + 1;
        at = feed + 1;
    }
    return lines;
}

QString YamlTextMap::shownLine(const Line &line) const
{
    if (line.length == line.bytes && std::all_of(m_bytes.cbegin() + line.byte, m_bytes.cbegin() + line.byte + line.bytes,
                                                 [](char c) { return c != 0 && c != '\r' && static_cast<uchar>(c) < 0x80; }))
        return QString::fromLatin1(m_bytes.constData() + line.byte, line.bytes);
    QString text;
    for (qsizetype at = line.byte; at < line.byte + line.bytes;) {
        const Decoded one = decodeOne(m_bytes.constData() + at, line.byte + line.bytes - at);
        // A lone carriage return would split the line in the view.
        text.append(one.code == '\r' ? QString(QChar(0x240d)) : shown(one.code));
        at += one.bytes;
    }
    return text;
}

/// With the line end of the last one, if it has one.
QString YamlTextMap::shownLines(qsizetype first, qsizetype last) const
{
    QString text;
    for (qsizetype i = first; i < last; ++i) {
        text.append(shownLine(m_lines[i]));
        if (i + 1 < m_lines.size())
            text.append(QLatin1Char('\n'));
    }
    return text;
}

QString YamlTextMap::text() const
{
    return shownLines(0, m_lines.size());
}

qsizetype YamlTextMap::lineAt(qsizetype byte) const
{
    const auto after = std::upper_bound(m_lines.cbegin(), m_lines.cend(), byte,
                                        [](qsizetype b, const Line &line) { return b < line.byte; });
    return std::max<qsizetype>(0, after - m_lines.cbegin() - 1);
}

int YamlTextMap::returnsOf(qsizetype first, qsizetype last) const
{
    int returns = 0;
    for (qsizetype i = first; i < last && i + 1 < m_lines.size(); ++i)
        returns += m_lines[i + 1].byte - m_lines[i].byte - m_lines[i].bytes > 1 ? 1 : -1;
    return returns;
}

TextChange YamlTextMap::change(const QByteArray &bytes, qsizetype byte, qsizetype length, qsizetype replacement)
{
    if (byte < 3 && (m_bytes.startsWith(byteOrderMark) || bytes.startsWith(byteOrderMark))) {
        const QString before = text();
        *this = YamlTextMap(bytes);
        return textChange(before, text());
    }
    const qsizetype first = lineAt(byte);
    const qsizetype last = lineAt(byte + length) + 1;
    const bool toEnd = last == m_lines.size();
    const qsizetype begin = m_lines[first].byte;
    const qsizetype end = (toEnd ? m_bytes.size() : m_lines[last].byte) + replacement - length;
    const QString before = shownLines(first, last);
    m_returns -= returnsOf(first, last);
    m_bytes = bytes;
    const QList<Line> fresh = linesBetween(begin, end, toEnd, m_lines[first].position);
    putLines(first, last, fresh, replacement - length);
    m_returns += returnsOf(first, first + fresh.size());
    TextChange change = textChange(before, shownLines(first, first + fresh.size()));
    change.position += fresh.first().position;
    return change;
}

/// Puts `lines` in place of those from `first` to before `last`; what follows has moved by `moved` bytes.
void YamlTextMap::putLines(qsizetype first, qsizetype last, const QList<Line> &lines, qsizetype moved)
{
    const qsizetype next = lines.last().position + lines.last().length + 1;
    const qsizetype movedUnits = last < m_lines.size() ? next - m_lines[last].position : 0;
    for (qsizetype i = last; i < m_lines.size() && (moved != 0 || movedUnits != 0); ++i) {
        m_lines[i].byte += moved;
        m_lines[i].position += movedUnits;
    }
    const qsizetype kept = std::min(last - first, lines.size());
    std::copy_n(lines.cbegin(), kept, m_lines.begin() + first);
    if (lines.size() > kept)
        m_lines.insert(first + kept, lines.size() - kept, Line());
    else
        m_lines.remove(first + kept, last - first - kept);
    std::copy(lines.cbegin() + kept, lines.cend(), m_lines.begin() + first + kept);
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
    if (m_returns > 0)
        bytes.replace("\n", "\r\n");
    return bytes;
}

TextChange textChange(QStringView before, QStringView after)
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
    return {head, before.size() - head - tail, after.mid(head, after.size() - head - tail).toString()};
}

} // namespace rayhelm
