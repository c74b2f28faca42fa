// What is asked of Slurm: the annotation slurm-job.vk.io/flags.
#include "core/text.h"
#include "values/podkeys.h"
#include "values/problemchecks.h"
#include "values/singularityoptions.h"
#include "values/slurmoptions.h"

#include <QCoreApplication>

#include <algorithm>

namespace rayhelm {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(rayhelm::SlurmChecks)
};

class SlurmChecks
{
public:
    SlurmChecks(ProblemSearch &search, const YamlPath &group, const QString &flags)
        : m_search(search)
        , m_groupPath(group)
        , m_group(search.values.at(group))
        , m_path(group.child(podkey::annotations).child(podkey::flags))
        , m_flags(flags)
        , m_options(SlurmOptions::parse(flags))
    {
    }

    void run()
    {
        for (const QString &text : m_options.unreadable())
            m_search.add(Severity::Error, "slurm-unreadable", m_path, Tr::tr("Slurm cannot use \"%1\".").arg(text));
        checkPartition();
        checkTime();
        checkGatewaysOwn();
        checkRepeatedValues();
        checkGpu();
    }

private:
    std::optional<QString> value(const char *name) const { return m_options.value(QLatin1String(name)); }

    const SlurmPartition *partition() const
    {
        const SlurmPartitions &known = m_search.context.partitions;
        const QString asked = m_options.partition().value_or(QString());
        const auto found = std::find_if(known.begin(), known.end(), [&asked](const SlurmPartition &one) {
            return asked.isEmpty() ? one.isDefault : one.name == asked;
        });
        return found == known.end() ? nullptr : &*found;
    }

    void checkPartition()
    {
        const SlurmPartitions &known = m_search.context.partitions;
        const QString asked = m_options.partition().value_or(QString());
        if (known.isEmpty() || asked.isEmpty() || asked.contains(QLatin1Char(',')) || partition())
            return;
        QStringList names;
        for (const SlurmPartition &one : known)
            names.append(one.name);
        Problem &problem = m_search.add(Severity::Error, "unknown-partition", m_path,
                                        Tr::tr("The HPC has no partition named %1. It has: %2.").arg(asked, names.join(QStringLiteral(", "))));
        problem.fieldId = QStringLiteral("slurm.partition");
    }

    void checkTime()
    {
        const std::optional<std::chrono::seconds> asked = m_options.timeLimit();
        if (!value("time")) {
            m_search.add(Severity::Hint, "no-time-limit", m_path, Tr::tr("No time limit is given; the HPC's own default holds."));
            return;
        }
        const SlurmPartition *queue = partition();
        if (!asked || !queue || !queue->longest || *asked <= *queue->longest)
            return;
        SlurmOptions shorter = m_options;
        shorter.setTimeLimit(queue->longest);
        const QString longest = durationText(*queue->longest);
        Problem &problem = m_search.add(Severity::Error, "time-above-partition", m_path,
                                        Tr::tr("The partition %1 ends jobs after %2, less than the %3 asked for: Slurm would refuse or never start them.")
                                            .arg(queue->name, longest, durationText(*asked)));
        problem.fieldId = QStringLiteral("slurm.time");
        problem.correction = Correction{Tr::tr("Ask for %1").arg(longest), {YamlEdit::set(m_path, YamlValue::string(shorter.toString()))}};
    }

    /// Options that the gateway writes itself, so that these are lost or break something.
    void checkGatewaysOwn()
    {
        for (const char *name : {"job-name", "output", "error"}) {
            if (value(name))
                correctable(m_search.add(Severity::Error, "slurm-reserved", m_path,
                                         Tr::tr("The gateway needs --%1 for itself: with it here, logs and the job's end are lost.")
                                             .arg(QLatin1String(name))), name);
        }
        for (const char *name : {"mem", "cpus-per-task"}) {
            if (value(name))
                correctable(m_search.add(Severity::Hint, "slurm-overridden", m_path,
                                         Tr::tr("--%1 is overridden by the CPUs and memory of the pod.").arg(QLatin1String(name))), name);
        }
        for (const char *name : {"mem-per-cpu", "mem-per-gpu"}) {
            if (value(name) && !m_group.at({podkey::resources, podkey::limits, QStringLiteral("memory")}).isNull())
                correctable(m_search.add(Severity::Error, "slurm-mem-broken", m_path,
                                         Tr::tr("Some gateways break --%1 when the pod has a memory limit. Use the limit alone.")
                                             .arg(QLatin1String(name))), name);
        }
    }

    void correctable(Problem &problem, const char *name)
    {
        SlurmOptions without = m_options;
        without.remove(QLatin1String(name));
        const QString left = without.toString().trimmed();
        problem.correction = Correction{Tr::tr("Remove --%1").arg(QLatin1String(name)),
                                        {left.isEmpty() ? YamlEdit::remove(m_path) : YamlEdit::set(m_path, YamlValue::string(left))}};
    }

    /// Gateways before 0.6.2 split at every blank and drop a word that came before: "-N 1 -n 1" loses its second 1.
    void checkRepeatedValues()
    {
        const QStringList words = m_flags.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        QStringList repeated;
        for (const QString &word : words) {
            if (words.count(word) > 1 && !repeated.contains(word))
                repeated.append(word);
        }
        if (repeated.isEmpty() || !m_options.hasSeparatedValues())
            return;
        Problem &problem = m_search.add(Severity::Error, "slurm-repeated-word", m_path,
                                        Tr::tr("\"%1\" stands twice in the options, and some gateways drop the second one. "
                                               "Write each option as --name=value.").arg(repeated.first()));
        const QString joined = m_options.joined();
        if (!joined.isEmpty())
            problem.correction = Correction{Tr::tr("Write them so"), {YamlEdit::set(m_path, YamlValue::string(joined))}};
    }

    void checkGpu()
    {
        const YamlPath containerPath = m_groupPath.child(podkey::annotations).child(podkey::singularityOptions);
        const QString written = m_search.values.at(containerPath).text();
        SingularityOptions container = SingularityOptions::parse(written);
        const bool passed = container.hasSwitch(QStringLiteral("--nv")) || container.hasSwitch(QStringLiteral("--rocm"));
        if (m_options.gpus().value_or(0) == 0 || passed)
            return;
        Problem &problem = m_search.add(Severity::Hint, "gpu-without-nv", m_path,
                                        Tr::tr("A GPU is asked for, but the container is started without --nv: unless the HPC adds it, Ray sees no GPU."));
        container.setSwitch(QStringLiteral("--nv"), true);
        problem.correction = Correction{Tr::tr("Add --nv"), {YamlEdit::set(containerPath, YamlValue::string(container.toString()))}};
    }

    ProblemSearch &m_search;
    YamlPath m_groupPath;
    const YamlValue &m_group;
    YamlPath m_path;
    QString m_flags;
    SlurmOptions m_options;
};

} // namespace

void checkSlurm(ProblemSearch &search, const YamlPath &group)
{
    if (const YamlValue *flags = search.values.find(group.child(podkey::annotations).child(podkey::flags)))
        SlurmChecks(search, group, flags->text()).run();
}

} // namespace rayhelm
