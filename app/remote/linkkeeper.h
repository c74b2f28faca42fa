#pragma once

#include "core/completion.h"
#include "core/oneatatime.h"
#include "core/task.h"
#include "remote/controlmaster.h"
#include "remote/remotesession.h"
#include "remote/sshsession.h"

#include <QDateTime>
#include <QTimer>

namespace rayhelm {

class TaskScope;

/// Watches the link of one master, notices its loss and brings it back: by itself only when nobody has to be asked.
class LinkKeeper : public QObject
{
    Q_OBJECT
public:
    LinkKeeper(ControlMaster *master, SshTiming timing, QObject *parent = nullptr);
    ~LinkKeeper() override;

    LinkState state() const { return m_state; }
    std::optional<QDateTime> lostAt() const { return m_state == LinkState::Lost ? m_lostAt : std::nullopt; }
    std::optional<std::chrono::seconds> retryIn() const { return m_retryIn; }

    /// Logs in. Only one login goes on at a time: who asks while it does gets its outcome. Errors as ControlMaster::open.
    Task<> open(std::stop_token stop);
    /// Ends a login that goes on, with its questions, then retries and the master. Logins that wait for it end with Cancelled.
    Task<> close(std::stop_token stop);
    void checkNow();
    void tryNow();

Q_SIGNALS:
    void stateChanged(rayhelm::LinkState state);
    void reconnectIn(int seconds);
    /// Connected again after a loss.
    void restored();

private:
    enum class Work { Opening, Closing };

    Task<> openNow(std::stop_token stop);
    Task<> closeNow(std::stop_token stop);
    void setState(LinkState state);
    void lose();
    void count(int seconds);
    QCoro::Task<void> check(std::stop_token stop);
    QCoro::Task<void> bringBack(std::stop_token stop);
    Task<bool> pause(std::chrono::milliseconds duration, std::stop_token stop);
    Task<bool> countDown(std::chrono::milliseconds duration, std::stop_token stop);

    ControlMaster *m_master;
    SshTiming m_timing;
    LinkState m_state = LinkState::Disconnected;
    std::optional<QDateTime> m_lostAt;
    std::optional<std::chrono::seconds> m_retryIn;
    QTimer m_liveness;
    std::unique_ptr<TaskScope> m_scope; ///< never nullptr
    OneAtATime<Work> m_work;
    std::stop_source m_openStop; ///< of the login that goes on
    int m_opened = 0;            ///< logins that have ended by themselves, and how the last one did
    Result<> m_outcome;
    int m_closed = 0;            ///< how often closing was asked for
    std::optional<Completion<Result<bool>>> m_wake;
    bool m_checking = false;
};

} // namespace rayhelm
