#pragma once

#include "core/result.h"

#include <QElapsedTimer>
#include <QList>
#include <QObject>

#include <chrono>
#include <optional>

namespace rayhelm {

enum class StepState { NotTried, Running, Asking, GoingOnRemotely, Done, Failed };

/// One visible step of a journey. `note` says what was found ("known since 3 May").
struct Step {
    QString name;
    StepState state = StepState::NotTried;
    QString note;
    std::chrono::milliseconds elapsed{0}; ///< of a finished step; a running one is asked by `Steps::elapsed`
    std::optional<Error> error;
};

/// What a long operation is doing, as the user sees it: named steps, times, one failure. A journey writes, views read.
class Steps : public QObject
{
    Q_OBJECT
public:
    explicit Steps(QObject *parent = nullptr);

    /// Starts anew with these step names; nothing is tried yet.
    void plan(const QStringList &names);
    /// Ends the running step as done (if any) and starts step `index`.
    void begin(int index);
    /// Says something about the running step.
    void note(const QString &text);
    /// The running step waits for an answer of the user, or no longer.
    void setAsking(bool asking);
    /// The link is lost while the work goes on at the other side, or it is back.
    void setGoingOnRemotely(bool goingOn);
    /// The running step is done and no other follows.
    void finish();
    /// The running step has failed; the later ones stay "not tried". A cancelled one becomes "not tried" again.
    void fail(const Error &error);

    const QList<Step> &all() const { return m_steps; }
    int current() const { return m_current; } ///< -1: none runs
    bool isRunning() const { return m_current >= 0; }
    /// Time of one step so far.
    std::chrono::milliseconds elapsed(int index) const;
    /// Time of the whole operation so far.
    std::chrono::milliseconds elapsed() const;

Q_SIGNALS:
    void planned();
    void changed(int index);

private:
    void end(StepState state);

    QList<Step> m_steps;
    int m_current = -1;
    QElapsedTimer m_stepClock;
    QElapsedTimer m_clock;
    std::chrono::milliseconds m_total{0};
};

/// Ends the operation by its outcome, which is handed on.
template<typename T>
Result<T> concluded(Result<T> outcome, Steps *steps)
{
    if (outcome)
        steps->finish();
    else
        steps->fail(outcome.error());
    return outcome;
}

} // namespace rayhelm
