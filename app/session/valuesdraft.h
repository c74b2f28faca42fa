#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace rayhelm {

constexpr qint64 maximumValuesFile = 4 * 1024 * 1024; ///< bytes; larger files are not opened

enum class ValuesOrigin { None, Vm, ThisComputer, Template, Release };

/// Edits that are not saved, as they are kept on this computer between starts.
struct ValuesDraft {
    ValuesOrigin origin = ValuesOrigin::None;
    QString fileName;
    QByteArray saved; ///< what the file held when it was opened or saved: the base of every comparison
    QByteArray text;
    QString otherOwner; ///< the account on the VM whose file it is, when that is another person's
};

void writeDraft(const QString &path, const ValuesDraft &draft);
/// Empty: there is none, or it cannot be read.
std::optional<ValuesDraft> readDraft(const QString &path);

} // namespace rayhelm
