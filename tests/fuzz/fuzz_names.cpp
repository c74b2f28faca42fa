// Names from outside, and profiles of colleagues: whatever arrives, what was accepted keeps the promises of its type.
#include "core/localfile.h"
#include "core/names.h"
#include "core/profilecheck.h"
#include "core/text.h"
#include "remote/sshtarget.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <cstdlib>

using namespace rayhelm;

/// mutate.cpp puts so many random bytes in front of every input.
extern const std::size_t fuzzChoices;
const std::size_t fuzzChoices = 1;

namespace {

void require(bool condition)
{
    if (!condition)
        std::abort();
}

void checkName(NameKind kind, const QString &text)
{
    if (!isName(kind, text))
        return;
    require(!text.isEmpty() && text.size() <= 253 && !text.startsWith(QLatin1Char('-')) && !text.startsWith(QLatin1Char('.')));
    for (const QChar c : text)
        require(c.unicode() > 0x20 && c.unicode() < 0x7f && c != QLatin1Char('/'));
}

void checkProfile(const QByteArray &bytes)
{
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    const Result<Profile> own = ownProfileFromJson(object);
    const Result<Profile> given = profileFromJson(object);
    require(!given || own);
    if (own)
        (void)validate(*own);
    if (!given)
        return;
    for (const ProfileText &text : profileTexts()) {
        const QString value = *given.*text.member;
        require(!value.startsWith(QLatin1Char('-')) && !value.contains(QChar(0)) && !value.contains(QLatin1Char('\n')));
    }
    require(isName(NameKind::Release, given->releaseName) && given->port > 0);
    require(toJson(*profileFromJson(toJson(*given))) == toJson(*given));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    checkProfile(bytes.mid(1));
    const QString text = QString::fromUtf8(bytes.mid(1, 400));
    for (const NameKind kind : {NameKind::Pod, NameKind::Container, NameKind::Node, NameKind::Namespace, NameKind::Release, NameKind::Secret,
                                NameKind::RayCluster, NameKind::ObjectUid, NameKind::Submission, NameKind::SlurmJob, NameKind::ImageTag})
        checkName(kind, text);
    const QString file = localFileName(text, QStringLiteral(".log"));
    require(!file.contains(QLatin1Char('/')) && !file.startsWith(QLatin1Char('.')) && !file.contains(QChar(0)) && file.size() <= 110);
    const QString shown = plainText(text);
    require(!shown.contains(QChar(0x1b)) && !shown.contains(QChar(0x202e)) && !shown.contains(QChar(0)));
    return 0;
}
