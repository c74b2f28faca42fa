#include "ui/profileactions.h"

#include "core/localfile.h"
#include "core/profilestore.h"
#include "ui/availability.h"
#include "ui/formfield.h"
#include "ui/profilewords.h"
#include "ui/usersfilesaving.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace rayhelm {

ProfileActions::ProfileActions(ProfileStore *store, QWidget *parent)
    : QWidget(parent), m_store(store), m_saving(new UsersFileSaving(this)), m_name(new QLineEdit), m_new(new QAction(tr("New connection"), this)),
      m_rename(new QAction(tr("Rename..."), this)), m_duplicate(new QAction(tr("Duplicate"), this)),
      m_export(new QAction(tr("Export without secrets..."), this)), m_remove(new QAction(tr("Remove"), this))
{
    m_field = new FormField(tr("Name of this connection"), m_name);
    buildRow();
    connect(m_rename, &QAction::triggered, this, [this] {
        m_name->setText(profileName(m_profile));
        show();
        m_name->setFocus();
        m_name->selectAll();
    });
    connect(m_new, &QAction::triggered, this, [this] {
        Profile fresh;
        fresh.id = QUuid::createUuid();
        Q_EMIT chosen(fresh);
    });
    connect(m_duplicate, &QAction::triggered, this, &ProfileActions::duplicate);
    connect(m_export, &QAction::triggered, this, &ProfileActions::exportFile);
    connect(m_remove, &QAction::triggered, this, &ProfileActions::remove);
    connect(m_saving, &UsersFileSaving::failed, this, [this](const QString &path, const QString &words) {
        Q_EMIT failed({ErrorKind::InvalidInput, ProfileStore::tr("The file %1 could not be written.").arg(path), words});
    });
    hide();
}

void ProfileActions::buildRow()
{
    auto *rename = new QPushButton(tr("Rename"));
    auto *keep = new QPushButton(tr("Keep the name"));
    for (QPushButton *button : {rename, keep})
        button->setAutoDefault(false);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_field, 1);
    row->addWidget(rename, 0, Qt::AlignBottom);
    row->addWidget(keep, 0, Qt::AlignBottom);
    connect(rename, &QPushButton::clicked, this, &ProfileActions::rename);
    connect(m_name, &QLineEdit::returnPressed, this, &ProfileActions::rename);
    connect(keep, &QPushButton::clicked, this, &QWidget::hide);
}

void ProfileActions::setProfile(const Profile &profile)
{
    m_profile = profile;
    const bool saved = m_store->find(profile.id) != nullptr;
    const QString unsaved = tr("This connection has not been saved yet.");
    for (QAction *action : {m_duplicate, m_export})
        setAvailable(action, !profile.host.isEmpty(), tr("There is no address yet."));
    setAvailable(m_rename, saved || !profile.host.isEmpty(), unsaved);
}

void ProfileActions::setRemovable(bool removable, const QString &whyNot)
{
    const bool saved = m_store->find(m_profile.id) != nullptr;
    setAvailable(m_remove, removable && saved, removable ? tr("This connection has not been saved yet.") : whyNot);
    setAvailable(m_new, removable, whyNot);
}

void ProfileActions::rename()
{
    const QString name = m_name->text().trimmed();
    if (name.isEmpty()) {
        m_field->setProblem(tr("The name is empty."));
        return;
    }
    m_field->setProblem({});
    hide();
    Q_EMIT renamed(name);
}

void ProfileActions::duplicate()
{
    Q_EMIT aboutToUse();
    Profile copy = m_profile;
    copy.id = QUuid::createUuid();
    copy.practice = false;
    copy.name = freeProfileName(profileName(m_profile), m_store->profiles());
    m_store->save(copy);
    Q_EMIT chosen(copy);
}

void ProfileActions::exportFile()
{
    Q_EMIT aboutToUse();
    const QString name = localFileName(profileName(m_profile).simplified().replace(QLatin1Char(' '), QLatin1Char('-')), QStringLiteral(".json"));
    auto *dialog = new QFileDialog(this, tr("Export the connection without secrets"), name, tr("Profiles (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_saving->save(path, ProfileStore::fileText(m_profile));
    });
    dialog->open();
}

void ProfileActions::remove()
{
    const Profile gone = m_profile;
    m_store->remove(gone.id);
    Q_EMIT removed(gone);
}

} // namespace rayhelm
