#pragma once

#include "core/profile.h"

#include <QList>

namespace rayhelm {

/// One setting of a profile that is a text, and its name in the profile's file.
struct ProfileText {
    const char *key;
    QString Profile::*member;
};

/// All of them, for whatever must not forget one.
QList<ProfileText> profileTexts();

/// A setting of a profile that cannot be used as it is written.
struct SettingProblem {
    QString setting; ///< its name in the profile's file ("releaseName")
    QString text;    ///< a sentence that says what is expected
};

/// What can be said by grammar alone, of every text of a profile: nothing begins with a hyphen (it would be an option of ssh, helm
/// or kubectl), nothing holds a control or invisible character, and names, charts, versions and addresses look like such. Whether
/// a host's or user's name can be one is judged by remote's validate().
QList<SettingProblem> settingProblems(const Profile &profile);

/// Like profileFromJson, but for what this application has stored itself: what was typed wrongly is kept, to be mended in the form.
/// Nothing is run with it before that: Connection refuses such a profile.
Result<Profile> ownProfileFromJson(const QJsonObject &object);

} // namespace rayhelm
