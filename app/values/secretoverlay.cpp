#include "values/secretoverlay.h"

#include "values/fieldaccess.h"
#include "values/podkeys.h"

#include <QCoreApplication>

#include <algorithm>

namespace rayhelm {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(rayhelm::SecretOverlay)
};

const QString volumes = QStringLiteral("volumes");
const QString volumeMounts = QStringLiteral("volumeMounts");
const QString mountPathKey = QStringLiteral("mountPath");
const QString command = QStringLiteral("command");
const QString args = QStringLiteral("args");
const QString logVolume = QStringLiteral("log-volume");
const QString overwriteCommand = QStringLiteral("ray.io/overwrite-container-cmd");

QString latin(const char *text)
{
    return QString::fromLatin1(text);
}

/// What the second file says about one pod group.
class GroupOverlay
{
public:
    GroupOverlay(const YamlValue &group, const QString &name, bool chartHasDefaults)
        : m_group(group), m_name(name), m_chartHasDefaults(chartHasDefaults)
    {
    }

    YamlValue &values() { return m_overlay; }

    void stampPods(const OverlayRequest &request)
    {
        YamlValue annotations = YamlValue::map();
        annotations.insert(latin(stamp::owner), YamlValue::string(request.owner));
        annotations.insert(latin(stamp::installation), YamlValue::string(request.installationId));
        m_overlay.insert(podkey::annotations, annotations);
        YamlValue labels = YamlValue::map();
        labels.insert(latin(stamp::installation), YamlValue::string(request.installationId));
        m_overlay.insert(podkey::labels, labels);
    }

    Result<> mountSecret(const QString &secretName)
    {
        if (Result<> added = addVolume(secretName); !added)
            return added;
        return addMount();
    }

    /// Empty: the link is made. Else why not.
    QString linkCredentials(bool commandIsOverwritten)
    {
        const std::vector<YamlValue> own = m_group.at({command}).items();
        const std::vector<YamlValue> ownArgs = m_group.at({args}).items();
        QString words;
        for (const YamlValue &word : own)
            words += word.text() + QLatin1Char(' ');
        for (const YamlValue &word : ownArgs)
            words += word.text() + QLatin1Char(' ');
        // KubeRay leaves such a command as it is, so it is not a shell text that could be prolonged.
        if (commandIsOverwritten || words.contains(QLatin1String("ray start")))
            return Tr::tr("%1 starts Ray by a command of its own; the MLflow account is mounted at %2, but not linked into the home folder.")
                .arg(m_name, latin(stamp::mountPath));
        YamlValue list = YamlValue::list();
        // KubeRay joins the words with blanks and adds "&& ulimit ...; ray start ...".
        list.append(YamlValue::string(linkCredentialsCommand() + (words.isEmpty() ? QString() : QStringLiteral(" ;"))));
        for (const YamlValue &word : own)
            list.append(word);
        m_overlay.insert(command, list);
        return {};
    }

private:
    /// The user's list, or the chart's default, which a list of ours would replace.
    std::vector<YamlValue> listWithDefault(const QString &key, const YamlValue &defaultItem) const
    {
        const YamlValue *written = m_group.find(key);
        if (written)
            return written->items();
        return m_chartHasDefaults ? std::vector<YamlValue>{defaultItem} : std::vector<YamlValue>();
    }

    Result<> addVolume(const QString &secretName)
    {
        YamlValue log = YamlValue::map();
        log.insert(podkey::name, YamlValue::string(logVolume));
        log.insert(QStringLiteral("emptyDir"), YamlValue::map());
        std::vector<YamlValue> items = listWithDefault(volumes, log);
        for (const YamlValue &item : items) {
            if (item.at({podkey::name}).text() == latin(stamp::volume))
                return failure(ErrorKind::Conflict, Tr::tr("%1 already has a volume named %2.").arg(m_name, latin(stamp::volume)));
        }
        // Behind the gateway the files belong to the user of the job; elsewhere only the pod sees them, as any user.
        const bool onHpc = toleratesVirtualNode(m_group.at({podkey::tolerations}));
        YamlValue secret = YamlValue::map();
        secret.insert(QStringLiteral("secretName"), YamlValue::string(secretName));
        secret.insert(QStringLiteral("defaultMode"), YamlValue::integer(onHpc ? 0400 : 0444));
        YamlValue volume = YamlValue::map();
        volume.insert(podkey::name, YamlValue::string(latin(stamp::volume)));
        volume.insert(QStringLiteral("secret"), secret);
        items.push_back(volume);
        m_overlay.insert(volumes, YamlValue::list(items));
        return {};
    }

    Result<> addMount()
    {
        YamlValue log = YamlValue::map();
        log.insert(mountPathKey, YamlValue::string(QStringLiteral("/tmp/ray")));
        log.insert(podkey::name, YamlValue::string(logVolume));
        std::vector<YamlValue> items = listWithDefault(volumeMounts, log);
        for (const YamlValue &item : items) {
            if (item.at({mountPathKey}).text() == latin(stamp::mountPath))
                return failure(ErrorKind::Conflict, Tr::tr("%1 already mounts something at %2.").arg(m_name, latin(stamp::mountPath)));
        }
        YamlValue mount = YamlValue::map();
        mount.insert(mountPathKey, YamlValue::string(latin(stamp::mountPath)));
        mount.insert(podkey::name, YamlValue::string(latin(stamp::volume)));
        mount.insert(QStringLiteral("readOnly"), YamlValue::boolean(true));
        items.push_back(mount);
        m_overlay.insert(volumeMounts, YamlValue::list(items));
        return {};
    }

