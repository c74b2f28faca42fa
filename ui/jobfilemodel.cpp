#include "ui/jobfilemodel.h"

#include "core/text.h"
#include "ui/theme.h"

namespace rayhelm {

namespace {
constexpr qsizetype longestName = 1000; ///< characters shown; a path may have more
}

JobFileModel::JobFileModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void JobFileModel::setFiles(const QList<PlannedFile> &files)
{
    const bool samePaths = files.size() == m_files.size()
        && std::equal(files.begin(), files.end(), m_files.begin(),
                      [](const PlannedFile &a, const PlannedFile &b) { return a.path == b.path; });
    if (samePaths) {
        m_files = files;
        if (!m_files.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(int(m_files.size()) - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_files = files;
    endResetModel();
}

const PlannedFile *JobFileModel::fileAt(int row) const
{
    return row >= 0 && row < m_files.size() ? &m_files.at(row) : nullptr;
}

int JobFileModel::rowOf(const QString &path) const
{
    for (int row = 0; row < m_files.size(); ++row) {
        if (m_files.at(row).path == path)
            return row;
    }
    return -1;
}

int JobFileModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_files.size());
}

int JobFileModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant JobFileModel::data(const QModelIndex &index, int role) const
{
    const PlannedFile *file = index.isValid() ? fileAt(index.row()) : nullptr;
    if (!file)
        return {};
    const StateKind kind = file->isSent() && (file->suspicious || !file->leadsTo.isEmpty()) ? StateKind::Warning : file->isSent() ? StateKind::Good : StateKind::Muted;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        if (index.column() == Name)
            return plainText(file->isFolder ? file->path + QLatin1Char('/') : file->path, longestName);
        if (index.column() == Size)
            return file->isFolder ? QString() : sizeText(file->size);
        if (!file->isSent())
            return leftOutText(*file);
        if (!file->leadsTo.isEmpty())
            return file->suspicious ? tr("sent from %1, looks like a password or key").arg(plainText(file->leadsTo))
                                    : tr("sent from %1").arg(plainText(file->leadsTo));
        return file->suspicious ? tr("sent, looks like a password or key") : tr("sent");
    case Qt::DecorationRole:
        return index.column() == Fate ? QVariant(Theme::stateIcon(kind)) : QVariant();
    case Qt::ForegroundRole:
        if (index.column() == Fate)
            return Theme::color(kind);
        return file->isSent() ? QVariant() : QVariant(Theme::color(StateKind::Muted));
    case Qt::TextAlignmentRole:
        return index.column() == Size ? QVariant(int(Qt::AlignTrailing | Qt::AlignVCenter)) : QVariant();
    default:
        return {};
    }
}

QVariant JobFileModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("File");
    case Size:
        return tr("Size");
    case Fate:
        return tr("Sent or left out");
    default:
        return {};
    }
}

} // namespace rayhelm
