// The composition root: makes the edges, the session and the window, and ends them in that order.
#include "core/commandlog.h"
#include "core/endsignal.h"
#include "core/log.h"
#include "core/memory.h"
#include "core/profilestore.h"
#include "core/redactor.h"
#include "core/storedfile.h"
#include "explain/explain.h"
#include "remote/http.h"
#include "remote/launcher.h"
#include "remote/runtimedirectory.h"
#include "remote/sshtarget.h"
#include "secrets/keychainsecretstore.h"
#include "session/datalock.h"
#include "session/session.h"
#include "translations/translations.h"
#include "ui/mainwindow.h"
#include "ui/markupguard.h"
#include "ui/spokenlabel.h"
#include "ui/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>
#include <QNetworkAccessManager>
#include <QStandardPaths>

#include <memory>

using namespace rayhelm;

namespace {

struct Options {
    QString profile;
    bool connects = false;
    QString config;
    QString data;
};

Options readOptions(const QApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate("main", "Run Ray on a supercomputer, and give it back when you are done."));
    const QCommandLineOption profile(QStringLiteral("profile"),
                                     QCoreApplication::translate("main", "Show the connection in a profile file."), QStringLiteral("file"));
    const QCommandLineOption config(QStringLiteral("config"), QCoreApplication::translate("main", "Keep settings and profiles there."),
                                    QStringLiteral("folder"));
    const QCommandLineOption data(QStringLiteral("data"), QCoreApplication::translate("main", "Keep history, reports and drafts there."),
                                  QStringLiteral("folder"));
    // A file (a link on a desktop, a mail's attachment) is never an order to connect; this option is one, typed by the user.
    const QCommandLineOption connects(QStringLiteral("connect"),
                                      QCoreApplication::translate("main", "Connect to what --profile shows, at once."));
    parser.addOptions({profile, connects, config, data});
    parser.addHelpOption();
    parser.addVersionOption();
    parser.process(application);
    return {parser.value(profile), parser.isSet(connects), parser.value(config), parser.value(data)};
}

QString folder(const QString &wanted, QStandardPaths::StandardLocation standard)
{
    const QString path = wanted.isEmpty() ? QStandardPaths::writableLocation(standard) : QDir(wanted).absolutePath();
    if (const Result<> made = makePrivateFolder(path); !made)
        qWarning("%s %s", qPrintable(made.error().summary), qPrintable(made.error().detail));
    return path;
}

QCoro::Task<void> closeAndQuit(MainWindow *window)
{
    co_await window->closeSession();
    QCoreApplication::quit();
}

} // namespace

int main(int argc, char *argv[])
{
    keepMemoryPrivate();
    giveMemoryBack();
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("rayhelm"));
    QApplication::setApplicationDisplayName(QStringLiteral("Rayhelm"));
    QApplication::setApplicationVersion(QStringLiteral(RAYHELM_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("io.rayhelm.Rayhelm"));
    QApplication::setQuitOnLastWindowClosed(false);
    installTranslations(QLocale());
    const Options options = readOptions(application);
    installMarkupGuard(application);
    Theme::install(application);
    installSpokenLabels();

    Redactor redactor;
    SessionEdges edges;
    edges.configDirectory = folder(options.config, QStandardPaths::AppConfigLocation);
    edges.dataDirectory = folder(options.data, QStandardPaths::AppDataLocation);
    edges.runtimeDirectory = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    edges.askpassProgram = findAskpass();
    DataLock dataLock({edges.dataDirectory, edges.configDirectory}, edges.runtimeDirectory);
    const QString profileFile = options.profile.isEmpty() ? QString() : QFileInfo(options.profile).absoluteFilePath();
    switch (dataLock.begin({profileFile, options.connects})) {
    case DataLock::Outcome::Ours: startLog(edges.dataDirectory + QStringLiteral("/log"), redactor); break;
    case DataLock::Outcome::PassedOn: return 0;
    case DataLock::Outcome::ReadOnly: StoredFiles::makeReadOnly(); break;
    }

    RuntimeDirectory::removeLeftovers(edges.runtimeDirectory);
    SystemProcessLauncher launcher;
    const std::unique_ptr<QNetworkAccessManager> network(makeNetwork(nullptr));
    KeychainSecretStore secrets;
    CommandLog commands(redactor);
    ProfileStore profiles(edges.configDirectory + QStringLiteral("/profiles.json"));
    const Result<Explanations> explanations = Explanations::load();
    edges.launcher = &launcher;
    edges.network = network.get();
    edges.secrets = &secrets;
    edges.commands = &commands;
    edges.redactor = &redactor;
    edges.profiles = &profiles;
    edges.explanations = explanations ? &*explanations : nullptr;

    int status = 0;
    {
        Session session(edges);
        MainWindow window(session);
        QObject::connect(&window, &MainWindow::quitRequested, &window, [&window] { closeAndQuit(&window); });
        const EndSignal end;
        QObject::connect(&end, &EndSignal::received, &window, [&window] { closeAndQuit(&window); });
        window.show();
        if (!profileFile.isEmpty())
            window.openProfileFile(profileFile, options.connects);
        QObject::connect(&dataLock, &DataLock::ordered, &window, [&window](const StartOrder &order) {
            window.comeToFront();
            if (!order.profileFile.isEmpty())
                window.openProfileFile(order.profileFile, order.connects);
        });
        status = QApplication::exec();
    }
    StoredFiles::flush();
    redactor.clear();
    stopLog();
    return status;
}
