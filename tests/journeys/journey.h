#pragma once

#include "lab.h"
#include "windowdriver.h"

#include <QJsonObject>

#include <functional>

/// How a person reaches the practice VM.
struct Access {
    QString user;
    QString keyFile; ///< empty: the password
    QString password;
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

    /// Fills in the profile; `connect` is its last sentence.
    bool fillProfile(const Access &access);
    bool connect(const Access &access);
    /// The same, until these words can be read instead of "Connected to".
    bool connectUntil(const Access &access, const QString &words, int seconds);
    /// The VM's own address for Ray (Ingress), with its account; the next job goes through it.
    bool useIngress();
    bool disconnect();
    bool storeAccount(const QString &kind, const QString &address, const QString &user, const QString &password);
    /// From nothing to an open configuration: fills the profile in, connects, opens the file.
    bool begin(const Access &access, const QString &file);
    bool openValues(const QString &file);
    bool editValues(int workers, const QString &timeLimit);
    bool save();
    /// In the review: what differs from the chart's defaults, and what Kubernetes would get. Then back.
    bool compareBeforeInstall();
    /// The review says why there is nothing to compare with, in these words; `mend` puts it right, and reading again brings it.
    bool compareAfter(const QString &words, const std::function<bool()> &mend);
    bool startInstall();
    bool waitUsable(int pods, int seconds);
    /// Through the wizard, from the folder `folder` on this computer.
    bool submitJob(const QString &folder, const QString &experiment);
    /// Until the newest job, the `number`th of this configuration, has finished.
    bool waitForJob(int number, int seconds);
    /// `verdict`: "Given back" or "Asked to stop, no proof yet".
    bool deleteCluster(const QString &verdict, int seconds);

private:
    const Lab &m_lab;
    WindowDriver &m_window;
};
