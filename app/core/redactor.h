#pragma once

#include "core/secret.h"

#include <QString>

#include <memory>
#include <vector>

namespace rayhelm {

/// Removes what must not be read by others from every text that is logged, shown or exported: the exact secrets known to
/// this session, `user:password@` in addresses, and values behind names such as PASSWORD= and "Authorization:".
class Redactor
{
public:
    Redactor();
    ~Redactor();

    /// Secrets below four bytes are left alone: hiding them would blank ordinary text.
    void add(const Secret &secret);
    /// Forgets all secrets, for example when the session is closed.
    void clear();

    /// The text with each secret replaced by "(hidden)".
    QString redact(const QString &text) const;

private:
    std::vector<Secret> m_secrets;
};

} // namespace rayhelm
