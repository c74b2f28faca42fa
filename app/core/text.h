#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>

namespace rayhelm {

/// Text of a remote side made fit to be shown: UTF-8 (broken bytes replaced), terminal escape sequences, control and
/// bidirectional formatting characters removed, line ends kept, cut to `maximumLength` characters with an ellipsis.
QString plainText(const QByteArray &bytes, qsizetype maximumLength = 20000);
QString plainText(const QString &text, qsizetype maximumLength = 20000);

/// The last line that is not blank, for messages such as a Python traceback's.
QString lastLine(const QString &text);

/// "2 h 41 min", "3 min", "12 s": at most two units, isolated for right-to-left texts.
QString durationText(std::chrono::seconds duration);
/// "0.2 s", "12 s", "3 min": for elapsed times of steps.
QString elapsedText(std::chrono::milliseconds elapsed);
/// "212 KB", "3.1 MB" (1000-based, as file managers show them).
QString sizeText(qint64 bytes);

/// One argument for a POSIX shell, quoted only where needed.
QString shellQuoted(const QString &argument);
/// A command line of quoted arguments.
QString shellCommand(const QStringList &arguments);

} // namespace rayhelm
