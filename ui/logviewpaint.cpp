#include "ui/logview.h"

#include "jobs/loglines.h"
#include "ui/theme.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QPainter>
#include <QScrollBar>

namespace rayhelm {

namespace {

/// How a progress bar's line says that it stands for many.
QString foldedText(const LogLine &line)
{
    if (line.updates <= 1)
        return {};
    return QLatin1Char(' ') + QCoreApplication::translate("rayhelm::LogView", "(folded, %n updates)", nullptr, line.updates);
}

QColor mixed(const QColor &base, const QColor &tint, double part)
{
    return QColor::fromRgbF(float(base.redF() * (1 - part) + tint.redF() * part),
                            float(base.greenF() * (1 - part) + tint.greenF() * part),
                            float(base.blueF() * (1 - part) + tint.blueF() * part));
}

} // namespace

void LogView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.setFont(font());
    painter.fillRect(viewport()->rect(), palette().base());
    int y = 0;
    for (int index = int(m_top - dropped()); index < count() && y < viewport()->height(); ++index) {
        paintLine(painter, index, y);
        y += rowsOf(index) * rowHeight();
    }
}

void LogView::paintLine(QPainter &painter, int index, int y) const
{
    const LogLine &line = m_lines->at(index);
    const qint64 number = dropped() + index;
    const bool selected = m_current >= 0 && number >= qMin(m_anchor, m_current) && number <= qMax(m_anchor, m_current);
    const QRect box(0, y, viewport()->width(), rowsOf(index) * rowHeight());
    if (selected)
        painter.fillRect(box, palette().highlight());
    else if (number == m_marked)
        painter.fillRect(box, mixed(palette().color(QPalette::Base), Theme::color(StateKind::Bad), 0.18));
    else if (m_search.contains(number))
        painter.fillRect(box, mixed(palette().color(QPalette::Base), Theme::color(StateKind::Warning), 0.22));

    paintGutter(painter, index, y);
    painter.setPen(palette().color(selected ? QPalette::HighlightedText : QPalette::Text));
    const int left = gutterWidth();
    const int ascent = fontMetrics().ascent() + 1;
    painter.save();
    painter.setClipRect(left, y, viewport()->width() - left, box.height());
    if (m_wrap) {
        for (int row = 0; row < rowsOf(index); ++row)
            painter.drawText(left, y + row * rowHeight() + ascent, line.text.mid(row * columns(), columns()));
    } else {
        // Only the part in sight is shaped: a single line may hold thousands of characters.
        const int skip = horizontalScrollBar()->value() / charWidth();
        const QString part = (line.text + foldedText(line)).mid(skip, columns() * 2);
        painter.drawText(left + skip * charWidth() - horizontalScrollBar()->value(), y + ascent, part);
    }
    painter.restore();
    if (number == m_current && hasFocus()) {
        painter.setPen(QPen(Theme::focusColor(), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(box.adjusted(1, 1, -1, -1));
    }
}

void LogView::paintGutter(QPainter &painter, int index, int y) const
{
    const LogLine &line = m_lines->at(index);
    const qint64 number = dropped() + index;
    const bool selected = m_current >= 0 && number >= qMin(m_anchor, m_current) && number <= qMax(m_anchor, m_current);
    const QColor muted = selected ? palette().color(QPalette::HighlightedText) : Theme::color(StateKind::Muted);
    painter.setPen(muted);
    const QString time = line.received > 0
        ? QDateTime::fromMSecsSinceEpoch(line.received).time().toString(QStringLiteral("HH:mm:ss"))
        : QString();
    painter.drawText(4, y + fontMetrics().ascent() + 1, time);
    if (number == m_marked) {
        const int side = fontMetrics().height();
        Theme::stateIcon(StateKind::Bad).paint(&painter, gutterWidth() - side, y + 1, side - 4, side - 2);
    }
}

} // namespace rayhelm
