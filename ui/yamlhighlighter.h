#pragma once

#include <QSyntaxHighlighter>
#include <QTextCharFormat>

class QPalette;

namespace rayhelm {

/// Colours for YAML in the text view: keys, values, comments. Meaning never hangs on them alone.
class YamlHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT
public:
    YamlHighlighter(QTextDocument *document, const QPalette &palette);

    void setPalette(const QPalette &palette);

protected:
    void highlightBlock(const QString &line) override;

private:
    void takeColours(bool dark);
    /// Marks the value that starts at `at`; returns the state for the next line.
    int highlightValue(const QString &line, int at, int indent);
    /// Marks a quoted text from `at` on; returns the position behind it, or -1 when the line ends before it does.
    int highlightQuoted(const QString &line, int at, QChar quote, bool goesOn);
    int highlightPlain(const QString &line, int at);

    QTextCharFormat m_key;
    QTextCharFormat m_text;
    QTextCharFormat m_number;
    QTextCharFormat m_comment;
    QTextCharFormat m_mark;
};

} // namespace rayhelm
