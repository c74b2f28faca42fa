#include "jobs/jobspec.h"

#include "core/text.h"
#include "jobs/itwinaiconfig.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QRegularExpression>

namespace rayhelm {

namespace {

struct Job {
    Q_DECLARE_TR_FUNCTIONS(rayhelm::JobSpec)
};

bool overrides(const JobSpec &spec, const QString &key)
{
    for (const JobOverride &change : spec.overrides) {
        if (change.key == key)
            return true;
    }
    return false;
}

/// What rides along in runtime_env besides the files.
QHash<QString, QString> environment(const JobSpec &spec)
{
    if (spec.mlflowUri.isEmpty() || spec.trackingUriInConfig)
        return {};
    return {{QStringLiteral("MLFLOW_TRACKING_URI"), spec.mlflowUri}};
}

/// The JSON for --runtime-env-json; empty when there is nothing to say.
QString runtimeEnvJson(const JobSpec &spec)
{
    QJsonObject runtimeEnv;
    if (!spec.excludes.isEmpty())
        runtimeEnv.insert(QStringLiteral("excludes"), QJsonArray::fromStringList(spec.excludes));
    QJsonObject variables;
    const QHash<QString, QString> all = environment(spec);
    for (auto entry = all.begin(); entry != all.end(); ++entry)
        variables.insert(entry.key(), entry.value());
    if (!variables.isEmpty())
        runtimeEnv.insert(QStringLiteral("env_vars"), variables);
    if (runtimeEnv.isEmpty())
        return {};
    return QString::fromUtf8(QJsonDocument(runtimeEnv).toJson(QJsonDocument::Compact));
}

} // namespace

QString newSubmissionId(const QString &name)
{
    static const QRegularExpression other(QStringLiteral("[^A-Za-z0-9_-]+"));
    QString safe = name;
    safe.replace(other, QStringLiteral("-"));
    const quint64 random = QRandomGenerator::system()->generate64();
    return QStringLiteral("rayhelm-%1-%2").arg(safe.left(40)).arg(random & 0xffffffffffff, 12, 16, QLatin1Char('0'));
}

QString entrypoint(const JobSpec &spec)
{
    if (!spec.editedEntrypoint.isEmpty())
        return spec.editedEntrypoint;
    QStringList words{QStringLiteral("itwinai"), QStringLiteral("exec-pipeline")};
    if (!spec.configFolder.isEmpty())
        words << QStringLiteral("--config-path") << spec.configFolder;
    words << QStringLiteral("--config-name") << spec.configName;
    const QString always = QStringLiteral("++");
    words << hydraOverride(spec.pipeKeyInConfig ? always : QStringLiteral("+"), QStringLiteral("pipe_key"), spec.pipeline);
    const auto set = [&](const QString &key, const QString &value) {
        if (!value.isEmpty() && !overrides(spec, key))
            words << always + key + QLatin1Char('=') + hydraText(value);
    };
    set(QStringLiteral("tracking_uri"), spec.mlflowUri);
    set(QStringLiteral("experiment_name"), spec.experiment);
    set(QStringLiteral("run_name"), spec.runName);
    for (const JobOverride &change : spec.overrides)
        words << hydraOverride(always, change.key, change.value);
    return shellCommand(words);
}

QString equivalentCommand(const JobSpec &spec, const RayAddress &address)
{
    QStringList words{QStringLiteral("ray"), QStringLiteral("job"), QStringLiteral("submit"), QStringLiteral("--address"),
                      address.base.toString(QUrl::RemoveUserInfo | QUrl::FullyEncoded)};
    if (!address.user.isEmpty())
        words << QStringLiteral("--headers") << QStringLiteral("{\"Authorization\": \"Basic (hidden)\"}");
    words << QStringLiteral("--working-dir") << QDir(spec.folder).path() + QLatin1Char('/');
    const QString runtimeEnv = runtimeEnvJson(spec);
    if (!runtimeEnv.isEmpty())
        words << QStringLiteral("--runtime-env-json") << runtimeEnv;
    if (spec.cpus > 0)
        words << QStringLiteral("--entrypoint-num-cpus") << QString::number(spec.cpus);
    if (spec.gpus > 0)
        words << QStringLiteral("--entrypoint-num-gpus") << QString::number(spec.gpus);
    if (spec.memory > 0)
        words << QStringLiteral("--entrypoint-memory") << QString::number(spec.memory);
    return shellCommand(words) + QStringLiteral(" -- ") + entrypoint(spec);
}

Result<> checkEntrypoint(const QString &command)
{
    if (command.trimmed().isEmpty())
        return failure(ErrorKind::InvalidInput, Job::tr("The command is empty."));
    if (command.contains(QLatin1Char('\n')) || command.contains(QLatin1Char('\r')) || command.contains(QChar(0)))
        return failure(ErrorKind::InvalidInput, Job::tr("The command must be one line."));
    static const QRegularExpression password(QStringLiteral("(password|passwd|passphrase)\\s*=\\s*[^\\s]"),
                                             QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression token(QStringLiteral("\\b[A-Z0-9_]*(TOKEN|SECRET|API_?KEY|ACCESS_KEY)=[^\\s]"));
    static const QRegularExpression userInfo(QStringLiteral("\\w+://[^\\s/@:]+:[^\\s/@]+@"));
    if (password.match(command).hasMatch() || token.match(command).hasMatch() || userInfo.match(command).hasMatch())
        return failure(ErrorKind::InvalidInput,
                       Job::tr("The command holds a password. Everyone who may look at the cluster could read it. Remove it: the job "
                               "reads the account from the cluster."));
    return {};
}

Result<> checkJobSpec(const JobSpec &spec)
{
    if (spec.folder.isEmpty())
        return failure(ErrorKind::InvalidInput, Job::tr("Choose the folder that is sent with the job."));
    if (spec.editedEntrypoint.isEmpty() && spec.configName.isEmpty())
        return failure(ErrorKind::InvalidInput, Job::tr("Choose a configuration."));
    if (spec.editedEntrypoint.isEmpty() && spec.pipeline.isEmpty())
        return failure(ErrorKind::InvalidInput, Job::tr("Choose a pipeline."));
    for (const JobOverride &change : spec.overrides) {
        const QString problem = overrideKeyProblem(change.key);
        if (!problem.isEmpty())
            return failure(ErrorKind::InvalidInput, problem);
    }
    if (spec.cpus < 0 || spec.gpus < 0 || spec.memory < 0)
        return failure(ErrorKind::InvalidInput, Job::tr("A job cannot ask for less than nothing."));
    static const QRegularExpression safeId(QStringLiteral("^[A-Za-z0-9_-]{1,200}\\z"));
    if (!safeId.match(spec.submissionId).hasMatch())
        return failure(ErrorKind::InvalidInput, Job::tr("The job's name for Ray may hold letters, digits, _ and - only."));
    return checkEntrypoint(entrypoint(spec));
}

JobSubmission submission(const JobSpec &spec, const QString &packageUri)
{
    JobSubmission made;
    made.submissionId = spec.submissionId;
    made.entrypoint = entrypoint(spec);
    made.workingDirUri = packageUri;
    made.environment = environment(spec);
    made.metadata = {{QStringLiteral("name"), spec.name}, {QStringLiteral("sent_with"), QStringLiteral("Rayhelm")}};
    made.cpus = spec.cpus;
    made.gpus = spec.gpus;
    made.memory = spec.memory;
    return made;
}

} // namespace rayhelm
