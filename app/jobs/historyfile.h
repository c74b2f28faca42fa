#pragma once

#include "core/result.h"
#include "jobs/jobhistory.h"
#include "jobs/joblogs.h"

#include <QHash>
#include <QSet>

namespace rayhelm {

/// A part of a log and where it stands, so that writing it twice is writing it once.
struct LogPart {
    qint64 offset = 0; ///< bytes of the file before it
    QByteArray bytes;
};

/// What the disk does not have yet.
struct HistoryChanges {
    QHash<QString, JobRecord> records; ///< by id: new or changed
    QSet<QString> forgotten;           ///< with their logs
    QHash<QString, LogPart> logs;

    bool isEmpty() const { return records.isEmpty() && forgotten.isEmpty() && logs.isEmpty(); }
    /// Takes over what came later.
    void add(const HistoryChanges &later);
};

/// What came of writing.
struct HistoryOutcome {
    Result<> kept;
    QHash<QString, qint64> logs; ///< that are on the disk, and their bytes there: fewer than expected when the older half was left out
};

/// Opens or makes `directory`/jobs.sqlite and reads all of it, newest first. A file that is no database is kept beside as
/// jobs.sqlite.broken, earlier ones stay (.broken-2 ...). Errors: Conflict (a newer version wrote it), CommandFailed (it cannot be read
/// now: a full disk, a home out of reach); both leave the file alone.
Result<QList<JobRecord>> readHistory(const QString &directory);

/// Writes all of it, in any thread, never two at a time. After an error it can be tried again with the same and more. The logs of
/// `running` jobs stay when room is made.
HistoryOutcome writeHistory(const QString &directory, JobLogs &logs, const HistoryChanges &changes, const QSet<QString> &running);

} // namespace rayhelm
