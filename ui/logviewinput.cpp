#include "ui/logview.h"

#include "jobs/loglines.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QWheelEvent>

namespace rayhelm {

void LogView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copy();
        return;
    }
    if (event->matches(QKeySequence::SelectAll)) {
        m_anchor = dropped();
        m_current = dropped() + count() - 1;
        viewport()->update();
        return;
    }
    const bool extend = event->modifiers().testFlag(Qt::ShiftModifier);
    const qint64 page = verticalScrollBar()->pageStep();
    const qint64 from = m_current >= 0 ? m_current : (m_following ? dropped() + count() : m_top - 1);
    switch (event->key()) {
    case Qt::Key_Up:
        setFollowing(false);
        setCurrent(qMax(dropped(), from - 1), extend);
        return;
    case Qt::Key_Down:
        setCurrent(from + 1, extend);
        return;
    case Qt::Key_PageUp:
        setFollowing(false);
        setCurrent(qMax(dropped(), from - page), extend);
        return;
    case Qt::Key_PageDown:
        setCurrent(from + page, extend);
        return;
    case Qt::Key_Home:
        setFollowing(false);
        setCurrent(dropped(), extend);
        return;
    case Qt::Key_End:
        goToEnd(extend);
        return;
    case Qt::Key_Left:
    case Qt::Key_Right:
        horizontalScrollBar()->triggerAction(event->key() == Qt::Key_Left ? QAbstractSlider::SliderSingleStepSub
                                                                          : QAbstractSlider::SliderSingleStepAdd);
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void LogView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        setCurrent(lineAt(int(event->position().y())), event->modifiers().testFlag(Qt::ShiftModifier));
}

void LogView::mouseMoveEvent(QMouseEvent *event)
{
    if (!event->buttons().testFlag(Qt::LeftButton) || m_current < 0)
        return;
    const int y = int(event->position().y());
    const qint64 line = y < 0 ? m_top - 1 : lineAt(y);
    setCurrent(qMax(dropped(), line), true);
}

void LogView::wheelEvent(QWheelEvent *event)
{
    // The area would hand a wheel at its end to the panel around it, which then scrolls away under the pointer.
    QAbstractScrollArea::wheelEvent(event);
    event->accept();
    if (event->angleDelta().y() < 0 && verticalScrollBar()->value() == verticalScrollBar()->maximum())
        setFollowing(true);
}

void LogView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateRanges();
}

void LogView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateRanges();
}

void LogView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    if (m_current < 0 && count() > 0) {
        m_current = m_anchor = m_following ? dropped() + count() - 1 : m_top;
        Q_EMIT currentLineChanged(m_current);
    }
    viewport()->update();
}

} // namespace rayhelm
