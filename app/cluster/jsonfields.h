#pragma once

#include <QJsonObject>
#include <QString>

namespace rayhelm {

// Fields of Kubernetes' objects; of another type or missing: empty.

inline QString text(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

inline QJsonObject inner(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toObject();
}

} // namespace rayhelm
