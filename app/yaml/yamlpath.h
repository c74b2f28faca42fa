#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <variant>

namespace rayhelm {

/// The place of a value: keys of maps and indices (from 0) of lists, from the root. Keys may contain dots and slashes.
class YamlPath
{
public:
    using Step = std::variant<QString, int>;

    YamlPath() = default;
    YamlPath(std::initializer_list<Step> steps) : m_steps(steps) {}
    explicit YamlPath(const QStringList &keys);

    bool isRoot() const { return m_steps.isEmpty(); }
    int size() const { return int(m_steps.size()); }
    const QList<Step> &steps() const { return m_steps; }
    const Step &at(int position) const { return m_steps.at(position); }
    /// The last step as a key; empty when it is an index.
    QString lastKey() const;
    /// The last step as an index; -1 when it is a key.
    int lastIndex() const;

    YamlPath child(const QString &key) const;
    YamlPath child(int index) const;
    /// `below`, as seen from here.
    YamlPath joined(const YamlPath &below) const;
    YamlPath parent() const;
    /// The first `count` steps.
    YamlPath left(int count) const;
    bool startsWith(const YamlPath &other) const;

    /// As people write it: `head.tolerations[0].key`; keys that hold a dot stand in quotes.
    QString toString() const;

    bool operator==(const YamlPath &) const = default;

private:
    QList<Step> m_steps;
};

} // namespace rayhelm
