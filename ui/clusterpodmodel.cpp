#include "ui/clusterpodmodel.h"

#include "core/text.h"
#include "ui/clusterlook.h"

namespace rayhelm {

ClusterPodModel::ClusterPodModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void ClusterPodModel::setPods(const QList<PodStatus> &pods)
{
    // Rows that are gone leave first; then each new row is put where the status has it.
    for (int row = int(m_pods.size()) - 1; row >= 0; --row) {
        const PodUid uid = m_pods.at(row).pod.uid;
        const bool stays = std::any_of(pods.begin(), pods.end(), [&](const PodStatus &p) { return p.pod.uid == uid; });
        if (!stays) {
            beginRemoveRows({}, row, row);
            m_pods.removeAt(row);
            endRemoveRows();
        }
    }
    for (int row = 0; row < pods.size(); ++row) {
        const int present = rowOf(pods.at(row).pod.uid.text());
        if (present < 0) {
            beginInsertRows({}, row, row);
            m_pods.insert(row, pods.at(row));
            endInsertRows();
        } else if (present != row) {
            beginMoveRows({}, present, present, {}, row > present ? row + 1 : row);
            m_pods.move(present, row);
            endMoveRows();
        }
        m_pods[row] = pods.at(row);
    }
    if (!m_pods.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_pods.size()) - 1, ColumnCount - 1));
}

const PodStatus *ClusterPodModel::podAt(int row) const
{
    return row >= 0 && row < m_pods.size() ? &m_pods.at(row) : nullptr;
}

int ClusterPodModel::rowOf(const QString &uid) const
{
    for (int row = 0; row < m_pods.size(); ++row) {
        if (m_pods.at(row).pod.uid.text() == uid)
            return row;
    }
    return -1;
}

int ClusterPodModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_pods.size());
}

int ClusterPodModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ClusterPodModel::data(const QModelIndex &index, int role) const
{
    const PodStatus *pod = index.isValid() ? podAt(index.row()) : nullptr;
    if (!pod)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(*pod, index.column());
    case Qt::ToolTipRole:
        return index.column() == Pod ? pod->pod.name.text() : text(*pod, index.column());
    case Qt::DecorationRole:
        return index.column() == State ? QVariant(podLook(pod->verdict.state).themedIcon()) : QVariant();
    case Qt::ForegroundRole:
        if (index.column() == State)
            return Theme::color(podLook(pod->verdict.state).kind);
        if (index.column() == TimeLeft && pod->timeLimitNear)
            return Theme::color(StateKind::Warning);
        return {};
    case Qt::AccessibleDescriptionRole:
        return index.column() == Pod ? QVariant(sentence(*pod)) : QVariant();
    default:
        return {};
    }
}

QString ClusterPodModel::text(const PodStatus &pod, int column) const
{
    switch (column) {
    case Pod:
        return pod.title;
    case State:
        return pod.verdict.words;
    case Why:
        return pod.verdict.why;
    case SlurmJob:
        return pod.pod.slurmJob.text();
    case TimeLeft:
        return pod.timeLeft ? durationText(*pod.timeLeft) : QString();
    case Since:
        return clockText(pod.since);
    default:
        return {};
    }
}

QVariant ClusterPodModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Pod:
        return tr("Pod");
    case State:
        return tr("State");
    case Why:
        return tr("Why");
    case SlurmJob:
        return tr("Slurm job");
    case TimeLeft:
        return tr("Time left");
    case Since:
        return tr("Since");
    default:
        return {};
    }
}

QString ClusterPodModel::sentence(const PodStatus &pod)
{
    QString text = pod.verdict.why.isEmpty() ? tr("%1: %2.").arg(pod.title, pod.verdict.words)
                                             : tr("%1: %2. %3").arg(pod.title, pod.verdict.words, pod.verdict.why);
    if (!pod.pod.slurmJob.isEmpty())
        text += QLatin1Char(' ') + tr("Slurm job %1.").arg(pod.pod.slurmJob.text());
    if (pod.timeLeft)
        text += QLatin1Char(' ') + tr("About %1 left.").arg(durationText(*pod.timeLeft));
    return text;
}

} // namespace rayhelm
