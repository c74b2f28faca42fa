#pragma once

#include "core/task.h"

#include <QUrl>

namespace rayhelm {

class Accounts;
class SessionEdges;
struct JobRecord;
struct Profile;

/// The page of the MLflow run that a job has made, in MLflow's own interface. It is the newest run of the job's experiment that
/// began after the job was sent; while there is none, the experiment's page. Errors: NotFound (the job names no MLflow
/// server, or the experiment does not exist yet), and those of MlflowClient.
Task<QUrl> findRunPage(SessionEdges &edges, Accounts &accounts, Profile profile, JobRecord job, std::stop_token stop);

} // namespace rayhelm
