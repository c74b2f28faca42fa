#pragma once

#include "core/commandlog.h"
#include "core/profilestore.h"
#include "core/redactor.h"
#include "explain/explain.h"
#include "remote/launcher.h"
#include "secrets/keychainsecretstore.h"
#include "session/session.h"
#include "ui/mainwindow.h"

#include <QNetworkAccessManager>

#include <memory>
#include <optional>

/// The application put together as main() does, with real edges, in folders of the test's own.
class TestApplication
{
public:
    /// `home`: keeps config and data across two runs, as a computer does.
    explicit TestApplication(const QString &home);
    /// Quits as a person does and waits until the session is closed.
    ~TestApplication();

    rayhelm::MainWindow &window() { return *m_window; }
    const QList<rayhelm::CommandRecord> &commands() const { return m_commands.records(); }

private:
    rayhelm::Redactor m_redactor;
    rayhelm::SystemProcessLauncher m_launcher;
    QNetworkAccessManager m_network;
    rayhelm::KeychainSecretStore m_secrets;
    rayhelm::CommandLog m_commands;
    rayhelm::ProfileStore m_profiles;
    std::optional<rayhelm::Explanations> m_explanations;
    std::unique_ptr<rayhelm::Session> m_session;
    std::unique_ptr<rayhelm::MainWindow> m_window;
};
