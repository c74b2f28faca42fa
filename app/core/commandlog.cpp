#include "core/commandlog.h"

#include "core/redactor.h"

#include <algorithm>

namespace rayhelm {

namespace {
constexpr qsizetype maximumRecords = 5000;
}

CommandLog::CommandLog(const Redactor &redactor, QObject *parent)
    : QObject(parent)
    , m_redactor(redactor)
{
}

int CommandLog::started(const QString &place, const QString &command, bool changes)
{
    CommandRecord record;
    record.id = m_nextId++;
    record.started = QDateTime::currentDateTime();
    record.place = place;
    record.command = m_redactor.redact(command);
    record.changes = changes;
    trim();
    m_records.append(record);
    Q_EMIT recordAdded(int(m_records.size()) - 1);
    return record.id;
}

void CommandLog::finished(int id, const QString &outcome)
{
    // Commands end in nearly the order in which they start, so the search from the end is short.
    for (qsizetype i = m_records.size() - 1; i >= 0; --i) {
        CommandRecord &record = m_records[i];
        if (record.id != id)
            continue;
        record.outcome = m_redactor.redact(outcome);
        record.duration = std::chrono::milliseconds(record.started.msecsTo(QDateTime::currentDateTime()));
        Q_EMIT recordChanged(int(i));
        return;
    }
}

void CommandLog::trim()
{
    if (m_records.size() < maximumRecords)
        return;
    qsizetype toRemove = maximumRecords / 10;
    m_records.removeIf([&toRemove](const CommandRecord &record) { return !record.changes && toRemove-- > 0; });
    if (m_records.size() >= maximumRecords)
        m_records.remove(0, maximumRecords / 10);
    Q_EMIT trimmed();
}

} // namespace rayhelm
