#include "jobs/raytypes.h"

#include <array>
#include <utility>

namespace rayhelm {

namespace {

using Name = std::pair<JobStatus, QLatin1String>;

constexpr std::array names{
    Name{JobStatus::Pending, QLatin1String("PENDING")},     Name{JobStatus::Running, QLatin1String("RUNNING")},
    Name{JobStatus::Succeeded, QLatin1String("SUCCEEDED")}, Name{JobStatus::Failed, QLatin1String("FAILED")},
    Name{JobStatus::Stopped, QLatin1String("STOPPED")},
};

} // namespace

bool isTerminal(JobStatus status)
{
    return status == JobStatus::Succeeded || status == JobStatus::Failed || status == JobStatus::Stopped;
}

QString jobStatusName(JobStatus status)
{
    for (const auto &[known, name] : names) {
        if (known == status)
            return name;
    }
    return QStringLiteral("UNKNOWN");
}

JobStatus jobStatusFromName(const QString &name)
{
    for (const auto &[known, text] : names) {
        if (text == name)
            return known;
    }
    return JobStatus::Unknown;
}

} // namespace rayhelm
