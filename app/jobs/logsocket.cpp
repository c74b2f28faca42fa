#include "jobs/logsocket.h"

#include "jobs/logpieces.h"
#include "remote/http.h"
#include "remote/tunnellistener.h"
#include "remote/tunnelrequest.h"

#include <QElapsedTimer>
#include <QNetworkRequest>
#include <QTimer>

namespace rayhelm {

namespace {

using namespace std::chrono_literals;

constexpr auto turn = 15ms; ///< of the event loop, for giving text on

QNetworkRequest requestFor(const RayAddress &address, const QString &submissionId)
{
    QUrl url = withPath(address.base, QStringLiteral("/api/jobs/") + submissionId + QStringLiteral("/logs/tail"));
    url.setScheme(url.scheme() == QLatin1String("https") ? QStringLiteral("wss") : QStringLiteral("ws"));
    QNetworkRequest request(url);
    request.setRawHeader("User-Agent", userAgent());
    const QByteArray authorization = address.authorization();
    if (!authorization.isEmpty())
        request.setRawHeader("Authorization", authorization);
    if (address.way)
        request.setRawHeader(wayHeader, address.way->name());
    return request;
}

} // namespace

LogSocket::LogSocket(const RayAddress &address, const QString &submissionId)
    : m_reader(requestFor(address, submissionId))
    , m_way(address.way)
{
    connect(&m_reader, &LogReader::opened, this, [this] {
        m_wasOpen = true;
        Q_EMIT opened();
    });
    m_turns.setInterval(0);
    connect(&m_turns, &QTimer::timeout, this, &LogSocket::giveOn);
    connect(&m_reader, &LogReader::arrived, this, [this] {
        if (!m_held)
            m_turns.start();
    });
    connect(&m_reader, &LogReader::closed, this, &LogSocket::close);
}

void LogSocket::open()
{
    if (m_way && !m_way->isOpen())
        return close();
    m_reader.start();
}

void LogSocket::setHeld(bool held)
{
    m_held = held;
    if (held)
        m_turns.stop();
    else
        m_turns.start();
}

/// Text is given on in small pieces, for a short time in each turn of the event loop, however much has arrived.
void LogSocket::giveOn()
{
    QElapsedTimer spent;
    spent.start();
    while (!m_held && !spent.hasExpired(std::chrono::milliseconds(turn).count())) {
        if (m_given == m_text.size()) {
            m_text = m_reader.take();
            m_given = 0;
        }
        if (m_text.isEmpty()) {
            m_turns.stop();
            if (m_over)
                close();
            return;
        }
        const QString text = logPiece(m_text, m_given);
        const qint64 position = m_position;
        m_given += text.size();
        m_position += text.size();
        Q_EMIT textReceived(position, text);
    }
}

void LogSocket::close()
{
    m_over = true;
    if (m_held || m_turns.isActive()) // what waits is given on first
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
