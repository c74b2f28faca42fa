#pragma once

#include <QString>

#include <optional>

namespace rayhelm {

/// What was typed for a new account and is not kept yet. Never the password.
struct AccountDraft {
    bool isIngress = false; ///< else MLflow
    QString address;        ///< as typed, right or wrong
    QString user;

    bool operator==(const AccountDraft &) const = default;
};

/// `dataDirectory`: drafts/account.json lies in it. A password that was typed into the address is left out.
void writeAccountDraft(const QString &dataDirectory, const AccountDraft &draft);
void removeAccountDraft(const QString &dataDirectory);
/// Empty: there is none, or it cannot be read.
std::optional<AccountDraft> readAccountDraft(const QString &dataDirectory);

} // namespace rayhelm
