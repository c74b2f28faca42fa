#pragma once

#include "core/secret.h"
#include "core/task.h"

#include <QList>
#include <QObject>

#include <memory>
#include <optional>

namespace rayhelm {

enum class QuestionKind { Password, VerificationCode, Passphrase, SudoPassword, UnknownHostKey, ChangedHostKey };

/// Something only the user can answer while a machine is being reached.
struct Question {
    int id = 0;
    QuestionKind kind = QuestionKind::Password;
    QString subject;     ///< "user@host", a key file's name, or the host
    QString serverText;  ///< the other side's own words, made plain
    QString keyType;     ///< host keys: "ED25519"
    QString fingerprint; ///< host keys: "SHA256:..." now offered
    QString knownFingerprint; ///< changed host key: the one known so far
    QString knownSince;  ///< changed host key: where and since when it is known, as far as known
    bool mayForget = false; ///< changed host key: it is kept in the application's own file, so it can be forgotten
    bool mayRemember = false; ///< the keychain may keep the answer
    bool keptForAnotherMachine = false; ///< a password of this account is kept, but not for the machine that was met
    bool previousRefused = false; ///< the answer given before was wrong
};

/// What the user said. No answer (cancel) sends nothing to the server.
struct Answer {
    Secret secret;          ///< passwords, codes, passphrases
    bool trust = false;     ///< unknown host key: the fingerprints match
    bool forgetOld = false; ///< changed host key: remove the old identity from the application's own file
    bool remember = false;  ///< keep it in the keychain after it has worked
};

/// Questions that wait for the user. Services ask, the window answers; more than one may be open.
class QuestionDesk : public QObject
{
    Q_OBJECT
public:
    explicit QuestionDesk(QObject *parent = nullptr);
    ~QuestionDesk() override;

    /// Waits for the user. Errors: Cancelled (the user said no, or `stop`).
    Task<std::shared_ptr<Answer>> ask(Question question, std::stop_token stop);

    QList<Question> open() const;
    void answer(int id, Answer answer);
    void cancel(int id);

Q_SIGNALS:
    void asked(const rayhelm::Question &question);
    /// Answered, cancelled or no longer needed.
    void closed(int id);

private:
    void close(int id, Result<std::shared_ptr<Answer>> answer);

    struct Pending;
    std::vector<std::unique_ptr<Pending>> m_pending;
    int m_nextId = 1;
};

} // namespace rayhelm

Q_DECLARE_METATYPE(rayhelm::Question)
