#include "ui/settings.h"

#include <QHeaderView>
#include <QSplitter>

namespace rayhelm {

Settings::Settings(const QString &directory)
    : m_file(directory + QStringLiteral("/window.json")), m_values(m_file.readJson().object())
{
}

QByteArray Settings::bytes(const QString &key) const
{
    return QByteArray::fromBase64(text(key).toLatin1());
}

void Settings::setBytes(const QString &key, const QByteArray &value)
{
    set(key, QString::fromLatin1(value.toBase64()));
}

QString Settings::text(const QString &key, const QString &otherwise) const
{
    return m_values.value(key).toString(otherwise);
}

void Settings::setText(const QString &key, const QString &value)
{
    set(key, value);
}

bool Settings::flag(const QString &key, bool otherwise) const
{
    return m_values.value(key).toBool(otherwise);
}

void Settings::setFlag(const QString &key, bool value)
{
    set(key, value);
}

void Settings::set(const QString &key, const QJsonValue &value)
{
    if (m_values.value(key) == value)
        return;
    m_values.insert(key, value);
    m_file.write(QJsonDocument(m_values).toJson());
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
