#include "ui/panelstack.h"

#include <QStackedLayout>

namespace rayhelm {

PanelStack::PanelStack(Panel *root, QWidget *parent) : QWidget(parent), m_pages(new QStackedLayout(this)), m_root(root), m_open{root}
{
    adopt(root);
    m_pages->setCurrentWidget(root);
}

void PanelStack::adopt(Panel *page)
{
    if (m_pages->indexOf(page) >= 0)
        return;
    m_pages->addWidget(page);
    page->setWindowSize(m_windowSize);
    connect(page, &Panel::pageRequested, this, &PanelStack::open);
    connect(page, &Panel::backRequested, this, &PanelStack::back);
    connect(page, &Panel::connectRequested, this, &PanelStack::connectRequested);
}

void PanelStack::open(Panel *page)
{
    adopt(page);
    m_open.removeAll(page);
    m_open.append(page);
    QStringList parents;
    for (const Panel *above : std::as_const(m_open))
        if (above != page)
            parents.append(above->title());
    page->setPath(page == m_root ? QStringList() : parents);
    m_pages->setCurrentWidget(page);
    Q_EMIT currentPanelChanged();
    if (page->isVisible())
        page->focusFirst();
}

bool PanelStack::back()
{
    if (m_open.size() < 2)
        return false;
    m_open.removeLast();
    m_pages->setCurrentWidget(m_open.constLast());
    Q_EMIT currentPanelChanged();
    if (isVisible())
        m_open.constLast()->focusFirst();
    return true;
}

void PanelStack::setWindowSize(WindowSize size)
{
    m_windowSize = size;
    for (int i = 0; i < m_pages->count(); ++i)
        static_cast<Panel *>(m_pages->widget(i))->setWindowSize(size);
}

} // namespace rayhelm
