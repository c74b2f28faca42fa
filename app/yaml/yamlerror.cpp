#include "yaml/yamlerror.h"

#include <QCoreApplication>

namespace rayhelm {

Error toError(const YamlError &error)
{
    const QString text = error.line > 0
        ? QCoreApplication::translate("rayhelm::Yaml", "Line %1 cannot be read: %2.").arg(error.line).arg(error.reason)
        : QCoreApplication::translate("rayhelm::Yaml", "The file cannot be read: %1.").arg(error.reason);
    return Error{ErrorKind::InvalidInput, text, {}};
}

} // namespace rayhelm
