#include "remote/controlmaster.h"

#include "core/completion.h"
#include "core/log.h"
#include "core/sleep.h"
#include "core/taskscope.h"
#include "remote/askpassserver.h"
#include "remote/changedidentity.h"
#include "remote/knownhosts.h"
#include "remote/loginanswers.h"
#include "remote/masterprocess.h"
#include "remote/question.h"
#include "remote/runlocally.h"
#include "remote/runtimedirectory.h"
#include "remote/ssherror.h"
#include "remote/sshway.h"

#include <QFileInfo>
#include <QLocale>
#include <QRandomGenerator>
#include <QTimer>

namespace rayhelm {

namespace {

/// ssh says nothing and nobody is asked for this long: the machine accepts connections but does not serve them.
constexpr std::chrono::seconds silenceLimit{45};
constexpr std::chrono::seconds exitLimit{2};

QByteArray newMarker()
{
    return "UP-" + QByteArray::number(QRandomGenerator::system()->generate64(), 16);
}

} // namespace

struct ControlMaster::Private {
    ControlMaster *q;
    SshTarget target;
    SshPaths paths;
    SshServices services;
    KnownHosts knownHosts;
    std::optional<RuntimeDirectory> directory;
    std::unique_ptr<AskpassServer> askpass;
    std::unique_ptr<LoginAnswers> answers;
    std::shared_ptr<SshWay> way; ///< of the running login
    std::unique_ptr<MasterProcess> process;
    QList<HopWords> said; ///< when the process of the last login ended
    LoginMachine met;     ///< of the last login that succeeded
    int logins = 0;
    bool needsUser = false;
    bool closing = false;

