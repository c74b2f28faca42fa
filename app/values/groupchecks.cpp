#include "values/environmentlist.h"
#include "values/fieldaccess.h"
#include "values/podkeys.h"
#include "values/problemchecks.h"
#include "values/quantity.h"
#include "values/singularityoptions.h"
#include "values/slurmoptions.h"
#include "values/valuesform.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace rayhelm {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(rayhelm::GroupChecks)
};

/// The checks of one group; `m_path` is where it stands.
class GroupChecks
{
public:
    GroupChecks(ProblemSearch &search, const QString &name, const YamlPath &path)
        : m_search(search), m_name(name), m_path(path), m_group(search.values.at(path)), m_head(name == podkey::head)
    {
    }

    void run()
    {
        checkResources();
        if (!m_head)
            checkReplicas();
        checkSlurm();
        checkSingularity();
        checkEnvironment();
        checkPlacement();
    }

private:
    YamlPath at(std::initializer_list<QString> keys) const
    {
        YamlPath path = m_path;
        for (const QString &key : keys)
            path = path.child(key);
        return path;
    }

    void checkResources()
    {
        for (const QString &resource : {QStringLiteral("cpu"), QStringLiteral("memory")}) {
            const YamlValue &limit = m_group.at({podkey::resources, podkey::limits, resource});
            const YamlValue &request = m_group.at({podkey::resources, podkey::requests, resource});
            const YamlPath limitPath = at({podkey::resources, podkey::limits, resource});
            const YamlPath requestPath = at({podkey::resources, podkey::requests, resource});
            const bool limitSound = checkQuantity(limit, limitPath);
            const bool requestSound = checkQuantity(request, requestPath);
            if (limit.isNull() || request.isNull() || !limitSound || !requestSound)
                continue;
            if (*parseQuantity(request.text()) > *parseQuantity(limit.text())) {
                Problem &problem = m_search.add(Severity::Error, "requests-above-limits", requestPath,
                                                Tr::tr("%1 is requested, but at most %2 is allowed: Kubernetes refuses such pods.")
                                                    .arg(request.text(), limit.text()));
                problem.correction = Correction{Tr::tr("Request %1").arg(limit.text()), {YamlEdit::set(requestPath, limit)}};
            }
        }
        const YamlPath memoryPath = at({podkey::resources, podkey::limits, QStringLiteral("memory")});
        const std::optional<double> memory = parseQuantity(m_search.values.at(memoryPath).text());
        constexpr double enough = 2e9;
        if (m_head && memory && *memory < enough)
            m_search.add(Severity::Error, "head-memory", memoryPath, Tr::tr("The head needs at least 2G of memory, else it is killed."));
    }

    bool checkQuantity(const YamlValue &value, const YamlPath &path)
    {
        if (value.isNull())
            return true;
        const std::optional<double> amount = value.isScalar() ? parseQuantity(value.text()) : std::nullopt;
        if (!amount || *amount < 0) {
            const bool cpu = path.lastKey() == QLatin1String("cpu");
            m_search.add(Severity::Error, "not-a-quantity", path,
                         cpu ? Tr::tr("\"%1\" is not a number of CPUs. Write for example 64 or 1500m.").arg(value.text())
                             : Tr::tr("\"%1\" is not an amount of memory. Write for example 128G or 64Gi.").arg(value.text()));
            return false;
        }
        return true;
    }

