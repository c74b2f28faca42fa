#include "core/error.h"

namespace rayhelm {

QString errorKindName(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Cancelled: return QStringLiteral("Cancelled");
    case ErrorKind::Unreachable: return QStringLiteral("Unreachable");
    case ErrorKind::AuthenticationFailed: return QStringLiteral("AuthenticationFailed");
    case ErrorKind::HostKeyChanged: return QStringLiteral("HostKeyChanged");
    case ErrorKind::SudoRefused: return QStringLiteral("SudoRefused");
    case ErrorKind::TimedOut: return QStringLiteral("TimedOut");
    case ErrorKind::CommandFailed: return QStringLiteral("CommandFailed");
    case ErrorKind::NotFound: return QStringLiteral("NotFound");
    case ErrorKind::Forbidden: return QStringLiteral("Forbidden");
    case ErrorKind::InvalidInput: return QStringLiteral("InvalidInput");
    case ErrorKind::Conflict: return QStringLiteral("Conflict");
    case ErrorKind::KeychainUnavailable: return QStringLiteral("KeychainUnavailable");
    case ErrorKind::Protocol: return QStringLiteral("Protocol");
    }
    return QStringLiteral("Unknown");
}

} // namespace rayhelm
