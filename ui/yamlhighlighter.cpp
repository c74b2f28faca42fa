#include "ui/yamlhighlighter.h"

#include "ui/theme.h"

#include <QPalette>
#include <QRegularExpression>
#include <QTextBlock>
#include <QTextDocument>

#include <algorithm>

namespace rayhelm {

namespace {

// States between lines. From `blockState` on, the line is in a block scalar below a key that is indented by the rest.
constexpr int plainState = 0;
constexpr int singleQuoted = 1;
constexpr int doubleQuoted = 2;
constexpr int blockState = 10;

int indentOf(const QString &line)
{
    int indent = 0;
    while (indent < line.size() && line[indent] == QLatin1Char(' '))
        ++indent;
    return indent;
}

bool opensText(QChar c)
{
    return c == QLatin1Char('"') || c == QLatin1Char('\'') || c == QLatin1Char('|') || c == QLatin1Char('>');
}

bool isComment(const QString &line, int at)
{
    return line[at] == QLatin1Char('#') && (at == 0 || line[at - 1].isSpace());
}

} // namespace

YamlHighlighter::YamlHighlighter(QTextDocument *document, const QPalette &palette)
    : QObject(document)
    , m_document(document)
{
    takeColours(Theme::isDark(palette));
    connect(document, &QTextDocument::contentsChange, this, &YamlHighlighter::noteChange);
}

void YamlHighlighter::setPalette(const QPalette &palette)
{
    takeColours(Theme::isDark(palette));
}

void YamlHighlighter::noteChange(int position)
{
    m_known = std::min(m_known, m_document->findBlock(position).blockNumber());
}

void YamlHighlighter::colour(const QTextBlock &first, int count)
{
    const int begin = first.blockNumber();
    int number = std::clamp(begin, 0, std::max(0, m_known));
    QTextBlock block = m_document->findBlockByNumber(number);
    int state = block.previous().isValid() ? std::max(plainState, block.previous().userState()) : plainState;
    for (; block.isValid() && number < begin + count; block = block.next(), ++number) {
        const QString line = block.text();
        const bool shown = number >= begin;
        // Most lines leave the state as it is, and that is seen without reading them.
        if (shown || state != plainState || !std::none_of(line.cbegin(), line.cend(), opensText))
            state = highlight(line, state);
        block.setUserState(state);
        if (shown)
            apply(block);
    }
    m_known = std::max(m_known, number);
}

void YamlHighlighter::apply(QTextBlock &block)
{
    QTextLayout *layout = block.layout();
    if (!layout->preeditAreaText().isEmpty() || layout->formats() == m_ranges)
        return;
    layout->setFormats(m_ranges);
    m_document->markContentsDirty(block.position(), block.length());
}

void YamlHighlighter::setFormat(int start, int count, const QTextCharFormat &format)
{
    if (count > 0)
        m_ranges.append({start, count, format});
}

void YamlHighlighter::takeColours(bool dark)
{
    // The colours of states carry no meaning here; they are taken because they can be read in both themes.
    m_key.setForeground(Theme::color(StateKind::Info, dark));
    m_text.setForeground(Theme::color(StateKind::Good, dark));
    m_number.setForeground(Theme::color(StateKind::Warning, dark));
    m_comment.setForeground(Theme::color(StateKind::Muted, dark));
    m_comment.setFontItalic(true);
    m_mark.setForeground(QColor(dark ? 0xd6b4fc : 0x6b3fa0));
}

int YamlHighlighter::highlight(const QString &line, int before)
{
    m_ranges.clear();
    static const QRegularExpression key(QStringLiteral(
        R"re(("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s#&*!|>{}\[\],'"%@`-](?:[^#:]|:(?=\S)|(?<=\S)#)*?|-(?=\S)(?:[^#:]|:(?=\S))*?)\s*:(?=\s|$))re"));
    int at = 0;
    int indent = indentOf(line);
    if (before == singleQuoted || before == doubleQuoted) {
        const QChar quote = QLatin1Char(before == singleQuoted ? '\'' : '"');
        at = highlightQuoted(line, 0, quote, true);
        return at < 0 ? before : highlightValue(line, at, indent);
    }
    if (before >= blockState && (line.trimmed().isEmpty() || indent > before - blockState)) {
        setFormat(0, int(line.size()), m_text);
        return before;
    }
    at = indent;
    while (at < line.size() && line[at] == QLatin1Char('-') && (at + 1 == line.size() || line[at + 1].isSpace())) {
        setFormat(at, 1, m_mark);
        ++at;
        while (at < line.size() && line[at].isSpace())
            ++at;
    }
    const QRegularExpressionMatch match =
        key.match(line, at, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
    if (match.hasMatch()) {
        setFormat(at, int(match.capturedLength(1)), m_key);
        indent = at;
        at = int(match.capturedEnd());
    } else {
        indent = std::max(0, indent - 1);
    }
    return highlightValue(line, at, indent);
}

int YamlHighlighter::highlightValue(const QString &line, int at, int indent)
{
    while (at < line.size()) {
        const QChar c = line[at];
        if (isComment(line, at)) {
            setFormat(at, int(line.size()) - at, m_comment);
            break;
        }
        if (c == QLatin1Char('"') || c == QLatin1Char('\'')) {
            at = highlightQuoted(line, at, c, false);
            if (at < 0)
                return c == QLatin1Char('"') ? doubleQuoted : singleQuoted;
        } else if (c == QLatin1Char('|') || c == QLatin1Char('>')) {
            setFormat(at, 1, m_mark);
            const qsizetype comment = line.indexOf(QStringLiteral(" #"), at);
            if (comment >= 0)
                setFormat(int(comment), int(line.size() - comment), m_comment);
            return blockState + indent;
        } else if (c.isSpace() || QStringLiteral("{}[],:").contains(c)) {
            ++at;
        } else if (c == QLatin1Char('&') || c == QLatin1Char('*') || c == QLatin1Char('!')) {
            const int start = at;
            while (at < line.size() && !line[at].isSpace())
                ++at;
            setFormat(start, at - start, m_mark);
        } else {
            at = highlightPlain(line, at);
        }
    }
    return plainState;
}

int YamlHighlighter::highlightQuoted(const QString &line, int at, QChar quote, bool goesOn)
{
    int end = goesOn ? at : at + 1;
    bool closed = false;
    while (end < line.size() && !closed) {
        if (quote == QLatin1Char('"') && line[end] == QLatin1Char('\\'))
            ++end;
        else if (line[end] == quote)
            closed = true;
        ++end;
    }
    setFormat(at, std::min(end, int(line.size())) - at, m_text);
    return closed ? end : -1;
}

int YamlHighlighter::highlightPlain(const QString &line, int at)
{
    static const QRegularExpression number(QStringLiteral(
        R"re((?:[-+]?[0-9][0-9_.eE+-]*|true|false|yes|no|on|off|null|~)\s*)re"), QRegularExpression::CaseInsensitiveOption);
    int end = at;
    while (end < line.size() && !isComment(line, end) && !QStringLiteral(",{}[]").contains(line[end]))
        ++end;
    const QString value = line.mid(at, end - at);
    const QRegularExpressionMatch match = number.match(value, 0, QRegularExpression::NormalMatch,
                                                      QRegularExpression::AnchorAtOffsetMatchOption);
    setFormat(at, end - at, match.hasMatch() && match.capturedLength() == value.size() ? m_number : m_text);
    return std::max(end, at + 1);
}

} // namespace rayhelm
