#pragma once

#include "cluster/clusterstatus.h"

#include <QWidget>

class QLabel;
class QProgressBar;

namespace rayhelm {

/// "Asked 4 nodes [####....] held 3, waiting 1   Time left: about 2 h 41 min of 3 h 50 min   used about 3.5 GPU hours"
class ClusterHeldBar : public QWidget
{
    Q_OBJECT
public:
    explicit ClusterHeldBar(QWidget *parent = nullptr);

    void setStatus(const ClusterStatus &status, const QDateTime &now);
    QString text() const;

    /// GPU hours of the present pods since they were first seen running; no value: not all of them state their GPUs.
    static std::optional<double> gpuHours(const QList<PodStatus> &pods, const QDateTime &now);

private:
    static QString timeText(const ClusterStatus &status);

    QLabel *m_asked;
    QProgressBar *m_bar;
    QLabel *m_held;
    QLabel *m_time;
    QLabel *m_used;
};

} // namespace rayhelm
