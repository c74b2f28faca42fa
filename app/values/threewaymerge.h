#pragma once

#include <QByteArray>
#include <QList>

namespace rayhelm {

/// Whose version of a place is taken.
enum class MergeSide { Mine, Theirs };

/// A stretch of whole lines in three versions of a text.
struct MergePart {
    enum class Kind {
        Same,     ///< nobody changed it
        Mine,     ///< only I did
        Theirs,   ///< only they did
        Both,     ///< both made the same change
        Conflict, ///< both changed it, each in another way
    };

    Kind kind = Kind::Same;
    QByteArray base, mine, theirs; ///< with line ends; empty: no lines
    int line = 0;                  ///< of its beginning in mine, from 1
};

/// Compares two versions with the one that both began from, by lines; changes that touch each other are one conflict.
QList<MergePart> mergeParts(const QByteArray &base, const QByteArray &mine, const QByteArray &theirs);
int conflictCount(const QList<MergePart> &parts);
/// The text that holds everybody's changes. `sides`: one for each conflict in order; a missing one takes mine.
QByteArray mergedText(const QList<MergePart> &parts, const QList<MergeSide> &sides);

} // namespace rayhelm
