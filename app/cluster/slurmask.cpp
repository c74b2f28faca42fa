// What one pod asks of Slurm, read from the text of its options.
#include "cluster/podview.h"
#include "cluster/slurmjobs.h"

#include <QProcess>
#include <QRegularExpression>

#include <algorithm>

namespace rayhelm {

namespace {

enum class Option { Other, Gres, GpusPerJob, GpusPerNode, Time, Nodes, Partition };

struct OptionName {
    const char *name;
    Option option;
};

const OptionName optionNames[] = {
    {"--gres", Option::Gres},           {"--gpus", Option::GpusPerJob},     {"-G", Option::GpusPerJob},
    {"--gpus-per-node", Option::GpusPerNode}, {"--time", Option::Time},      {"-t", Option::Time},
    {"--nodes", Option::Nodes},         {"-N", Option::Nodes},              {"--partition", Option::Partition},
    {"-p", Option::Partition},
};

/// "gpu:a100:2,nvme:1" holds two GPUs; "a100:4" and "4" are the forms of --gpus.
int gpuCount(const QString &value, bool isGres)
{
    int count = 0;
    const QStringList parts = value.split(QLatin1Char(','));
    for (const QString &part : parts) {
        const QStringList fields = part.section(QLatin1Char('('), 0, 0).split(QLatin1Char(':'));
        if (isGres && fields.first() != QLatin1String("gpu"))
            continue;
        bool isNumber = false;
        const int number = fields.last().toInt(&isNumber);
        count += isNumber ? std::clamp(number, 0, 1024) : 1;
    }
    return count;
}

struct Reading {
    SlurmAsk ask;
    std::optional<int> perNode;
    std::optional<int> perJob;

    void take(Option option, const QString &value)
    {
        switch (option) {
        case Option::Gres: perNode = gpuCount(value, true); break;
        case Option::GpusPerNode: perNode = gpuCount(value, false); break;
        case Option::GpusPerJob: perJob = gpuCount(value, false); break;
        case Option::Time: ask.timeLimit = slurmDuration(value); break;
        case Option::Nodes: ask.nodes = std::clamp(value.section(QLatin1Char('-'), 0, 0).toInt(), 1, 10000); break;
        case Option::Partition: ask.partition = value; break;
        case Option::Other: break;
        }
    }
};

/// The option that a word names; `value` gets what follows in the same word ("--time=5", "-t5").
Option optionOf(const QString &word, QString *value)
{
    value->clear();
    const bool isLong = word.startsWith(QLatin1String("--"));
    const QString name = isLong ? word.section(QLatin1Char('='), 0, 0) : word.left(2);
    *value = isLong ? word.section(QLatin1Char('='), 1) : word.mid(2);
    for (const OptionName &known : optionNames) {
        if (name == QLatin1String(known.name))
            return known.option;
    }
    return Option::Other;
}

} // namespace

SlurmAsk slurmAskFromFlags(const QString &flags)
{
    Reading reading;
    const QStringList words = QProcess::splitCommand(flags.simplified());
    for (qsizetype at = 0; at < words.size(); ++at) {
        if (!words.at(at).startsWith(QLatin1Char('-')))
            continue;
        QString value;
        const Option option = optionOf(words.at(at), &value);
        if (option == Option::Other)
            continue;
        const bool hasOwnValue = !value.isEmpty() || words.at(at).contains(QLatin1Char('='));
        if (!hasOwnValue && at + 1 < words.size())
            value = words.at(++at);
        reading.take(option, value);
    }
    if (reading.perJob)
        reading.ask.gpus = reading.perJob;
    else if (reading.perNode)
        reading.ask.gpus = *reading.perNode * reading.ask.nodes;
    return reading.ask;
}

} // namespace rayhelm
