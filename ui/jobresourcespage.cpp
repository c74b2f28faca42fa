#include "ui/jobresourcespage.h"

#include "core/text.h"
#include "jobs/raytypes.h"
#include "session/connection.h"
#include "session/lifecycle.h"
#include "session/raylink.h"
#include "session/session.h"
#include "ui/clusterlook.h"
#include "ui/formfield.h"
#include "ui/statelabel.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGroupBox>
#include <QLocale>
#include <QSpinBox>
#include <QVBoxLayout>

namespace rayhelm {

namespace {
constexpr qint64 gigabyte = 1000 * 1000 * 1000;
enum DriverPlace { OnHead, WhereItFits };
}

JobResourcesPage::JobResourcesPage(Session &session, JobDraft &draft, QWidget *parent)
    : JobWizardStep(draft, JobDraft::ResourcesPage, tr("Resources"), parent)
    , m_session(session)
    , m_cluster(new StateLabel)
    , m_nodes(new StateText)
    , m_driver(new QComboBox)
    , m_driverField(new FormField(tr("&Driver, the program that starts the others"), m_driver))
    , m_needs(new QGroupBox(tr("What the driver itself needs")))
    , m_cpus(new QDoubleSpinBox)
    , m_gpus(new QDoubleSpinBox)
    , m_memory(new QSpinBox)
{
    m_driver->addItem(tr("on the head"), OnHead);
    m_driver->addItem(tr("where this fits (Advanced)"), WhereItFits);
    m_driverField->setHint(tr("itwinai asks Ray for the workers' resources by itself, so the head is right for almost every job."));
    m_cpus->setRange(0, 1024);
    m_gpus->setRange(0, 64);
    m_memory->setRange(0, 4096);
    m_memory->setSuffix(tr(" GB"));
    auto *needs = new QHBoxLayout(m_needs);
    needs->addWidget(new FormField(tr("CP&Us"), m_cpus));
    needs->addWidget(new FormField(tr("&GPUs"), m_gpus));
    needs->addWidget(new FormField(tr("M&emory"), m_memory));
    needs->addStretch(1);
    column()->addWidget(m_cluster);
    column()->addWidget(m_nodes);
    column()->addWidget(m_driverField);
    column()->addWidget(m_needs);
    column()->addStretch(1);
    m_driver->setMaximumWidth(360);
    connect(m_driver, &QComboBox::activated, this, &JobResourcesPage::takeOver);
    connect(m_cpus, &QDoubleSpinBox::valueChanged, this, &JobResourcesPage::takeOver);
    connect(m_gpus, &QDoubleSpinBox::valueChanged, this, &JobResourcesPage::takeOver);
    connect(m_memory, &QSpinBox::valueChanged, this, &JobResourcesPage::takeOver);
    connect(&session.lifecycle(), &Lifecycle::statusChanged, this, &JobResourcesPage::showCluster);
    connect(&session.ray(), &RayLink::nodesChanged, this, &JobResourcesPage::showCluster);
    showDraft();
}

QWidget *JobResourcesPage::firstField()
{
    return m_driver;
}

void JobResourcesPage::takeOver()
{
    const bool fits = m_driver->currentData().toInt() == WhereItFits;
    m_needs->setVisible(fits);
    if (!fits) {
        draft().setDriver(0, 0, 0);
        return;
    }
    if (m_cpus->value() <= 0 && m_gpus->value() <= 0 && m_memory->value() <= 0) {
        const QSignalBlocker quiet(m_cpus);
        m_cpus->setValue(1); // nothing asked for means: on the head
    }
    draft().setDriver(m_cpus->value(), m_gpus->value(), m_memory->value() * gigabyte);
}

void JobResourcesPage::showDraft()
{
    const JobSpec &spec = draft().spec();
    const bool fits = spec.cpus > 0 || spec.gpus > 0 || spec.memory > 0;
    const QSignalBlocker quietCpus(m_cpus);
    const QSignalBlocker quietGpus(m_gpus);
    const QSignalBlocker quietMemory(m_memory);
    m_driver->setCurrentIndex(fits ? 1 : 0);
    m_needs->setVisible(fits);
    m_cpus->setValue(spec.cpus);
    m_gpus->setValue(spec.gpus);
    m_memory->setValue(int(spec.memory / gigabyte));
    showCluster();
}

void JobResourcesPage::showCluster()
{
    const ClusterStatus &status = m_session.lifecycle().status();
    const StateLook look = clusterLook(status.state);
    const QString name = m_session.connection().profile().releaseName;
    const std::optional<std::chrono::seconds> left = status.held.timeLeft();
    QString text = status.heading.isEmpty() ? tr("The cluster %1 has not been looked at yet.").arg(name) : tr("%1: %2").arg(name, status.heading);
    if (left)
        text += QLatin1Char(' ') + tr("About %1 left.").arg(durationText(*left));
    m_cluster->setState(look.kind, text, look.icon);
    double cpus = 0;
    double gpus = 0;
    int nodes = 0;
    for (const RayNode &node : m_session.ray().nodes()) {
        if (!node.alive)
            continue;
        ++nodes;
        cpus += node.resources.value(QStringLiteral("CPU"));
        gpus += node.resources.value(QStringLiteral("GPU"));
    }
    m_nodes->setText(nodes == 0 ? tr("Ray has not said yet what it has.")
                                : tr("Ray has %n node(s) with %1 CPUs and %2 GPUs in all.", nullptr, nodes)
                                      .arg(QLocale().toString(cpus, 'g', 6), QLocale().toString(gpus, 'g', 6)));
}

} // namespace rayhelm
