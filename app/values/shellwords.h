#pragma once

#include <QList>
#include <QString>

namespace rayhelm {

/// One word of a line of options, with the blanks before it.
struct ShellWord {
    QString before;
    QString written; ///< quotes included
    QString text;    ///< without quotes
    QChar quote;     ///< the first quote in it; null: none
};

struct ShellLine {
    QList<ShellWord> words;
    QString after; ///< blanks at the end
};

/// Splits at blanks that are not in quotes. A quote that is not closed reaches to the end.
ShellLine splitShellLine(const QString &line);

} // namespace rayhelm
