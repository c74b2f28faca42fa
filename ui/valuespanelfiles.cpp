// The files of the configuration panel: open, save, and a file that was changed elsewhere.
#include "ui/valuespanel.h"

#include "ui/diffview.h"
#include "ui/inlinemessage.h"
#include "ui/valueseditor.h"
#include "ui/valuesnamedialog.h"
#include "ui/valuesopendialog.h"

#include "session/configuration.h"
#include "session/connection.h"
#include "session/session.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QVBoxLayout>

namespace rayhelm {

void ValuesPanel::save()
{
    m_editor->commit();
    Configuration &configuration = m_session.configuration();
    if (configuration.origin() == ValuesOrigin::ThisComputer || m_session.connection().isConnected())
        configuration.save();
    else
        saveAsLocal();
}

void ValuesPanel::saveAsOnVm()
{
    m_editor->commit();
    QStringList taken;
    for (const RemoteFileEntry &file : m_session.configuration().filesOnVm())
        taken.append(file.name);
    const QString name = QFileInfo(m_session.configuration().fileName()).fileName();
    auto *dialog = new ValuesNameDialog(name, taken, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ValuesNameDialog::nameChosen, this,
            [this](const QString &chosen) { m_session.configuration().saveOnVm(chosen); });
    dialog->open();
}

void ValuesPanel::saveAsLocal()
{
    m_editor->commit();
    auto *dialog = new QFileDialog(this, tr("Save the configuration on this computer"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("yaml"));
    dialog->setNameFilters({tr("Values files (*.yaml *.yml)"), tr("All files (*)")});
    dialog->selectFile(QFileInfo(m_session.configuration().fileName()).fileName());
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) { m_session.configuration().saveLocal(path); });
    dialog->open();
}

void ValuesPanel::showOpenDialog()
{
    const bool connected = m_session.connection().isConnected();
    m_openDialog = new ValuesOpenDialog(m_session.connection().profile().host, this);
    m_openDialog->setAttribute(Qt::WA_DeleteOnClose);
    Configuration &configuration = m_session.configuration();
    m_openDialog->setFiles(configuration.filesOnVm(), m_session.connection().profile().valuesFile);
    m_openDialog->setConnected(connected);
    connect(m_openDialog, &ValuesOpenDialog::vmFileChosen, this, [this](const QString &path) {
        afterUnsaved([this, path] { m_session.configuration().openOnVm(path); });
    });
    connect(m_openDialog, &ValuesOpenDialog::localRequested, this, &ValuesPanel::openLocal);
    connect(m_openDialog, &ValuesOpenDialog::releaseRequested, m_running, &QAction::trigger);
    connect(m_openDialog, &ValuesOpenDialog::templateRequested, m_template, &QAction::trigger);
    connect(&configuration, &Configuration::failed, m_openDialog,
            [dialog = m_openDialog.data()](const Error &error) { dialog->setProblem(error.summary); });
    if (connected)
        configuration.listFiles();
    m_openDialog->open();
}

void ValuesPanel::openLocal()
{
    auto *dialog = new QFileDialog(this, tr("Open a configuration of this computer"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Values files (*.yaml *.yml)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        afterUnsaved([this, path] { m_session.configuration().openLocal(path); });
    });
    dialog->open();
}

void ValuesPanel::afterUnsaved(std::function<void()> next)
{
    m_editor->commit();
    const Configuration &configuration = m_session.configuration();
    // An untouched template has nothing to lose.
    const bool touched = configuration.document() && configuration.isModified() && m_editor->undoAction()->isEnabled();
    if (!touched) {
        next();
        return;
    }
    Message message;
    message.kind = StateKind::Warning;
    message.what = tr("%1 has edits that are not saved.").arg(configuration.fileName());
    message.text = tr("Opening another configuration closes it.");
    message.actions = {{tr("Save, then open"), [this, next] {
                            m_afterSave = next;
                            save();
                        }},
                       {tr("Open without saving"), next},
                       {tr("Keep editing"), [this] { clearMessage(); }}};
    showMessage(message);
}

void ValuesPanel::showConflict()
{
    m_conflict = true;
    const QString name = m_session.configuration().fileName();
    Message message;
    message.kind = StateKind::Warning;
    const bool isNew = m_session.configuration().savedBytes().isEmpty();
    message.what = isNew ? tr("%1 exists already on the VM.").arg(name) : tr("%1 was changed on the VM since you opened it.").arg(name);
    message.text = tr("Nothing was overwritten. Keep your version and replace theirs, or take theirs; undo then brings yours back.");
    message.actions = {{tr("Show differences"), [this] { showDifferences(); }},
                       {tr("Keep mine"), [this] { m_session.configuration().keepMine(); }},
                       {tr("Take theirs"), [this] { m_session.configuration().takeTheirs(); }}};
    showMessage(message);
}

void ValuesPanel::showDifferences()
{
    if (!m_differencesPage) {
        m_differencesPage = new Panel(tr("Differences"));
        m_differences = new DiffView;
        m_differences->setMinimumHeight(160);
        m_differencesPage->body()->addWidget(m_differences, 1);
        m_differencesPage->setFirstFocus(m_differences);
        const auto decide = [this](const QString &text, void (Configuration::*decision)()) {
            auto *action = new QAction(text, m_differencesPage);
            connect(action, &QAction::triggered, &m_session.configuration(), decision);
            connect(action, &QAction::triggered, m_differencesPage, &Panel::goBack);
            m_differencesPage->addPanelAction(action);
        };
        decide(tr("Keep mine"), &Configuration::keepMine);
        decide(tr("Take theirs"), &Configuration::takeTheirs);
    }
    const Configuration &configuration = m_session.configuration();
    m_differences->showDiff(configuration.theirBytes(), configuration.document() ? configuration.document()->text() : QByteArray(),
                            tr("Both versions are the same."));
    m_differencesPage->setHeading(tr("Their version and yours"));
    m_differencesPage->setSentence(tr("Minus: as it is on the VM now. Plus: as you have it here."));
    openPage(m_differencesPage);
}

} // namespace rayhelm
