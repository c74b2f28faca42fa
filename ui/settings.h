#pragma once

#include "core/storedfile.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

class QSplitter;
class QHeaderView;

namespace rayhelm {

/// What the window remembers between starts: geometry, splitters, columns, the last panel. No secrets, no content.
class Settings
{
public:
    /// Keeps `window.json` in `directory`.
    explicit Settings(const QString &directory);

    QByteArray bytes(const QString &key) const;
    void setBytes(const QString &key, const QByteArray &value);
    QString text(const QString &key, const QString &otherwise = {}) const;
    void setText(const QString &key, const QString &value);
    bool flag(const QString &key, bool otherwise = false) const;
    void setFlag(const QString &key, bool value);

    /// Restores now and stores with every later change.
    void keep(const QString &key, QSplitter *splitter);
    void keep(const QString &key, QHeaderView *header);

private:
    void set(const QString &key, const QJsonValue &value);

    StoredFile m_file;
    QJsonObject m_values;
};

} // namespace rayhelm
