#include "ui/clusterheldbar.h"

#include "core/text.h"
#include "ui/flowlayout.h"

#include <QLabel>
#include <QLocale>
#include <QProgressBar>

namespace rayhelm {

ClusterHeldBar::ClusterHeldBar(QWidget *parent)
    : QWidget(parent)
    , m_asked(new QLabel)
    , m_bar(new QProgressBar)
    , m_held(new QLabel)
    , m_time(new QLabel)
    , m_used(new QLabel)
{
    m_bar->setTextVisible(false);
    m_bar->setFixedSize(120, 14);
    m_bar->setAccessibleName(tr("Nodes held of those asked for"));
    auto *row = new FlowLayout(this);
    for (QWidget *part : {static_cast<QWidget *>(m_asked), static_cast<QWidget *>(m_bar), static_cast<QWidget *>(m_held),
                          static_cast<QWidget *>(m_time), static_cast<QWidget *>(m_used)})
        row->addWidget(part);
    for (QLabel *label : {m_asked, m_held, m_time, m_used})
        label->setTextFormat(Qt::PlainText);
}

void ClusterHeldBar::setStatus(const ClusterStatus &status, const QDateTime &now)
{
    const int asked = status.wanted;
    const int held = status.held.nodes;
    m_asked->setText(tr("Asked for %n node(s).", nullptr, asked));
    m_bar->setRange(0, qMax(1, asked));
    m_bar->setValue(qBound(0, held, qMax(1, asked)));
    m_held->setText(asked > held ? tr("Held: %1, waiting: %2.").arg(held).arg(asked - held) : tr("Held: %1.").arg(held));
    m_bar->setAccessibleDescription(m_held->text());
    m_time->setText(timeText(status));
    m_time->setVisible(!m_time->text().isEmpty());
    const std::optional<double> hours = gpuHours(status.pods, now);
    m_used->setVisible(hours.has_value() && *hours > 0.0);
    if (hours)
        m_used->setText(tr("Used: about %1 GPU hours.").arg(QLocale().toString(*hours, 'f', 1)));
}

QString ClusterHeldBar::timeText(const ClusterStatus &status)
{
    const std::optional<std::chrono::seconds> left = status.held.timeLeft();
    if (!left)
        return status.held.nodes > 0 ? tr("No time limit known.") : QString();
    std::optional<std::chrono::seconds> limit;
    for (const PodStatus &pod : status.pods) {
        if (pod.timeLeft && pod.pod.ask.timeLimit && (!limit || *pod.pod.ask.timeLimit < *limit))
            limit = pod.pod.ask.timeLimit;
    }
    return limit ? tr("Time left: about %1 of %2.").arg(durationText(*left), durationText(*limit))
                 : tr("Time left: about %1.").arg(durationText(*left));
}

std::optional<double> ClusterHeldBar::gpuHours(const QList<PodStatus> &pods, const QDateTime &now)
{
    double seconds = 0;
    for (const PodStatus &pod : pods) {
        if (!pod.firstRunning.isValid())
            continue;
        if (!pod.pod.ask.gpus)
            return std::nullopt;
        seconds += double(qMax<qint64>(0, pod.firstRunning.secsTo(now))) * *pod.pod.ask.gpus;
    }
    return seconds / 3600.0;
}

QString ClusterHeldBar::text() const
{
    QStringList parts;
    for (const QLabel *label : {m_asked, m_held, m_time, m_used}) {
        if (!label->isHidden())
            parts.append(label->text());
    }
    return parts.join(QLatin1Char(' '));
}

} // namespace rayhelm
