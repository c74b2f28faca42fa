#include "ui/yamltextview.h"

#include "ui/theme.h"
#include "ui/yamlhighlighter.h"
#include "ui/yamltextmap.h"

#include <QFontDatabase>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>

namespace rayhelm {

namespace {

/// Line numbers and the signs of problems, painted by the view.
class NumberArea : public QWidget
{
public:
    explicit NumberArea(YamlTextView *view)
        : QWidget(view)
        , m_view(view)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
    }

protected:
    void paintEvent(QPaintEvent *event) override { m_view->paintNumbers(event); }

private:
    YamlTextView *m_view;
};

QColor markColour(const QPalette &palette, bool isError)
{
    return Theme::color(isError ? StateKind::Bad : StateKind::Info, Theme::isDark(palette));
}

QColor blended(const QColor &below, const QColor &above, qreal part)
{
    return QColor::fromRgbF(float(below.redF() * (1 - part) + above.redF() * part),
                            float(below.greenF() * (1 - part) + above.greenF() * part),
                            float(below.blueF() * (1 - part) + above.blueF() * part));
}

} // namespace

YamlTextView::YamlTextView(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_numbers(new NumberArea(this))
    , m_highlighter(new YamlHighlighter(document(), palette()))
{
    setUndoRedoEnabled(false);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setLayoutDirection(Qt::LeftToRight);
    QTextOption option = document()->defaultTextOption();
    option.setTextDirection(Qt::LeftToRight);
    document()->setDefaultTextOption(option);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setAccessibleName(tr("Text of the configuration"));
    connect(this, &QPlainTextEdit::blockCountChanged, this, &YamlTextView::updateMargins);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &rect, int dy) {
        if (dy != 0)
            m_numbers->scroll(0, dy);
        else
            m_numbers->update(0, rect.y(), m_numbers->width(), rect.height());
    });
    connect(document(), &QTextDocument::contentsChange, this,
            [this](int position, int removed, int added) { m_hint = {position, removed, added, m_hint.count + 1}; });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &YamlTextView::updateSelections);
    connect(this, &QPlainTextEdit::textChanged, this, &YamlTextView::noteChange);
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &YamlTextView::noteCursor);
    updateMargins();
    updateSelections();
    describe();
}

YamlTextView::~YamlTextView() = default;

QString YamlTextView::rawText() const
{
    QString text = document()->toRawText();
    return text.replace(QChar::ParagraphSeparator, QLatin1Char('\n'));
}

void YamlTextView::showText(const QString &text)
{
    const TextChange change = textChange(m_known, text);
    if (change.isEmpty() || change.removed < m_known.size()) {
        showChange(change);
        return;
    }
    m_showing = true;
    setPlainText(text);
    m_known = text;
    m_hint = {};
    m_marks.clear();
    m_lastLine = currentLine();
    m_showing = false;
    updateSelections();
    describe();
}

void YamlTextView::showChange(const TextChange &change)
{
    if (change.isEmpty())
        return;
    m_showing = true;
    QTextCursor cursor(document());
    cursor.setPosition(int(change.position));
    cursor.setPosition(int(change.position + change.removed), QTextCursor::KeepAnchor);
    cursor.insertText(change.inserted);
    m_known.replace(change.position, change.removed, change.inserted);
    m_hint = {};
    m_lastLine = currentLine();
    m_showing = false;
    moveMarks(change);
    updateSelections();
}

/// Where the user changed the text. Qt names the place, which spares the comparison of the whole text.
TextChange YamlTextView::changeSince(const QString &known) const
{
    const int size = document()->characterCount() - 1;
    // Qt counts the end of the last line in, which is no part of the text.
    const int from = std::min(m_hint.position, size);
    const int added = std::min(m_hint.added, size - from);
    const int removed = std::min(m_hint.removed, int(known.size()) - from);
    if (m_hint.count != 1 || removed < 0 || known.size() - removed + added != size)
        return textChange(known, rawText());
    QTextCursor cursor(document());
    cursor.setPosition(from);
    cursor.setPosition(from + added, QTextCursor::KeepAnchor);
    QString now = cursor.selectedText();
    now.replace(QChar::ParagraphSeparator, QLatin1Char('\n'));
    TextChange change = textChange(QStringView(known).mid(from, removed), now);
    change.position += from;
    return change;
}

