#pragma once

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

namespace rayhelm {

class CommandLog;
struct CommandRecord;

/// The command log as a table: time, place, command, result.
class CommandModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Time, Place, Command, Outcome, ColumnCount };

    explicit CommandModel(CommandLog *log, QObject *parent = nullptr);
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    const CommandRecord &record(int row) const;

private:
    QString outcomeText(const CommandRecord &record) const;

    CommandLog *m_log;
    int m_rows = 0;
};

/// What of it is shown: matching a text, of one place, only commands that change something.
class CommandFilter : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setText(const QString &text);
    /// Empty: all places.
    void setPlace(const QString &place);
    void setOnlyChanges(bool only);
    const CommandRecord &record(int row) const;
    /// The shown commands as a shell script: each with its time, place and result as a comment.
    QString script() const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QString m_text;
    QString m_place;
    bool m_onlyChanges = false;
};

} // namespace rayhelm
