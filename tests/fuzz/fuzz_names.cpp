// Names from outside, and profiles of colleagues: whatever arrives, what was accepted keeps the promises of its type.
#include "core/localfile.h"
#include "core/names.h"
#include "core/profilecheck.h"
#include "core/text.h"
#include "fuzzing.h"
#include "remote/sshtarget.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace rayhelm;

const std::size_t fuzzChoices = 0;

namespace {

void checkName(NameKind kind, const QString &text)
{
    if (!isName(kind, text))
        return;
    require(!text.isEmpty() && text.size() <= 253 && !text.startsWith(QLatin1Char('-')) && !text.startsWith(QLatin1Char('.')), "a name that it cannot be");
    for (const QChar c : text)
        require(c.unicode() > 0x20 && c.unicode() < 0x7f && c != QLatin1Char('/'), "a letter that no name has");
}

void checkProfile(const QByteArray &bytes)
{
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    const Result<Profile> own = ownProfileFromJson(object);
    const Result<Profile> given = profileFromJson(object);
    require(!given || own, "a file may hold more than our own");
    if (own)
        (void)validate(*own);
    if (!given)
        return;
    for (const ProfileText &text : profileTexts()) {
        const QString value = *given.*text.member;
        require(!value.startsWith(QLatin1Char('-')) && !value.contains(QChar(0)) && !value.contains(QLatin1Char('\n')), "a setting that a command takes for more");
    }
    require(isName(NameKind::Release, given->releaseName) && given->port > 0, "a release or port that there is not");
    require(toJson(*profileFromJson(toJson(*given))) == toJson(*given), "read again it is another one");
}

} // namespace

void fuzzOne(const std::uint8_t *, const QByteArray &bytes)
{
    checkProfile(bytes);
    const QString text = QString::fromUtf8(bytes.left(400));
    for (const NameKind kind : {NameKind::Pod, NameKind::Container, NameKind::Node, NameKind::Namespace, NameKind::Release, NameKind::Secret,
                                NameKind::RayCluster, NameKind::ObjectUid, NameKind::Submission, NameKind::SlurmJob, NameKind::ImageTag})
        checkName(kind, text);
    const QString file = localFileName(text, QStringLiteral(".log"));
    require(!file.contains(QLatin1Char('/')) && !file.startsWith(QLatin1Char('.')) && !file.contains(QChar(0)) && file.size() <= 110, "a file name that leads elsewhere");
    const QString shown = plainText(text);
    require(!shown.contains(QChar(0x1b)) && !shown.contains(QChar(0x202e)) && !shown.contains(QChar(0)), "a sign that is not plain");
}
