#pragma once

#include "core/secret.h"
#include "core/task.h"

#include <memory>

namespace rayhelm {

enum class LoginSecret { Password, Passphrase, SudoPassword };

/// Where remembered login secrets come from and go to. The session adapts its secret store to this, so that this library knows no
/// keychain. `place` is what the secret is bound to: "user@host:port" or the path of the key file.
class SecretSource
{
public:
    virtual ~SecretSource() = default;

    /// The keychain can keep something, so questions may offer "remember".
    virtual bool canRemember() const = 0;
    /// nullptr: not stored, or locked. Errors never stop a login: the user is asked instead.
    virtual Task<std::shared_ptr<Secret>> read(LoginSecret kind, QString place, std::stop_token stop) = 0;
    /// Called only after the secret has worked.
    virtual Task<> store(LoginSecret kind, QString place, std::shared_ptr<Secret> secret, std::stop_token stop) = 0;
};

} // namespace rayhelm
