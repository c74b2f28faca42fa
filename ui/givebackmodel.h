#pragma once

#include "cluster/givebackreport.h"

#include <QAbstractTableModel>

namespace rayhelm {

/// The Slurm jobs of a give-back report: number, when it was asked to stop, what is proven.
class GiveBackModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { SlurmJob, Pod, AskedToStop, Proof, ColumnCount };

    explicit GiveBackModel(QObject *parent = nullptr);

    void setJobs(const QList<GiveBackJob> &jobs);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// "no proof yet", "still runs", "ended at 14:12 (COMPLETED)".
    static QString proofText(const GiveBackJob &job);

private:
    QList<GiveBackJob> m_jobs;
};

} // namespace rayhelm
