#pragma once

#include "core/result.h"
#include "mlflow/mlflowclient.h"
#include "remote/http.h"

#include <QJsonObject>

namespace rayhelm {

/// Why an answer other than 200 is no success, in words for people.
Error mlflowError(const HttpReply &reply, const QUrl &uri);
/// The server does not know the name by which it is called: no matter of rights.
bool isHostRefusal(const HttpReply &reply);

/// Protocol: no JSON object. An empty list is left out by MLflow, so `{}` is a good answer.
Result<QJsonObject> mlflowObject(const QByteArray &json);
MlflowRun runFrom(const QJsonObject &run);
/// MLflow writes NaN and infinities as texts.
double metricValue(const QJsonValue &value);

} // namespace rayhelm
