#include "remote/changedidentity.h"

#include "core/text.h"
#include "remote/ssherror.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

namespace rayhelm {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(rayhelm::ChangedIdentity)
};

Task<Question> questionAbout(const KnownHosts *knownHosts, SshPaths paths, HopWords words, ChangedKey changed, std::stop_token stop)
{
    const bool isOurs = QFileInfo(changed.file) == QFileInfo(paths.knownHosts);
    const QString file = isOurs ? paths.knownHosts : paths.userKnownHosts;
    const QString name = words.hop.knownName;
    Result<QStringList> known = co_await knownHosts->fingerprints(name, file, stop);
    if (!known && known.error().isCancelled())
        co_return failure(known.error());
    const bool isKnown = known && !known->isEmpty();
    if (words.hostKey.isEmpty() || words.hostKey != changed.fingerprint || (known && known->contains(words.hostKey)) || (isOurs && !isKnown))
        co_return failure(ErrorKind::Protocol, Words::tr("What is said about the identity of %1 contradicts itself.").arg(name));
    const std::optional<QDate> since = isKnown ? knownHosts->trustedSince(known->first()) : std::nullopt;
    Question question;
    question.kind = QuestionKind::ChangedHostKey;
    question.subject = name;
    question.keyType = plainText(changed.keyType, 20);
    question.fingerprint = words.hostKey;
    question.knownFingerprint = isKnown ? known->join(QLatin1Char(' ')) : QString();
    question.mayForget = isOurs;
    if (!isOurs)
        question.knownSince = Words::tr("in your own file %1").arg(plainText(changed.file, 300));
    else if (since)
        question.knownSince = QLocale().toString(*since, QLocale::ShortFormat);
    co_return question;
}

} // namespace

Task<Question> askAboutIdentity(const KnownHosts *knownHosts, SshPaths paths, QList<HopWords> said, std::stop_token stop)
{
    for (const HopWords &words : std::as_const(said)) {
        const std::optional<ChangedKey> changed = changedKey(words.text);
        if (!changed || words.hop.knownName.isEmpty())
            continue;
        Result<Question> question = co_await questionAbout(knownHosts, paths, words, *changed, stop);
        co_return question;
    }
    co_return failure(ErrorKind::NotFound, Words::tr("No machine on the way has changed its identity."));
}

} // namespace rayhelm
