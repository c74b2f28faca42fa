#include "ui/diffview.h"

#include "ui/theme.h"

#include <QEvent>
#include <QFontDatabase>
#include <QTextBlock>

namespace rayhelm {

namespace {

QString numberText(int number, int width)
{
    return (number > 0 ? QString::number(number) : QString()).rightJustified(width);
}

} // namespace

DiffView::DiffView(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setTabChangesFocus(true);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setLayoutDirection(Qt::LeftToRight);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setAccessibleName(tr("Differences"));
    setAccessibleDescription(tr("Lines that go away begin with a minus sign, new ones with a plus sign."));
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
}

void DiffView::showDiff(const QByteArray &before, const QByteArray &after, const QString &whenEqual)
{
    const QList<DiffLine> lines = changedLines(diffLines(before, after));
    m_kinds.clear();
    m_added = 0;
    m_removed = 0;
    if (lines.isEmpty()) {
        setPlainText(whenEqual);
        colour();
        return;
    }
    int largest = 0;
    for (const DiffLine &line : lines)
        largest = std::max({largest, line.oldLine, line.newLine});
    const int width = int(QString::number(largest).size());
    QStringList shown;
    int oldBefore = 0;
    int newBefore = 0;
    for (const DiffLine &line : lines) {
        const bool gap = (line.oldLine > 0 && line.oldLine > oldBefore + 1) || (line.newLine > 0 && line.newLine > newBefore + 1);
        if (gap) {
            shown.append(QString(2 * width + 2, QLatin1Char(' ')) + QStringLiteral("..."));
            m_kinds.append(DiffLine::Kind::Same);
        }
        oldBefore = std::max(oldBefore, line.oldLine);
        newBefore = std::max(newBefore, line.newLine);
        const QChar sign = QLatin1Char(line.kind == DiffLine::Kind::Added ? '+' : line.kind == DiffLine::Kind::Removed ? '-' : ' ');
        shown.append(numberText(line.oldLine, width) + QLatin1Char(' ') + numberText(line.newLine, width) + QLatin1Char(' ') + sign
                     + QLatin1Char(' ') + line.text);
        m_kinds.append(line.kind);
        m_added += line.kind == DiffLine::Kind::Added ? 1 : 0;
        m_removed += line.kind == DiffLine::Kind::Removed ? 1 : 0;
    }
    setPlainText(shown.join(QLatin1Char('\n')));
    colour();
}

void DiffView::showPlain(const QByteArray &text)
{
    m_kinds.clear();
    m_added = 0;
    m_removed = 0;
    setPlainText(QString::fromUtf8(text));
    colour();
}

void DiffView::colour()
{
    const bool dark = Theme::isDark(palette());
    QList<QTextEdit::ExtraSelection> selections;
    for (int i = 0; i < m_kinds.size(); ++i) {
        if (m_kinds[i] == DiffLine::Kind::Same)
            continue;
        const bool added = m_kinds[i] == DiffLine::Kind::Added;
        QTextEdit::ExtraSelection line;
        line.cursor = QTextCursor(document()->findBlockByNumber(i));
        line.format.setBackground(QColor(added ? (dark ? 0x1d3a24 : 0xdff3e2) : (dark ? 0x4a2422 : 0xfbe3e0)));
        line.format.setProperty(QTextFormat::FullWidthSelection, true);
        selections.append(line);
    }
    setExtraSelections(selections);
}

void DiffView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colour();
}

} // namespace rayhelm
