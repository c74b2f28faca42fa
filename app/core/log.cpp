#include "core/log.h"

#include "core/redactor.h"
#include "core/storedfile.h"

#include <QDir>
#include <QFile>

#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/spdlog.h>

namespace rayhelm {

namespace {

constexpr std::size_t maximumLogBytes = 2 * 1024 * 1024;
constexpr std::size_t keptLogFiles = 3;

struct Log {
    std::shared_ptr<spdlog::logger> logger;
    const Redactor *redactor = nullptr;
};

Log &theLog()
{
    static Log log;
    return log;
}

void write(spdlog::level::level_enum level, const char *area, const QString &text)
{
    const Log &log = theLog();
    if (!log.logger)
        return;
    const std::string line = log.redactor->redact(text).toStdString();
    log.logger->log(level, "[{}] {}", area, line);
}

} // namespace

void startLog(const QString &directory, const Redactor &redactor)
{
    if (!makePrivateFolder(directory))
        return; // a full or read-only disk must not keep the application from starting
    const QString path = QDir(directory).filePath(QStringLiteral("rayhelm.log"));
    try {
        auto sink = std::make_shared<spdlog::sinks::rotating_file_sink_st>(
            QFile::encodeName(path).toStdString(), maximumLogBytes, keptLogFiles);
        theLog().logger = std::make_shared<spdlog::logger>("rayhelm", std::move(sink));
        theLog().logger->flush_on(spdlog::level::info);
        theLog().redactor = &redactor;
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    } catch (const spdlog::spdlog_ex &) {
        theLog() = {};
    }
}

void stopLog()
{
    theLog() = {};
}

void logInfo(const char *area, const QString &text)
{
    write(spdlog::level::info, area, text);
}

void logWarning(const char *area, const QString &text)
{
    write(spdlog::level::warn, area, text);
}

} // namespace rayhelm
