#include "ui/profilewords.h"

#include <QCoreApplication>

#include <algorithm>

namespace rayhelm {

namespace {
class Words
{
    Q_DECLARE_TR_FUNCTIONS(rayhelm::ProfileWords)
};
} // namespace

QString profileName(const Profile &profile)
{
    if (!profile.name.isEmpty())
        return profile.name;
    return profile.host.isEmpty() ? Words::tr("New connection") : profile.host;
}

QString profilePlace(const Profile &profile)
{
    QString place = profile.host;
    if (!profile.user.isEmpty())
        place = profile.user + QLatin1Char('@') + place;
    if (profile.port != 22)
        place += QLatin1Char(':') + QString::number(profile.port);
    return profile.practice ? Words::tr("Practice, %1").arg(place) : place;
}

QString freeProfileName(const QString &wanted, const QList<Profile> &existing)
{
    const auto taken = [&existing](const QString &name) {
        return std::any_of(existing.cbegin(), existing.cend(), [&](const Profile &profile) { return profileName(profile) == name; });
    };
    if (!taken(wanted))
        return wanted;
    for (int number = 2;; ++number) {
        const QString name = QStringLiteral("%1 %2").arg(wanted).arg(number);
        if (!taken(name))
            return name;
    }
}

} // namespace rayhelm
