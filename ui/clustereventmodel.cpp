#include "ui/clustereventmodel.h"

#include "ui/clusterlook.h"

namespace rayhelm {

ClusterEventModel::ClusterEventModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void ClusterEventModel::setEvents(const QList<ClusterEvent> &events)
{
    // New events come at the front. When the rest is the same, only they are inserted, so that the selection stays.
    const qsizetype added = events.size() - m_events.size();
    const bool onlyAdded = added >= 0
        && std::equal(m_events.begin(), m_events.end(), events.begin() + added,
                      [](const ClusterEvent &a, const ClusterEvent &b) { return a.key == b.key && a.at == b.at && a.raw == b.raw; });
    if (onlyAdded && added == 0)
        return;
    if (onlyAdded) {
        beginInsertRows({}, 0, int(added) - 1);
        m_events = events;
        endInsertRows();
    } else {
        beginResetModel();
        m_events = events;
        endResetModel();
    }
}

const ClusterEvent *ClusterEventModel::eventAt(int row) const
{
    return row >= 0 && row < m_events.size() ? &m_events.at(row) : nullptr;
}

int ClusterEventModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_events.size());
}

int ClusterEventModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ClusterEventModel::data(const QModelIndex &index, int role) const
{
    const ClusterEvent *event = index.isValid() ? eventAt(index.row()) : nullptr;
    if (!event)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == At ? clockText(event->at) : event->words;
    case Qt::ToolTipRole:
        return event->words;
    case Qt::DecorationRole:
        if (index.column() != Words)
            return {};
        return Theme::stateIcon(event->warning ? StateKind::Warning : StateKind::Info);
    case Qt::AccessibleTextRole:
        if (index.column() == Words && event->warning)
            return tr("Warning: %1").arg(event->words);
        return {};
    default:
        return {};
    }
}

QVariant ClusterEventModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == At ? tr("Time") : tr("What happened");
}

} // namespace rayhelm
