#include "ui/statusstrip.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace rayhelm {

namespace {
constexpr int gap = 4;
constexpr int edge = 8;
} // namespace

StripCell::StripCell(const QString &panelName, QWidget *parent) : QPushButton(parent)
{
    setFlat(true);
    setAutoDefault(false);
    setIconSize({22, 16}); // wider than high: a gap before the text
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleDescription(tr("Opens %1.").arg(panelName));
}

void StripCell::setState(const StripState &state)
{
    m_state = state;
    setIcon(state.iconName.isEmpty() ? Theme::stateIcon(state.kind) : Theme::icon(state.iconName, state.kind));
    setText(textFor(m_length));
    setAccessibleName(state.text.full);
    setToolTip(state.text.full);
}

void StripCell::setLength(Length length)
{
    m_length = length;
    setText(textFor(length));
}

QString StripCell::textFor(Length length) const
{
    switch (length) {
    case Length::Full:
        return m_state.text.full;
    case Length::Brief:
        return m_state.text.brief.isEmpty() ? m_state.text.full : m_state.text.brief;
    case Length::Tiny:
        break;
    }
    return m_state.text.tiny;
}

int StripCell::widthFor(Length length) const
{
    const QString text = textFor(length);
    const int padding = 18;
    return iconSize().width() + padding + (text.isEmpty() ? 0 : 6 + fontMetrics().horizontalAdvance(text));
}

QSize StripCell::sizeHint() const
{
    return {widthFor(m_length), std::max(28, fontMetrics().height() + 12)};
}

StatusStrip::StatusStrip(QWidget *parent) : QWidget(parent)
{
    const std::array<QString, 4> panels{tr("Connection"), tr("Cluster"), tr("Cluster"), tr("Jobs")};
    for (size_t i = 0; i < m_cells.size(); ++i) {
        m_cells.at(i) = new StripCell(panels.at(i), this);
        connect(m_cells.at(i), &QPushButton::clicked, this, [this, i] { Q_EMIT cellClicked(Cell(i)); });
    }
    setAccessibleName(tr("Status"));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void StatusStrip::setState(Cell cell, const StripState &state)
{
    StripCell *changed = m_cells.at(size_t(cell));
    const StripState &old = changed->state();
    if (old.text.full == state.text.full && old.text.brief == state.text.brief && old.text.tiny == state.text.tiny
        && old.kind == state.kind && old.iconName == state.iconName)
        return;
    changed->setState(state);
    arrange();
}

void StatusStrip::setWindowSize(WindowSize size)
{
    m_windowSize = size;
    arrange();
}

QSize StatusStrip::sizeHint() const
{
    return {600, m_cells.front()->sizeHint().height() + 8};
}

void StatusStrip::arrange()
{
    const auto longest = m_windowSize == WindowSize::Wide ? StripCell::Length::Full : StripCell::Length::Brief;
    std::array<StripCell::Length, 4> lengths{longest, longest, longest, longest};
    const auto widthOf = [&](size_t i) { return m_cells.at(i)->widthFor(lengths.at(i)); };
    const auto total = [&] {
        int sum = 2 * edge + 3 * gap;
        for (size_t i = 0; i < lengths.size(); ++i)
            sum += widthOf(i);
        return sum;
    };
    while (total() > width()) {
        // The cell that takes most room gives way first.
        std::array<size_t, 4> order{0, 1, 2, 3};
        std::sort(order.begin(), order.end(), [&](size_t a, size_t b) { return widthOf(a) > widthOf(b); });
        const auto found = std::find_if(order.begin(), order.end(),
                                        [&](size_t i) { return lengths.at(i) != StripCell::Length::Tiny; });
        if (found == order.end())
            break;
        lengths.at(*found) = lengths.at(*found) == StripCell::Length::Full ? StripCell::Length::Brief : StripCell::Length::Tiny;
    }
    int x = edge;
    for (size_t i = 0; i < m_cells.size(); ++i) {
        m_cells.at(i)->setLength(lengths.at(i));
        const QRect cell(x, 4, widthOf(i), height() - 8);
        m_cells.at(i)->setGeometry(QStyle::visualRect(layoutDirection(), rect(), cell));
        x += cell.width() + gap;
    }
}

void StatusStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void StatusStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange)
        arrange();
}

void StatusStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    QColor line = palette().color(QPalette::WindowText);
    line.setAlphaF(0.2f);
    painter.fillRect(0, height() - 1, width(), 1, line);
    for (size_t i = 0; i + 1 < m_cells.size(); ++i) {
        const QRect cell = m_cells.at(i)->geometry();
        const int x = layoutDirection() == Qt::LeftToRight ? cell.right() + gap / 2 : cell.left() - gap / 2;
        painter.fillRect(x, 9, 1, height() - 18, line);
    }
}

} // namespace rayhelm
