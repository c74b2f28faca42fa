#include "cluster/podview.h"

#include "values/slurmoptions.h"

#include <algorithm>

namespace rayhelm {

SlurmAsk slurmAskFromFlags(const QString &flags)
{
    const SlurmOptions options = SlurmOptions::parse(flags);
    SlurmAsk ask;
    ask.gpus = options.gpus();
    ask.timeLimit = options.timeLimit();
    ask.nodes = std::clamp(options.nodes().value_or(1), 1, 100000);
    ask.partition = options.partition().value_or(QString());
    return ask;
}

} // namespace rayhelm
