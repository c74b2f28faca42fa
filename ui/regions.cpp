#include "ui/regions.h"

#include <QApplication>
#include <QTimer>

namespace rayhelm {

Regions::Regions(QWidget *window) : QObject(window), m_window(window)
{
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        const int region = currentRegion();
        if (region >= 0)
            m_regions[region].last = now;
        if (!now)
            QTimer::singleShot(0, this, &Regions::keepFocus); // it may just be on its way
    });
}

void Regions::setHome(std::function<void()> takeFocus)
{
    m_home = std::move(takeFocus);
}

void Regions::keepFocus()
{
    if (m_home && !QApplication::focusWidget() && QApplication::activeWindow() == m_window)
        m_home();
}

void Regions::add(std::function<QWidget *()> find)
{
    m_regions.append({std::move(find), {}});
}

/// The innermost region that holds the focus: details lie inside the panel.
int Regions::currentRegion() const
{
    const QWidget *focus = QApplication::focusWidget();
    int found = -1;
    const QWidget *foundWidget = nullptr;
    for (int i = 0; focus && i < m_regions.size(); ++i) {
        const QWidget *region = m_regions.at(i).find();
        const bool holds = region && (region == focus || region->isAncestorOf(focus));
        if (holds && (!foundWidget || foundWidget->isAncestorOf(region))) {
            found = i;
            foundWidget = region;
        }
    }
    return found;
}

QWidget *Regions::firstFocusable(QWidget *region)
{
    const auto takes = [](const QWidget *widget) {
        return (widget->focusPolicy() & Qt::TabFocus) && widget->isEnabled() && widget->isVisible();
    };
    if (takes(region))
        return region;
    // The focus chain runs in tab order through the whole window; the first one inside the region counts.
    for (QWidget *widget = region->nextInFocusChain(); widget != region; widget = widget->nextInFocusChain())
        if (region->isAncestorOf(widget) && takes(widget))
            return widget;
    return nullptr;
}

void Regions::step(int by)
{
    const int count = int(m_regions.size());
    const int from = currentRegion();
    int at = from;
    for (int tried = 0; tried < count; ++tried) {
        at = at < 0 ? (by > 0 ? 0 : count - 1) : (at + by + count) % count;
        QWidget *region = m_regions.at(at).find();
        if (!region || !region->isVisible())
            continue;
        QWidget *last = m_regions.at(at).last;
        const bool usable = last && last->isVisible() && last->isEnabled() && (region == last || region->isAncestorOf(last));
        QWidget *target = usable ? last : firstFocusable(region);
        if (!target)
            continue;
        target->setFocus(by > 0 ? Qt::TabFocusReason : Qt::BacktabFocusReason);
        return;
    }
}

} // namespace rayhelm
