#pragma once

#include <QDateTime>
#include <QList>
#include <QObject>

#include <chrono>
#include <optional>

namespace rayhelm {

class Redactor;

/// One command that was run for the user, as they could have typed it.
struct CommandRecord {
    int id = 0;
    QDateTime started;
    QString place;   ///< "this computer", "<vm> as root", "<hpc>"
    QString command; ///< redacted; secrets read "(hidden)"
    bool changes = false; ///< it changes something, a mere look does not
    std::optional<QString> outcome; ///< "done", "exit status 1", "cancelled"; not set: still running
    std::chrono::milliseconds duration{0};
};

/// What the application ran for the user. Bounded: the oldest reading commands go first.
class CommandLog : public QObject
{
    Q_OBJECT
public:
    explicit CommandLog(const Redactor &redactor, QObject *parent = nullptr);

    /// Notes the start of a command and returns its number for `finished`.
    int started(const QString &place, const QString &command, bool changes);
    void finished(int id, const QString &outcome);

    const QList<CommandRecord> &records() const { return m_records; }

Q_SIGNALS:
    void recordAdded(int index);
    void recordChanged(int index);
    /// Old records were removed; views read `records()` anew.
    void trimmed();

private:
    void trim();

    const Redactor &m_redactor;
    QList<CommandRecord> m_records;
    int m_nextId = 1;
};

} // namespace rayhelm
