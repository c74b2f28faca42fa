#include "ui/settings.h"

#include <QHeaderView>
#include <QSplitter>

namespace rayhelm {

Settings::Settings(const QString &directory) : m_settings(directory + QStringLiteral("/window.ini"), QSettings::IniFormat) {}

QByteArray Settings::bytes(const QString &key) const
{
    return m_settings.value(key).toByteArray();
}

void Settings::setBytes(const QString &key, const QByteArray &value)
{
    m_settings.setValue(key, value);
}

QString Settings::text(const QString &key, const QString &otherwise) const
{
    return m_settings.value(key, otherwise).toString();
}

void Settings::setText(const QString &key, const QString &value)
{
    m_settings.setValue(key, value);
}

bool Settings::flag(const QString &key, bool otherwise) const
{
    return m_settings.value(key, otherwise).toBool();
}

void Settings::setFlag(const QString &key, bool value)
{
    m_settings.setValue(key, value);
}

void Settings::keep(const QString &key, QSplitter *splitter)
{
    const QByteArray state = bytes(key);
    if (!state.isEmpty())
        splitter->restoreState(state);
    QObject::connect(splitter, &QSplitter::splitterMoved, splitter, [this, key, splitter] { setBytes(key, splitter->saveState()); });
}

void Settings::keep(const QString &key, QHeaderView *header)
{
    const QByteArray state = bytes(key);
    if (!state.isEmpty())
        header->restoreState(state);
    QObject::connect(header, &QHeaderView::sectionResized, header, [this, key, header] { setBytes(key, header->saveState()); });
}

} // namespace rayhelm
