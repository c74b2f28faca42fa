#pragma once

#include <QList>
#include <QString>

#include <utility>

namespace rayhelm {

/// Entries (name, value) of a list in which a name may stand several times, and what is wanted instead: for each present entry the
/// index of the wanted one that it becomes, or -1 when it goes. Each wanted entry is used once, and those of one name keep their order,
/// so that a change of one entry leaves every other one, repeated or not, as it is.
QList<qsizetype> pairedByName(const QList<std::pair<QString, QString>> &present, const QList<std::pair<QString, QString>> &wanted);

} // namespace rayhelm
