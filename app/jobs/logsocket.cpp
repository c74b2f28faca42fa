#include "jobs/logsocket.h"

#include "core/limits.h"
#include "jobs/logpieces.h"
#include "remote/http.h"
#include "remote/tunnellistener.h"
#include "remote/tunnelrequest.h"

#include <QElapsedTimer>
#include <QNetworkProxy>
#include <QNetworkRequest>
#include <QTimer>

namespace rayhelm {

namespace {

using namespace std::chrono_literals;

constexpr auto turn = 15ms; ///< of the event loop, for giving text on

} // namespace

LogSocket::LogSocket(const RayAddress &address, const QString &submissionId)
    : m_url(withPath(address.base, QStringLiteral("/api/jobs/") + submissionId + QStringLiteral("/logs/tail")))
    , m_authorization(address.authorization())
    , m_way(address.way)
{
    if (isLoopback(m_url))
        m_socket.setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    m_url.setScheme(m_url.scheme() == QLatin1String("https") ? QStringLiteral("wss") : QStringLiteral("ws"));
    connect(&m_socket, &QWebSocket::connected, this, [this] {
        m_wasOpen = true;
        Q_EMIT opened();
    });
    m_socket.setMaxAllowedIncomingMessageSize(limits::logSocketMessage);
    m_socket.setMaxAllowedIncomingFrameSize(limits::logSocketMessage);
    m_turns.setInterval(0);
    connect(&m_turns, &QTimer::timeout, this, &LogSocket::giveOn);
    connect(&m_socket, &QWebSocket::textMessageReceived, this, &LogSocket::receive);
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
    if (m_way && !m_way->isOpen())
        return close();
    QNetworkRequest request(m_url);
    request.setRawHeader("User-Agent", userAgent());
    if (!m_authorization.isEmpty())
        request.setRawHeader("Authorization", m_authorization);
    if (m_way)
        request.setRawHeader(wayHeader, m_way->name());
    m_socket.open(request);
}

void LogSocket::receive(const QString &text)
{
    if (m_over)
        return;
    m_waiting += text;
    m_turns.start();
    if (m_waiting.size() <= limits::logWaiting)
        return;
    // Faster than anybody can read. What was given on is not given again by the next connection.
    m_waiting.clear();
    m_turns.stop();
    m_socket.abort();
    close();
}

/// Text is given on in small pieces, for a short time in each turn of the event loop, however much has arrived.
void LogSocket::giveOn()
{
    QElapsedTimer spent;
    spent.start();
    qsizetype given = 0;
    while (given < m_waiting.size() && !spent.hasExpired(std::chrono::milliseconds(turn).count())) {
        const QString text = logPiece(m_waiting, given);
        const qint64 position = m_position;
        given += text.size();
        m_position += text.size();
        Q_EMIT textReceived(position, text);
    }
    m_waiting.remove(0, given);
    if (!m_waiting.isEmpty())
        return;
    m_turns.stop();
    if (m_over)
        close();
}

void LogSocket::close()
{
    m_over = true;
    if (!m_waiting.isEmpty()) // given on first
        return;
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
