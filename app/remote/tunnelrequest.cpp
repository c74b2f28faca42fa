#include "remote/tunnelrequest.h"

#include <QList>

namespace rayhelm {

namespace {

struct Field {
    QByteArray name; ///< in lower case
    QByteArray value;
    QByteArray line; ///< as it came
};

bool isToken(const QByteArray &text)
{
    static const QByteArray others("!#$%&'*+-.^_`|~");
    for (const char c : text) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (!letter && !others.contains(c))
            return false;
    }
    return !text.isEmpty();
}

/// No control characters: a lone line feed or a zero is where two readers begin to disagree.
bool isPlain(const QByteArray &text)
{
    for (const char c : text) {
        if ((c >= 0 && c < ' ' && c != '\t') || c == 0x7f)
            return false;
    }
    return true;
}

std::optional<Field> fieldOf(const QByteArray &line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon < 1 || !isPlain(line) || !isToken(line.left(colon)))
        return std::nullopt;
    return Field{line.left(colon).toLower(), line.mid(colon + 1).trimmed(), line};
}

/// "GET /path HTTP/1.1": a path, never a whole address.
bool isRequestLine(const QByteArray &line)
{
    const QList<QByteArray> words = line.split(' ');
    return words.size() == 3 && isPlain(line) && isToken(words.at(0)) && words.at(1).startsWith('/')
        && (words.at(2) == "HTTP/1.1" || words.at(2) == "HTTP/1.0");
}

class Reading
{
public:
    explicit Reading(quint16 port)
        : m_hosts{"127.0.0.1:" + QByteArray::number(port), "localhost:" + QByteArray::number(port)}
    {
    }

    bool take(const Field &field)
    {
        if (m_once.contains(field.name)) {
            if (m_seen.contains(field.name))
                return false;
            m_seen.append(field.name);
        }
        if (field.name == "host")
            return m_hosts.contains(field.value.toLower());
        if (field.name == "origin")
            return isOwnOrigin(field.value.toLower());
        if (field.name == "sec-fetch-site")
            return field.value == "none" || field.value == "same-origin";
        if (field.name == "content-length")
            return takeLength(field.value);
        if (field.name == "transfer-encoding")
            m_chunked = field.value.toLower() == "chunked";
        if (field.name == "upgrade")
            m_upgrade = field.value.toLower() == "websocket";
        if (field.name == "x-rayhelm-way")
            m_request.way = field.value;
        return (field.name != "transfer-encoding" || m_chunked) && (field.name != "upgrade" || m_upgrade);
    }

    std::optional<TunnelRequest> finished(const QByteArray &requestLine, const QList<Field> &fields)
    {
        if (!m_seen.contains("host") || (m_chunked && m_seen.contains("content-length")))
            return std::nullopt;
        static const QList<QByteArray> ownAffair{"connection", "keep-alive", "proxy-connection", "x-rayhelm-way"};
        m_request.head = requestLine + "\r\n";
        for (const Field &field : fields) {
            if (!ownAffair.contains(field.name))
                m_request.head += field.line + "\r\n";
        }
        // One request per connection: what is checked here is all that gets through.
        m_request.head += m_upgrade ? "Connection: Upgrade\r\n\r\n" : "Connection: close\r\n\r\n";
        if (m_chunked || m_upgrade)
            m_request.bodySize = -1;
        return m_request;
    }

private:
    bool isOwnOrigin(const QByteArray &origin) const
    {
        return origin.startsWith("http://") && m_hosts.contains(origin.mid(7));
    }

    bool takeLength(const QByteArray &value)
    {
        bool fits = false;
        m_request.bodySize = value.toLongLong(&fits);
        return fits && m_request.bodySize >= 0 && value == QByteArray::number(m_request.bodySize);
    }

    const QList<QByteArray> m_hosts;
    const QList<QByteArray> m_once{"host", "origin", "content-length", "transfer-encoding", "upgrade", "x-rayhelm-way"};
    QList<QByteArray> m_seen;
    TunnelRequest m_request;
    bool m_chunked = false;
    bool m_upgrade = false;
};

} // namespace

std::optional<TunnelRequest> TunnelRequest::read(const QByteArray &head, quint16 port)
{
    QList<QByteArray> lines = head.chopped(head.endsWith("\r\n\r\n") ? 4 : 0).split('\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const bool last = i == lines.size() - 1;
        if (!last && !lines.at(i).endsWith('\r'))
            return std::nullopt;
        if (!last)
            lines[i].chop(1);
    }
    const QByteArray requestLine = lines.takeFirst();
    if (!head.endsWith("\r\n\r\n") || !isRequestLine(requestLine))
        return std::nullopt;
    Reading reading(port);
    QList<Field> fields;
    for (const QByteArray &line : std::as_const(lines)) {
        const std::optional<Field> field = fieldOf(line);
        if (!field || !reading.take(*field))
            return std::nullopt;
        fields.append(*field);
    }
    return reading.finished(requestLine, fields);
}

} // namespace rayhelm
