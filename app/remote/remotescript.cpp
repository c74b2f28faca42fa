#include "remote/remotescript.h"

#include "core/text.h"

#include <QRandomGenerator>

namespace rayhelm {

namespace {

/// The working directory as shell words: relative to the home of the account that logs in, also under sudo.
QString folderWords(const QString &workingDirectory)
{
    if (workingDirectory.isEmpty())
        return QStringLiteral("\"$HOME\"");
    if (workingDirectory.startsWith(QLatin1Char('/')))
        return shellQuoted(workingDirectory);
    const QString relative = workingDirectory.startsWith(QLatin1String("~/")) ? workingDirectory.mid(2) : workingDirectory;
    return QStringLiteral("\"$HOME\"/") + shellQuoted(relative);
}

/// Runs the script and says how it ended. `$1` is nothing here; the folder is in RAYHELM_FOLDER.
QString carried(const RemoteScript &script)
{
    const QString run = QStringLiteral("/bin/sh -c ") + shellQuoted(script.script);
    const QString end = QStringLiteral("printf '%s %s\\n' ") + QString::fromLatin1(endMarker(script.token))
        + QStringLiteral(" \"$r\" >&2; exit \"$r\"");
    switch (script.carrier) {
    case ScriptCarrier::WithInput:
        return run + QStringLiteral("; r=$?; ") + end;
    case ScriptCarrier::UntilInputEnds:
        // The watcher ignores TERM once it has begun: the leader may die at once and a child of it may need the KILL.
        // The reader of fd 3 sees its end when our ssh, the link's server process or the application is gone.
        return QStringLiteral("exec 3<&0; setsid ") + run
            + QStringLiteral(" </dev/null 3<&- & p=$!; ( cat <&3; trap '' TERM; kill -TERM -$p; sleep 2; kill -KILL -$p ) >/dev/null 2>&1 & w=$!; "
                             "exec 3<&-; { wait $p; r=$?; } 2>/dev/null; kill $w 2>/dev/null; ")
            + end;
    case ScriptCarrier::WithHeartbeat:
        return QStringLiteral("exec 3<&0; setsid ") + run
            + QStringLiteral(" </dev/null 3<&- & p=$!; ( while [ \"$(timeout %1 dd bs=1 count=1 2>/dev/null <&3 | wc -c)\" -eq 1 ]; "
                             "do :; done; trap '' TERM; kill -TERM -$p; sleep 2; kill -KILL -$p ) >/dev/null 2>&1 & w=$!; "
                             "exec 3<&-; { wait $p; r=$?; } 2>/dev/null; kill $w 2>/dev/null; ")
                  .arg(script.watchdogSeconds)
            + end;
    }
    return {};
}

/// What the acting account's shell does; `folder` are the words that give the working directory there.
QString inner(const RemoteScript &script, const QString &folder)
{
    const QString marker = QString::fromLatin1(startMarker(script.token));
    return QStringLiteral("export LC_ALL=C.UTF-8 RAYHELM_FOLDER=%1; cd \"$RAYHELM_FOLDER\" 2>/dev/null || cd; "
                          "echo %2; echo %2 >&2; ").arg(folder, marker)
        + carried(script);
}

} // namespace

QByteArray sudoPrompt(const QByteArray &token)
{
    return "[sudo-" + token + "]";
}

QByteArray startMarker(const QByteArray &token)
{
    return "START-" + token;
}

QByteArray endMarker(const QByteArray &token)
{
    return "END-" + token;
}

QByteArray newScriptToken()
{
    return QByteArray::number(QRandomGenerator::system()->generate64(), 16).rightJustified(16, '0');
}

QString commandLine(const RemoteScript &script)
{
    QString text;
    if (script.throughSudo) {
        // sudo's messages in English; it resets the environment, so the folder travels as an argument.
        text = QStringLiteral("export LC_ALL=C; exec sudo -S -H -p %1 -- /bin/sh -c %2 rayhelm %3")
                   .arg(shellQuoted(QString::fromLatin1(sudoPrompt(script.token))),
                        shellQuoted(inner(script, QStringLiteral("\"$1\""))), folderWords(script.workingDirectory));
    } else {
        text = inner(script, folderWords(script.workingDirectory));
    }
    return QStringLiteral("exec /bin/sh -c 'eval \"$(echo %1 | base64 -d)\"'").arg(QString::fromLatin1(text.toUtf8().toBase64()));
}

} // namespace rayhelm
