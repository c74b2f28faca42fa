#pragma once

#include <QMetaType>
#include <QString>

namespace rayhelm {

/// What a caller can react to. Everything finer is text.
enum class ErrorKind {
    Cancelled,            ///< the user (or closing the session) ended our waiting; never shown as a failure
    Unreachable,          ///< no answer from the other machine
    AuthenticationFailed, ///< the other side refused who we are
    HostKeyChanged,       ///< the machine has another identity than before; no secret was sent
    SudoRefused,          ///< logged in, but may not become root
    TimedOut,             ///< our own limit ended the waiting; the work may have been done
    CommandFailed,        ///< a program answered with a non-zero exit status
    NotFound,             ///< a program, file or object does not exist
    Forbidden,            ///< authenticated, but without the right
    InvalidInput,         ///< what the user gave cannot be used
    Conflict,             ///< it exists, belongs to someone else, or was changed meanwhile
    KeychainUnavailable,  ///< no keychain, or it does not answer
    Protocol,             ///< the answer could not be understood
};

/// One failure. `summary` is a whole sentence for people; `detail` is raw text after redaction, shown on request.
struct Error {
    ErrorKind kind = ErrorKind::Protocol;
    QString summary;
    QString detail;

    bool isCancelled() const { return kind == ErrorKind::Cancelled; }
};

/// The name of the kind as written in the code, for logs and tests.
QString errorKindName(ErrorKind kind);

} // namespace rayhelm

Q_DECLARE_METATYPE(rayhelm::Error)
