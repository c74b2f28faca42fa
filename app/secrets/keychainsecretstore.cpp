#include "secrets/keychainsecretstore.h"

#include "core/completion.h"

#include <QPointer>
#include <QTimer>

#include <qt6keychain/keychain.h>

namespace rayhelm {

namespace {

/// On Windows the service name is ignored, so the key alone must be unique; elsewhere it groups our entries.
const QString service = QStringLiteral("Rayhelm");

/// What stands in an entry whose password was removed. No password begins with a NUL byte.
const QByteArrayView removedMark("\0io.rayhelm removed", 19);

bool isRemovedMark(const Secret &secret)
{
    return secret.reveal() == removedMark;
}

using JobEnd = Completion<Result<QKeychain::Error>>;

Error unavailable(const QString &detail)
{
    return {ErrorKind::KeychainUnavailable, KeychainSecretStore::tr("The keychain of this computer cannot be used now. Passwords can be kept until you quit."),
            detail};
}

/// What an answer tells about the keychain itself. "Not found" is no proof: a locked one says the same.
SecretStoreState stateAfter(QKeychain::Error error, SecretStoreState before)
{
    switch (error) {
    case QKeychain::NoError: return SecretStoreState::Available;
    case QKeychain::EntryNotFound: return before == SecretStoreState::Unknown ? SecretStoreState::Available : before;
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser: return SecretStoreState::Locked;
    default: return SecretStoreState::None;
    }
}

} // namespace

struct KeychainSecretStore::Private {
    KeychainSecretStore *q;
    std::chrono::milliseconds limit;
    SecretStoreState state = SecretStoreState::Unknown;
    QPointer<QKeychain::Job> running;

    void setState(SecretStoreState newState)
    {
        if (state == newState)
            return;
        state = newState;
        Q_EMIT q->stateChanged(state);
    }

