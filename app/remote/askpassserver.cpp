#include "remote/askpassserver.h"

#include "core/log.h"
#include "remote/sameuser.h"

#include <QCoreApplication>
#include <QLocalServer>
#include <QLocalSocket>
#include <QRandomGenerator>

#include <algorithm>
#include <csignal>

namespace rayhelm {

namespace {

QByteArray randomToken()
{
    QByteArray bytes(24, Qt::Uninitialized);
    QRandomGenerator::system()->generate(bytes.begin(), bytes.end());
    return bytes.toHex();
}

} // namespace

AskpassServer::AskpassServer(QObject *parent)
    : QObject(parent)
    , m_server(new QLocalServer(this))
    , m_token(randomToken())
{
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server, &QLocalServer::newConnection, this, &AskpassServer::accept);
}

AskpassServer::~AskpassServer()
{
    // Sockets are children of the server; their signals must not reach a half-destroyed object.
    for (const auto &[id, waiting] : m_waiting)
        waiting.socket->disconnect(this);
}

Result<> AskpassServer::listen(const QString &socketPath)
{
    if (m_server->listen(socketPath))
        return {};
    return failure(ErrorKind::Forbidden,
                   QCoreApplication::translate("rayhelm::AskpassServer",
                                               "The connection cannot ask for passwords: its private socket could not be made."),
                   m_server->errorString());
}

QStringList AskpassServer::environment(const QString &program) const
{
    return {QStringLiteral("SSH_ASKPASS=") + program, QStringLiteral("SSH_ASKPASS_REQUIRE=force"),
            QStringLiteral("RAYHELM_ASKPASS_SOCKET=") + m_server->fullServerName(),
            QStringLiteral("RAYHELM_ASKPASS_TOKEN=") + QString::fromLatin1(m_token)};
}

void AskpassServer::accept()
{
    while (QLocalSocket *socket = m_server->nextPendingConnection()) {
        if (!isOfSameUser(int(socket->socketDescriptor()))) {
            logWarning("remote", QStringLiteral("another user's process asked for a password"));
            socket->abort();
            socket->deleteLater();
            continue;
        }
        const int id = m_nextId++;
        m_waiting[id].socket = socket;
        connect(socket, &QLocalSocket::readyRead, this, [this, id] { read(id); });
        connect(socket, &QLocalSocket::disconnected, this, [this, id] {
            drop(id);
            Q_EMIT withdrawn(id);
        });
        if (socket->bytesAvailable() > 0)
            read(id);
    }
}

void AskpassServer::read(int id)
{
    const auto found = m_waiting.find(id);
    if (found == m_waiting.end())
        return;
    QLocalSocket *socket = found->second.socket;
    const QByteArray bytes = socket->peek(2 * longestAskpassText + 1024);
    const Result<std::optional<AskpassMessage>> message = parseAskpassMessage(bytes);
    if (message && !*message)
        return; // more is to come
    if (!message || (*message)->token != m_token) {
        logWarning("remote", QStringLiteral("a program without the right token asked for a password"));
        refuse(id);
        return;
    }
    socket->readAll();
    found->second.parent = (*message)->parent;
    disconnect(socket, &QLocalSocket::readyRead, this, nullptr);
    Q_EMIT asked(id, classifyPrompt((*message)->prompt, (*message)->hint));
}

void AskpassServer::answer(int id, const Secret &text)
{
    const auto found = m_waiting.find(id);
    if (found == m_waiting.end())
        return;
    QLocalSocket *socket = found->second.socket;
    QByteArray message(text.reveal().size() + 1, 'A');
    std::copy(text.reveal().begin(), text.reveal().end(), message.begin() + 1);
    socket->write(message.constData(), message.size()); // not the array: the socket would hold it too
    wipe(message);
    socket->disconnectFromServer();
    drop(id);
}

void AskpassServer::refuse(int id)
{
    const auto found = m_waiting.find(id);
    if (found == m_waiting.end())
        return;
    QLocalSocket *socket = found->second.socket;
    // Behind a jump host this is another process than our master.
    if (found->second.parent > 1)
        ::kill(pid_t(found->second.parent), SIGKILL);
    drop(id);
    socket->abort();
}

void AskpassServer::drop(int id)
{
    const auto found = m_waiting.find(id);
    if (found == m_waiting.end())
        return;
    QLocalSocket *socket = found->second.socket;
    m_waiting.erase(found);
    socket->disconnect(this);
    connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    if (socket->state() == QLocalSocket::UnconnectedState)
        socket->deleteLater();
}

} // namespace rayhelm
