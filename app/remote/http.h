#pragma once

#include "core/task.h"

#include <QByteArray>
#include <QList>
#include <QNetworkAccessManager>
#include <QPair>
#include <QUrl>

#include <chrono>

namespace rayhelm {

/// One HTTP request as Ray, MLflow and registries need it: own User-Agent (Ray refuses "Mozilla" and empty ones),
/// no redirects followed, no cookies, no Origin or Referer.
struct HttpRequest {
    QByteArray method = "GET";
    QUrl url;
    QByteArray body;
    QByteArray contentType; ///< set for POST and PUT
    QList<QPair<QByteArray, QByteArray>> headers; ///< for example Authorization; never logged
    std::chrono::milliseconds timeout{15000};      ///< without any progress
};

/// An answer with any status: 404 and 500 are answers, not errors.
struct HttpReply {
    int status = 0;
    QByteArray body;
    QList<QPair<QByteArray, QByteArray>> headers;

    QByteArray header(const QByteArray &name) const; ///< case-insensitive; empty when missing
};

/// Sends one request. Errors: Cancelled, Unreachable (no connection, TLS), TimedOut.
/// `network` must outlive the call.
Task<HttpReply> sendHttp(QNetworkAccessManager *network, HttpRequest request, std::stop_token stop);

/// "Basic dXNlcjpwYXNz"
QByteArray basicAuthorization(const QString &user, const QByteArray &password);

/// The base address with `path` behind it: a path prefix of an Ingress is kept ("http://h/prefix" + "/api/jobs/").
QUrl withPath(const QUrl &base, const QString &path);

} // namespace rayhelm
