#include "jobs/logsocket.h"

#include "remote/http.h"

#include <QNetworkProxy>
#include <QNetworkRequest>
#include <QTimer>

namespace rayhelm {

LogSocket::LogSocket(const RayAddress &address, const QString &submissionId)
    : m_url(withPath(address.base, QStringLiteral("/api/jobs/") + submissionId + QStringLiteral("/logs/tail")))
    , m_authorization(address.authorization())
{
    if (isLoopback(m_url))
        m_socket.setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    m_url.setScheme(m_url.scheme() == QLatin1String("https") ? QStringLiteral("wss") : QStringLiteral("ws"));
    connect(&m_socket, &QWebSocket::connected, this, [this] {
        m_wasOpen = true;
        Q_EMIT opened();
    });
    connect(&m_socket, &QWebSocket::textMessageReceived, this, [this](const QString &text) {
        const qint64 position = m_position;
        m_position += text.size();
        Q_EMIT textReceived(position, text);
    });
    connect(&m_socket, &QWebSocket::disconnected, this, &LogSocket::close);
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(&m_socket, &QWebSocket::errorOccurred, this, &LogSocket::close);
#else
    connect(&m_socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this, &LogSocket::close);
#endif
}

LogSocket::~LogSocket()
{
    m_socket.disconnect(this);
    m_socket.abort();
}

void LogSocket::open()
{
    QNetworkRequest request(m_url);
    request.setRawHeader("User-Agent", userAgent());
    if (!m_authorization.isEmpty())
        request.setRawHeader("Authorization", m_authorization);
    m_socket.open(request);
}

void LogSocket::close()
{
    if (std::exchange(m_closed, true))
        return;
    Q_EMIT closed();
}

Task<bool> LogSocket::waitForClose(std::chrono::milliseconds time, std::stop_token stop)
{
    if (m_closed)
        co_return true;
    const Completion<Result<bool>> over;
    QTimer timer;
    timer.setSingleShot(true);
    connect(&timer, &QTimer::timeout, &timer, [over] { over.complete(false); });
    connect(this, &LogSocket::closed, &timer, [over] { over.complete(true); });
    timer.start(time);
    Result<bool> closedNow = co_await waitFor(over, stop);
    co_return closedNow;
}

} // namespace rayhelm
