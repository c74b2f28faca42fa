#pragma once

#include "cluster/clusterstatus.h"

#include <QAbstractTableModel>

namespace rayhelm {

/// What happened to the cluster, newest first: a plain sentence each, the raw text on demand.
class ClusterEventModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { At, Words, ColumnCount };

    explicit ClusterEventModel(QObject *parent = nullptr);

    void setEvents(const QList<ClusterEvent> &events);
    const ClusterEvent *eventAt(int row) const; ///< nullptr: no such row

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<ClusterEvent> m_events;
};

} // namespace rayhelm
