#pragma once

#include "jobs/itwinaiconfig.h"
#include "jobs/jobspec.h"

#include <QAbstractTableModel>

namespace rayhelm {

/// The settings of a configuration beside what this job changes: Setting | In file | For this job. Settings that are not in the
/// file can be added; values made from others are read-only.
class JobOverrideModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Setting, InFile, ForThisJob, ColumnCount };

    explicit JobOverrideModel(QObject *parent = nullptr);

    /// `elsewhere`: keys that another page sets; they are not listed.
    void setFields(const QList<ItwinaiField> &fields, const QList<JobOverride> &changes, const QStringList &elsewhere);
    /// Adds a row whose name can be typed; returns its index.
    QModelIndex addRow();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// An empty value: this job changes nothing there.
    void changeEdited(const QString &key, const QString &value);

private:
    struct Row {
        ItwinaiField field;
        QString value;
        bool added = false; ///< not in the file
    };
    QString text(const Row &row, int column) const;

    QList<Row> m_rows;
};

} // namespace rayhelm
