#include "ui/practicevm.h"

#include "core/text.h"
#include "remote/launcher.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>

namespace rayhelm {

PracticeVm::PracticeVm(ProcessLauncher *launcher, QObject *parent) : QObject(parent), m_launcher(launcher) {}

PracticeVm::~PracticeVm() = default;

QString PracticeVm::findCommand()
{
    const QString named = qEnvironmentVariable("RAYHELM_PRACTICE");
    if (!named.isEmpty())
        return QFileInfo(named).isExecutable() ? named : QString();
    const QString name = QStringLiteral("rayhelm-practice");
    const QString beside = QStandardPaths::findExecutable(name, {QCoreApplication::applicationDirPath()});
    return beside.isEmpty() ? QStandardPaths::findExecutable(name) : beside;
}

QUuid PracticeVm::profileId()
{
    return QUuid::createUuidV5(QUuid(), QStringLiteral("io.rayhelm/practice"));
}

Result<Profile> PracticeVm::profileFromEnvironment(const QByteArray &json)
{
    const QJsonObject values = QJsonDocument::fromJson(json).object();
    const auto text = [&values](const char *name) { return values.value(QLatin1String(name)).toVariant().toString(); };
    if (text("LAB_SSH_HOST").isEmpty())
        return failure(ErrorKind::Protocol, tr("The practice VM did not say how to reach it."), plainText(json));
    Profile profile;
    profile.id = profileId();
    profile.name = tr("Practice");
    profile.practice = true;
    profile.host = text("LAB_SSH_HOST");
    profile.port = quint16(text("LAB_SSH_PORT").toUInt());
    profile.user = text("LAB_SSH_USER");
    profile.login = LoginKind::KeyFile;
    profile.identityFile = text("LAB_SSH_KEY");
    profile.useSudo = false;
    profile.hpcLogin = QStringLiteral("%1@%2:%3").arg(text("LAB_HPC_USER"), text("LAB_HPC_HOST"), text("LAB_HPC_PORT"));
    if (text("LAB_HPC_HOST").isEmpty())
        profile.hpcLogin.clear();
    profile.hpcIdentityFile = text("LAB_HPC_KEY");
    profile.imageDirectory = QFileInfo(text("LAB_IMAGE")).path();
    profile.valuesFile = QFileInfo(text("LAB_VALUES")).fileName();
    profile.mlflowUri = text("LAB_MLFLOW_URI");
    profile.mlflowUser = text("LAB_MLFLOW_USER");
    return profile;
}

void PracticeVm::start()
{
    m_steps.plan({tr("Start the practice VM"), tr("Ask how to reach it")});
    m_steps.begin(0);
    m_lines.clear();
    run({QStringLiteral("up"), QStringLiteral("--flavour"), QStringLiteral("user")});
}

void PracticeVm::run(const QStringList &arguments)
{
    ProcessPlan plan;
    plan.program = findCommand();
    plan.arguments = arguments;
    m_output.clear();
    m_process = m_launcher->start(plan);
    connect(m_process.get(), &LocalProcess::outputReady, this, &PracticeVm::read);
    connect(m_process.get(), &LocalProcess::errorReady, this, &PracticeVm::read);
    connect(m_process.get(), &LocalProcess::ended, this, &PracticeVm::ended);
}

void PracticeVm::read()
{
    const QByteArray out = m_process->readOutput();
    m_output += out;
    const QString text = plainText(out + m_process->readError());
    const QStringList lines = text.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    if (m_steps.current() != 0 || lines.isEmpty())
        return;
    m_lines += lines;
    while (m_lines.size() > 200)
        m_lines.removeFirst();
    m_steps.note(lines.constLast().trimmed());
    Q_EMIT progressed(lines.constLast().trimmed());
}

void PracticeVm::ended(int exitStatus, const QString &startProblem)
{
    read();
    m_process.release()->deleteLater(); // it is the sender
    if (!m_steps.isRunning())
        return;
    if (exitStatus != 0) {
        const QString why = lastLine(m_lines.join(QLatin1Char('\n')));
        const QString summary = why.isEmpty() ? tr("The practice VM did not start.") : tr("The practice VM did not start. %1").arg(why);
        fail({ErrorKind::CommandFailed, summary, m_lines.join(QLatin1Char('\n')) + startProblem});
        return;
    }
    if (m_steps.current() == 0) {
        m_steps.begin(1);
        run({QStringLiteral("env"), QStringLiteral("--json")});
        return;
    }
    const Result<Profile> profile = profileFromEnvironment(m_output);
    if (!profile) {
        fail(profile.error());
        return;
    }
    m_steps.finish();
    Q_EMIT ready(*profile);
}

void PracticeVm::cancel()
{
    if (m_process)
        m_process->terminate();
    if (m_steps.isRunning())
        fail(cancelled().value());
}

void PracticeVm::fail(const Error &error)
{
    m_steps.fail(error);
    Q_EMIT failed(error);
}

} // namespace rayhelm
