// What the gateway to the HPC (interLink and its Slurm plugin) makes of a pod: annotations, container options, volumes.
#include "values/podkeys.h"
#include "values/problemchecks.h"
#include "values/singularityoptions.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace rayhelm {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(rayhelm::GatewayChecks)
};

class GatewayChecks
{
public:
    GatewayChecks(ProblemSearch &search, const YamlPath &group)
        : m_search(search), m_path(group), m_group(search.values.at(group)), m_annotations(group.child(podkey::annotations))
    {
    }

    void run()
    {
        // Kubernetes takes only texts as values of these; Helm hands over what YAML made of them.
        for (const QString &map : {podkey::annotations, podkey::labels, podkey::nodeSelector})
            checkTexts(m_path.child(map));
        for (const QString &key : m_group.at({podkey::annotations}).keys())
            checkAnnotation(key);
        checkBinds();
        checkShellText(podkey::singularityOptions);
        checkShellText(podkey::singularityMounts);
        checkVolumes();
    }

private:
    void checkTexts(const YamlPath &map)
    {
        for (const YamlEntry &entry : m_search.values.at(map).entries()) {
            if (entry.value.isString())
                continue;
            const YamlPath path = map.child(entry.key);
            if (!entry.value.isScalar() || entry.value.isNull()) {
                m_search.add(Severity::Error, "not-a-text", path, Tr::tr("Kubernetes takes only texts here, and \"%1\" is none.").arg(entry.key));
                continue;
            }
            Problem &problem = m_search.add(Severity::Error, "not-a-text", path,
                                            Tr::tr("Kubernetes takes only texts here. Put %1 in quotes.").arg(entry.value.text()));
            problem.correction = Correction{Tr::tr("Put it in quotes"), {YamlEdit::set(path, YamlValue::string(entry.value.text()))}};
        }
    }

    void checkAnnotation(const QString &key)
    {
        static const QStringList writtenByGateway{
            QStringLiteral("JobID"), QStringLiteral("interlink.eu/pod-subnet"), QStringLiteral("interlink.eu/wstunnel-client-commands"),
            QStringLiteral("interlink.eu/wireguard-client-snippet"), QStringLiteral("interlink.eu/wstunnel-path-prefix")};
        const YamlPath path = m_annotations.child(key);
        const bool slurm = key.startsWith(QLatin1String("slurm-job.vk.io/")) || key.startsWith(QLatin1String("slurm-job.knoc.io/"));
        if (writtenByGateway.contains(key)) {
            removable(m_search.add(Severity::Error, "gateways-annotation", path, Tr::tr("The gateway writes \"%1\" itself. Remove it.").arg(key)));
        } else if (key == QLatin1String("slurm-job.vk.io/mpi-flags")) {
            removable(m_search.add(Severity::Hint, "annotation-without-effect", path, Tr::tr("\"%1\" has no effect in any gateway known so far.").arg(key)));
        } else if (slurm && !m_search.schema.key(path)) {
            const QString today = QLatin1String("slurm-job.vk.io/") + key.section(QLatin1Char('/'), 1); // old texts name another domain
            const QString near = m_search.schema.key(m_annotations.child(today)) ? today : m_search.schema.suggestion(path);
            QString sentence = Tr::tr("No gateway reads \"%1\".").arg(key);
            if (!near.isEmpty())
                sentence += QLatin1Char(' ') + Tr::tr("Did you mean \"%1\"?").arg(near);
            Problem &problem = m_search.add(Severity::Hint, "unknown-annotation", path, sentence);
            if (!near.isEmpty() && !m_search.values.find(m_annotations.child(near)))
                problem.correction = Correction{Tr::tr("Use \"%1\"").arg(near), {YamlEdit::rename(path, near)}};
        }
    }

    static void removable(Problem &problem)
    {
        problem.correction = Correction{Tr::tr("Remove it"), {YamlEdit::remove(problem.path)}};
    }

    void checkBinds()
    {
        const YamlPath path = m_annotations.child(podkey::singularityMounts);
        for (const QString &bind : SingularityOptions::parse(m_search.values.at(path).text()).binds()) {
            const QString problem = SingularityOptions::bindProblem(bind);
            if (!problem.isEmpty())
                m_search.add(Severity::Error, "bad-bind", path, QStringLiteral("%1: %2").arg(bind, problem));
        }
    }

    /// Both texts are pasted unquoted into one shell line: what ends that line or opens a quote breaks the start of the container.
    void checkShellText(const QString &key)
    {
        const YamlPath path = m_annotations.child(key);
        const QString text = m_search.values.at(path).text();
        static const QRegularExpression outside(QStringLiteral("'[^']*'|\"(?:\\\\.|[^\"\\\\])*\""));
        QString bare = text.trimmed();
        bare.remove(outside);
        if (bare.contains(QLatin1Char('\'')) || bare.contains(QLatin1Char('"'))) {
            m_search.add(Severity::Error, "open-quote", path, Tr::tr("A quote is opened here and not closed: the container would not start."));
            return;
        }
        static const QRegularExpression ends(QStringLiteral("[;&|<>\\n`]"));
        const QRegularExpressionMatch match = ends.match(bare);
        if (match.hasMatch())
            m_search.add(Severity::Error, "ends-the-command", path,
                         match.captured() == QLatin1String("\n")
                             ? Tr::tr("A line end here ends the command that starts the container. Write all options on one line.")
                             : Tr::tr("\"%1\" ends the command that starts the container. Put the text around it in quotes.").arg(match.captured()));
    }

    /// With a volume of another kind, all mounts of the container are dropped without a word.
    void checkVolumes()
    {
        if (!m_group.find({podkey::annotations, podkey::flags}))
            return;
        static const QStringList carried{QStringLiteral("configMap"), QStringLiteral("secret"), QStringLiteral("projected"),
                                         QStringLiteral("emptyDir"), QStringLiteral("downwardAPI"), QStringLiteral("hostPath")};
        const YamlPath path = m_path.child(QStringLiteral("volumes"));
        const YamlValue &volumes = m_search.values.at(path);
        for (size_t i = 0; i < volumes.items().size(); ++i) {
            const YamlValue &volume = volumes.items()[i];
            for (const YamlEntry &entry : volume.entries()) {
                if (entry.key == podkey::name || carried.contains(entry.key))
                    continue;
                m_search.add(Severity::Error, "volume-not-carried", path.child(int(i)),
                             Tr::tr("The gateway cannot give a volume of the kind \"%1\" to the HPC, and drops all mounts of the pod with it. "
                                    "Mount a folder of the HPC instead.").arg(entry.key));
            }
            const YamlValue *host = volume.find(QStringLiteral("hostPath"));
            if (host && host->at({QStringLiteral("type")}).text().isEmpty()) {
                const YamlPath type = path.child(int(i)).child(QStringLiteral("hostPath")).child(QStringLiteral("type"));
                Problem &problem = m_search.add(Severity::Error, "host-path-type", path.child(int(i)),
                                                Tr::tr("The gateway fails for a folder of the host without a \"type\"."));
                problem.correction = Correction{Tr::tr("Say that it is a folder"), {YamlEdit::set(type, YamlValue::string(QStringLiteral("Directory")))}};
            }
        }
    }

    ProblemSearch &m_search;
    YamlPath m_path;
    const YamlValue &m_group;
    YamlPath m_annotations;
};

} // namespace

void checkGateway(ProblemSearch &search, const YamlPath &group)
{
    GatewayChecks(search, group).run();
}

} // namespace rayhelm
