#pragma once

#include <QNetworkProxy>
#include <QTcpServer>
#include <QUrl>

class QTcpSocket;

namespace rayhelm {

/// The way of one HTTP request to its server, through a port of this process, as Qt's network goes through a proxy. What comes back is
/// counted, and the connection ends with the way. Without it nobody could end it: Qt 6.4 reads the head of an answer byte by byte in a
/// thread of its own, as long as the server sends, also when the request was given up long ago.
class CountedWay : public QObject
{
    Q_OBJECT
public:
    /// `most`: bytes that may come back.
    CountedWay(const QUrl &server, qint64 most);

    /// Leads to the server and nowhere else; whoever does not know its password gets no answer. No proxy: no port was free.
    QNetworkProxy proxy() const;

Q_SIGNALS:
    void tooLong();

private:
    void lead(QTcpSocket *client);

    QTcpServer m_server;
    QString m_host;
    quint16 m_port;
    QByteArray m_password;
    qint64 m_left;
};

} // namespace rayhelm
