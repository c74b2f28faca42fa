#pragma once

#include "core/result.h"

#include <QList>
#include <QString>

namespace rayhelm {

/// A beginning for a new configuration: the shipped example with some settings of the form changed, its comments kept.
struct ValuesTemplate {
    QString id;    ///< "small", "training", "search"
    QString label; ///< translated
    QString tip;   ///< translated, one sentence
};

QList<ValuesTemplate> valuesTemplates();

/// The text of a template; an empty id is the example as it is. NotFound: there is no such template.
Result<QByteArray> templateText(const QString &id, const QString &chartVersion);

} // namespace rayhelm
