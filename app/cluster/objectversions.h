#pragma once

#include <QHash>
#include <QJsonObject>
#include <QSet>
#include <QString>

namespace rayhelm {

/// Which of two pieces of news about objects of one kind is the newer. Lists and watches come over different channels, so the answer to
/// a list can arrive after an event that happened later: it must not bring back what the event has changed.
class ObjectVersions
{
public:
    /// To be taken before a list is asked for, and given with its answer.
    quint64 mark() { return ++m_count; }
    /// Whether the list asked for at `mark` counts: one that was asked for later may have answered already.
    bool beginList(quint64 mark);
    /// One object of that list. False: an event that came since it was asked for knows better.
    bool takeListed(const QJsonObject &object, quint64 mark);
    /// Whether an object that the list does not name is gone: unless an event has told of it since.
    bool isGone(const QString &uid, quint64 mark) const { return m_seen.value(uid).at <= mark; }
    /// Forgets what neither the list nor an event since has named.
    void endList(const QSet<QString> &uids, quint64 mark);
    /// An event of a watch. False: it tells of an older state than is known.
    bool takeEvent(const QJsonObject &object, bool isGone);

private:
    struct Seen {
        quint64 version = 0; ///< resourceVersion, which grows with each change; 0: it is no number
        quint64 at = 0;      ///< when an event told of it last, in the count of marks and events; 0: only lists did
        bool gone = false;
    };

    QHash<QString, Seen> m_seen; ///< by UID
    quint64 m_count = 0;
    quint64 m_lastList = 0;
};

/// The UID of a Kubernetes object; empty: it has none.
QString uidOf(const QJsonObject &object);

} // namespace rayhelm
