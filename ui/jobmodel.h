#pragma once

#include "ui/joblook.h"

#include <QAbstractTableModel>

namespace rayhelm {

/// The jobs, newest first. A job keeps its row's identity, so the selection stays on it when others come.
class JobModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Job, State, Time, Note, ColumnCount };

    explicit JobModel(QObject *parent = nullptr);

    void setJobs(const QList<JobEntry> &jobs);
    const JobEntry *jobAt(int row) const;  ///< nullptr: no such row
    int rowOf(const QString &id) const;    ///< -1: it is not shown
    /// Times count on.
    void tick();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const JobEntry &job, int column) const;

    QList<JobEntry> m_jobs;
};

} // namespace rayhelm
