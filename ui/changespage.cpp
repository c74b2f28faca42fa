#include "ui/changespage.h"

#include "ui/availability.h"
#include "ui/diffview.h"

#include "values/valueschanges.h"
#include "values/valuesreading.h"

#include <QAction>
#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace rayhelm {

ChangesPage::ChangesPage(QWidget *parent)
    : Panel(tr("Changes"), parent), m_list(new QTreeWidget), m_diff(new DiffView), m_save(new QAction(tr("Save"), this))
{
    m_list->setHeaderLabels({tr("Change"), tr("Takes effect")});
    m_list->setRootIsDecorated(false);
    m_list->setAccessibleName(tr("Changes since the file was saved"));
    m_list->setAccessibleDescription(tr("One row for each setting, with when it reaches what runs."));
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_diff->setMinimumHeight(140);
    m_diff->setAccessibleName(tr("Differences to the saved file"));
    body()->addWidget(m_list);
    body()->addWidget(m_diff, 1);
    m_save->setToolTip(tr("Saves the file where it came from."));
    connect(m_save, &QAction::triggered, this, &ChangesPage::saveRequested);
    setPrimaryAction(m_save);
    setFirstFocus(m_list);
}

void ChangesPage::showChanges(const QByteArray &saved, const QByteArray &text, const QString &chartVersion, bool clusterRuns)
{
    const ValuesReading before = readValues(saved);
    const ValuesReading after = readValues(text);
    m_list->clear();
    if (!before.error && !after.error) {
        for (const ValuesChange &change : describeChanges(*before.tree, *after.tree, ValuesSchema::forChart(chartVersion))) {
            auto *item = new QTreeWidgetItem({change.sentence, clusterRuns ? effectText(change.effect) : tr("with the next install")});
            item->setToolTip(0, change.sentence + QLatin1Char('\n') + change.path.toString());
            m_list->addTopLevelItem(item);
        }
    }
    const int count = m_list->topLevelItemCount();
    if (count > 0)
        m_list->setCurrentItem(m_list->topLevelItem(0));
    m_list->setVisible(count > 0);
    m_list->setFixedHeight(m_list->header()->sizeHint().height() + std::clamp(count, 2, 7) * (fontMetrics().height() + 8) + 4);
    setFirstFocus(count > 0 ? static_cast<QWidget *>(m_list) : m_diff);
    m_diff->showDiff(saved, text, tr("Every edit is saved."));
    const bool changed = saved != text;
    setAvailable(m_save, changed, tr("Every edit is saved."));
    setHeading(changed ? tr("Changes that are not saved") : tr("Every edit is saved."));
    if (after.error)
        setSentence(tr("The text cannot be read, so the changes are shown line by line only."));
    else if (changed && count == 0)
        setSentence(tr("Only comments or the layout change; the values stay the same."));
    else if (changed && clusterRuns)
        setSentence(tr("Saving changes only the file. What runs changes when you install, and most of it only for new pods."));
    else
        setSentence(changed ? tr("Saving changes only the file. Nothing is installed now.") : QString());
}

} // namespace rayhelm
