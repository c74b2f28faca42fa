#pragma once

#include "core/task.h"

#include <QByteArray>
#include <QObject>

namespace rayhelm {

/// What a widget saves in files that the user names: a log, a report, a script. The window does not wait for the disk; what has begun is
/// finished although the widget goes.
class UsersFileSaving : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    void save(const QString &path, const QByteArray &bytes);

Q_SIGNALS:
    void saved(const QString &path);
    /// `words`: the system's.
    void failed(const QString &path, const QString &words);

private:
    QCoro::Task<void> saveJourney(QString path, QByteArray bytes);
};

} // namespace rayhelm
