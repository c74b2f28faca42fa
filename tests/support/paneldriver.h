#pragma once

#include "core/commandlog.h"
#include "core/profilestore.h"
#include "core/redactor.h"
#include "fakenetwork.h"
#include "remote/launcher.h"
#include "secrets/memorysecretstore.h"
#include "session/session.h"

#include <QTemporaryDir>
#include <QWidget>

#include <memory>

class QAbstractButton;

namespace rayhelm {

/// How one pod stands at the scripted VM.
struct ScriptedPod {
    QString name;
    QString group; ///< empty: the head
    QString slurmJob;
    bool running = false;
    bool alive = false; ///< Ray lists it
    int gpus = 1;
    int minutes = 0; ///< for how long it has been there
};

/// A real session whose edges are scripted: `ssh` runs shell text here, helm and kubectl answer from files, Ray and MLflow
/// from a fake network. Nothing leaves this computer.
class PanelVm
{
public:
    PanelVm();
    ~PanelVm();

    Session &session() { return *m_session; }
    FakeNetwork &network() { return m_network; }
    MemorySecretStore &secrets() { return m_secrets; }
    QString dataDirectory() const { return m_folder.filePath(QStringLiteral("data")); }
    QString stateFolder() const { return m_folder.filePath(QStringLiteral("state")); }
    Profile profile() const;

    /// A release of that name is installed; `owner` empty: by this computer.
    void installRelease(const QString &owner = {});
    void setPods(const QList<ScriptedPod> &pods);
    /// Jobs that Ray lists, as it writes them.
    void setRayJobs(const QByteArray &json) { m_rayJobs = json; }
    void setJobLog(const QByteArray &text) { m_jobLog = text; }
    /// What MLflow answers about an experiment name: 404 for a free one.
    void setExperiment(int status, const QByteArray &json);
    void writeState(const QString &file, const QByteArray &bytes);
    QByteArray stateOf(const QString &file) const; ///< empty: there is none
    /// Files in the working directory on the VM.
    void putFile(const QString &name, const QByteArray &bytes);
    QByteArray storedFile(const QString &name) const;
    /// Uses the profile and connects; true once connected.
    bool connectNow();
    /// Ends the session, as the application does when it quits.
    void close();

    static QList<ScriptedPod> usableCluster();

private:
    FakeAnswer answer(const SentRequest &request) const;

    QTemporaryDir m_folder;
    QByteArray m_path;
    SystemProcessLauncher m_launcher;
    FakeNetwork m_network;
    MemorySecretStore m_secrets;
    Redactor m_redactor;
    std::unique_ptr<CommandLog> m_commands;
    std::unique_ptr<ProfileStore> m_profiles;
    QUuid m_profileId = QUuid::createUuid();
    QList<ScriptedPod> m_pods;
    QByteArray m_rayJobs = "[]";
    QByteArray m_jobLog;
    QByteArray m_experiment;
    int m_experimentStatus = 404;
    std::unique_ptr<Session> m_session;
};

/// What a person sees and can press.
namespace see {
/// The shown button with this text (without "&"); nullptr: there is none.
QAbstractButton *button(const QWidget *in, const QString &text);
bool press(const QWidget *in, const QString &text);
/// Whether some shown label, button or line holds this text.
bool text(const QWidget *in, const QString &text);
/// Everything that is shown as text, for failures of a test.
QString all(const QWidget *in);
/// Focusable controls that a screen reader could not name.
QStringList unnamed(const QWidget *in);
/// The colours of a usual dark desktop (Breeze Dark), as the application mends them.
QPalette darkPalette();
/// Pictures of the panel, light and dark, 1280x800 and 640x400, into the folder RAYHELM_SHOTS names; without it nothing happens.
void shoot(QWidget *panel, const QString &name);
} // namespace see

} // namespace rayhelm
