#pragma once

#include <QString>

namespace rayhelm {

class Redactor;

/// Starts the log file (rotating, owner-only). Every line passes `redactor`, which must outlive the log.
/// `directory` is created if missing. Without this call log lines go nowhere.
void startLog(const QString &directory, const Redactor &redactor);
void stopLog();

/// One line: `area` is the room ("remote", "cluster"). Never a secret, never a payload.
void logInfo(const char *area, const QString &text);
void logWarning(const char *area, const QString &text);

} // namespace rayhelm