    const YamlValue &m_group;
    QString m_name;
    bool m_chartHasDefaults;
    YamlValue m_overlay = YamlValue::map();
};

struct PodGroup {
    QString name;
    YamlPath path;
    bool chartHasDefaults = true;
};

QList<PodGroup> groupsOf(const YamlValue &values)
{
    QList<PodGroup> groups{{podkey::head, {podkey::head}, true}};
    if (!values.at({podkey::worker, podkey::disabled}).toBoolean().value_or(false))
        groups.append({podkey::worker, {podkey::worker}, true});
    for (const YamlEntry &entry : values.at({podkey::additionalGroups}).entries()) {
        const bool standard = entry.key == QLatin1String("smallGroup");
        if (!entry.value.at({podkey::disabled}).toBoolean().value_or(standard))
            groups.append({entry.key, {podkey::additionalGroups, entry.key}, standard});
    }
    return groups;
}

YamlValue clusterAnnotations(const OverlayRequest &request)
{
    YamlValue annotations = YamlValue::map();
    annotations.insert(latin(stamp::owner), YamlValue::string(request.owner));
    annotations.insert(latin(stamp::installation), YamlValue::string(request.installationId));
    annotations.insert(latin(stamp::installed), YamlValue::string(request.installed.toUTC().toString(Qt::ISODate)));
    return annotations;
}

QStringList explain(const OverlayRequest &request)
{
    QStringList sentences;
    sentences.append(Tr::tr("The cluster and its pods are marked as installed by %1, so that colleagues can see whose they are.").arg(request.owner));
    if (request.secretName.isEmpty())
        return sentences;
    sentences.append(Tr::tr("The MLflow account is mounted into every pod at %1, from the Secret %2; it stands in no values file.")
                         .arg(latin(stamp::mountPath), request.secretName));
    sentences.append(Tr::tr("Before Ray starts, each pod links it to .mlflow/credentials in its home folder, unless something is there already, "
                            "and takes the link away when it ends."));
    sentences.append(Tr::tr("Your own volumes, mounts and commands are repeated in this file, because a list here replaces the one in yours."));
    return sentences;
}

} // namespace

QString linkCredentialsCommand()
{
    // All pods of a cluster may share one home folder. Each leaves a mark beside the link, and the last to end takes the
    // link away. A file or link of the user's own is never touched. No "$$" and no "$(": Kubernetes would change them.
    return QStringLiteral(
               "{ rh_f=%1/%2; rh_d=\"$HOME/.mlflow\"; rh_c=\"$rh_d/credentials\"; rh_u=\"$rh_d/.rayhelm\"; rh_p=\"$rh_u/$HOSTNAME.$BASHPID\"; "
               "[ -n \"$HOME\" ] && [ -r \"$rh_f\" ] && mkdir -p \"$rh_d\" && "
               "{ [ -e \"$rh_c\" ] || [ -L \"$rh_c\" ] || ln -s \"$rh_f\" \"$rh_c\"; } && [ -L \"$rh_c\" ] && [ \"$rh_c\" -ef \"$rh_f\" ] && "
               "mkdir -p \"$rh_u\" && : > \"$rh_p\" && "
               "trap 'rm -f \"$rh_p\"; rmdir \"$rh_u\" 2>/dev/null && rm -f \"$rh_c\" && rmdir \"$rh_d\" 2>/dev/null' EXIT; } 2>/dev/null || true")
        .arg(latin(stamp::mountPath), latin(stamp::credentialsFile));
}

Result<Overlay> mountSecretOverlay(const YamlValue &values, const OverlayRequest &request)
{
    Overlay overlay;
    overlay.explanation = explain(request);
    YamlValue root = YamlValue::map();
    root.insert(podkey::annotations, clusterAnnotations(request));
    const bool overwritten = values.at({podkey::annotations, overwriteCommand}).text() == QLatin1String("true");
    YamlValue additional = YamlValue::map();
    for (const PodGroup &group : groupsOf(values)) {
        GroupOverlay part(values.at(group.path), group.name, group.chartHasDefaults);
        part.stampPods(request);
        if (!request.secretName.isEmpty()) {
            if (const Result<> mounted = part.mountSecret(request.secretName); !mounted)
                return failure(mounted.error());
            const QString why = part.linkCredentials(overwritten);
            if (!why.isEmpty())
                overlay.warnings.append(why);
        }
        if (group.path.size() == 1)
            root.insert(group.name, part.values());
        else
            additional.insert(group.name, part.values());
    }
    if (!additional.entries().empty())
        root.insert(podkey::additionalGroups, additional);
    QByteArray header = "# Added by Rayhelm when it installs; your own file is given to Helm before this one.\n";
    overlay.yaml = header + writeYaml(root);
    return overlay;
}

} // namespace rayhelm
