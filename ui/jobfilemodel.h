#pragma once

#include "jobs/workingdirectory.h"

#include <QAbstractTableModel>

namespace rayhelm {

/// The files of the folder in the order of their paths: name, size, and whether they are sent or why not.
class JobFileModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Size, Fate, ColumnCount };

    explicit JobFileModel(QObject *parent = nullptr);

    void setFiles(const QList<PlannedFile> &files);
    const PlannedFile *fileAt(int row) const; ///< nullptr: no such row
    int rowOf(const QString &path) const;     ///< -1: it is not listed

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<PlannedFile> m_files;
};

} // namespace rayhelm
