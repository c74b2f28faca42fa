#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

/// What a program outside the application said.
struct Said {
    int status = -1;
    QByteArray out;
    QByteArray err;
};

/// The running practice VM, seen from outside: journeys read their results here, never from the application.
class Lab
{
public:
    /// Starts it when it is not up. `flavour`: "user" or "root". `problem` is not empty when that failed.
    explicit Lab(const QString &flavour);

    QString problem() const { return m_problem; }
    QString value(const char *key) const;
    /// The values file in the working directory of this user on the VM.
    QString valuesFile(const QString &user) const;
    /// The content of a file whose path `key` names, without the line end: passwords.
    QString fileValue(const char *key) const;
    /// One of the VM's accounts (root flavour): user, password, sudo kind.
    QJsonObject account(const QString &user) const;

    Said run(const QStringList &command, int seconds = 60, const QByteArray &input = {}) const;
    Said kubectl(const QStringList &arguments) const;
    QJsonArray pods() const;
    /// Every pod is 1/1 Running, and there are `count` of them.
    bool podsRun(int count) const;
    /// A release exists in any state, also in pending-install.
    bool helmHasBegun() const;
    QStringList slurmJobs() const; ///< lines of squeue
    /// With curl; the password goes through standard input, since a scan for secrets looks at all arguments meanwhile.
    Said get(const QString &url, const QString &user = {}, const QString &password = {}) const;
    Said post(const QString &url, const QByteArray &json, const QString &user, const QString &password) const;
    /// Ray's own list of jobs, through the head pod's address.
    QJsonArray rayJobs() const;
    QByteArray rayJobLogs() const; ///< of all its jobs
    int rayNodesAlive() const;
    /// Runs of an experiment as MLflow tells the account of the lab.
    QJsonArray mlflowRuns(const QString &experiment) const;

    /// `name`: as `lab fault list` says it, for example "missing-program helm".
    bool fault(const QString &name, bool on) const;
    QByteArray snapshot() const;
    /// Removes every release and waits until Slurm's queue is empty, whatever an earlier test left.
    void clean() const;

private:
    QString m_command;
    QString m_problem;
    QJsonObject m_values;
};
