#include "cluster/objectversions.h"

namespace rayhelm {

namespace {

QString metadata(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String("metadata")).toObject().value(QLatin1String(key)).toString();
}

} // namespace

QString uidOf(const QJsonObject &object)
{
    return metadata(object, "uid");
}

bool ObjectVersions::beginList(quint64 mark)
{
    if (mark < m_lastList)
        return false;
    m_lastList = mark;
    return true;
}

bool ObjectVersions::takeListed(const QJsonObject &object, quint64 mark)
{
    const quint64 version = metadata(object, "resourceVersion").toULongLong();
    Seen &seen = m_seen[uidOf(object)];
    const bool eventSince = seen.at > mark;
    if (eventSince && (version == 0 || version < seen.version || (version == seen.version && seen.gone)))
        return false;
    seen.version = version;
    seen.gone = false;
    return true;
}

void ObjectVersions::endList(const QSet<QString> &uids, quint64 mark)
{
    m_seen.removeIf([&](const QHash<QString, Seen>::iterator &seen) { return seen->at <= mark && !uids.contains(seen.key()); });
}

bool ObjectVersions::takeEvent(const QJsonObject &object, bool isGone)
{
    const quint64 version = metadata(object, "resourceVersion").toULongLong();
    Seen &seen = m_seen[uidOf(object)];
    if (version != 0 && version < seen.version)
        return false;
    seen = Seen{version, ++m_count, isGone};
    return true;
}

} // namespace rayhelm
