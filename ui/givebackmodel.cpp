#include "ui/givebackmodel.h"

#include "ui/clusterlook.h"

namespace rayhelm {

namespace {

StateLook proofLook(JobProof proof)
{
    switch (proof) {
    case JobProof::None:
        return {StateKind::Warning, QStringLiteral("unknown")};
    case JobProof::StillWaiting:
        return {StateKind::Warning, QStringLiteral("queue")};
    case JobProof::StillRunning:
        return {StateKind::Bad, QStringLiteral("held")};
    case JobProof::Ended:
        break;
    }
    return {StateKind::Good, QStringLiteral("state-good")};
}

} // namespace

GiveBackModel::GiveBackModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void GiveBackModel::setJobs(const QList<GiveBackJob> &jobs)
{
    if (jobs.size() != m_jobs.size()) {
        beginResetModel();
        m_jobs = jobs;
        endResetModel();
        return;
    }
    m_jobs = jobs;
    if (!m_jobs.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_jobs.size()) - 1, ColumnCount - 1));
}

int GiveBackModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_jobs.size());
}

int GiveBackModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString GiveBackModel::proofText(const GiveBackJob &job)
{
    switch (job.proof) {
    case JobProof::None:
        return tr("no proof yet");
    case JobProof::StillWaiting:
        return tr("still waits in the queue");
    case JobProof::StillRunning:
        return tr("still runs");
    case JobProof::Ended:
        break;
    }
    if (!job.endedAt.isValid())
        return tr("ended");
    return job.slurmWord.isEmpty() ? tr("ended at %1").arg(clockText(job.endedAt))
                                   : tr("ended at %1 (%2)").arg(clockText(job.endedAt), job.slurmWord);
}

QVariant GiveBackModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_jobs.size())
        return {};
    const GiveBackJob &job = m_jobs.at(index.row());
    if (role == Qt::DecorationRole && index.column() == Proof)
        return proofLook(job.proof).themedIcon();
    if (role == Qt::ForegroundRole && index.column() == Proof)
        return Theme::color(proofLook(job.proof).kind);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case SlurmJob:
        return job.job.slurmJob.isEmpty() ? tr("number unknown, may start later") : job.job.slurmJob.text();
    case Pod:
        return job.job.podName.text();
    case AskedToStop:
        return job.askedToStop.isValid() ? clockText(job.askedToStop) : tr("not yet");
    case Proof:
        return proofText(job);
    default:
        return {};
    }
}

QVariant GiveBackModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case SlurmJob:
        return tr("Slurm job");
    case Pod:
        return tr("Pod");
    case AskedToStop:
        return tr("Asked to stop");
    case Proof:
        return tr("Proof");
    default:
        return {};
    }
}

} // namespace rayhelm
