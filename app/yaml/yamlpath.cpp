#include "yaml/yamlpath.h"

#include <QRegularExpression>

namespace rayhelm {

YamlPath::YamlPath(const QStringList &keys)
{
    for (const QString &key : keys)
        m_steps.append(key);
}

QString YamlPath::lastKey() const
{
    const auto *key = m_steps.isEmpty() ? nullptr : std::get_if<QString>(&m_steps.last());
    return key ? *key : QString();
}

int YamlPath::lastIndex() const
{
    const auto *index = m_steps.isEmpty() ? nullptr : std::get_if<int>(&m_steps.last());
    return index ? *index : -1;
}

YamlPath YamlPath::child(const QString &key) const
{
    YamlPath path = *this;
    path.m_steps.append(key);
    return path;
}

YamlPath YamlPath::child(int index) const
{
    YamlPath path = *this;
    path.m_steps.append(index);
    return path;
}

YamlPath YamlPath::joined(const YamlPath &below) const
{
    YamlPath path = *this;
    path.m_steps += below.m_steps;
    return path;
}

YamlPath YamlPath::parent() const
{
    return left(qMax(0, size() - 1));
}

YamlPath YamlPath::left(int count) const
{
    YamlPath path;
    path.m_steps = m_steps.mid(0, count);
    return path;
}

bool YamlPath::startsWith(const YamlPath &other) const
{
    return size() >= other.size() && left(other.size()) == other;
}

QString YamlPath::toString() const
{
    static const QRegularExpression simple(QStringLiteral("^[^.\\[\\]\"\\s]+$"));
    QString text;
    for (const Step &step : m_steps) {
        if (const auto *index = std::get_if<int>(&step)) {
            text += QStringLiteral("[%1]").arg(*index);
            continue;
        }
        const QString &key = std::get<QString>(step);
        if (!text.isEmpty())
            text += QLatin1Char('.');
        text += simple.match(key).hasMatch() ? key : QLatin1Char('"') + key + QLatin1Char('"');
    }
    return text;
}

} // namespace rayhelm
