#include "ui/joboverridemodel.h"

#include "ui/theme.h"

#include <QFont>

namespace rayhelm {

JobOverrideModel::JobOverrideModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void JobOverrideModel::setFields(const QList<ItwinaiField> &fields, const QList<JobOverride> &changes, const QStringList &elsewhere)
{
    QList<Row> rows;
    for (const ItwinaiField &field : fields) {
        if (!elsewhere.contains(field.key))
            rows.append(Row{field, {}, false});
    }
    for (const JobOverride &change : changes) {
        const auto row = std::find_if(rows.begin(), rows.end(), [&](const Row &r) { return r.field.key == change.key; });
        if (row != rows.end()) {
            row->value = change.value;
        } else {
            ItwinaiField field;
            field.key = change.key;
            rows.append(Row{field, change.value, true});
        }
    }
    // A row that was just added has no value yet, so it is no change: it stays until it gets one.
    for (const Row &row : std::as_const(m_rows)) {
        const bool known = std::any_of(rows.begin(), rows.end(), [&](const Row &r) { return r.field.key == row.field.key; });
        if (row.added && row.value.isEmpty() && !known)
            rows.append(row);
    }
    const bool sameKeys = rows.size() == m_rows.size()
        && std::equal(rows.begin(), rows.end(), m_rows.begin(), [](const Row &a, const Row &b) { return a.field.key == b.field.key; });
    if (sameKeys) {
        m_rows = rows;
        if (!m_rows.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

QModelIndex JobOverrideModel::addRow()
{
    const int row = int(m_rows.size());
    beginInsertRows({}, row, row);
    m_rows.append(Row{{}, {}, true});
    endInsertRows();
    return index(row, Setting);
}

int JobOverrideModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int JobOverrideModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

Qt::ItemFlags JobOverrideModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!index.isValid() || index.row() >= m_rows.size())
        return flags;
    const Row &row = m_rows.at(index.row());
    const bool editable = (index.column() == ForThisJob && !row.field.isReadOnly()) || (index.column() == Setting && row.added);
    return editable ? flags | Qt::ItemIsEditable : flags;
}

QVariant JobOverrideModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::EditRole:
        // An edit begins from the value of the file, which is mostly changed in a digit.
        if (index.column() == ForThisJob)
            return row.value.isEmpty() ? row.field.value : row.value;
        return text(row, index.column());
    case Qt::ToolTipRole:
        if (row.field.isReadOnly())
            return tr("Made from other settings. Change those.");
        return row.field.comment;
    case Qt::AccessibleDescriptionRole:
        return row.field.comment;
    case Qt::FontRole: {
        QFont font;
        font.setBold(!row.value.isEmpty() && index.column() != InFile);
        return font;
    }
    case Qt::ForegroundRole:
        return row.field.isReadOnly() || index.column() == InFile ? QVariant(Theme::color(StateKind::Muted)) : QVariant();
    default:
        return {};
    }
}

QString JobOverrideModel::text(const Row &row, int column) const
{
    switch (column) {
    case Setting:
        return row.field.key;
    case InFile:
        if (row.added)
            return tr("not in the file");
        return row.field.comment.isEmpty() ? row.field.value : tr("%1    %2").arg(row.field.value, row.field.comment);
    case ForThisJob:
        return row.value;
    default:
        return {};
    }
}

bool JobOverrideModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !index.isValid() || index.row() >= m_rows.size())
        return false;
    Row &row = m_rows[index.row()];
    const QString typed = value.toString().trimmed();
    if (index.column() == Setting && row.added) {
        const QString before = std::exchange(row.field.key, typed);
        Q_EMIT dataChanged(index, index);
        if (before != typed && !row.value.isEmpty()) {
            const QString kept = row.value;
            Q_EMIT changeEdited(before, {});
            Q_EMIT changeEdited(typed, kept);
        }
        return true;
    }
    if (index.column() != ForThisJob || row.field.isReadOnly())
        return false;
    // What the file says anyway is no change.
    row.value = typed == row.field.value && !row.added ? QString() : typed;
    const QString key = row.field.key;
    const QString now = row.value;
    Q_EMIT dataChanged(this->index(index.row(), 0), index);
    if (!key.isEmpty())
        Q_EMIT changeEdited(key, now);
    return true;
}

QVariant JobOverrideModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Setting:
        return tr("Setting");
    case InFile:
        return tr("In file");
    case ForThisJob:
        return tr("For this job");
    default:
        return {};
    }
}

} // namespace rayhelm
