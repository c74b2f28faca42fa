#pragma once

#include "core/storedfile.h"
#include "session/valuesdraft.h"

#include <QList>
#include <QUuid>

namespace rayhelm {

struct RecentFile {
    ValuesOrigin origin = ValuesOrigin::Vm; ///< Vm or ThisComputer
    QString path;

    bool operator==(const RecentFile &) const = default;
};

/// The configurations that were opened last through each profile, newest first. Names only, no content.
class RecentFiles
{
public:
    /// `dataDirectory`: recent.json lies in it.
    explicit RecentFiles(const QString &dataDirectory);

    QList<RecentFile> of(const QUuid &profile) const;
    /// What is neither on the VM nor on this computer is not kept.
    void add(const QUuid &profile, ValuesOrigin origin, const QString &path);

private:
    StoredFile m_file;
};

} // namespace rayhelm
