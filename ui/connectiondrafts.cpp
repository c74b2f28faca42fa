#include "ui/connectiondrafts.h"

#include "core/profilecheck.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonObject>

namespace rayhelm {

namespace {
constexpr qsizetype most = 20; ///< of connections that were begun and never used; the oldest go
}

ConnectionDrafts::ConnectionDrafts(const QString &dataDirectory)
    : m_file(QDir(dataDirectory).filePath(QStringLiteral("drafts/connections.json")))
{
}

void ConnectionDrafts::put(const ConnectionDraft &draft)
{
    QList<ConnectionDraft> drafts = all();
    drafts.removeIf([&draft](const ConnectionDraft &other) { return other.profile.id == draft.profile.id; });
    drafts.prepend(draft);
    write(drafts.mid(0, most), draft.profile.id);
}

void ConnectionDrafts::remove(const QUuid &profile)
{
    QList<ConnectionDraft> drafts = all();
    if (drafts.removeIf([&profile](const ConnectionDraft &draft) { return draft.profile.id == profile; }) > 0)
        write(drafts, shownId() == profile ? QUuid() : shownId());
}

void ConnectionDrafts::showNone()
{
    if (!shownId().isNull())
        write(all(), QUuid());
}

std::optional<ConnectionDraft> ConnectionDrafts::of(const QUuid &profile) const
{
    const QList<ConnectionDraft> drafts = all();
    for (const ConnectionDraft &draft : drafts) {
        if (draft.profile.id == profile)
            return draft;
    }
    return std::nullopt;
}

std::optional<ConnectionDraft> ConnectionDrafts::shown() const
{
    return of(shownId());
}

QUuid ConnectionDrafts::shownId() const
{
    return QUuid::fromString(m_file.readJson().object().value(QLatin1String("shown")).toString());
}

QList<ConnectionDraft> ConnectionDrafts::all() const
{
    QList<ConnectionDraft> drafts;
    const QJsonArray entries = m_file.readJson().object().value(QLatin1String("drafts")).toArray();
    for (const QJsonValue &entry : entries) {
        const QJsonObject object = entry.toObject();
        const Result<Profile> profile = ownProfileFromJson(object.value(QLatin1String("profile")).toObject());
        if (profile)
            drafts.append({*profile, object.value(QLatin1String("fromFile")).toBool()});
    }
    return drafts;
}

void ConnectionDrafts::write(const QList<ConnectionDraft> &drafts, const QUuid &shown) const
{
    QJsonArray entries;
    for (const ConnectionDraft &draft : drafts)
        entries.append(QJsonObject{{QStringLiteral("profile"), toJson(draft.profile)}, {QStringLiteral("fromFile"), draft.fromFile}});
    const QJsonObject object{{QStringLiteral("shown"), shown.toString(QUuid::WithoutBraces)}, {QStringLiteral("drafts"), entries}};
    m_file.write(QJsonDocument(object).toJson());
}

} // namespace rayhelm
