#pragma once

#include "core/task.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <chrono>
#include <memory>
#include <optional>

namespace rayhelm {

/// What to run at the other side.
struct RemoteCommand {
    QString script;         ///< POSIX shell text, run by /bin/sh in the profile's working directory; never holds a secret
    QByteArray input;       ///< given to its standard input; may hold a secret, is never logged
    bool asRoot = false;    ///< through sudo, when the profile says so
    std::chrono::milliseconds timeout{30000};
    QString shownAs;        ///< the command as a person would type it; empty: not shown in Activity
    bool changes = false;   ///< it changes something (Activity can hide mere looks)
    qint64 maximumOutput = 16 * 1024 * 1024; ///< bytes kept of stdout and of stderr each; more is read and dropped
};

/// How it ended. The exit status is looked at before anything else; text on stderr alone is no error.
struct RemoteOutput {
    int exitStatus = 0;
    QByteArray out;
    QByteArray err;
    bool truncated = false; ///< there was more than `maximumOutput`

    bool succeeded() const { return exitStatus == 0; }
};

/// A command whose lines are read while it runs (a watch, a log). Destroying it ends the remote process group.
class RemoteStream : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// The next line without its end; no value: the stream has ended, see `exitStatus`.
    /// Errors: Cancelled, Unreachable (the link was lost).
    virtual Task<std::optional<QByteArray>> readLine(std::stop_token stop) = 0;
    /// The last line given ended with a line feed; false: it is the unfinished end of the output, or a piece of a huge line.
    virtual bool lastLineWasComplete() const { return true; }
    virtual int exitStatus() const = 0;
    virtual QByteArray errorText() const = 0;
};

enum class LinkState { Disconnected, Connecting, Connected, Lost };

/// A connected machine, whatever carries the commands (one control master today, one framed channel later).
/// Errors of every operation: Cancelled, Unreachable (not connected, or the link broke meanwhile), TimedOut.
class RemoteSession : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual LinkState state() const = 0;
    /// The machine's name for people, for example "labadmin@vm.example".
    virtual QString place(bool asRoot) const = 0;

    /// Runs to the end. A non-zero exit status is a value here, not an error.
    virtual Task<RemoteOutput> run(RemoteCommand command, std::stop_token stop) = 0;

    /// Starts a command whose output is read line by line.
    virtual Task<std::shared_ptr<RemoteStream>> stream(RemoteCommand command, std::stop_token stop) = 0;

    /// Makes a socket in a folder that only this account can enter; it leads to host:port as seen from the other machine, until the
    /// link is lost or closed. The socket's path, never one that was given before.
    virtual Task<QString> openForward(QString host, quint16 port, std::stop_token stop) = 0;
    virtual void closeForward(QString socket) = 0;

Q_SIGNALS:
    void stateChanged(rayhelm::LinkState state);
};

} // namespace rayhelm
