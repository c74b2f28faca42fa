#pragma once

#include "core/storedfile.h"
#include "session/valuesdraft.h"

#include <QStringList>
#include <QUuid>

namespace rayhelm {

/// Variables that the user has said to be no secrets, for each file. Names only.
class NoSecrets
{
public:
    /// `dataDirectory`: nosecrets.json lies in it.
    explicit NoSecrets(const QString &dataDirectory);

    QStringList of(const QUuid &profile, ValuesOrigin origin, const QString &fileName) const;
    void add(const QUuid &profile, ValuesOrigin origin, const QString &fileName, const QString &variable);

private:
    StoredFile m_file;
};

} // namespace rayhelm
