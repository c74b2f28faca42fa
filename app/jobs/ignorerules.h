#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <string>
#include <vector>

namespace rayhelm {

/// One line of an ignore file, as Ray reads it (pathspec's "gitwildmatch", which differs from git in places).
class IgnorePattern
{
public:
    /// No value: a blank line, a comment, or a line that can match nothing.
    static std::optional<IgnorePattern> fromLine(const QString &line);

    /// `path`: relative to the folder of the rules, with '/'; "." is that folder itself.
    bool matches(const std::u32string &path) const;
    /// "!..." takes files back in.
    bool negates() const { return m_negates; }

private:
    enum class Kind {
        Character,     ///< one given character
        AnyInName,     ///< "?": one character, no slash
        ManyInName,    ///< "*": any characters without slash
        Set,           ///< "[a-z]"; a negated one also matches a slash, as in Ray
        AnyFolders,    ///< "**/" at the beginning: nothing, or folders with their slash
        InnerFolders,  ///< "/**" in the middle: nothing, or a slash and something
        Everything,    ///< "**" alone: at least one character
        Below,         ///< "/**" at the end: a slash and whatever follows
        SelfAndBelow,  ///< the end of a name: nothing, or a slash and whatever follows
    };
    struct Range {
        char32_t first;
        char32_t last;
    };
    struct Piece {
        Kind kind;
        char32_t character = 0;
        bool negated = false;
        std::vector<Range> ranges;
    };
    using States = std::vector<char>;

    bool build(QString text);
    bool addName(const std::u32string &name);
    bool addSet(const std::u32string &name, size_t &at);
    void add(Kind kind) { m_pieces.push_back(Piece{kind, 0, false, {}}); }
    void addCharacter(char32_t character) { m_pieces.push_back(Piece{Kind::Character, character, false, {}}); }
    static bool contains(const Piece &piece, char32_t character);
    static void step(const Piece &piece, const std::u32string &path, const States &from, States &to);

    std::vector<Piece> m_pieces;
    bool m_negates = false;
};

/// The lines of one source together: the last line that matches wins.
class IgnoreRules
{
public:
    IgnoreRules() = default;
    explicit IgnoreRules(const QStringList &lines);

    /// The number (from 0) of the line that leaves `path` out; -1: it is not left out. Lines in `without` do not count.
    int leavesOut(const QString &path, const QList<int> &without = {}) const;
    const QString &line(int index) const { return m_lines[index]; }

private:
    QStringList m_lines;
    std::vector<std::optional<IgnorePattern>> m_patterns;
};

/// The lines of an ignore file's text, with the line ends that Python's text mode knows.
QStringList ignoreLines(const QByteArray &text);

} // namespace rayhelm
