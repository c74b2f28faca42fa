#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QList>
#include <QString>

namespace rayhelm {

struct DiffLine {
    enum class Kind { Same, Removed, Added };

    Kind kind = Kind::Same;
    int oldLine = 0; ///< from 1; 0: not in the old text
    int newLine = 0;
    QString text;    ///< without its line end
};

/// The lines of a text with their line ends.
QByteArrayList textLines(const QByteArray &text);
/// Line by line, the shortest script (Myers). A line that differs only in its line end counts as changed.
QList<DiffLine> diffLines(const QByteArray &before, const QByteArray &after);
/// Only the changes with `context` lines around them.
QList<DiffLine> changedLines(const QList<DiffLine> &diff, int context = 3);

} // namespace rayhelm
