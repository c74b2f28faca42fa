// A job's log in pieces, as a view follows it; and ignore files with paths: the first byte chooses.
#include "jobs/ignorerules.h"
#include "jobs/loglines.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace rayhelm;

namespace {

void followLog(const QByteArray &bytes)
{
    LogLines lines(20);
    int rows = 0;
    for (const QByteArray &piece : bytes.split('\0')) {
        const LogChange change = lines.append(QString::fromUtf8(piece), 0);
        rows += change.added - change.removed;
        if (rows != lines.count() || change.changed >= rows || lines.count() > 20)
            abort();
    }
    (void)lines.firstFailureLine();
    (void)lines.find(QStringLiteral("a"));
}

void matchRules(const QByteArray &bytes)
{
    const qsizetype zero = bytes.indexOf('\0');
    const IgnoreRules rules(ignoreLines(bytes.left(zero)));
    (void)rules.leavesOut(QString::fromUtf8(bytes.mid(zero + 1)));
    (void)rules.leavesOut(QStringLiteral("."));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1));
    if (data[0] % 2)
        followLog(bytes);
    else
        matchRules(bytes);
    return 0;
}
