#pragma once

#include "core/result.h"
#include "yaml/yamlvalue.h"

#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QVariant>
#include <QVersionNumber>

#include <memory>

namespace rayhelm {

enum class FieldLevel { Basic, All };

/// What the form's editor must offer, and what QVariant a field's value is.
enum class FieldType {
    Text,        ///< QString
    LongText,    ///< QString with line ends (pre-exec)
    Integer,     ///< qlonglong
    Duration,    ///< qlonglong, seconds
    Cpu,         ///< QString, a Kubernetes quantity ("64", "1500m")
    Memory,      ///< QString, a Kubernetes quantity ("128G")
    Switch,      ///< bool
    Choice,      ///< QString, one of `choices`
    FileList,    ///< QStringList of binds
    Environment, ///< QList<EnvironmentEntry>
    Node,        ///< QString, name of a virtual node
    Structure,   ///< QString, a map or list (see `structure`) as YAML
};

/// How a field is kept in the file.
enum class FieldStorage { Key, Resources, SlurmFlag, Binds, Environment, Tolerations, Annotation, Presence, ContainerSwitch };

/// One setting of the form. Fields are data: resources/values/fields.json.
struct FieldSchema {
    QString id;    ///< "image.repository", "slurm.partition"
    QString group; ///< id of its group, see ValuesSchema::groups
    QString label; ///< translated
    QString term;  ///< the word of the tools, "--partition"
    QString help;  ///< translated
    QString source; ///< address of the page that documents it
    QString unit;
    FieldLevel level = FieldLevel::All;
    FieldType type = FieldType::Text;
    FieldStorage storage = FieldStorage::Key;
    bool perGroup = false;   ///< one per head, worker and additional group; `path` is below the group's key
    bool forHead = true;     ///< a head has it (replicas: no)
    YamlPath path;
    YamlType structure = YamlType::Map;
    QString option;          ///< SlurmFlag: "partition"; ContainerSwitch: "--nv"
    QStringList choices;
    double minimum = 0;
    double maximum = 0;      ///< 0: none
    QVersionNumber since;    ///< chart version; null: always
    QMap<QVersionNumber, QVariant> defaults;     ///< chart's default from that version on
    QMap<QVersionNumber, QVariant> headDefaults; ///< where the head's differ

    QVariant defaultFor(const QVersionNumber &chart, bool head) const;
};

struct FieldGroup {
    QString id;
    QString label;
};

/// A key that the chart knows, for "is not a known setting". resources/values/keys.json.
struct KnownKey {
    QString name;
    QVersionNumber since, until; ///< null: no limit
    bool open = false;           ///< anything may stand below (labels, affinity, ...)
    YamlType type = YamlType::String;
    std::vector<KnownKey> children;
};

/// What the chart's values mean: fields for people, known keys for checks, defaults per chart version.
class ValuesSchema
{
public:
    /// The shipped schema. `chartVersion` such as "1.2.2"; an unknown one is taken as the nearest older.
    static ValuesSchema forChart(const QString &chartVersion);

    const QVersionNumber &chartVersion() const { return m_version; }
    const QList<FieldGroup> &groups() const { return m_groups; }
    const QList<FieldSchema> &fields() const { return m_fields; }
    const FieldSchema *field(const QString &id) const;

    /// Known keys directly below a path in this chart version; nullptr: anything may stand there, or the path is unknown.
    const std::vector<KnownKey> *keysBelow(const YamlPath &path) const;
    const KnownKey *key(const YamlPath &path) const;
    /// Whether this chart version reads the key at this path (its parents being known).
    bool isKnown(const YamlPath &path) const;
    /// The known key that was probably meant; empty: none is near.
    QString suggestion(const YamlPath &path) const;
    /// Where a new key belongs among the present ones, in the template's order: the position for YamlEdit::insert.
    int positionFor(const YamlPath &map, const QString &key, const QStringList &present) const;

    /// The shipped example, from which a new configuration starts.
    static QByteArray exampleFile();

private:
    static ValuesSchema read(const QString &chartVersion);
    bool exists(const KnownKey &key) const;

    QVersionNumber m_version;
    QList<FieldGroup> m_groups;
    QList<FieldSchema> m_fields;
    KnownKey m_root;
};

} // namespace rayhelm
