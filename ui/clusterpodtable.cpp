#include "ui/clusterpodtable.h"

#include "ui/clusterpodmodel.h"

#include <QHeaderView>

namespace rayhelm {

void prepareTable(QTableView *table, const QString &accessibleName)
{
    table->setAccessibleName(accessibleName);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false); // Tab leads out of the table
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setAlternatingRowColors(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(qMax(26, table->fontMetrics().height() + 10));
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    table->horizontalHeader()->setSectionsClickable(false);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setSizeAdjustPolicy(QAbstractScrollArea::AdjustIgnored);
}

ClusterPodTable::ClusterPodTable(ClusterPodModel *model, QWidget *parent)
    : QTableView(parent), m_model(model)
{
    setModel(model);
    prepareTable(this, tr("Pods of the cluster"));
    setAccessibleDescription(tr("Each pod is one part of the cluster and one Slurm job. The line below the table repeats the chosen one."));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    horizontalHeader()->setMinimumSectionSize(48);
    for (int column = 0; column < ClusterPodModel::ColumnCount; ++column)
        horizontalHeader()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(ClusterPodModel::Why, QHeaderView::Stretch);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &ClusterPodTable::selectedPodChanged);
    connect(model, &QAbstractItemModel::rowsInserted, this, &QWidget::updateGeometry);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &QWidget::updateGeometry);
}

void ClusterPodTable::setWindowSize(WindowSize size)
{
    const bool narrow = size == WindowSize::Narrow;
    setColumnHidden(ClusterPodModel::SlurmJob, narrow);
    setColumnHidden(ClusterPodModel::Since, narrow);
}

QString ClusterPodTable::selectedUid() const
{
    const QModelIndexList rows = selectionModel()->selectedRows();
    const PodStatus *pod = rows.isEmpty() ? nullptr : m_model->podAt(rows.constFirst().row());
    return pod ? pod->pod.uid.text() : QString();
}

void ClusterPodTable::selectUid(const QString &uid)
{
    const int row = m_model->rowOf(uid);
    if (row >= 0)
        setCurrentIndex(m_model->index(row, 0));
}

QSize ClusterPodTable::sizeHint() const
{
    const int rows = qBound(2, m_model->rowCount(), 8);
    return {480, horizontalHeader()->sizeHint().height() + rows * verticalHeader()->defaultSectionSize() + 2 * frameWidth()};
}

QSize ClusterPodTable::minimumSizeHint() const
{
    const int rows = qBound(2, m_model->rowCount(), 4);
    return {300, horizontalHeader()->sizeHint().height() + rows * verticalHeader()->defaultSectionSize() + 2 * frameWidth()};
}

} // namespace rayhelm
