#pragma once

#include "core/secret.h"
#include "core/task.h"
#include "remote/controlmaster.h"

#include <QObject>

#include <memory>

namespace rayhelm {

/// The sudo password of one machine: asked once, kept in memory, given to every command that wants it, wiped on disconnect and when
/// another machine answers under the same name.
class SudoAccess : public QObject
{
    Q_OBJECT
public:
    /// `master` must outlive it: what it met last is the machine.
    SudoAccess(const ControlMaster *master, SshServices services, QObject *parent = nullptr);

    /// From memory, else from the keychain (once), else from the user; callers at the same time share one question.
    /// Errors: Cancelled.
    Task<std::shared_ptr<Secret>> password(std::stop_token stop);
    /// sudo refused what `password` gave: it is forgotten, and the next question says so.
    void refused();
    /// sudo took it: kept in the keychain when the user wanted that.
    Task<> worked(std::stop_token stop);
    /// A password was given and refused, so asking once more makes sense.
    bool wasRefused() const { return m_refused; }
    void wipe();

Q_SIGNALS:
    void asking(bool waits);
    /// A question has been answered or cancelled.
    void answered();

private:
    Task<std::shared_ptr<Secret>> obtain(std::stop_token stop);
    Task<std::shared_ptr<Secret>> askUser(std::stop_token stop);
    void forgetOtherMachine();

    const ControlMaster *m_master;
    SshServices m_services;
    SecretScope m_scope; ///< what `m_password` is for
    int m_login = 0;     ///< where the machine's identity is not certain, every login may be another one
    std::shared_ptr<Secret> m_password;
    bool m_asking = false;
    bool m_cancelled = false;
    bool m_refused = false;
    bool m_storedTried = false;
    bool m_remember = false;
};

} // namespace rayhelm
