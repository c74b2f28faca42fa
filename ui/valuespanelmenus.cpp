// Where a configuration can begin: templates, the last cluster, files opened before; and the actions that have menus.
#include "ui/valuespanel.h"

#include "ui/availability.h"
#include "ui/valueseditor.h"
#include "ui/valuesopendialog.h"

#include "session/configuration.h"
#include "session/connection.h"
#include "session/session.h"
#include "values/valuestemplates.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QMenu>

namespace rayhelm {

void ValuesPanel::buildFileActions()
{
    const auto action = [this](const QString &text, const QString &tip, void (ValuesPanel::*run)()) {
        auto *made = new QAction(text, this);
        made->setToolTip(tip);
        connect(made, &QAction::triggered, this, run);
        return made;
    };
    m_saveOnVm = action(tr("Save As on the VM..."), tr("Saves under another name in the working directory."), &ValuesPanel::saveAsOnVm);
    m_duplicate = action(tr("Duplicate on the VM..."), tr("Saves a copy under another name and opens it. The present file stays as it is."),
                         &ValuesPanel::duplicate);
    m_saveLocal = action(tr("Save As on This Computer..."), tr("Saves a copy in a file of this computer."), &ValuesPanel::saveAsLocal);
    m_showChanges = action(tr("Show Changes"), tr("Shows what saving would change, in words and line by line."), &ValuesPanel::showUnsaved);
    m_templates = menuAction(tr("Templates"), tr("Begins a new configuration. Nothing is written until you save."), &ValuesPanel::fillTemplates);
    m_recent = menuAction(tr("Open Recent"), tr("Files that you opened before."), &ValuesPanel::fillRecent);
}

QAction *ValuesPanel::menuAction(const QString &text, const QString &tip, void (ValuesPanel::*fill)(QMenu *))
{
    auto *menu = new QMenu(text, this);
    menu->setToolTipsVisible(true);
    menu->setAccessibleName(text);
    menu->menuAction()->setToolTip(tip);
    connect(menu, &QMenu::aboutToShow, this, [this, menu, fill] {
        menu->clear();
        (this->*fill)(menu);
    });
    return menu->menuAction();
}

void ValuesPanel::fillTemplates(QMenu *menu)
{
    for (const ValuesTemplate &one : valuesTemplates()) {
        QAction *entry = menu->addAction(one.label);
        entry->setToolTip(one.tip);
        connect(entry, &QAction::triggered, this, [this, id = one.id] {
            afterUnsaved([this, id] { m_session.configuration().startFromTemplate(id); });
        });
    }
    QAction *last = menu->addAction(tr("From my last cluster"));
    connect(last, &QAction::triggered, this, [this] { afterUnsaved([this] { m_session.configuration().startFromLastCluster(); }); });
    setAvailable(last, m_session.configuration().hasLastCluster(), tr("No cluster was installed from this computer yet."));
}

void ValuesPanel::fillRecent(QMenu *menu)
{
    for (const RecentFile &file : m_session.configuration().recentFiles()) {
        const bool local = file.origin == ValuesOrigin::ThisComputer;
        const QString name = QFileInfo(file.path).fileName();
        QAction *entry = menu->addAction(local ? tr("%1, on this computer").arg(name) : tr("%1, on the VM").arg(name));
        entry->setToolTip(QDir::toNativeSeparators(file.path));
        connect(entry, &QAction::triggered, this, [this, file] { openRecent(file); });
        if (!local)
            setAvailable(entry, m_session.connection().isConnected(), tr("Not connected to the cloud VM."));
    }
}

void ValuesPanel::openRecent(const RecentFile &file)
{
    afterUnsaved([this, file] {
        if (file.origin == ValuesOrigin::ThisComputer)
            m_session.configuration().openLocal(file.path);
        else
            m_session.configuration().openOnVm(file.path);
    });
}

} // namespace rayhelm
