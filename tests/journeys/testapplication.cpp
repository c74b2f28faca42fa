#include "testapplication.h"

#include "core/log.h"
#include "translations/translations.h"
#include "ui/markupguard.h"
#include "ui/spokenlabel.h"
#include "ui/theme.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QTest>

using namespace rayhelm;

namespace {

QString folder(const QString &home, const char *name)
{
    const QString path = QDir(home).filePath(QLatin1String(name));
    QDir().mkpath(path);
    return path;
}

QCoro::Task<void> closeWindow(MainWindow *window, bool *closed)
{
    co_await window->closeSession();
    *closed = true;
}

} // namespace

TestApplication::TestApplication(const QString &home)
    : m_commands(m_redactor)
    , m_profiles(folder(home, "config") + QStringLiteral("/profiles.json"))
{
    static const bool styled = [] {
        installMarkupGuard(*qobject_cast<QApplication *>(QCoreApplication::instance()));
        Theme::install(*qobject_cast<QApplication *>(QCoreApplication::instance()));
        installSpokenLabels();
        installTranslations(QLocale());
        return true;
    }();
    Q_UNUSED(styled)
    if (const Result<Explanations> explanations = Explanations::load())
        m_explanations = *explanations;
    SessionEdges edges;
    edges.configDirectory = folder(home, "config");
    edges.dataDirectory = folder(home, "data");
    edges.runtimeDirectory = folder(home, "run");
    edges.askpassProgram = QStringLiteral(RAYHELM_ASKPASS_PROGRAM);
    edges.launcher = &m_launcher;
    edges.network = &m_network;
    edges.secrets = &m_secrets;
    edges.commands = &m_commands;
    edges.redactor = &m_redactor;
    edges.profiles = &m_profiles;
    edges.explanations = m_explanations ? &*m_explanations : nullptr;
    startLog(folder(home, "data/log"), m_redactor);
    m_session = std::make_unique<Session>(edges);
    m_window = std::make_unique<MainWindow>(*m_session);
    m_window->resize(1280, 800);
    m_window->show();
}

TestApplication::~TestApplication()
{
    bool closed = false;
    const auto closing = closeWindow(m_window.get(), &closed);
    QElapsedTimer timer;
    timer.start();
    while (!closed && timer.elapsed() < 30000)
        QTest::qWait(20);
    if (!closed)
        qFatal("the session did not close within 30 s");
    m_window.reset();
    m_session.reset();
    stopLog();
}
