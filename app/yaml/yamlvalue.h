#pragma once

#include "core/result.h"
#include "yaml/yamlpath.h"

#include <QByteArray>
#include <QStringList>

#include <optional>
#include <vector>

namespace rayhelm {

struct YamlEntry;

/// What a scalar is for Helm (YAML 1.1 as sigs.k8s.io/yaml reads it): `yes` is a Boolean, `0777` an Integer.
enum class YamlType { String, Integer, Float, Boolean, Null, Map, List };

/// YAML as plain data: aliases and merge keys are resolved, of equal keys the last one counts, as for Helm.
class YamlValue
{
public:
    /// Null.
    YamlValue() = default;
    /// A string, however it looks: the writer quotes it where Helm would read something else.
    static YamlValue string(const QString &text);
    static YamlValue integer(qint64 number);
    static YamlValue boolean(bool on);
    /// A plain scalar exactly as written; its type follows from its look.
    static YamlValue plain(const QString &text);
    static YamlValue map(std::vector<YamlEntry> entries = {});
    static YamlValue list(std::vector<YamlValue> items = {});
    static YamlValue list(const QStringList &items);

    YamlType type() const { return m_type; }
    bool isNull() const { return m_type == YamlType::Null; }
    bool isMap() const { return m_type == YamlType::Map; }
    bool isList() const { return m_type == YamlType::List; }
    bool isString() const { return m_type == YamlType::String; }
    bool isScalar() const { return !isMap() && !isList(); }
    /// Written in quotes or as a block scalar.
    bool isQuoted() const { return m_quoted; }

    /// The text of a scalar as written, without quotes; empty for null, maps and lists.
    QString text() const { return m_text; }
    /// Of an Integer (0x, 0b, octal and underscores included), or a String that holds a plain decimal number.
    std::optional<qint64> toInteger() const;
    std::optional<bool> toBoolean() const; ///< of a Boolean, or the strings "true" and "false"

    const std::vector<YamlEntry> &entries() const { return m_entries; }
    const std::vector<YamlValue> &items() const { return m_items; }
    QStringList keys() const;
    /// The value of a key of a map, or nullptr.
    const YamlValue *find(const QString &key) const;
    /// The value at a path, or nullptr.
    const YamlValue *find(const YamlPath &path) const;
    /// Like find, but a null value for what is missing.
    const YamlValue &at(const YamlPath &path) const;

    /// Sets (or adds at the end) a key of a map; a null value becomes a map.
    void insert(const QString &key, const YamlValue &value);
    void remove(const QString &key);
    void append(const YamlValue &item);

    /// Same data for Helm: quotes and the order of keys do not count.
    bool operator==(const YamlValue &other) const;

private:
    YamlType m_type = YamlType::Null;
    bool m_quoted = false;
    QString m_text;
    std::vector<YamlEntry> m_entries;
    std::vector<YamlValue> m_items;

    friend class YamlReader;
};

struct YamlEntry {
    QString key;
    YamlValue value;
};

/// Reads one document. InvalidInput with "Line <n> cannot be read: ..." for what the gate, yaml-cpp or libyaml refuse.
/// An empty text is null.
Result<YamlValue> readYaml(const QByteArray &bytes);

/// A whole file in block style with two blanks per level; strings are quoted by Helm's rules. Ends with a line feed.
QByteArray writeYaml(const YamlValue &value);

/// What a plain scalar is for Helm.
YamlType helmType(const QString &plainText);
/// Whether a text may stand without quotes and be this string for Helm, for YAML 1.2 and for older YAML 1.1 readers.
bool isPlainString(const QString &text);

} // namespace rayhelm
