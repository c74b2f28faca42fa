#pragma once

#include <QByteArray>
#include <QString>

namespace rayhelm {

/// How a script is carried to the other side.
enum class ScriptCarrier {
    UntilInputEnds, ///< no input; when our side goes, the remote process group is ended
    WithInput,      ///< input is the script's standard input; when our side goes, it sees the end of it
    WithHeartbeat,  ///< no input; the remote process group is ended when our side goes or a heartbeat is missing
};

struct RemoteScript {
    QString script;
    QByteArray token;         ///< random; only our own lines contain it
    QString workingDirectory; ///< relative to the login user's home, or absolute
    bool throughSudo = false;
    ScriptCarrier carrier = ScriptCarrier::UntilInputEnds;
    int watchdogSeconds = 45;
};

/// The command line for the login shell, whichever that is: base64 leaves nothing for it to interpret. The script runs in
/// /bin/sh with LC_ALL=C.UTF-8 and RAYHELM_FOLDER set to the working directory, and starts there (in the home when it is missing).
///  - With sudo, `sudoPrompt` is on stderr when a password is wanted.
///  - `startMarker` is on stdout and on stderr before the first byte of the script; what stands before is noise.
///  - `endMarker` and the exit status are the last line of stderr; when it is missing, the link broke.
QString commandLine(const RemoteScript &script);

/// The longest command line that systems take, in bytes; longer scripts must go through the input.
inline constexpr qsizetype longestCommandLine = 120 * 1000;

QByteArray sudoPrompt(const QByteArray &token);
QByteArray startMarker(const QByteArray &token);
QByteArray endMarker(const QByteArray &token);
QByteArray newScriptToken();

} // namespace rayhelm