    Task<> waitForTurn(std::stop_token stop);
    Task<QKeychain::Error> perform(QKeychain::Job *job, std::stop_token stop);
};

KeychainSecretStore::KeychainSecretStore(QObject *parent, std::chrono::milliseconds limit)
    : SecretStore(parent)
    , d(new Private{this, limit, SecretStoreState::Unknown, {}})
{
}

// A running job is neither deleted nor disconnected: both make the library crash. It ends by itself and deletes itself.
KeychainSecretStore::~KeychainSecretStore() = default;

SecretStoreState KeychainSecretStore::state() const
{
    return d->state;
}

Task<> KeychainSecretStore::Private::waitForTurn(std::stop_token stop)
{
    while (running) {
        if (state == SecretStoreState::Locked) // it waits for a person; so would this job
            co_return failure(unavailable(KeychainSecretStore::tr("An earlier request still waits for the keychain.")));
        const Completion<Result<>> ended;
        QObject context;
        QObject::connect(running, &QObject::destroyed, &context, [ended] { ended.complete(Result<>()); });
        QTimer clock;
        QObject::connect(&clock, &QTimer::timeout, &clock, [ended] { ended.complete(failure(unavailable(QString()))); });
        clock.start(limit);
        Result<> waited = co_await waitFor(ended, stop);
        if (!waited)
            co_return waited;
    }
    co_return Result<>();
}

Task<QKeychain::Error> KeychainSecretStore::Private::perform(QKeychain::Job *job, std::stop_token stop)
{
    // The job belongs to itself (no parent, deletes itself); this coroutine only listens.
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    running = job;
    const JobEnd over;
    QTimer clock;
    clock.setSingleShot(true);
    const QPointer<KeychainSecretStore> owner(q);
    QObject::connect(job, &QKeychain::Job::finished, job, [over, owner](QKeychain::Job *ended) {
        if (owner)
            owner->d->setState(stateAfter(ended->error(), owner->d->state));
        over.complete(ended->error());
    });
    QObject::connect(&clock, &QTimer::timeout, &clock, [over] { over.complete(failure(unavailable(QStringLiteral("no answer in time")))); });
    clock.start(limit);
    job->start();
    Result<QKeychain::Error> error = co_await waitFor(over, stop);
    if (!error && error.error().kind == ErrorKind::KeychainUnavailable && owner)
        setState(SecretStoreState::Locked);
    co_return error;
}

Task<std::shared_ptr<Secret>> KeychainSecretStore::read(QString key, std::stop_token stop)
{
    Result<std::shared_ptr<Secret>> entry = co_await readEntry(key, stop);
    if (entry && *entry && isRemovedMark(**entry))
        co_return std::shared_ptr<Secret>();
    co_return entry;
}

Task<> KeychainSecretStore::write(QString key, std::shared_ptr<Secret> secret, std::stop_token stop)
{
    return writeEntry(key, secret, stop);
}

Task<std::shared_ptr<Secret>> KeychainSecretStore::readEntry(QString key, std::stop_token stop)
{
    Result<> turn = co_await d->waitForTurn(stop);
    if (!turn)
        co_return failure(turn.error());
    const QPointer<QKeychain::ReadPasswordJob> job = new QKeychain::ReadPasswordJob(service);
    job->setKey(key);
    auto answer = std::make_shared<Secret>();
    QObject::connect(job, &QKeychain::Job::finished, job, [answer](QKeychain::Job *ended) {
        *answer = Secret(static_cast<QKeychain::ReadPasswordJob *>(ended)->binaryData());
    });
    Result<QKeychain::Error> error = co_await d->perform(job, stop);
    if (!error)
        co_return failure(error.error());
    if (*error == QKeychain::EntryNotFound)
        co_return std::shared_ptr<Secret>();
    if (*error != QKeychain::NoError)
        co_return failure(unavailable(QStringLiteral("error %1").arg(int(*error))));
    co_return answer;
}

Task<> KeychainSecretStore::writeEntry(QString key, std::shared_ptr<Secret> secret, std::stop_token stop)
{
    Result<> turn = co_await d->waitForTurn(stop);
    if (!turn)
        co_return failure(turn.error());
    auto *job = new QKeychain::WritePasswordJob(service);
    job->setKey(key);
    job->setBinaryData(secret->reveal().toByteArray());
    Result<QKeychain::Error> error = co_await d->perform(job, stop);
    if (!error)
        co_return failure(error.error());
    if (*error != QKeychain::NoError)
        co_return failure(unavailable(QStringLiteral("error %1").arg(int(*error))));
    co_return Result<>();
}

Task<> KeychainSecretStore::deleteEntry(QString key, std::stop_token stop)
{
    Result<> turn = co_await d->waitForTurn(stop);
    if (!turn)
        co_return failure(turn.error());
    auto *job = new QKeychain::DeletePasswordJob(service);
    job->setKey(key);
    Result<QKeychain::Error> error = co_await d->perform(job, stop);
    if (!error)
        co_return failure(error.error());
    if (*error != QKeychain::NoError && *error != QKeychain::EntryNotFound)
        co_return failure(unavailable(QStringLiteral("error %1").arg(int(*error))));
    co_return Result<>();
}

Task<> KeychainSecretStore::remove(QString key, std::stop_token stop)
{
    // A locked keychain answers "done" to a removal, keeps the entry and then says that there is none. Only writing tells that it
    // is locked, so the secret is overwritten first; and what a keychain keeps in spite of "delete" is then no password.
    const auto mark = std::make_shared<Secret>(removedMark.toByteArray());
    Result<> overwritten = co_await writeEntry(key, mark, stop);
    if (!overwritten)
        co_return overwritten;
    Result<> deleted = co_await deleteEntry(key, stop);
    if (!deleted)
        co_return deleted;
    Result<std::shared_ptr<Secret>> left = co_await readEntry(key, stop);
    if (!left)
        co_return failure(left.error());
    if (!*left)
        co_return Result<>();
    if (isRemovedMark(**left))
        co_return failure(ErrorKind::KeychainUnavailable,
                          tr("The keychain did not remove the entry. The password in it was overwritten and is not used again."));
    co_return failure(ErrorKind::KeychainUnavailable,
                      tr("The password could not be removed from the keychain, which may be locked. It is not used again."));
}

} // namespace rayhelm
