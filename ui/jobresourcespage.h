#pragma once

#include "ui/jobwizardstep.h"

class QComboBox;
class QDoubleSpinBox;
class QGroupBox;
class QLabel;
class QSpinBox;

namespace rayhelm {

class FormField;
class Session;
class StateLabel;
class StateText;

/// Page 4: where the job's driver runs, and what the cluster has.
class JobResourcesPage : public JobWizardStep
{
    Q_OBJECT
public:
    JobResourcesPage(Session &session, JobDraft &draft, QWidget *parent = nullptr);
    QWidget *firstField() override;

protected:
    void showDraft() override;

private:
    void showCluster();
    void takeOver();

    Session &m_session;
    StateLabel *m_cluster;
    StateText *m_nodes;
    QComboBox *m_driver;
    FormField *m_driverField;
    QGroupBox *m_needs;
    QDoubleSpinBox *m_cpus;
    QDoubleSpinBox *m_gpus;
    QSpinBox *m_memory; ///< GB
};

} // namespace rayhelm
