#pragma once

#include "core/result.h"
#include "jobs/raytypes.h"
#include "remote/http.h"

#include <QByteArray>

namespace rayhelm {

struct RayAddress;

// What Ray's dashboard answers, read leniently: unknown keys are ignored, missing ones are empty. Protocol when the text is
// no such answer at all.

Result<RayVersion> parseRayVersion(const QByteArray &json);
Result<QList<RayNode>> parseRayNodes(const QByteArray &json);
Result<JobDetails> parseJobDetails(const QByteArray &json);
/// The newest `limits::rayJobs`, newest submission first.
Result<RayJobList> parseJobList(const QByteArray &json);
/// The text of one member of a JSON object ("logs", "submission_id").
Result<QString> parseMember(const QByteArray &json, const QString &key);
Result<bool> parseFlag(const QByteArray &json, const QString &key);

/// The body of `POST /api/jobs/`.
QByteArray submissionBody(const JobSubmission &submission);

/// Why an answer other than 200 is no success, in words for people.
Error rayError(const HttpReply &reply, const RayAddress &address);

} // namespace rayhelm
