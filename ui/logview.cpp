#include "ui/logview.h"

#include "jobs/loglines.h"
#include "ui/logviewaccess.h"

#include <QAccessible>
#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QScrollBar>

#include <algorithm>

namespace rayhelm {

LogView::LogView(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    installLogViewAccess();
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setFocusPolicy(Qt::StrongFocus);
    setLayoutDirection(Qt::LeftToRight); // logs read the same in every language
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setCursor(Qt::IBeamCursor);
    verticalScrollBar()->setSingleStep(3);
    horizontalScrollBar()->setSingleStep(8);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &LogView::scrolled);
    connect(horizontalScrollBar(), &QScrollBar::valueChanged, viewport(), qOverload<>(&QWidget::update));
}

void LogView::setLines(const LogLines *lines)
{
    m_lines = lines;
    m_total = m_waiting = m_top = 0;
    m_current = m_anchor = m_marked = -1;
    m_widest = 0;
    m_search = m_lines ? m_search : LogSearch();
    if (m_lines)
        m_search.setText(m_search.text(), *m_lines);
    setFollowing(true);
    sync();
    Q_EMIT searchChanged();
}

void LogView::sync()
{
    const qint64 total = dropped() + count();
    if (total > m_total && !m_following) {
        m_waiting += total - m_total;
        Q_EMIT waitingLinesChanged(m_waiting);
    }
    for (qint64 line = std::max(dropped(), m_total - 1); line < total; ++line)
        m_widest = std::max(m_widest, int(m_lines->at(int(line - dropped())).text.size()));
    m_total = total;
    if (m_current >= 0)
        m_current = std::clamp(m_current, dropped(), std::max(dropped(), total - 1));
    if (m_anchor >= 0)
        m_anchor = std::max(m_anchor, dropped());
    const int hits = m_search.count();
    if (m_lines)
        m_search.follow(*m_lines);
    if (hits != m_search.count())
        Q_EMIT searchChanged();
    updateRanges();
    viewport()->update();
}

int LogView::count() const
{
    return m_lines ? m_lines->count() : 0;
}

qint64 LogView::dropped() const
{
    return m_lines ? m_lines->dropped() : 0;
}

int LogView::rowHeight() const
{
    return fontMetrics().height() + 2;
}

int LogView::charWidth() const
{
    return std::max(1, fontMetrics().horizontalAdvance(QLatin1Char('0')));
}

int LogView::gutterWidth() const
{
    return charWidth() * 10 + 6; // "12:40:11" and a margin
}

int LogView::columns() const
{
    return std::max(10, (viewport()->width() - gutterWidth() - 4) / charWidth());
}

int LogView::rowsOf(int index) const
{
    if (!m_wrap)
        return 1;
    const int length = int(m_lines->at(index).text.size());
    return std::max(1, (length + columns() - 1) / columns());
}

int LogView::lastTop() const
{
    int rows = viewport()->height() / rowHeight();
    int top = count();
    while (top > 0) {
        rows -= rowsOf(top - 1);
        if (rows < 0)
            break;
        --top;
    }
    return std::clamp(top, 0, std::max(0, count() - 1));
}

void LogView::updateRanges()
{
    const int last = lastTop();
    m_moving = true;
    verticalScrollBar()->setPageStep(std::max(1, viewport()->height() / rowHeight() - 1));
    verticalScrollBar()->setRange(0, last);
    const int width = m_wrap ? 0 : gutterWidth() + (m_widest + 2) * charWidth() - viewport()->width();
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setRange(0, std::max(0, width));
    m_moving = false;
    scrollTo(m_following ? dropped() + last : m_top);
}

void LogView::scrollTo(qint64 top)
{
    const int index = int(std::clamp<qint64>(top - dropped(), 0, verticalScrollBar()->maximum()));
    m_moving = true;
    verticalScrollBar()->setValue(index);
    m_moving = false;
    m_top = dropped() + index;
    viewport()->update();
}

void LogView::scrolled()
{
    if (m_moving)
        return;
    m_top = dropped() + verticalScrollBar()->value();
    viewport()->update();
    if (verticalScrollBar()->value() < verticalScrollBar()->maximum())
        setFollowing(false);
}

