#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace rayhelm {

/// How the bytes of a values file and the characters of a text view belong together. The view shows the text without
/// byte order mark and with one kind of line end; the file keeps its own. Bytes that are not UTF-8 show as U+FFFD,
/// one each, so that even such a file can be shown and mended.
class YamlTextMap
{
public:
    explicit YamlTextMap(const QByteArray &bytes = {});

    /// What the view shows: lines separated by '\n'.
    const QString &text() const { return m_text; }
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

    void addLine(qsizetype from, qsizetype to);

    QByteArray m_bytes;
    QString m_text;
    QList<Line> m_lines;
    QByteArray m_lineEnd = QByteArrayLiteral("\n");
};

/// The one place in which two texts differ: equal before `position` and behind it after `removed` or `inserted`.
struct TextChange {
    qsizetype position = 0;
    qsizetype removed = 0;
    QString inserted;

    bool isEmpty() const { return removed == 0 && inserted.isEmpty(); }
};

/// The smallest single replacement that turns `before` into `after`. A surrogate pair or accent is never cut in two.
TextChange textChange(const QString &before, const QString &after);

} // namespace rayhelm
