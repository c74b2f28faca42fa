#pragma once

#include <QObject>

class QSocketNotifier;

namespace rayhelm {

/// Told to end from outside (SIGTERM, SIGINT, SIGHUP: the desktop's session ends, somebody uses kill): the application ends as if it had
/// been closed, so that its private folders and its links go. A second signal ends it at once.
class EndSignal : public QObject
{
    Q_OBJECT
public:
    /// One at a time.
    explicit EndSignal(QObject *parent = nullptr);
    ~EndSignal() override;

Q_SIGNALS:
    void received();

private:
    QSocketNotifier *m_notifier = nullptr;
};

} // namespace rayhelm
