#pragma once

#include "core/task.h"
#include "jobs/rayaddress.h"
#include "jobs/raytypes.h"

#include <QObject>

#include <chrono>

class QIODevice;
class QNetworkAccessManager;

namespace rayhelm {

struct HttpReply;
struct HttpRequest;

/// Ray's dashboard over HTTP, from 2.9 on. Every call is one request; nothing is repeated.
/// Errors of every call: Cancelled, Unreachable, TimedOut, AuthenticationFailed (401), Forbidden (403), NotFound (404),
/// InvalidInput (400, 413), Protocol (anything else); `detail` holds the answer's text.
class RayClient : public QObject
{
    Q_OBJECT
public:
    /// `network` must outlive the client.
    RayClient(QNetworkAccessManager *network, RayAddress address, QObject *parent = nullptr);
    ~RayClient() override;

    const RayAddress &address() const { return m_address; }

    /// NotFound also means: this is no Ray dashboard.
    Task<RayVersion> version(std::stop_token stop);
    /// Ray caches this answer for two seconds.
    Task<QList<RayNode>> nodes(std::chrono::milliseconds timeout, std::stop_token stop);

    /// Also keeps the package in the cluster for ten more minutes.
    Task<bool> packageExists(QString uri, std::stop_token stop);
    /// `content` is a readable, seekable device at its beginning. Progress: `uploadProgress`.
    Task<> uploadPackage(QString uri, std::shared_ptr<QIODevice> content, std::stop_token stop);

    /// Returns the submission id. Conflict: a job with that id exists.
    Task<QString> submit(JobSubmission submission, std::stop_token stop);
    Task<JobDetails> job(QString submissionId, std::stop_token stop);
    /// Newest submission first.
    Task<RayJobList> jobs(std::stop_token stop);
    /// Asks the job to stop; it is stopped when `job` says so. False: it was no longer running.
    Task<bool> stop(QString submissionId, std::stop_token stop);
    /// Removes a finished job from Ray's list. Conflict: it still runs.
    Task<> deleteJob(QString submissionId, std::stop_token stop);
    /// The whole log so far; empty before the job has begun.
    Task<QString> logs(QString submissionId, std::stop_token stop);

Q_SIGNALS:
    void uploadProgress(qint64 sent, qint64 total);

private:
    HttpRequest request(const QByteArray &method, const QString &path) const;
    Task<HttpReply> exchange(HttpRequest request, std::stop_token stop);
    Task<HttpReply> send(HttpRequest request, std::stop_token stop);

    QNetworkAccessManager *m_network;
    RayAddress m_address;
};

} // namespace rayhelm
