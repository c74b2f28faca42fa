#pragma once

#include <QList>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPair>

#include <functional>

namespace rayhelm {

/// What was asked of the network.
struct SentRequest {
    QByteArray method;
    QUrl url;
    QByteArray body;
    QList<QPair<QByteArray, QByteArray>> headers;

    QByteArray header(const QByteArray &name) const;
    QByteArray line() const; ///< "GET /api/version"
};

/// What the fake server says.
struct FakeAnswer {
    int status = 200;
    QByteArray body;
    QList<QPair<QByteArray, QByteArray>> headers;
    QNetworkReply::NetworkError error = QNetworkReply::NoError; ///< a failure of the transport instead of an answer
    bool never = false; ///< no answer at all
};

/// A network whose answers are scripted: per "METHOD /path?query" a list, of which the last one is given again and again.
class FakeNetwork : public QNetworkAccessManager
{
public:
    using QNetworkAccessManager::QNetworkAccessManager;

    void answer(const QByteArray &line, const FakeAnswer &answer) { m_answers[line].append(answer); }
    /// Decides by the request, before the list is looked at; an answer with status 0 leaves it to the list.
    void decide(std::function<FakeAnswer(const SentRequest &)> decide) { m_decide = std::move(decide); }

    const QList<SentRequest> &sent() const { return m_sent; }
    QByteArrayList lines() const;
    int count(const QByteArray &line) const { return int(lines().count(line)); }

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request, QIODevice *outgoing) override;

private:
    FakeAnswer next(const SentRequest &request);

    QHash<QByteArray, QList<FakeAnswer>> m_answers;
    std::function<FakeAnswer(const SentRequest &)> m_decide;
    QList<SentRequest> m_sent;
};

} // namespace rayhelm

Q_DECLARE_METATYPE(rayhelm::FakeAnswer)
