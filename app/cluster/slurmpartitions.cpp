#include "cluster/slurmpartitions.h"

#include "core/text.h"
#include "explain/explain.h"
#include "values/slurmoptions.h"

#include <QCoreApplication>

#include <algorithm>

namespace rayhelm {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(rayhelm::SlurmPartition)
};

constexpr int mostPartitions = 500;

} // namespace

RemoteCommand partitionsCommand()
{
    RemoteCommand command;
    command.script = QStringLiteral("if ! command -v sinfo >/dev/null 2>&1; then echo 'sinfo: not found' >&2; exit 127; fi\n"
                                    "exec sinfo -h -o '%P|%l'\n");
    command.shownAs = QStringLiteral("sinfo -h -o '%P|%l'");
    return command;
}

/// A line is "gpu*|4-00:00:00": the star marks the default partition, the limit may be "infinite". Partitions whose nodes are
/// in several states come more than once.
Result<SlurmPartitions> parsePartitions(const RemoteOutput &output, const Explanations *explanations)
{
    if (!output.succeeded())
        return failure(explainedError(explanations, ExplainArea::Slurm,
                                      output.exitStatus == 127 ? ErrorKind::NotFound : ErrorKind::CommandFailed,
                                      Words::tr("Slurm did not list its partitions on the HPC login node."), QString::fromUtf8(output.err)));
    SlurmPartitions partitions;
    for (const QString &line : QString::fromUtf8(output.out).split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        SlurmPartition partition;
        partition.name = plainText(line.section(QLatin1Char('|'), 0, 0), 100);
        partition.isDefault = partition.name.endsWith(QLatin1Char('*'));
        if (partition.isDefault)
            partition.name.chop(1);
        partition.longest = SlurmOptions::parseTime(line.section(QLatin1Char('|'), 1, 1).trimmed());
        const bool known = std::any_of(partitions.cbegin(), partitions.cend(),
                                       [&partition](const SlurmPartition &other) { return other.name == partition.name; });
        if (!known && !partition.name.isEmpty() && partitions.size() < mostPartitions)
            partitions.append(partition);
    }
    return partitions;
}

Task<SlurmPartitions> listPartitions(RemoteSession *hpc, const Explanations *explanations, std::stop_token stop)
{
    const RemoteCommand command = partitionsCommand();
    const Result<RemoteOutput> output = co_await hpc->run(command, stop);
    if (!output)
        co_return failure(output.error());
    co_return parsePartitions(*output, explanations);
}

} // namespace rayhelm
