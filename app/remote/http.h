#pragma once

#include "core/limits.h"
#include "core/task.h"

#include <QByteArray>
#include <QList>
#include <QNetworkAccessManager>
#include <QObject>
#include <QPair>
#include <QPointer>
#include <QUrl>

#include <chrono>
#include <memory>

class QIODevice;

namespace rayhelm {

/// Tells how far an upload is.
class HttpProgress : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

Q_SIGNALS:
    void uploaded(qint64 sent, qint64 total);
};

/// One HTTP request as Ray, MLflow and registries need it: own User-Agent (Ray refuses "Mozilla" and empty ones),
/// no redirects followed, no cookies, no Origin or Referer, no compression (a short answer must not become an endless one).
struct HttpRequest {
    QByteArray method = "GET";
    QUrl url;
    QByteArray body;
    std::shared_ptr<QIODevice> device; ///< instead of `body`: readable, with a known size, at its beginning
    QByteArray contentType; ///< set for POST and PUT
    QList<QPair<QByteArray, QByteArray>> headers; ///< for example Authorization; never logged
    std::chrono::milliseconds timeout{15000};      ///< without any progress
    qint64 maximumAnswer = limits::anyAnswer;      ///< bytes; a longer answer is an error
    QPointer<HttpProgress> progress;
};

/// An answer with any status: 404 and 500 are answers, not errors.
struct HttpReply {
    int status = 0;
    QByteArray body;
    std::shared_ptr<QIODevice> device; ///< instead of `body`: readable, with a known size, at its beginning
    QList<QPair<QByteArray, QByteArray>> headers;

    QByteArray header(const QByteArray &name) const; ///< case-insensitive; empty when missing
};

/// The library's User-Agent, also for web sockets.
QByteArray userAgent();

/// A network that goes to this computer's own ports directly, and elsewhere as the desktop is set up (proxy).
QNetworkAccessManager *makeNetwork(QObject *parent);
/// This computer itself: "localhost", 127.0.0.0/8, ::1.
bool isLoopback(const QUrl &url);

/// Sends one request. A body is handed over once: Qt does not repeat it when the connection is cut, as it would otherwise.
/// Errors: Cancelled, Unreachable (no connection, cut, TLS), TimedOut, Protocol (answer too long).
/// `network` must outlive the call.
Task<HttpReply> sendHttp(QNetworkAccessManager *network, HttpRequest request, std::stop_token stop);

/// "Basic dXNlcjpwYXNz"
QByteArray basicAuthorization(const QString &user, QByteArrayView password);

/// The base address with `path` behind it: a path prefix of an Ingress is kept ("http://h/prefix" + "/api/jobs/").
QUrl withPath(const QUrl &base, const QString &path);

} // namespace rayhelm