void LogView::setFollowing(bool following)
{
    if (following) {
        if (m_waiting != 0) {
            m_waiting = 0;
            Q_EMIT waitingLinesChanged(0);
        }
        scrollTo(dropped() + lastTop());
    }
    if (m_following == following)
        return;
    m_following = following;
    Q_EMIT followingChanged(following);
}

void LogView::setWrapping(bool wrap)
{
    m_wrap = wrap;
    setHorizontalScrollBarPolicy(wrap ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    updateRanges();
}

void LogView::find(const QString &text)
{
    if (!m_lines)
        return;
    m_search.setText(text, *m_lines);
    if (m_search.count() > 0 && !m_search.contains(m_current)) {
        // The hit nearest to what is in sight, so that typing on does not jump about.
        const qint64 hit = m_search.next(m_top - 1);
        setCurrent(hit, false);
        showLine(hit);
    }
    viewport()->update();
    Q_EMIT searchChanged();
}

bool LogView::findNext()
{
    const qint64 hit = m_search.next(m_current);
    if (hit >= 0)
        showLine(hit);
    return hit >= 0;
}

bool LogView::findPrevious()
{
    const qint64 hit = m_search.previous(m_current < 0 ? m_total : m_current);
    if (hit >= 0)
        showLine(hit);
    return hit >= 0;
}

void LogView::setMarkedLine(qint64 line)
{
    m_marked = line;
    viewport()->update();
}

void LogView::showLine(qint64 line)
{
    if (line < dropped() || line >= dropped() + count())
        return;
    if (line < dropped() + count() - 1)
        setFollowing(false); // new lines would push it out of sight
    setCurrent(line, false);
}

void LogView::setCurrent(qint64 line, bool extend)
{
    if (count() == 0 || line < 0)
        return;
    m_current = std::clamp(line, dropped(), dropped() + count() - 1);
    if (!extend || m_anchor < 0)
        m_anchor = m_current;
    ensureVisible(m_current);
    viewport()->update();
    Q_EMIT currentLineChanged(m_current);
    Q_EMIT searchChanged();
    if (QAccessible::isActive()) {
        QAccessibleTextCursorEvent event(this, 0);
        QAccessible::updateAccessibility(&event);
    }
}

void LogView::ensureVisible(qint64 line)
{
    if (line < m_top) {
        setFollowing(false);
        scrollTo(line);
        return;
    }
    int rows = viewport()->height() / rowHeight();
    for (qint64 above = m_top; above <= line; ++above) {
        rows -= rowsOf(int(above - dropped()));
        if (rows < 0)
            break;
    }
    if (rows >= 0)
        return;
    // The line becomes the last one in sight; a third of the page stays below it where there are lines.
    int room = viewport()->height() / rowHeight() * 2 / 3;
    qint64 top = line + 1;
    while (top > dropped() && room > 0) {
        --top;
        room -= rowsOf(int(top - dropped()));
    }
    scrollTo(top);
}

void LogView::goToEnd(bool extend)
{
    setCurrent(dropped() + count() - 1, extend);
    setFollowing(true);
}

qint64 LogView::lineAt(int y) const
{
    if (count() == 0)
        return -1;
    int row = std::max(0, y) / rowHeight();
    qint64 line = m_top;
    while (line < dropped() + count() - 1) {
        row -= rowsOf(int(line - dropped()));
        if (row < 0)
            break;
        ++line;
    }
    return line;
}

QString LogView::selectedText() const
{
    if (m_current < 0)
        return {};
    QStringList texts;
    const qint64 first = std::max(std::min(m_anchor, m_current), dropped());
    for (qint64 line = first; line <= std::max(m_anchor, m_current); ++line) {
        if (line < dropped() + count())
            texts.append(m_lines->at(int(line - dropped())).text);
    }
    return texts.join(QLatin1Char('\n'));
}

QString LogView::visibleText() const
{
    QStringList texts;
    int room = viewport()->height() / rowHeight();
    for (qint64 line = m_top; line < dropped() + count() && room > 0; ++line) {
        texts.append(m_lines->at(int(line - dropped())).text);
        room -= rowsOf(int(line - dropped()));
    }
    return texts.join(QLatin1Char('\n'));
}

void LogView::copy() const
{
    QGuiApplication::clipboard()->setText(selectedText());
}

} // namespace rayhelm
