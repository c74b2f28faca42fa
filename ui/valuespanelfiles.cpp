// The files of the configuration panel: open, save, and a file that was changed elsewhere.
#include "ui/valuespanel.h"

#include "ui/changespage.h"
#include "ui/comparepage.h"
#include "ui/inlinemessage.h"
#include "ui/valueseditor.h"
#include "ui/valuesnamedialog.h"
#include "ui/valuesopendialog.h"

#include "cluster/installrelease.h"
#include "core/localfile.h"
#include "session/configuration.h"
#include "session/connection.h"
#include "session/lifecycle.h"
#include "session/session.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QVBoxLayout>

namespace rayhelm {

void ValuesPanel::save()
{
    saveThen({});
}

/// What is to follow belongs to this one saving: it goes along through messages and dialogs, and when one of them is closed it is gone.
void ValuesPanel::saveThen(Then then)
{
    m_editor->commit();
    const Configuration &configuration = m_session.configuration();
    if (configuration.origin() == ValuesOrigin::ThisComputer || m_session.connection().isConnected())
        afterOwner([this, then] { beginSaving(then, [](Configuration &open) { open.save(); }); }, then);
    else
        saveLocalThen(then);
}

void ValuesPanel::beginSaving(Then then, std::function<void(Configuration &)> saving)
{
    Configuration &configuration = m_session.configuration();
    if (configuration.isBusy()) {
        if (then)
            m_afterSave = then; // of the saving that goes on
        return;
    }
    m_afterSave = then;
    saving(configuration);
}

void ValuesPanel::keepMine()
{
    Configuration &configuration = m_session.configuration();
    const bool isOpenFile = configuration.theirs() && configuration.theirs()->fileName == configuration.fileName();
    const auto replace = [this] { beginSaving({}, [](Configuration &open) { open.keepMine(); }); };
    if (isOpenFile)
        afterOwner(replace, {});
    else
        replace(); // the message has said whose file it is
}

/// Another person's file is changed only by somebody who knows whose it is.
void ValuesPanel::afterOwner(std::function<void()> next, Then then)
{
    Configuration &configuration = m_session.configuration();
    const QString owner = configuration.otherOwner();
    if (owner.isEmpty()) {
        next();
        return;
    }
    Message message;
    message.kind = StateKind::Warning;
    message.what = tr("%1 belongs to %2.").arg(configuration.fileName(), owner);
    message.text = tr("Nothing was saved yet. Save a copy under a name of your own, or change %1's file. Where %1 may not write in "
                      "the folder, it then belongs to the folder's owner.").arg(owner);
    message.actions = {{tr("Save a copy..."), [this, then] {
                            clearMessage();
                            askNameOnVm(m_session.configuration().suggestedName(), then);
                        }},
                       {tr("Change %1's file").arg(owner), [this, next] {
                            clearMessage();
                            m_session.configuration().acceptOwner();
                            next();
                        }},
                       {tr("Keep editing"), [this] { clearMessage(); }}};
    showMessage(message);
}

void ValuesPanel::saveAsOnVm()
{
    askNameOnVm(QFileInfo(m_session.configuration().fileName()).fileName(), {});
}

/// A copy under another name, which is then the open one; the file that was open stays as it is.
void ValuesPanel::duplicate()
{
    const QFileInfo file(m_session.configuration().fileName());
    askNameOnVm(tr("%1-copy.%2", "a file's name and its ending").arg(file.completeBaseName(), file.suffix()), {});
}

void ValuesPanel::askNameOnVm(const QString &suggested, Then then)
{
    m_editor->commit();
    QStringList taken;
    for (const RemoteFileEntry &file : m_session.configuration().filesOnVm())
        taken.append(file.name);
    auto *dialog = new ValuesNameDialog(suggested, taken, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ValuesNameDialog::nameChosen, this,
            [this, then](const QString &chosen) { beginSaving(then, [chosen](Configuration &open) { open.saveOnVm(chosen); }); });
    dialog->open();
}

void ValuesPanel::saveAsLocal()
{
    saveLocalThen({});
}

void ValuesPanel::saveLocalThen(Then then)
{
    m_editor->commit();
    auto *dialog = new QFileDialog(this, tr("Save the configuration on this computer"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("yaml"));
    dialog->setNameFilters({tr("Values files (*.yaml *.yml)"), tr("All files (*)")});
    dialog->selectFile(localFileName(QFileInfo(m_session.configuration().fileName()).fileName()));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, then](const QString &path) { beginSaving(then, [path](Configuration &open) { open.saveLocal(path); }); });
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
                            saveThen(next);
                        }},
                       {tr("Open without saving"), next},
                       {tr("Keep editing"), [this] { clearMessage(); }}};
    showMessage(message);
}

