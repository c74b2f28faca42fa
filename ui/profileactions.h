#pragma once

#include "core/profile.h"
#include "ui/message.h"

#include <QWidget>

class QAction;
class QLineEdit;

namespace rayhelm {

class FormField;
class ProfileStore;
class UsersFileSaving;

/// Rename, Duplicate, Export, Remove and New for the profile that is shown. Renaming happens in a row of its own, no dialog.
class ProfileActions : public QWidget
{
    Q_OBJECT
public:
    explicit ProfileActions(ProfileStore *store, QWidget *parent = nullptr);

    void setProfile(const Profile &profile);
    void setRemovable(bool removable, const QString &whyNot);
    /// In the order of the menu "More".
    QList<QAction *> actions() const { return {m_new, m_rename, m_duplicate, m_export, m_remove}; }

Q_SIGNALS:
    void renamed(const QString &name);
    /// Another profile is to be shown.
    void chosen(const rayhelm::Profile &profile);
    void removed(const rayhelm::Profile &profile);
    void failed(const rayhelm::Error &error);
    /// The newest edits are wanted before the profile is copied or exported.
    void aboutToUse();

private:
    void buildRow();
    void rename();
    void duplicate();
    void exportFile();
    void remove();

    ProfileStore *m_store;
    UsersFileSaving *m_saving;
    Profile m_profile;
    FormField *m_field;
    QLineEdit *m_name;
    QAction *m_new;
    QAction *m_rename;
    QAction *m_duplicate;
    QAction *m_export;
    QAction *m_remove;
};

} // namespace rayhelm