    void checkReplicas()
    {
        const bool additional = m_path.size() > 1;
        const QVersionNumber chart = m_search.schema.chartVersion();
        const auto number = [this](const char *key, qint64 otherwise) {
            const YamlValue &value = m_group.at({QString::fromLatin1(key)});
            return value.isNull() ? otherwise : value.toInteger().value_or(-1);
        };
        const qint64 replicas = number("replicas", additional ? 0 : 1);
        const qint64 minimum = number("minReplicas", additional ? 0 : 1);
        const qint64 maximum = number("maxReplicas", additional ? 2147483647 : chart >= QVersionNumber(1, 6) ? 5 : 3);
        for (const char *key : {"replicas", "minReplicas", "maxReplicas"}) {
            const YamlValue &value = m_group.at({QString::fromLatin1(key)});
            if (value.toInteger().value_or(0) < 0)
                m_search.add(Severity::Error, "negative-replicas", at({QString::fromLatin1(key)}), Tr::tr("There cannot be less than 0 workers."));
        }
        if (replicas < 0 || minimum < 0 || maximum < 0)
            return;
        const YamlPath maxPath = at({QStringLiteral("maxReplicas")});
        if (minimum > maximum) {
            m_search.add(Severity::Error, "min-above-max", at({QStringLiteral("minReplicas")}),
                         Tr::tr("At least %1 workers cannot go with at most %2.").arg(minimum).arg(maximum));
        } else if (replicas > maximum) {
            Problem &problem = m_search.add(Severity::Error, "replicas-above-max", at({QStringLiteral("replicas")}),
                                            Tr::tr("KubeRay would start %1 workers, not %2: the most allowed is %1.").arg(maximum).arg(replicas));
            problem.correction = Correction{Tr::tr("Allow %1").arg(replicas), {YamlEdit::set(maxPath, YamlValue::integer(replicas))}};
        } else if (replicas < minimum) {
            Problem &problem = m_search.add(Severity::Error, "replicas-below-min", at({QStringLiteral("replicas")}),
                                            Tr::tr("KubeRay would start %1 workers, not %2: the least allowed is %1.").arg(minimum).arg(replicas));
            problem.correction = Correction{Tr::tr("Allow %1").arg(replicas),
                                            {YamlEdit::set(at({QStringLiteral("minReplicas")}), YamlValue::integer(replicas))}};
        }
    }

    void checkSlurm()
    {
        const YamlPath path = at({podkey::annotations, podkey::flags});
        const YamlValue *written = m_search.values.find(path);
        if (!written)
            return;
        const SlurmOptions options = SlurmOptions::parse(written->text());
        for (const QString &text : options.unreadable())
            m_search.add(Severity::Error, "slurm-unreadable", path, Tr::tr("Slurm cannot use \"%1\".").arg(text));
        if (!options.value(QStringLiteral("time")))
            m_search.add(Severity::Hint, "no-time-limit", path, Tr::tr("No time limit is given; the HPC's own default holds."));
        for (const char *name : {"job-name", "output", "error"}) {
            if (options.value(QLatin1String(name)))
                m_search.add(Severity::Error, "slurm-reserved", path,
                             Tr::tr("The gateway needs --%1 for itself: with it here, logs and the job's end are lost.").arg(QLatin1String(name)));
        }
        for (const char *name : {"mem", "cpus-per-task"}) {
            if (options.value(QLatin1String(name)))
                m_search.add(Severity::Hint, "slurm-overridden", path,
                             Tr::tr("--%1 is overridden by the CPUs and memory of the pod.").arg(QLatin1String(name)));
        }
        for (const char *name : {"mem-per-cpu", "mem-per-gpu"}) {
            if (options.value(QLatin1String(name)) && !m_group.at({podkey::resources, podkey::limits, QStringLiteral("memory")}).isNull())
                m_search.add(Severity::Error, "slurm-mem-broken", path,
                             Tr::tr("Some gateways break --%1 when the pod has a memory limit. Use the limit alone.").arg(QLatin1String(name)));
        }
        const YamlValue &container = m_group.at({podkey::annotations, podkey::singularityOptions});
        const SingularityOptions singularity = SingularityOptions::parse(container.text());
        if (options.gpus().value_or(0) > 0 && !singularity.hasSwitch(QStringLiteral("--nv")) && !singularity.hasSwitch(QStringLiteral("--rocm")))
            m_search.add(Severity::Hint, "gpu-without-nv", path,
                         Tr::tr("A GPU is asked for, but the container is started without --nv: unless the HPC adds it, Ray sees no GPU."));
    }

    void checkSingularity()
    {
        const YamlPath path = at({podkey::annotations, podkey::singularityMounts});
        const QString mounts = m_search.values.at(path).text();
        for (const QString &bind : SingularityOptions::parse(mounts).binds()) {
            const QString problem = SingularityOptions::bindProblem(bind);
            if (!problem.isEmpty())
                m_search.add(Severity::Error, "bad-bind", path, QStringLiteral("%1: %2").arg(bind, problem));
        }
    }