void ValuesPanel::showConflict()
{
    m_conflict = true;
    const Configuration &configuration = m_session.configuration();
    const ValuesDraft theirs = configuration.theirs().value_or(ValuesDraft());
    const QString name = theirs.fileName;
    const bool local = theirs.origin == ValuesOrigin::ThisComputer;
    const bool isNew = theirs.saved.isEmpty();
    Message message;
    message.kind = StateKind::Warning;
    message.what = isNew && !theirs.otherOwner.isEmpty() ? tr("%1 exists already on the VM and belongs to %2.").arg(name, theirs.otherOwner)
        : isNew            ? tr("%1 exists already on the VM.").arg(name)
        : local            ? tr("%1 was changed by another program since you opened it.").arg(name)
                           : tr("%1 was changed on the VM since you opened it.").arg(name);
    message.actions = {{tr("Show differences"), [this] { showDifferences(); }},
                       {tr("Keep mine"), [this] { keepMine(); }},
                       {tr("Take theirs"), [this] { m_session.configuration().takeTheirs(); }}};
    message.text = tr("Nothing was overwritten. Look at the differences and merge both, keep your version and replace theirs, or take theirs; "
                      "undo then brings yours back.");
    if (!isNew && !configuration.isModified()) {
        message.text = tr("You have no edits of your own. Take theirs to go on with the file as it is now.");
        message.actions.removeAt(1);
    }
    showMessage(message);
    if (m_compare && m_compare->isVisible())
        showDifferences(); // what it shows is no longer what is there
}

void ValuesPanel::showDifferences()
{
    Configuration &configuration = m_session.configuration();
    if (!configuration.document() || !configuration.theirs())
        return;
    if (!m_compare) {
        m_compare = new ComparePage;
        connect(m_compare, &ComparePage::keepMineChosen, this, &ValuesPanel::keepMine);
        connect(m_compare, &ComparePage::takeTheirsChosen, &configuration, &Configuration::takeTheirs);
        connect(m_compare, &ComparePage::mergedChosen, &configuration, &Configuration::takeMerged);
        for (auto chosen : {&ComparePage::keepMineChosen, &ComparePage::takeTheirsChosen})
            connect(m_compare, chosen, m_compare, &Panel::goBack);
        connect(m_compare, &ComparePage::mergedChosen, m_compare, &Panel::goBack);
    }
    m_editor->commit();
    m_compare->compare(configuration.theirs()->saved, configuration.document()->text(), configuration.theirs()->text);
    if (!m_compare->isVisible())
        openPage(m_compare);
}

ComparePage *ValuesPanel::comparePage() const
{
    return m_compare;
}

ChangesPage *ValuesPanel::changesPage() const
{
    return m_changes;
}

void ValuesPanel::showUnsaved()
{
    m_editor->commit();
    const Configuration &configuration = m_session.configuration();
    if (!configuration.document())
        return;
    if (!m_changes) {
        m_changes = new ChangesPage;
        connect(m_changes, &ChangesPage::saveRequested, this, &ValuesPanel::save);
    }
    const InstallPreview *preview = m_session.lifecycle().preview();
    const bool runs = m_session.lifecycle().status().exists() || (preview && preview->release.exists());
    m_changes->showChanges(configuration.savedBytes(), configuration.document()->text(), m_session.connection().profile().chartVersion, runs);
    openPage(m_changes);
}

} // namespace rayhelm
