#pragma once

#include <QObject>
#include <QTextCharFormat>
#include <QTextLayout>

class QPalette;
class QTextBlock;
class QTextDocument;

namespace rayhelm {

/// Colours for YAML in the text view: keys, values, comments. Meaning never hangs on them alone.
/// Only lines that are shown are coloured, so one typed quote does not colour a whole file anew.
class YamlHighlighter : public QObject
{
    Q_OBJECT
public:
    YamlHighlighter(QTextDocument *document, const QPalette &palette);

    void setPalette(const QPalette &palette);
    /// Colours `count` lines, before they are painted.
    void colour(const QTextBlock &first, int count);

private:
    void noteChange(int position);
    void takeColours(bool dark);
    void apply(QTextBlock &block);
    void setFormat(int start, int count, const QTextCharFormat &format);
    /// Marks one line into `m_ranges`; `before` and the result are the states at its begin and end.
    int highlight(const QString &line, int before);
    /// Marks the value that starts at `at`; returns the state for the next line.
    int highlightValue(const QString &line, int at, int indent);
    /// Marks a quoted text from `at` on; returns the position behind it, or -1 when the line ends before it does.
    int highlightQuoted(const QString &line, int at, QChar quote, bool goesOn);
    int highlightPlain(const QString &line, int at);

    QTextDocument *m_document;
    int m_known = 0; ///< as many lines from the begin have the right state
    QList<QTextLayout::FormatRange> m_ranges;
    QTextCharFormat m_key;
    QTextCharFormat m_text;
    QTextCharFormat m_number;
    QTextCharFormat m_comment;
    QTextCharFormat m_mark;
};

} // namespace rayhelm
