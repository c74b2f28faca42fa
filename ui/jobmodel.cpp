#include "ui/jobmodel.h"

#include "core/text.h"

#include <QSet>

namespace rayhelm {

JobModel::JobModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void JobModel::setJobs(const QList<JobEntry> &jobs)
{
    QSet<QString> wanted;
    for (const JobEntry &job : jobs)
        wanted.insert(job.id());
    QSet<QString> known;
    for (int row = int(m_jobs.size()) - 1; row >= 0; --row) {
        const QString id = m_jobs.at(row).id();
        if (wanted.contains(id)) {
            known.insert(id);
            continue;
        }
        beginRemoveRows({}, row, row);
        m_jobs.removeAt(row);
        endRemoveRows();
    }
    int row = 0;
    for (const JobEntry &job : jobs) {
        const QString id = job.id();
        if (!wanted.remove(id))
            continue; // Ray lists it twice
        if (!known.contains(id)) {
            beginInsertRows({}, row, row);
            m_jobs.insert(row, job);
            endInsertRows();
        } else if (m_jobs.at(row).id() != id) {
            const int present = rowOf(id); // further down: those above are in their places
            beginMoveRows({}, present, present, {}, row);
            m_jobs.move(present, row);
            endMoveRows();
        }
        m_jobs[row++] = job;
    }
    tick();
}

void JobModel::tick()
{
    if (!m_jobs.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_jobs.size()) - 1, ColumnCount - 1));
}

const JobEntry *JobModel::jobAt(int row) const
{
    return row >= 0 && row < m_jobs.size() ? &m_jobs.at(row) : nullptr;
}

int JobModel::rowOf(const QString &id) const
{
    for (int row = 0; row < m_jobs.size(); ++row) {
        if (m_jobs.at(row).id() == id)
            return row;
    }
    return -1;
}

int JobModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_jobs.size());
}

int JobModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant JobModel::data(const QModelIndex &index, int role) const
{
    const JobEntry *job = index.isValid() ? jobAt(index.row()) : nullptr;
    if (!job)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(*job, index.column());
    case Qt::ToolTipRole:
        return index.column() == Job ? tr("%1, sent %2").arg(job->id(), clockText(job->submitted())) : text(*job, index.column());
    case Qt::DecorationRole:
        return index.column() == State ? QVariant(jobLook(*job).themedIcon()) : QVariant();
    case Qt::ForegroundRole:
        return index.column() == State ? QVariant(Theme::color(jobLook(*job).kind)) : QVariant();
    case Qt::AccessibleDescriptionRole:
        if (index.column() == Job)
            return tr("%1: %2. %3").arg(job->name(), jobHeading(*job, QDateTime::currentDateTime()), jobNote(*job));
        return {};
    default:
        return {};
    }
}

QString JobModel::text(const JobEntry &job, int column) const
{
    switch (column) {
    case Job:
        return job.name();
    case State:
        return jobStateWords(job);
    case Time: {
        const std::optional<std::chrono::seconds> duration = job.duration(QDateTime::currentDateTime());
        return duration ? durationText(*duration) : QString();
    }
    case Note:
        return jobNote(job);
    default:
        return {};
    }
}

QVariant JobModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Job:
        return tr("Job");
    case State:
        return tr("State");
    case Time:
        return tr("Time");
    case Note:
        return tr("Last news");
    default:
        return {};
    }
}

} // namespace rayhelm
