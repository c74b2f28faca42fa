#pragma once

#include "ui/jobwizardstep.h"

#include <QTimer>

class QButtonGroup;
class QComboBox;
class QGroupBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QTableView;

namespace rayhelm {

class FlowLayout;
class FormField;
class JobOverrideModel;
class StateText;

/// Page 1: folder, configuration, pipeline, changes for this job.
class JobWhatPage : public JobWizardStep
{
    Q_OBJECT
public:
    explicit JobWhatPage(JobDraft &draft, QWidget *parent = nullptr);
    QWidget *firstField() override;

protected:
    void showDraft() override;

private:
    void buildFolder();
    void buildChoice();
    void buildChanges();
    void browse();
    void showScan();
    void showPipelines();
    void showChanges();

    QTimer m_typingPause;
    QLineEdit *m_folder;
    FormField *m_folderField;
    StateText *m_found;
    QPushButton *m_why;
    QPlainTextEdit *m_skipped;
    QComboBox *m_config;
    FormField *m_configField;
    QGroupBox *m_pipelines;
    FlowLayout *m_pipelineRow;
    QButtonGroup *m_pipelineGroup;
    QStringList m_pipelineKeys;
    JobOverrideModel *m_changes;
    QTableView *m_table;
    QPushButton *m_add;
    QLabel *m_command;
};

} // namespace rayhelm
