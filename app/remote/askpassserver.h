#pragma once

#include "core/result.h"
#include "core/secret.h"
#include "remote/askpassmessage.h"

#include <QByteArray>
#include <QObject>
#include <QStringList>

#include <map>
#include <memory>

class QLocalServer;
class QLocalSocket;

namespace rayhelm {

/// Where the askpass helper program gets its answers. It lives as long as one login; the token is new each time, and only
/// processes of the same user are heard.
class AskpassServer : public QObject
{
    Q_OBJECT
public:
    explicit AskpassServer(QObject *parent = nullptr);
    ~AskpassServer() override;

    Result<> listen(const QString &socketPath);
    /// What ssh needs to start `program` as its helper: the socket's path and the token, nothing secret.
    QStringList environment(const QString &program) const;

    void answer(int id, const Secret &text);
    /// Ends the ssh that asks and gives no answer: left alive it would send an empty password.
    void refuse(int id);

Q_SIGNALS:
    void asked(int id, const rayhelm::LoginPrompt &prompt);
    /// ssh no longer waits for this answer.
    void withdrawn(int id);

private:
    void accept();
    void read(int id);
    void drop(int id);

    QLocalServer *m_server;
    QByteArray m_token;
    struct Waiting {
        QLocalSocket *socket = nullptr;
        qint64 parent = 0;
    };
    std::map<int, Waiting> m_waiting;
    int m_nextId = 1;
};

} // namespace rayhelm
