#pragma once

#include "core/secret.h"
#include "core/secretscope.h"
#include "core/task.h"

#include <memory>

namespace rayhelm {

/// Where remembered login secrets come from and go to. The session adapts its secret store to this, so that this library knows no
/// keychain.
class SecretSource
{
public:
    virtual ~SecretSource() = default;

    /// The keychain can keep something, so questions may offer "remember".
    virtual bool canRemember() const = 0;
    /// nullptr: nothing is stored for exactly this scope, or the keychain is locked. Errors never stop a login: the user is asked instead.
    virtual Task<std::shared_ptr<Secret>> read(SecretScope scope, std::stop_token stop) = 0;
    /// Called only after the secret has worked.
    virtual Task<> store(SecretScope scope, std::shared_ptr<Secret> secret, std::stop_token stop) = 0;
    /// The same account is kept, but for a machine with another host key, or by a version that did not look at it.
    virtual bool isKeptForAnotherMachine(const SecretScope &scope) const = 0;
};

} // namespace rayhelm
