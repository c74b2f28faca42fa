#pragma once

#include "core/profile.h"

namespace rayhelm {

/// The profile's name; a nameless one is called by its host, a new one "New connection".
QString profileName(const Profile &profile);
/// "user@vm", with the port when it is not 22; "Practice" is said in words.
QString profilePlace(const Profile &profile);
/// "training 2" for "training" when that exists.
QString freeProfileName(const QString &wanted, const QList<Profile> &existing);

} // namespace rayhelm
