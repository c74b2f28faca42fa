#include "jobs/ignorerules.h"

#include <algorithm>

namespace rayhelm {

namespace {

std::u32string codePoints(const QString &text)
{
    const QList<uint> points = text.toUcs4();
    return std::u32string(points.begin(), points.end());
}

/// Python's str.strip(): QString::trimmed() leaves some separators alone that Python takes.
QString stripped(const QString &text)
{
    const auto isBlank = [](QChar c) { return c.isSpace() || (c.unicode() >= 0x1c && c.unicode() <= 0x1f); };
    qsizetype begin = 0;
    qsizetype end = text.size();
    while (begin < end && isBlank(text[begin]))
        ++begin;
    while (end > begin && isBlank(text[end - 1]))
        --end;
    return text.mid(begin, end - begin);
}

} // namespace

std::optional<IgnorePattern> IgnorePattern::fromLine(const QString &line)
{
    const QString text = stripped(line);
    if (text.isEmpty() || text.startsWith(QLatin1Char('#')) || text == QLatin1String("/"))
        return {};
    IgnorePattern pattern;
    if (!pattern.build(text))
        return {};
    return pattern;
}

bool IgnorePattern::build(QString text)
{
    if (text.startsWith(QLatin1Char('!'))) {
        m_negates = true;
        text.remove(0, 1);
    }
    if (text.startsWith(QLatin1Char('\\')))
        text.remove(0, 1);
    if (text.isEmpty())
        return false;

    QStringList names = text.split(QLatin1Char('/'));
    const bool floats = names.size() == 1 || (names.size() == 2 && names[1].isEmpty());
    if (names.first().isEmpty())
        names.removeFirst(); // a leading slash ties the line to its own folder
    else if (floats && names.first() != QLatin1String("**"))
        names.prepend(QStringLiteral("**")); // one name is looked for at any depth
    if (names.size() > 1 && names.last().isEmpty())
        names.last() = QStringLiteral("**"); // "name/" stands for what is in it, not for itself

    const qsizetype end = names.size() - 1;
    bool needsSlash = false;
    for (qsizetype i = 0; i <= end; ++i) {
        const QString &name = names[i];
        if (name == QLatin1String("**")) {
            add(i == 0 && i == end ? Kind::Everything : i == 0 ? Kind::AnyFolders : i == end ? Kind::Below : Kind::InnerFolders);
            needsSlash = i != 0;
            continue;
        }
        if (needsSlash)
            addCharacter(U'/');
        needsSlash = true;
        if (name == QLatin1String("*")) {
            add(Kind::AnyInName); // at least one character
            add(Kind::ManyInName);
            continue;
        }
        if (!addName(codePoints(name)))
            return false;
        if (i == end && !m_negates)
            add(Kind::SelfAndBelow);
    }
    return true;
}

bool IgnorePattern::addName(const std::u32string &name)
{
    for (size_t i = 0; i < name.size(); ++i) {
        switch (name[i]) {
        case U'\\':
            if (++i < name.size())
                addCharacter(name[i]);
            break;
        case U'*':
            add(Kind::ManyInName);
            break;
        case U'?':
            add(Kind::AnyInName);
            break;
        case U'[':
            if (!addSet(name, i))
                return false;
            break;
        default:
            addCharacter(name[i]);
        }
    }
    return true;
}

/// `at` is the opening bracket; afterwards the closing one. False: a range that runs backwards, for which Ray fails.
bool IgnorePattern::addSet(const std::u32string &name, size_t &at)
{
    size_t close = at + 1;
    if (close < name.size() && name[close] == U'!')
        ++close;
    if (close < name.size() && name[close] == U']')
        ++close;
    close = name.find(U']', close);
    if (close == std::u32string::npos) {
        addCharacter(U'[');
        return true;
    }
    Piece piece{Kind::Set, 0, name[at + 1] == U'!', {}};
    size_t i = at + (piece.negated ? 2 : 1);
    while (i < close) {
        const char32_t first = name[i];
        if (i + 2 < close && name[i + 1] == U'-') {
            if (name[i + 2] < first)
                return false;
            piece.ranges.push_back({first, name[i + 2]});
            i += 3;
        } else {
            piece.ranges.push_back({first, first});
            ++i;
        }
    }
    m_pieces.push_back(piece);
    at = close;
    return true;
}

bool IgnorePattern::contains(const Piece &piece, char32_t character)
{
    const auto isInside = [character](const Range &range) { return character >= range.first && character <= range.last; };
    return std::any_of(piece.ranges.begin(), piece.ranges.end(), isInside) != piece.negated;
}

/// `from[i]`: the pieces before this one can match the first `i` characters. Sets `to` likewise for this piece.
void IgnorePattern::step(const Piece &piece, const std::u32string &path, const States &from, States &to)
{
    const size_t length = path.size();
    bool running = false; // an unbounded piece that began somewhere to the left
    for (size_t i = 0; i <= length; ++i) {
        const bool before = i > 0 && from[i - 1];
        const char32_t last = i > 0 ? path[i - 1] : 0;
        switch (piece.kind) {
        case Kind::Character:
            to[i] = before && last == piece.character;
            break;
        case Kind::AnyInName:
            to[i] = before && last != U'/';
            break;
        case Kind::Set:
            to[i] = before && contains(piece, last);
            break;
        case Kind::ManyInName:
            running = from[i] || (running && last != U'/');
            to[i] = running;
            break;
        case Kind::AnyFolders: // "(something/)?": a slash with at least one character before it
            to[i] = from[i] || (running && last == U'/');
            running = running || before;
            break;
        case Kind::InnerFolders: // "(/something)?"
            to[i] = from[i] || running;
            running = running || (before && last == U'/');
            break;
        case Kind::Everything:
            running = running || before;
            to[i] = running;
            break;
        case Kind::Below:
            running = running || (before && last == U'/');
            to[i] = running;
            break;
        case Kind::SelfAndBelow:
            running = running || (before && last == U'/');
            to[i] = from[i] || running;
            break;
        }
    }
}

bool IgnorePattern::matches(const std::u32string &path) const
{
    States now(path.size() + 1, 0);
    States next(path.size() + 1, 0);
    now[0] = 1;
    for (const Piece &piece : m_pieces) {
        step(piece, path, now, next);
        std::swap(now, next);
    }
    return now[path.size()];
}

IgnoreRules::IgnoreRules(const QStringList &lines)
    : m_lines(lines)
{
    m_patterns.reserve(size_t(lines.size()));
    for (const QString &line : lines)
        m_patterns.push_back(IgnorePattern::fromLine(line));
}

int IgnoreRules::leavesOut(const QString &path, const QList<int> &without) const
{
    const std::u32string points = codePoints(path);
    for (size_t i = m_patterns.size(); i-- > 0;) {
        if (!m_patterns[i] || without.contains(int(i)) || !m_patterns[i]->matches(points))
            continue;
        return m_patterns[i]->negates() ? -1 : int(i);
    }
    return -1;
}

QStringList ignoreLines(const QByteArray &text)
{
    QString all = QString::fromUtf8(text);
    all.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    all.replace(QLatin1Char('\r'), QLatin1Char('\n'));
    return all.split(QLatin1Char('\n'));
}

} // namespace rayhelm
