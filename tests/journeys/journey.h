#pragma once

#include "lab.h"
#include "windowdriver.h"

#include <QJsonObject>

/// How a person reaches the practice VM.
struct Access {
    QString user;
    QString keyFile;
    bool asRoot = false;
    QString sudoPassword;
    bool hpcLogin = true;
};

Access ordinaryAccess(const Lab &lab);
/// The account that needs a password for sudo.
Access rootAccess(const Lab &lab);

/// The sentences of the tutorial, each done through the window. All return false (and have failed the test) when the window does
/// not offer what they need.
class Journey
{
public:
    Journey(const Lab &lab, WindowDriver &window);

    bool connectFirstTime(const Access &access, const QString &rayAddress = {});
    bool connectAgain(const Access &access);
    bool disconnect();
    bool storeAccount(const QString &kind, const QString &address, const QString &user, const QString &password);
    bool openValues(const QString &file);
    bool editValues(int workers, const QString &timeLimit);
    bool save();
    bool startInstall();
    bool waitUsable(int pods, int seconds);
    bool submitJob(const QString &folder, const QString &experiment);
    bool waitForJob(int seconds);
    /// `verdict`: "Given back" or "Asked to stop, no proof yet".
    bool deleteCluster(const QString &verdict, int seconds);

private:
    bool answerQuestions(const Access &access, int seconds);

    const Lab &m_lab;
    WindowDriver &m_window;
};
