#include "fakenetwork.h"

#include <QTimer>

namespace rayhelm {

namespace {

class FakeReply : public QNetworkReply
{
public:
    FakeReply(const SentRequest &sent, const QNetworkRequest &request, const FakeAnswer &answer, QObject *parent)
        : QNetworkReply(parent)
        , m_answer(answer)
    {
        setRequest(request);
        setUrl(request.url());
        open(QIODevice::ReadOnly);
        if (!answer.never)
            QTimer::singleShot(0, this, [this, size = sent.body.size()] { finish(size); });
    }

    void abort() override
    {
        if (isFinished())
            return;
        setError(OperationCanceledError, QStringLiteral("aborted"));
        setFinished(true);
        Q_EMIT finished();
    }

    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override { return m_answer.body.size() - m_position + QIODevice::bytesAvailable(); }

protected:
    qint64 readData(char *data, qint64 maximum) override
    {
        const qint64 count = qMin(maximum, qint64(m_answer.body.size() - m_position));
        if (count <= 0)
            return -1;
        std::copy_n(m_answer.body.constData() + m_position, count, data);
        m_position += count;
        return count;
    }

private:
    void finish(qint64 uploaded)
    {
        if (isFinished())
            return;
        if (uploaded > 0)
            Q_EMIT uploadProgress(uploaded, uploaded);
        if (m_answer.error != NoError) {
            setError(m_answer.error, QStringLiteral("made up by the test"));
        } else {
            setAttribute(QNetworkRequest::HttpStatusCodeAttribute, m_answer.status);
            for (const auto &[name, value] : m_answer.headers)
                setRawHeader(name, value);
            if (m_answer.status >= 400)
                setError(m_answer.status == 404 ? ContentNotFoundError : UnknownContentError, QStringLiteral("status"));
        }
        setFinished(true);
        Q_EMIT finished();
    }

    FakeAnswer m_answer;
    qint64 m_position = 0;
};

} // namespace

QByteArray SentRequest::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

QByteArray SentRequest::line() const
{
    return method + ' ' + url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority);
}

QByteArrayList FakeNetwork::lines() const
{
    QByteArrayList all;
    for (const SentRequest &request : m_sent)
        all.append(request.line());
    return all;
}

FakeAnswer FakeNetwork::next(const SentRequest &request)
{
    if (m_decide) {
        const FakeAnswer decided = m_decide(request);
        if (decided.status != 0 || decided.error != QNetworkReply::NoError || decided.never)
            return decided;
    }
    QList<FakeAnswer> &answers = m_answers[request.line()];
    if (answers.isEmpty())
        return {404, "404: Not Found", {}, QNetworkReply::NoError, false};
    return answers.size() > 1 ? answers.takeFirst() : answers.first();
}

QNetworkReply *FakeNetwork::createRequest(Operation operation, const QNetworkRequest &request, QIODevice *outgoing)
{
    static const QHash<Operation, QByteArray> verbs{
        {GetOperation, "GET"}, {PostOperation, "POST"}, {PutOperation, "PUT"}, {DeleteOperation, "DELETE"}};
    SentRequest sent;
    sent.method = verbs.value(operation, request.attribute(QNetworkRequest::CustomVerbAttribute).toByteArray());
    sent.url = request.url();
    if (outgoing)
        sent.body = outgoing->readAll();
    for (const QByteArray &name : request.rawHeaderList())
        sent.headers.append({name, request.rawHeader(name)});
    m_sent.append(sent);
    return new FakeReply(sent, request, next(sent), this);
}

} // namespace rayhelm
