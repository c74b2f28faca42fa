#pragma once

#include "core/error.h"
#include "remote/sshtarget.h"

#include <optional>

namespace rayhelm {

/// What ssh's own words (SshLog) about `target` mean for a person: the failed login or the broken connection. `exitStatus` is the local
/// ssh's.
Error sshError(int exitStatus, const QString &ownWords, const SshTarget &target);
/// The same, when the words are in the catalogue.
std::optional<Error> knownSshError(const QString &ownWords, const SshTarget &target);
/// The same for sudo's words: SudoRefused, or NotFound when there is no sudo program.
Error sudoError(const QString &errorText, const SshTarget &target);
/// "<tool> was not found on <place>...": what is missing and what to do.
Error missingTool(const QString &tool, const QString &place, const QString &detail = {});
/// "The connection to <place> was lost...": a command that was running when the link broke.
Error lostError(const QString &place, const QString &detail = {});
/// The words of ssh without its debug lines and what it says about trusting keys.
QString withoutDebugLines(const QString &errorText);

/// A changed host key as ssh's own words report it. Which host it is of is not taken from words.
struct ChangedKey {
    QString keyType;     ///< "ED25519"
    QString fingerprint; ///< now offered
    QString file;        ///< where the known key is written
};
std::optional<ChangedKey> changedKey(const QString &ownWords);

} // namespace rayhelm
