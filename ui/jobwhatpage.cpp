#include "ui/jobwhatpage.h"

#include "core/text.h"
#include "ui/clusterpodtable.h"
#include "ui/flowlayout.h"
#include "ui/formfield.h"
#include "ui/joboverridemodel.h"
#include "ui/statelabel.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QFileDialog>
#include <QFontDatabase>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTableView>
#include <QVBoxLayout>

namespace rayhelm {

JobWhatPage::JobWhatPage(JobDraft &draft, QWidget *parent)
    : JobWizardStep(draft, JobDraft::WhatPage, tr("What to run"), parent)
    , m_folder(new QLineEdit)
    , m_folderField(new FormField(tr("&Folder with your code"), m_folder))
    , m_found(new StateText)
    , m_why(new QPushButton(tr("Why")))
    , m_skipped(new QPlainTextEdit)
    , m_config(new QComboBox)
    , m_configField(new FormField(tr("&Configuration"), m_config))
    , m_pipelines(new QGroupBox(tr("What to run (pipeline)")))
    , m_pipelineRow(new FlowLayout(m_pipelines))
    , m_pipelineGroup(new QButtonGroup(this))
    , m_changes(new JobOverrideModel(this))
    , m_table(new QTableView)
    , m_add(new QPushButton(tr("Add a change")))
    , m_command(new QLabel)
{
    buildFolder();
    buildChoice();
    buildChanges();
    connect(&draft, &JobDraft::scanChanged, this, &JobWhatPage::showDraft);
    showDraft();
}

QWidget *JobWhatPage::firstField()
{
    return m_folder;
}

void JobWhatPage::buildFolder()
{
    auto *browse = new QPushButton(tr("Browse..."));
    browse->setAutoDefault(false);
    browse->setAccessibleDescription(tr("Chooses the folder."));
    connect(browse, &QPushButton::clicked, this, &JobWhatPage::browse);
    auto *row = new QHBoxLayout;
    row->addWidget(m_folderField, 1);
    row->addWidget(browse, 0, Qt::AlignBottom);
    column()->addLayout(row);
    column()->addWidget(new StateText(StateKind::Muted, tr("Everything in it that is not left out is sent with the job.")));
    // Typing is looked at when it pauses, so that nobody's whole disk is read after the first "/".
    m_typingPause.setSingleShot(true);
    m_typingPause.setInterval(600);
    connect(&m_typingPause, &QTimer::timeout, this, [this] {
        if (QFileInfo(m_folder->text()).isDir())
            draft().setFolder(m_folder->text());
    });
    connect(m_folder, &QLineEdit::textEdited, &m_typingPause, qOverload<>(&QTimer::start));
    connect(m_folder, &QLineEdit::editingFinished, this, [this] {
        m_typingPause.stop();
        draft().setFolder(m_folder->text());
    });

    auto *found = new QHBoxLayout;
    found->addWidget(m_found, 1);
    found->addWidget(m_why);
    column()->addLayout(found);
    m_why->setAutoDefault(false);
    m_why->setCheckable(true);
    m_why->setAccessibleDescription(tr("Shows why files are no configuration."));
    m_skipped->setReadOnly(true);
    m_skipped->setTabChangesFocus(true);
    m_skipped->setMaximumHeight(90);
    m_skipped->setAccessibleName(tr("Files that are no configuration, and why"));
    m_skipped->hide();
    connect(m_why, &QPushButton::toggled, m_skipped, &QWidget::setVisible);
    column()->addWidget(m_skipped);
}

void JobWhatPage::buildChoice()
{
    auto *row = new QHBoxLayout;
    m_config->setMinimumWidth(200);
    m_config->setAccessibleDescription(tr("Which of the configurations in the folder the job runs."));
    row->addWidget(m_configField, 1);
    row->addWidget(m_pipelines, 1);
    column()->addLayout(row);
    connect(m_config, &QComboBox::activated, this, [this] { draft().setConfig(m_config->currentData().toString()); });
    connect(m_pipelineGroup, &QButtonGroup::idClicked, this, [this](int id) { draft().setPipeline(m_pipelineKeys.value(id)); });
}

void JobWhatPage::buildChanges()
{
    auto *label = new QLabel(tr("C&hanges for this job"));
    label->setBuddy(m_table);
    m_table->setModel(m_changes);
    prepareTable(m_table, tr("Changes for this job"));
    m_table->setAccessibleDescription(tr("F2 or typing edits the last column; Delete takes a change back."));
    m_table->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::SelectedClicked
                             | QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
    m_table->horizontalHeader()->setSectionResizeMode(JobOverrideModel::Setting, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(JobOverrideModel::InFile, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(JobOverrideModel::ForThisJob, QHeaderView::Stretch);
    m_table->setMinimumHeight(130);
    column()->addWidget(label);
    column()->addWidget(m_table, 1);
    m_add->setAutoDefault(false);
    m_add->setAccessibleDescription(tr("Adds a row for a setting that is not in the file."));
    connect(m_add, &QPushButton::clicked, this, [this] {
        const QModelIndex index = m_changes->addRow();
        m_table->setCurrentIndex(index);
        m_table->setFocus();
        m_table->edit(index);
    });
    column()->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_changes, &JobOverrideModel::changeEdited, this,
            [this](const QString &key, const QString &value) { draft().setOverride(key, value); });
    m_command->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_command->setWordWrap(true);
    m_command->setTextFormat(Qt::PlainText);
    m_command->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_command->setLayoutDirection(Qt::LeftToRight);
    column()->addWidget(m_command);
}

void JobWhatPage::browse()
{
    auto *dialog = new QFileDialog(this, tr("Folder with your code"), draft().spec().folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &folder) {
        m_folder->setText(folder);
        draft().setFolder(folder);
    });
    dialog->open();
}

void JobWhatPage::showDraft()
{
    if (!m_folder->hasFocus() && m_folder->text() != draft().spec().folder)
        m_folder->setText(draft().spec().folder);
    showScan();
    showPipelines();
    showChanges();
    const bool chosen = draft().config() != nullptr;
    m_command->setVisible(chosen);
    if (chosen)
        m_command->setText(entrypoint(draft().spec()));
}

void JobWhatPage::showScan()
{
    const ConfigScan &scan = draft().scan();
    const QString folder = draft().spec().folder;
    const QStringList missing = draft().missingFiles();
    m_folderField->setProblem(missing.isEmpty() ? QString() : tr("%1 does not exist any more.").arg(missing.constFirst()));
    if (folder.isEmpty())
        m_found->setText(tr("No folder is chosen yet."));
    else if (draft().isScanning())
        m_found->setText(tr("Reading the folder..."));
    else if (scan.configs.isEmpty())
        m_found->setText(tr("No pipeline found in %1. Looked at %n .yaml file(s).", nullptr, scan.filesSeen).arg(folder));
    else
        m_found->setText(tr("Found %n configuration(s).", nullptr, int(scan.configs.size())));
    m_found->setKind(!folder.isEmpty() && !draft().isScanning() && scan.configs.isEmpty() ? StateKind::Warning : StateKind::Muted);
    m_found->setVisible(missing.isEmpty());
    m_why->setVisible(!scan.skipped.isEmpty());
    if (scan.skipped.isEmpty())
        m_why->setChecked(false);
    QStringList skipped;
    for (const SkippedConfig &file : scan.skipped)
        skipped.append(tr("%1: %2").arg(file.path, file.reason));
    if (m_skipped->toPlainText() != skipped.join(QLatin1Char('\n')))
        m_skipped->setPlainText(skipped.join(QLatin1Char('\n')));

    QStringList paths;
    for (const ItwinaiConfig &config : scan.configs)
        paths.append(config.path);
    QStringList shown;
    for (int i = 0; i < m_config->count(); ++i)
        shown.append(m_config->itemData(i).toString());
    if (paths != shown) {
        m_config->clear();
        for (const ItwinaiConfig &config : scan.configs)
            m_config->addItem(plainText(config.folder.isEmpty() ? config.name : config.folder + QLatin1Char('/') + config.name, 200), config.path);
    }
    m_config->setCurrentIndex(draft().config() ? m_config->findData(draft().config()->path) : -1);
    m_configField->setVisible(!scan.configs.isEmpty());
}

void JobWhatPage::showPipelines()
{
    QStringList keys;
    if (const ItwinaiConfig *config = draft().config()) {
        for (const ItwinaiPipeline &pipeline : config->pipelines)
            keys.append(pipeline.key);
    }
    m_pipelines->setVisible(!keys.isEmpty());
    if (keys != m_pipelineKeys) {
        m_pipelineKeys = keys;
        m_pipelineRow->removeAll();
        const QList<QAbstractButton *> old = m_pipelineGroup->buttons();
        for (QAbstractButton *button : old) {
            m_pipelineGroup->removeButton(button);
            button->hide();
            button->deleteLater();
        }
        for (int i = 0; i < keys.size(); ++i) {
            auto *button = new QRadioButton(keys.at(i));
            const QStringList steps = draft().config()->pipelines.at(i).steps;
            button->setAccessibleDescription(tr("Its steps: %1").arg(steps.join(QStringLiteral(", "))));
            button->setToolTip(button->accessibleDescription());
            m_pipelineGroup->addButton(button, i);
            m_pipelineRow->addWidget(button);
        }
    }
    const int chosen = int(keys.indexOf(draft().spec().pipeline));
    if (QAbstractButton *button = m_pipelineGroup->button(chosen))
        button->setChecked(true);
}

void JobWhatPage::showChanges()
{
    const ItwinaiConfig *config = draft().config();
    const QStringList elsewhere = draft().usesMlflow()
        ? QStringList{QStringLiteral("tracking_uri"), QStringLiteral("experiment_name"), QStringLiteral("run_name"), QStringLiteral("pipe_key")}
        : QStringList{QStringLiteral("pipe_key")};
    m_changes->setFields(config ? config->fields : QList<ItwinaiField>(), draft().spec().overrides, elsewhere);
    m_table->setEnabled(config != nullptr);
    m_add->setEnabled(config != nullptr);
    m_add->setToolTip(config ? QString() : tr("Choose a configuration first."));
}

} // namespace rayhelm
