#pragma once

#include "lab.h"

#include <QProcess>
#include <QTemporaryDir>

/// Looks for the passwords of the journey in every place where they must not be (tests/support/secretscan), while it runs and
/// afterwards. Arguments and environments of all processes are sampled every 10 ms from construction on.
class SecretWatch
{
public:
    /// `secrets`: one or more passwords of at least six bytes.
    SecretWatch(const Lab &lab, const QStringList &secrets);
    ~SecretWatch();

    QString problem() const { return m_problem; }
    /// Where a password was found: "place: path: form" per line; empty when nowhere. `home` holds the application's settings,
    /// data and log; `activity` is the text of the command log. With `clusterExists` the Secret in etcd, the gateway's job
    /// folder and the mount may hold the account; without, they are looked at too.
    QString findings(const QString &home, const QByteArray &activity, bool clusterExists);

private:
    QString scan(const QStringList &places);
    void keep(const QString &name, const QByteArray &content);
    void collect(const QByteArray &activity, bool clusterExists);

    const Lab &m_lab;
    QTemporaryDir m_folder;
    QProcess m_processes;
    QString m_problem;
};