void YamlTextView::noteChange()
{
    if (m_showing)
        return;
    const TextChange change = changeSince(m_known);
    m_hint = {};
    if (change.isEmpty())
        return;
    m_known.replace(change.position, change.removed, change.inserted);
    moveMarks(change);
    updateSelections();
    Q_EMIT typed(change.position, change.removed, change.inserted);
}

/// Marks keep to their words until the text has been checked again.
void YamlTextView::moveMarks(const TextChange &change)
{
    const qsizetype end = change.position + change.removed;
    const qsizetype moved = change.inserted.size() - change.removed;
    for (TextMark &mark : m_marks) {
        if (mark.position >= end)
            mark.position += moved;
        else if (mark.position <= change.position && mark.position + mark.length >= end)
            mark.length = std::max<qsizetype>(0, mark.length + moved);
        else if (mark.position > change.position)
            mark.position = change.position;
    }
}

void YamlTextView::noteCursor()
{
    updateSelections();
    const int line = currentLine();
    if (m_showing || line == m_lastLine)
        return;
    m_lastLine = line;
    describe();
    if (hasFocus())
        Q_EMIT lineEntered(line);
}

void YamlTextView::setMarks(const QList<TextMark> &marks)
{
    m_marks = marks;
    std::stable_sort(m_marks.begin(), m_marks.end(),
                     [](const TextMark &one, const TextMark &other) { return one.position < other.position; });
    updateSelections();
    describe();
    m_numbers->update();
}

QList<TextMark>::const_iterator YamlTextView::firstMarkFrom(qsizetype position) const
{
    return std::lower_bound(m_marks.cbegin(), m_marks.cend(), position,
                            [](const TextMark &mark, qsizetype at) { return mark.position < at; });
}

int YamlTextView::visibleLines() const
{
    return viewport()->height() / std::max(1, fontMetrics().lineSpacing()) + 2;
}

/// A screen reader reads no underlines: what the line of the cursor has to say is part of the description.
void YamlTextView::describe()
{
    QString text = tr("The values file itself. Tab indents; press Escape and then Tab, or F6, to leave.");
    const QTextBlock block = textCursor().block();
    for (auto mark = firstMarkFrom(block.position()); mark != m_marks.cend() && block.contains(int(mark->position)); ++mark)
        text.prepend((mark->isError ? tr("Problem in line %1: %2") : tr("Hint for line %1: %2"))
                         .arg(block.blockNumber() + 1).arg(mark->message) + QLatin1Char(' '));
    if (text != accessibleDescription())
        setAccessibleDescription(text);
}

void YamlTextView::showPlace(int firstLine, int lastLine)
{
    m_placeFirst = firstLine;
    m_placeLast = lastLine;
    updateSelections();
    m_numbers->update();
    if (firstLine <= 0 || hasFocus())
        return;
    const int visible = std::max(1, viewport()->height() / std::max(1, fontMetrics().lineSpacing()));
    const int top = verticalScrollBar()->value();
    if (firstLine - 1 < top || lastLine - 1 >= top + visible - 1)
        verticalScrollBar()->setValue(std::max(0, firstLine - 1 - visible / 3));
}

void YamlTextView::goToLine(int line, int column)
{
    const QTextBlock block = document()->findBlockByNumber(std::clamp(line, 1, blockCount()) - 1);
    QTextCursor cursor(block);
    cursor.movePosition(QTextCursor::Right, QTextCursor::MoveAnchor, std::clamp(column, 0, block.length() - 1));
    setTextCursor(cursor);
    centerCursor();
    setFocus(Qt::OtherFocusReason);
}

