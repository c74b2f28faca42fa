#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace rayhelm {

/// The one place in which two texts differ: equal before `position` and behind it after `removed` or `inserted`.
struct TextChange {
    qsizetype position = 0;
    qsizetype removed = 0;
    QString inserted;

    bool isEmpty() const { return removed == 0 && inserted.isEmpty(); }
    bool operator==(const TextChange &) const = default;
};

/// The smallest single replacement that turns `before` into `after`. A surrogate pair or accent is never cut in two.
TextChange textChange(QStringView before, QStringView after);

/// How the bytes of a values file and the characters of a text view belong together. The view shows the text without
/// byte order mark and with one kind of line end; the file keeps its own. Bytes that are not UTF-8 show as U+FFFD,
/// one each, so that even such a file can be shown and mended. A change of the file costs what it changes.
class YamlTextMap
{
public:
    explicit YamlTextMap(const QByteArray &bytes = {});

    /// `bytes` is the file after `length` bytes at `byte` became `replacement` bytes. Returns what the view has to change.
    TextChange change(const QByteArray &bytes, qsizetype byte, qsizetype length, qsizetype replacement);

    /// What the view shows: lines separated by '\n'.
    QString text() const;
    qsizetype textSize() const { return m_lines.last().position + m_lines.last().length; }
    /// The byte that belongs to a character position of `text()`; positions inside a surrogate pair give its start.
    qsizetype byteAt(qsizetype position) const;
    /// The character position that belongs to a byte offset; offsets inside a character or line end give its start.
    qsizetype positionAt(qsizetype byte) const;
    /// Typed text as the file would write it: UTF-8 with the file's own line ends.
    QByteArray encoded(const QString &typed) const;
    int lineCount() const { return int(m_lines.size()); }

private:
    struct Line {
        qsizetype byte = 0;     ///< of its first character
        qsizetype bytes = 0;    ///< without the line end
        qsizetype position = 0; ///< of its first character in `text()`
        qsizetype length = 0;   ///< in UTF-16 units
    };

    QList<Line> linesBetween(qsizetype begin, qsizetype end, bool toEnd, qsizetype position) const;
    void putLines(qsizetype first, qsizetype last, const QList<Line> &lines, qsizetype moved);
    qsizetype lineAt(qsizetype byte) const;
    int returnsOf(qsizetype first, qsizetype last) const;
    QString shownLine(const Line &line) const;
    QString shownLines(qsizetype first, qsizetype last) const;

    QByteArray m_bytes;
    QList<Line> m_lines;
    int m_returns = 0; ///< lines that end with carriage return and line feed, less those that end with a line feed alone
};

} // namespace rayhelm
