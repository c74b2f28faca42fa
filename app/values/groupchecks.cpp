#include "values/environmentlist.h"
#include "values/fieldaccess.h"
#include "values/podkeys.h"
#include "values/problemchecks.h"
#include "values/quantity.h"
#include "values/secretlook.h"
#include "values/valuesform.h"

#include <QCoreApplication>

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
        checkSlurm(m_search, m_path);
        checkGateway(m_search, m_path);
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
        checkMemoryUnit(memoryPath);
        constexpr double enough = 2e9;
        if (m_head && memory && *memory < enough && *memory >= 1e6)
            m_search.add(Severity::Error, "head-memory", memoryPath, Tr::tr("The head needs at least 2G of memory, else it is killed.")).correction
                = Correction{Tr::tr("Use 2G"), {YamlEdit::set(memoryPath, YamlValue::string(QStringLiteral("2G")))}};
    }

    /// "128" is 128 bytes for Kubernetes; the pod would be killed at once.
    void checkMemoryUnit(const YamlPath &path)
    {
        const YamlValue &value = m_search.values.at(path);
        const std::optional<double> bytes = parseQuantity(value.text());
        constexpr double least = 1e6;
        if (!bytes || *bytes <= 0 || *bytes >= least)
            return;
        const QString meant = QString::number(*bytes, 'f', 0) + QLatin1Char('G');
        Problem &problem = m_search.add(Severity::Error, "memory-without-unit", path,
                                        Tr::tr("%1 means that many bytes. Write for example %2.").arg(value.text(), meant));
        const YamlPath request = at({podkey::resources, podkey::requests, path.lastKey()});
        QList<YamlEdit> edits{YamlEdit::set(path, YamlValue::string(meant))};
        if (m_search.values.at(request).text() == value.text())
            edits.append(YamlEdit::set(request, YamlValue::string(meant)));
        problem.correction = Correction{Tr::tr("Use %1").arg(meant), edits};
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
        for (const EnvironmentEntry &entry : readEnvironment(m_group)) {
            if (!entry.fromElsewhere && looksLikeSecret(entry.name, entry.value) && !m_search.context.noSecrets.contains(entry.name))
                reportSecret(entry, entry.place == EnvironmentPlace::Container ? listPath : at({podkey::annotations, podkey::singularityOptions}));
        }
    }

    /// A guess, so it stops nothing and changes nothing: who knows better says so once for the file.
    void reportSecret(const EnvironmentEntry &entry, const YamlPath &path)
    {
        const bool mlflow = entry.name.startsWith(QLatin1String("MLFLOW_TRACKING_"));
        const QString remedy = mlflow ? Tr::tr("Keep it as an MLflow account under Tools, Accounts and passwords: Rayhelm gives it to the pods as a Secret.")
                                      : Tr::tr("Keep it in a Secret of the cluster and name that with \"valueFrom\".");
        Problem &problem = m_search.add(Severity::Hint, "secret-in-plain-text", path,
                                        Tr::tr("%1 looks like a secret in plain text: it would stand in the file, in the release and in the pods, "
                                               "for everybody to read.").arg(entry.name) + QLatin1Char(' ') + remedy);
        problem.fieldId = QStringLiteral("pod.environment");
        problem.podGroup = m_name;
        problem.maybeSecret = entry.name;
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
            reportNode(node, nodes);
        const bool address = m_group.find({QStringLiteral("rayStartParams"), QStringLiteral("node-ip-address")}) != nullptr;
        if (address && !m_group.find({podkey::annotations, podkey::podVpn}))
            m_search.add(Severity::Error, "address-without-vpn", at({QStringLiteral("rayStartParams"), QStringLiteral("node-ip-address")}),
                         Tr::tr("The pod gets its own address only with \"interlink.eu/pod-vpn\".")).correction
                = Correction{Tr::tr("Add it"), {YamlEdit::set(at({podkey::annotations, podkey::podVpn}), YamlValue::string(QStringLiteral("true")))}};
        const YamlValue *vpn = m_group.find({podkey::annotations, podkey::podVpn});
        if (vpn && vpn->text().compare(QLatin1String("true"), Qt::CaseInsensitive) != 0)
            m_search.add(Severity::Hint, "vpn-still-on", at({podkey::annotations, podkey::podVpn}),
                         Tr::tr("Any value turns this on, also \"%1\". Remove the key to turn it off.").arg(vpn->text())).correction
                = Correction{Tr::tr("Remove it"), {YamlEdit::remove(at({podkey::annotations, podkey::podVpn}))}};
    }

    void reportNode(const QString &node, const QStringList &nodes)
    {
        const YamlPath path = at({podkey::nodeSelector, podkey::hostname});
        Problem &problem = m_search.add(Severity::Error, "unknown-node", path,
                                        Tr::tr("There is no gateway named %1. There is: %2.").arg(node, nodes.join(QStringLiteral(", "))));
        if (nodes.size() == 1)
            problem.correction = Correction{Tr::tr("Use %1").arg(nodes.first()), {YamlEdit::set(path, YamlValue::string(nodes.first()))}};
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
