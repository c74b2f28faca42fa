// A job's log in pieces, as a view follows it; and ignore files with paths: the first byte chooses.
#include "fuzzing.h"
#include "jobs/ignorerules.h"
#include "jobs/loglines.h"

using namespace rayhelm;

const std::size_t fuzzChoices = 1;

namespace {

void followLog(const QByteArray &bytes)
{
    LogLines lines(20);
    int rows = 0;
    for (const QByteArray &piece : bytes.split('\0')) {
        const LogChange change = lines.append(QString::fromUtf8(piece), 0);
        rows += change.added - change.removed;
        require(rows == lines.count() && change.changed < rows && lines.count() <= 20, "rows are miscounted");
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

void fuzzOne(const std::uint8_t *choices, const QByteArray &bytes)
{
    if (choices[0] % 2)
        followLog(bytes);
    else
        matchRules(bytes);
}
