#pragma once

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>

namespace rayhelm {

/// What `GET /api/version` says.
struct RayVersion {
    QString text;    ///< "2.9.0", "3.0.0.dev0"
    int major = 0;
    int minor = 0;
    QString session; ///< name of the Ray session; empty before about 2.32

    bool atLeast(int otherMajor, int otherMinor) const
    {
        return major != otherMajor ? major > otherMajor : minor >= otherMinor;
    }
};

/// One node as Ray's control service sees it (`GET /nodes?view=summary`).
struct RayNode {
    QString nodeId;
    QString instanceId; ///< the pod's name (KubeRay sets RAY_CLOUD_INSTANCE_ID); empty outside Kubernetes and, in new
                        ///< Rays, for dead nodes
    QString hostName;
    QString address;    ///< never used to match pods: addresses are reused
    bool alive = false;
    bool isHead = false;
    QString deathReason; ///< Ray's words for a dead node; empty when alive or unknown
    QHash<QString, double> resources; ///< total "CPU", "GPU", "memory" (bytes)
};

enum class JobStatus { Pending, Running, Succeeded, Failed, Stopped, Unknown };

/// True when nothing follows: Succeeded, Failed, Stopped.
bool isTerminal(JobStatus status);
/// Ray's word: "PENDING".
QString jobStatusName(JobStatus status);
JobStatus jobStatusFromName(const QString &name);

/// One job of `GET /api/jobs/`.
struct JobDetails {
    QString submissionId; ///< empty for a job that was not submitted through the Jobs interface
    QString jobId;        ///< "01000000"; empty until the driver connects
    bool isSubmission = true;
    JobStatus status = JobStatus::Unknown;
    QString statusName;   ///< as Ray wrote it
    QString entrypoint;
    QString message;      ///< of a failed job: the end of its log
    QString errorType;    ///< empty before about 2.50
    QDateTime submitted;  ///< Ray's start_time is the time of submission
    QDateTime ended;
    std::optional<int> exitCode;
    QString driverNodeId;
    QHash<QString, QString> metadata;
};

/// What `GET /api/jobs/` answers, newest submission first.
struct RayJobList {
    QList<JobDetails> jobs;
    int leftOut = 0;    ///< older jobs that are not in `jobs`, because there are too many: who is missing may still run
    int impossible = 0; ///< entries with an impossible name, left out
    int perhapsRunning = 0; ///< of all that is left out
};

/// What `POST /api/jobs/` is told. No field may hold a secret: Ray shows all of them to everyone who can read.
struct JobSubmission {
    QString submissionId;
    QString entrypoint;
    QString workingDirUri; ///< "gcs://_ray_pkg_....zip"; empty: none
    QHash<QString, QString> environment;
    QHash<QString, QString> metadata;
    double cpus = 0;       ///< for the driver; 0: not asked for
    double gpus = 0;
    qint64 memory = 0;     ///< bytes
};

} // namespace rayhelm

Q_DECLARE_METATYPE(rayhelm::JobDetails)
