#pragma once

#include "cluster/clusterstatus.h"

#include <QAbstractTableModel>
#include <QList>

namespace rayhelm {

/// The pods of one cluster, head first, as the status says them. A pod keeps its row's identity while it lives, so
/// the selection stays on it when others come and go.
class ClusterPodModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Pod, State, Why, SlurmJob, TimeLeft, Since, ColumnCount };

    explicit ClusterPodModel(QObject *parent = nullptr);

    void setPods(const QList<PodStatus> &pods);
    const PodStatus *podAt(int row) const; ///< nullptr: no such row
    int rowOf(const QString &uid) const;   ///< -1: it is gone

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// The whole row as one sentence, for the label beside the table: tables are not announced.
    static QString sentence(const PodStatus &pod);

private:
    QString text(const PodStatus &pod, int column) const;

    QList<PodStatus> m_pods;
};

} // namespace rayhelm
