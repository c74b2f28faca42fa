#pragma once

#include "core/profile.h"

#include <QHash>
#include <QWidget>

class QButtonGroup;
class QCheckBox;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace rayhelm {

class FormField;
class StateText;

/// The fields of a profile. A problem of a field is shown beside it once the user has left it.
class ConnectionForm : public QWidget
{
    Q_OBJECT
public:
    explicit ConnectionForm(QWidget *parent = nullptr);

    void setProfile(const Profile &profile);
    /// The profile as typed; what the form does not show is kept.
    Profile profile() const;
    /// The first sentence that keeps this profile from being used; empty: none.
    QString problem() const;
    /// Shows every problem, also of fields that were not visited. Returns the first wrong field's editor or nullptr.
    QWidget *showAllProblems();
    /// Says beside each of these settings (by name) what it was before.
    void setBefore(const QHash<QString, QString> &before);
    void setReadOnly(bool readOnly, const QString &whyNot);
    /// Where "From my SSH settings" looks.
    void setSshConfig(const QString &path) { m_sshConfig = path; }

    QLineEdit *address() const { return m_address; }
    /// The editor of a field by its name in the profile ("user", "helmPath"); opens "Advanced" when it is there.
    QWidget *reveal(const QString &field);

Q_SIGNALS:
    void edited();

private:
    FormField *addField(const QString &name, const QString &label, QWidget *editor, QString Profile::*member);
    void buildPlace(QVBoxLayout *column);
    void buildLogin(QVBoxLayout *column);
    void buildMore(QVBoxLayout *column);
    void buildAdvanced(QVBoxLayout *column);
    void watch();
    void orderForTab();
    void showHosts();
    void browseKey();
    void changed();
    void showProblems();
    void showAdvanced(bool shown);

    struct TextBinding {
        QLineEdit *edit;
        QString Profile::*member;
    };

    Profile m_profile;
    QString m_sshConfig;
    QList<TextBinding> m_texts;
    QHash<QString, FormField *> m_fields;
    QSet<QString> m_visited;
    QLineEdit *m_address = nullptr;
    QPushButton *m_hosts = nullptr;
    QSpinBox *m_port = nullptr;
    QButtonGroup *m_login = nullptr;
    QPushButton *m_browse = nullptr;
    StateText *m_loginBefore = nullptr;
    QCheckBox *m_sudo = nullptr;
    StateText *m_sudoBefore = nullptr;
    QPushButton *m_advancedButton = nullptr;
    QWidget *m_advanced = nullptr;
    bool m_loading = false;
    bool m_readOnly = false;
    QString m_whyNot;
};

} // namespace rayhelm