void YamlTextView::updateSelections()
{
    // A new text scrolls the view while the document counts its cursors: selections that were replaced then would leave dangling ones.
    if (m_showing)
        return;
    QList<QTextEdit::ExtraSelection> selections;
    const QColor base = palette().color(QPalette::Base);
    for (int line = m_placeFirst; line > 0 && line <= std::min(m_placeLast, m_placeFirst + 400); ++line) {
        QTextEdit::ExtraSelection place;
        place.cursor = QTextCursor(document()->findBlockByNumber(line - 1));
        place.format.setBackground(blended(base, palette().color(QPalette::Highlight), 0.18));
        place.format.setProperty(QTextFormat::FullWidthSelection, true);
        selections.append(place);
    }
    QTextEdit::ExtraSelection current;
    current.cursor = textCursor();
    current.cursor.clearSelection();
    current.format.setBackground(blended(base, palette().color(QPalette::Text), 0.06));
    current.format.setProperty(QTextFormat::FullWidthSelection, true);
    if (hasFocus())
        selections.append(current);
    const int end = std::max(0, document()->characterCount() - 1);
    // Only what can be seen: each selection is moved along by Qt with every key.
    const QTextBlock first = firstVisibleBlock();
    const QTextBlock behind = document()->findBlockByNumber(first.blockNumber() + visibleLines());
    const auto stop = behind.isValid() ? firstMarkFrom(behind.position()) : m_marks.cend();
    for (auto at = firstMarkFrom(first.position()); at < stop; ++at) {
        const TextMark &mark = *at;
        QTextEdit::ExtraSelection wave;
        wave.cursor = QTextCursor(document());
        wave.cursor.setPosition(int(std::min<qsizetype>(mark.position, end)));
        if (mark.length > 0)
            wave.cursor.setPosition(int(std::min<qsizetype>(mark.position + mark.length, end)), QTextCursor::KeepAnchor);
        else
            wave.cursor.select(QTextCursor::LineUnderCursor);
        wave.format.setUnderlineStyle(mark.isError ? QTextCharFormat::WaveUnderline : QTextCharFormat::DotLine);
        wave.format.setUnderlineColor(markColour(palette(), mark.isError));
        selections.append(wave);
    }
    setExtraSelections(selections);
}

int YamlTextView::severityOf(const QTextBlock &block) const
{
    int severity = 0;
    for (auto mark = firstMarkFrom(block.position()); mark != m_marks.cend() && block.contains(int(mark->position)); ++mark)
        severity = std::max(severity, mark->isError ? 2 : 1);
    return severity;
}

QString YamlTextView::messageAt(qsizetype position) const
{
    const QTextBlock block = document()->findBlock(int(position));
    QStringList messages;
    for (auto mark = firstMarkFrom(block.position()); mark != m_marks.cend() && block.contains(int(mark->position)); ++mark) {
        if (mark->length == 0 || (position >= mark->position && position <= mark->position + mark->length))
            messages.append(mark->message);
    }
    return messages.join(QLatin1Char('\n'));
}

int YamlTextView::numberAreaWidth() const
{
    const int digits = std::max(3, int(QString::number(std::max(1, blockCount())).size()));
    return fontMetrics().horizontalAdvance(QLatin1Char('9')) * (digits + 2) + 6;
}

void YamlTextView::updateMargins()
{
    setViewportMargins(numberAreaWidth(), 0, 0, 0);
    const QRect inside = contentsRect();
    m_numbers->setGeometry(inside.left(), inside.top(), numberAreaWidth(), inside.height());
}

void YamlTextView::paintEvent(QPaintEvent *event)
{
    m_highlighter->colour(firstVisibleBlock(), visibleLines());
    QPlainTextEdit::paintEvent(event);
}

void YamlTextView::paintNumbers(QPaintEvent *event)
{
    QPainter painter(m_numbers);
    painter.fillRect(event->rect(), palette().color(QPalette::Window));
    painter.setFont(font());
    const int digit = fontMetrics().horizontalAdvance(QLatin1Char('9'));
    QTextBlock block = firstVisibleBlock();
    qreal top = blockBoundingGeometry(block).translated(contentOffset()).top();
    while (block.isValid() && top <= event->rect().bottom()) {
        const qreal height = blockBoundingRect(block).height();
        const int line = block.blockNumber() + 1;
        const QRectF row(0, top, m_numbers->width(), height);
        if (line >= m_placeFirst && line <= m_placeLast)
            painter.fillRect(QRectF(m_numbers->width() - 3, top, 3, height), palette().color(QPalette::Highlight));
        const int severity = severityOf(block);
        painter.setPen(severity > 0 ? markColour(palette(), severity == 2) : palette().color(QPalette::WindowText));
        if (severity > 0)
            painter.drawText(row.adjusted(3, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                             severity == 2 ? QStringLiteral("!") : QStringLiteral("i"));
        painter.setOpacity(severity > 0 || line == currentLine() ? 1.0 : 0.72);
        painter.drawText(row.adjusted(digit, 0, -6, 0), Qt::AlignRight | Qt::AlignVCenter, QString::number(line));
        painter.setOpacity(1.0);
        top += height;
        block = block.next();
    }
}

} // namespace rayhelm
