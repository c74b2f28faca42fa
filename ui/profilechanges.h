#pragma once

#include "core/profile.h"

#include <QList>

namespace rayhelm {

/// One setting in which two profiles differ, in the words of the form.
struct ProfileChange {
    QString setting; ///< its name in the profile's file
    QString label;
    QString before;
    QString now;
};

/// Everything in which `now` differs from `before` except the identity, in the order of the form.
QList<ProfileChange> profileChanges(const Profile &before, const Profile &now);
/// "Port: 22 becomes 2222." for each, one line each.
QString changesText(const QList<ProfileChange> &changes);

} // namespace rayhelm