    void checkEnvironment()
    {
        const YamlPath listPath = at({podkey::containerEnv});
        const YamlValue &list = m_search.values.at(listPath);
        for (size_t i = 0; i < list.items().size(); ++i) {
            const YamlValue &value = list.items()[i].at({podkey::value});
            const YamlPath path = listPath.child(int(i)).child(podkey::value);
            if (list.items()[i].at({podkey::name}).text().isEmpty())
                m_search.add(Severity::Error, "env-without-name", listPath.child(int(i)), Tr::tr("This variable has no name."));
            if (!value.isScalar() || value.isString() || value.isNull())
                continue;
            Problem &problem = m_search.add(Severity::Error, "env-not-text", path,
                                            Tr::tr("Kubernetes takes only texts here. Put %1 in quotes.").arg(value.text()));
            problem.correction = Correction{Tr::tr("Put it in quotes"), {YamlEdit::set(path, YamlValue::string(value.text()))}};
        }
        const bool additional = m_path.size() > 1;
        const bool breaks = additional && m_search.schema.chartVersion() < QVersionNumber(1, 3) && !m_group.find(podkey::containerEnv);
        if (breaks) {
            Problem &problem = m_search.add(Severity::Error, "env-missing", m_path,
                                            Tr::tr("Chart %1 fails for an additional group without \"containerEnv\".")
                                                .arg(m_search.context.chartVersion));
            problem.correction = Correction{Tr::tr("Add an empty one"), {YamlEdit::set(listPath, YamlValue::list())}};
        }
        checkSecrets(listPath);
    }

    void checkSecrets(const YamlPath &listPath)
    {
        static const QRegularExpression secretName(
            QStringLiteral("(PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|API_?KEY|ACCESS_?KEY|CREDENTIAL)"), QRegularExpression::CaseInsensitiveOption);
        for (const EnvironmentEntry &entry : readEnvironment(m_group)) {
            const bool reference = entry.value.isEmpty() || entry.value.startsWith(QLatin1Char('$')) || entry.value.startsWith(QLatin1Char('/'));
            if (entry.fromElsewhere || reference || !secretName.match(entry.name).hasMatch())
                continue;
            const YamlPath path = entry.place == EnvironmentPlace::Container ? listPath : at({podkey::annotations, podkey::singularityOptions});
            Problem &problem = m_search.add(Severity::Error, "secret-in-plain-text", path,
                                            Tr::tr("%1 looks like a secret in plain text: it would stand in the file, in the release and in the pods, "
                                                   "for everybody to read. Keep it in a Secret.").arg(entry.name));
            problem.fieldId = QStringLiteral("pod.environment");
            problem.podGroup = m_name;
        }
    }

    void checkPlacement()
    {
        const QString node = m_group.at({podkey::nodeSelector, podkey::hostname}).text();
        const YamlValue &tolerations = m_group.at({podkey::tolerations});
        const YamlPath path = at({podkey::tolerations});
        const bool wantsHpc = !node.isEmpty() || m_group.find({podkey::annotations, podkey::flags});
        if (wantsHpc && !toleratesVirtualNode(tolerations)) {
            const FieldSchema *field = m_search.schema.field(QStringLiteral("pod.tolerations"));
            Problem &problem = m_search.add(Severity::Error, "toleration-missing", path,
                                            Tr::tr("Without the toleration for the gateway these pods stay pending for ever."));
            const Result<QList<YamlEdit>> edits = writeEdits(m_group, m_path, *field, true);
            if (edits)
                problem.correction = Correction{Tr::tr("Let them run on the HPC"), *edits};
        }
        const QStringList &nodes = m_search.context.virtualNodes;
        if (!node.isEmpty() && !nodes.isEmpty() && !nodes.contains(node))
            m_search.add(Severity::Error, "unknown-node", at({podkey::nodeSelector, podkey::hostname}),
                         Tr::tr("There is no gateway named %1. There is: %2.").arg(node, nodes.join(QStringLiteral(", "))));
        const bool address = m_group.find({QStringLiteral("rayStartParams"), QStringLiteral("node-ip-address")}) != nullptr;
        if (address && !m_group.find({podkey::annotations, podkey::podVpn}))
            m_search.add(Severity::Error, "address-without-vpn", at({QStringLiteral("rayStartParams"), QStringLiteral("node-ip-address")}),
                         Tr::tr("The pod gets its own address only with \"interlink.eu/pod-vpn\"."));
        const YamlValue *vpn = m_group.find({podkey::annotations, podkey::podVpn});
        if (vpn && vpn->text().compare(QLatin1String("true"), Qt::CaseInsensitive) != 0)
            m_search.add(Severity::Hint, "vpn-still-on", at({podkey::annotations, podkey::podVpn}),
                         Tr::tr("Any value turns this on, also \"%1\". Remove the key to turn it off.").arg(vpn->text()));
    }

    ProblemSearch &m_search;
    QString m_name;
    YamlPath m_path;
    const YamlValue &m_group;
    bool m_head;
};

} // namespace

void checkPodGroup(ProblemSearch &search, const QString &podGroup, const YamlPath &path)
{
    GroupChecks(search, podGroup, path).run();
}

} // namespace rayhelm
