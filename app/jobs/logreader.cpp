#include "jobs/logreader.h"

#include "core/limits.h"
#include "remote/http.h"

#include <QNetworkProxy>
#include <QWebSocket>

#include <utility>

namespace rayhelm {

LogReader::LogReader(const QNetworkRequest &request)
    : m_request(request)
{
}

LogReader::~LogReader()
{
    {
        const QMutexLocker lock(&m_mutex);
        m_over = true;
    }
    m_taken.wakeAll();
    quit();
    wait(); // for the message that it is about to read, at most
}

QString LogReader::take()
{
    QString text;
    {
        const QMutexLocker lock(&m_mutex);
        text = std::exchange(m_waiting, {});
    }
    m_taken.wakeAll();
    return text;
}

void LogReader::run()
{
    QWebSocket socket;
    if (isLoopback(m_request.url()))
        socket.setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    socket.setMaxAllowedIncomingMessageSize(limits::logSocketMessage);
    socket.setMaxAllowedIncomingFrameSize(limits::logSocketMessage);
    const auto end = [this] { quit(); };
    connect(&socket, &QWebSocket::connected, this, &LogReader::opened, Qt::DirectConnection);
    connect(&socket, &QWebSocket::textMessageReceived, &socket, [this, &socket](const QString &text) { receive(socket, text); });
    connect(&socket, &QWebSocket::disconnected, &socket, end);
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(&socket, &QWebSocket::errorOccurred, &socket, end);
#else
    connect(&socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), &socket, end);
#endif
    socket.open(m_request);
    exec();
    socket.disconnect();
    socket.abort();
    Q_EMIT closed();
}

void LogReader::receive(QWebSocket &socket, const QString &text)
{
    QMutexLocker lock(&m_mutex);
    while (m_waiting.size() > limits::logWaiting && !m_over)
        m_taken.wait(&m_mutex);
    const bool wasEmpty = m_waiting.isEmpty();
    const bool isOver = m_over;
    m_waiting += text;
    lock.unlock();
    if (isOver)
        socket.abort(); // what else has arrived is not gone through
    else if (wasEmpty && !text.isEmpty())
        Q_EMIT arrived();
}

} // namespace rayhelm