    Result<> prepare();
    ProcessPlan plan(const QByteArray &marker) const;
    Task<> attempt(std::stop_token stop);
    void follow(QTimer *silence, Completion<Result<>> outcome, TaskScope *prompts);
    QCoro::Task<void> answerPrompt(int id, LoginPrompt prompt, Completion<Result<>> outcome, std::stop_token stop);
    QList<HopWords> words() const { return way ? way->words() : said; }
    Error endOf(int exitStatus, const QString &startProblem) const;
    Task<bool> askAboutChange(std::stop_token stop);
    void watchForLoss();
    void drop();
};

ControlMaster::ControlMaster(SshTarget target, SshPaths paths, SshServices services, QObject *parent)
    : QObject(parent)
    , d(new Private{this, target, paths, services, KnownHosts(services.launcher, paths), {}, {}, {}, {}, {}, {}, {}, {}})
{
}

ControlMaster::~ControlMaster() = default;

Task<> ControlMaster::open(bool mayAsk, std::stop_token stop)
{
    const QList<FieldProblem> problems = validate(d->target);
    if (!problems.isEmpty())
        co_return failure(ErrorKind::InvalidInput, problems.first().text);
    d->answers = std::make_unique<LoginAnswers>(d->target, d->services);
    connect(d->answers.get(), &LoginAnswers::asking, this, &ControlMaster::asking);
    for (;;) {
        d->answers->beginRound(mayAsk);
        Result<> attempted = co_await d->attempt(stop);
        d->needsUser = d->answers->neededUser();
        if (attempted)
            break;
        const Error error = attempted.error();
        logInfo("remote", QStringLiteral("login failed: ") + errorKindName(error.kind) + QLatin1Char('\n') + error.detail);
        if (stop.stop_requested() || !mayAsk)
            co_return failure(error);
        bool again = error.kind == ErrorKind::AuthenticationFailed && d->answers->gaveSecret();
        if (error.kind == ErrorKind::HostKeyChanged) {
            Result<bool> forgotten = co_await d->askAboutChange(stop);
            again = forgotten && *forgotten;
        }
        // A fingerprint is compared on the telephone, a phone with codes is looked for: the machine may not wait so long (LoginGraceTime).
        if (error.kind == ErrorKind::Unreachable && d->answers->askedPerson()) {
            d->answers->forgetRefusals();
            Q_EMIT hint(tr("%1 did not wait for the answer, so it is connected to once more.").arg(d->target.host));
            again = true;
        }
        if (!again)
            co_return failure(error);
    }
    Result<> stored = co_await d->answers->storeWhatWorked(stop);
    if (!stored)
        logWarning("remote", QStringLiteral("the keychain did not keep the password: ") + stored.error().detail);
    if (!isUp())
        co_return failure(d->endOf(255, QString()));
    d->watchForLoss();
    co_return Result<>();
}

Result<> ControlMaster::Private::prepare()
{
    drop();
    if (paths.askpass.isEmpty())
        paths.askpass = findAskpass();
    if (!QFileInfo(paths.askpass).isExecutable())
        return failure(ErrorKind::NotFound,
                       ControlMaster::tr("A part of Rayhelm is missing on this computer: the program rayhelm-askpass, which asks for "
                                         "passwords. Install Rayhelm again."),
                       paths.askpass);
    Result<RuntimeDirectory> made = RuntimeDirectory::create(paths.runtimeRoot);
    if (!made)
        return failure(made.error());
    directory.emplace(std::move(*made));
    askpass = std::make_unique<AskpassServer>();
    const Result<> listening = askpass->listen(directory->askpassSocket());
    if (!listening)
        return listening;
    return {};
}

ProcessPlan ControlMaster::Private::plan(const QByteArray &marker) const
{
    ProcessPlan plan;
    plan.program = paths.ssh;
    plan.arguments = way->masterArguments(directory->controlSocket(), QString::fromLatin1(marker));
    plan.environment = askpass->environment(paths.askpass);
    plan.environment << QStringLiteral("LC_ALL=C.UTF-8");
    if (qEnvironmentVariableIsEmpty("DISPLAY"))
        plan.environment << QStringLiteral("DISPLAY=:0"); // older clients ask the helper only with a display
    return plan;
}

Task<> ControlMaster::Private::attempt(std::stop_token stop)
{
    const Result<> prepared = prepare();
    if (!prepared)
        co_return failure(prepared.error());
    const RuntimeDirectory *const folder = &*directory;
    Result<std::shared_ptr<SshWay>> found = co_await SshWay::find(services.launcher, paths, folder, target, stop);
    if (!found) {
        drop();
        co_return failure(found.error());
    }
    way = *found;
    const Completion<Result<>> outcome;
    const QByteArray marker = newMarker();
    TaskScope prompts;
    QTimer silence;
    silence.setSingleShot(true);
    process = std::make_unique<MasterProcess>(services.launcher, plan(marker), way->log(), marker);
    follow(&silence, outcome, &prompts);
    silence.start(silenceLimit);
    Result<> result = co_await waitFor(outcome, stop);
    said = words();
    if (!result)
        process->kill(); // before any helper gets no answer: ssh would send an empty password
    co_await prompts.close();
    if (!result) {
        drop();
        co_return result;
    }
    met = way->machine();
    ++logins;
    if (!answers->trustedFingerprint().isEmpty())
        knownHosts.noteTrusted(answers->trustedFingerprint());
    co_return result;
}

/// Everything that the running login tells, until `silence` goes.
void ControlMaster::Private::follow(QTimer *silence, Completion<Result<>> outcome, TaskScope *prompts)
{
    QObject::connect(process.get(), &MasterProcess::phaseChanged, q, &ControlMaster::phaseChanged);
    const auto lives = [silence] { silence->start(silenceLimit); };
    QObject::connect(process.get(), &MasterProcess::active, silence, lives);
    for (const std::unique_ptr<SshLog> &log : way->logs())
        QObject::connect(log.get(), &SshLog::active, silence, lives);
    QObject::connect(process.get(), &MasterProcess::up, silence, [outcome] { outcome.complete(Result<>()); });
    QObject::connect(process.get(), &MasterProcess::ended, silence, [outcome, this](int exitStatus, const QString &problem) {
        outcome.complete(failure(endOf(exitStatus, problem)));
    });
    QObject::connect(process.get(), &MasterProcess::tooOld, silence, [outcome](const QString &version) {
        outcome.complete(failure(ErrorKind::NotFound, ControlMaster::tr("The program ssh on this computer is too old (%1). Install "
                                                                        "version 8.4 or newer.").arg(version)));
    });
    QObject::connect(askpass.get(), &AskpassServer::asked, silence, [this, outcome, prompts](int id, const LoginPrompt &prompt) {
        prompts->keep(answerPrompt(id, prompt, outcome, prompts->stopToken()));
    });
    QObject::connect(answers.get(), &LoginAnswers::asking, silence, [silence](bool waits) {
        waits ? silence->stop() : silence->start(silenceLimit);
    });
    QObject::connect(silence, &QTimer::timeout, silence, [outcome, this] {
        outcome.complete(failure(ErrorKind::TimedOut, ControlMaster::tr("%1 accepted the connection but then said nothing. It may be "
                                                                        "overloaded; try again later.").arg(target.host)));
    });
}

QCoro::Task<void> ControlMaster::Private::answerPrompt(int id, LoginPrompt prompt, Completion<Result<>> outcome,
                                                       std::stop_token stop)
{
    if (prompt.kind == PromptKind::Notice) { // ssh ends this helper by itself
        Q_EMIT q->hint(prompt.text);
        co_return;
    }
    way->log()->drain(); // the key that the machine has shown: ssh wrote it before it asked
    answers->setMachine(way->machine());
    Q_EMIT q->phaseChanged(prompt.kind == PromptKind::UnknownHostKey ? ConnectPhase::CheckingIdentity : ConnectPhase::LoggingIn);
    Result<std::shared_ptr<Secret>> answer = co_await answers->answer(prompt, stop);
    if (answer) {
        askpass->answer(id, **answer);
        co_return;
    }
    process->kill();
    askpass->refuse(id);
    outcome.complete(failure(answer.error()));
}

Error ControlMaster::Private::endOf(int exitStatus, const QString &startProblem) const
{
    if (exitStatus < 0)
        return {ErrorKind::NotFound,
                ControlMaster::tr("The program ssh was not found on this computer. Install the OpenSSH client, or set its path."),
                startProblem};
    QString all;
    std::optional<Error> error;
    const QList<HopWords> hops = words();
    for (const HopWords &one : hops) {
        all += one.text;
        if (!error)
            error = knownSshError(one.text, one.hop.asked);
    }
    if (!error)
        error = sshError(exitStatus, all, target);
    const QString serverText = process ? process->serverText() : QString();
    if (!serverText.isEmpty())
        error->detail += QStringLiteral("\n\n") + ControlMaster::tr("%1 itself said:").arg(target.host) + QLatin1Char('\n') + serverText;
    error->detail = error->detail.trimmed();
    return *error;
}

Task<bool> ControlMaster::Private::askAboutChange(std::stop_token stop)
{
    const QList<HopWords> hops = said;
    const KnownHosts *const known = &knownHosts;
    Result<Question> question = co_await askAboutIdentity(known, paths, hops, stop);
    if (!question)
        co_return false;
    Q_EMIT q->asking(true);
    Result<std::shared_ptr<Answer>> answer = co_await services.desk->ask(*question, stop);
    Q_EMIT q->asking(false);
    if (!answer || !(*answer)->forgetOld || !question->mayForget)
        co_return false;
    Result<> forgotten = co_await knownHosts.forget(question->subject, stop);
    co_return forgotten.has_value();
}

void ControlMaster::Private::watchForLoss()
{
    QObject::connect(process.get(), &MasterProcess::ended, q, [this](int exitStatus) {
        said = words();
        if (closing)
            return;
        const Error error = endOf(exitStatus, QString());
        Q_EMIT q->lost(error.detail.isEmpty() ? error.summary : error.detail);
    });
}

void ControlMaster::Private::drop()
{
    process.reset();
    way.reset();
    askpass.reset();
    directory.reset();
}

Task<> ControlMaster::close(std::stop_token stop)
{
    if (!d->process) {
        d->drop();
        co_return Result<>();
    }
    d->closing = true;
    const Completion<Result<>> over;
    connect(d->process.get(), &MasterProcess::ended, this, [over] { over.complete(Result<>()); });
    if (d->process->isRunning()) {
        ProcessPlan plan;
        plan.program = d->paths.ssh;
        plan.arguments = controlArguments(controlPath(), QStringLiteral("exit"));
        Result<LocalOutput> asked = co_await runLocally(d->services.launcher, plan, exitLimit, stop);
        Q_UNUSED(asked);
        if (d->process)
            d->process->closeInput();
        QTimer limit;
        connect(&limit, &QTimer::timeout, &limit, [over] { over.complete(cancelled()); });
        limit.start(exitLimit);
        if (d->process && d->process->isRunning()) {
            Result<> ended = co_await waitFor(over, stop);
            Q_UNUSED(ended);
        }
    }
    d->drop(); // kills what is left
    d->closing = false;
    co_return Result<>();
}

bool ControlMaster::isUp() const
{
    return d->process && d->process->isUp();
}

Task<bool> ControlMaster::isAlive(std::chrono::milliseconds limit, std::stop_token stop)
{
    if (!isUp())
        co_return false;
    ProcessPlan plan;
    plan.program = d->paths.ssh;
    plan.arguments = commandArguments(controlPath(), QStringLiteral("true"));
    Result<LocalOutput> output = co_await runLocally(d->services.launcher, plan, limit, stop);
    if (!output && output.error().isCancelled())
        co_return failure(output.error());
    // A server that refuses one more channel is there, too.
    co_return output && (output->exitStatus == 0 || output->err.contains("refused by peer"));
}

bool ControlMaster::needsUser() const
{
    return d->needsUser;
}

QString ControlMaster::controlPath() const
{
    return d->directory ? d->directory->controlSocket() : QString();
}

const SshTarget &ControlMaster::target() const
{
    return d->target;
}

const SshPaths &ControlMaster::paths() const
{
    return d->paths;
}

QString ControlMaster::recentErrors() const
{
    QString all;
    const QList<HopWords> hops = d->words();
    for (const HopWords &one : hops)
        all += one.text;
    return withoutDebugLines(all);
}

QString ControlMaster::identityNote() const
{
    if (!d->process)
        return {};
    if (!d->answers->trustedFingerprint().isEmpty())
        return tr("met for the first time");
    const SshLog &log = *d->way->log();
    if (const std::optional<QDate> since = d->knownHosts.trustedSince(log.hostKey()))
        return tr("known since %1").arg(QLocale().toString(*since, QLocale::ShortFormat));
    return log.knownIn().isEmpty() ? QString() : tr("known");
}

SecretScope ControlMaster::loginScope() const
{
    return d->met.loginScope();
}

SecretScope ControlMaster::sudoScope() const
{
    return d->met.sudoScope();
}

int ControlMaster::loginCount() const
{
    return d->logins;
}

} // namespace rayhelm
