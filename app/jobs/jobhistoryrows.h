#pragma once

#include "jobs/jobhistory.h"

class QSqlQuery;

namespace rayhelm {

// How a JobRecord stands in the table.

QString historyColumns();
void bindRecord(QSqlQuery &query, const JobRecord &record);
JobRecord recordFrom(const QSqlQuery &query);

QString historyStateName(HistoryState state);
/// An unknown name (written by a later version) is over and says nothing.
HistoryState historyStateFromName(const QString &name);
/// What Ray's state means here. An unknown one counts as running.
HistoryState historyState(JobStatus status);

} // namespace rayhelm
