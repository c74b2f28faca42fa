#pragma once

#include "core/result.h"
#include "values/environmententry.h"
#include "values/valuesdocument.h"
#include "values/valuesschema.h"
#include "yaml/yamledit.h"

#include <QHash>
#include <QVariant>

#include <optional>

namespace rayhelm {

/// What a field shows.
struct FieldReading {
    QVariant value;          ///< invalid: neither written nor a default known
    bool isSet = false;      ///< written in the file; else `value` is the chart's default
    bool differs = false;    ///< read for all groups together, and they are not equal: "Set separately"
    bool editable = true;
    QString whyNotEditable;  ///< a sentence
    QList<YamlPath> bases;   ///< the groups that it was read for, or the root
    QList<YamlPath> places;  ///< where each of them keeps it
    int line = 0;            ///< of the first path, or of its nearest parent; from 1

    /// Where it is, or would be, written.
    QList<YamlPath> paths() const;
    bool isRead() const { return !bases.isEmpty(); }

    /// Shows the same: the line does not count.
    bool showsLike(const FieldReading &other) const
    {
        return value == other.value && isSet == other.isSet && differs == other.differs && editable == other.editable
            && whyNotEditable == other.whyNotEditable && bases == other.bases && places == other.places;
    }
};

/// The form's view of a document: settings read from and written to the text through patches. It keeps no state of its own
/// but what it read already, until the document has another tree.
class ValuesForm
{
public:
    ValuesForm(ValuesDocument &document, ValuesSchema schema);

    const ValuesSchema &schema() const { return m_schema; }

    /// "head", "worker" and the names of the additional worker groups that are written and not disabled.
    QStringList podGroups() const;
    static YamlPath groupPath(const QString &podGroup);

    /// `podGroup` empty: a setting of the cluster, or of head and workers together.
    FieldReading read(const QString &fieldId, const QString &podGroup = {}) const;
    /// One entry in the undo list, in words. InvalidInput: the sentence belongs beside the field; nothing was changed.
    Result<> write(const QString &fieldId, const QVariant &value, const QString &podGroup = {});
    /// Removes what is written, so that the chart's default holds again.
    Result<> reset(const QString &fieldId, const QString &podGroup = {});
    /// The image file on the HPC, `/folder/name:tag`, split at its last colon into repository and tag.
    Result<> writeImagePath(const QString &path);
    QString imagePath() const;
    /// What the three above would do; see ValuesDocument::applySoon.
    Result<NamedEdits> planWrite(const QString &fieldId, const QVariant &value, const QString &podGroup = {}) const;
    Result<NamedEdits> planReset(const QString &fieldId, const QString &podGroup = {}) const;
    Result<NamedEdits> planImagePath(const QString &path) const;
    Result<> apply(const Result<NamedEdits> &planned);

    /// What all fields show, as read for one tree. Reading a long document is work for a worker thread.
    struct Readings {
        QHash<QString, QList<FieldReading>> groups; ///< of each pod group, in the order of the schema's fields
        std::optional<QList<YamlPath>> otherKeys;
    };
    Readings readAll() const;
    /// Takes what was read elsewhere from the same tree.
    void adopt(const YamlIndex::Pointer &index, const Readings &readings);

    /// Fields that differ between head and workers.
    QStringList differingFields() const;
    /// Keys that no field shows, as paths: kept as they are, shown under "Advanced".
    QList<YamlPath> otherKeys() const;
    /// The field (and its pod group) that shows a path; empty: none.
    std::pair<QString, QString> fieldAt(const YamlPath &path) const;

    /// A value in words, for undo entries and lists of changes.
    static QString valueText(const FieldSchema &field, const QVariant &value);

private:
    QStringList groupsFor(const FieldSchema &field, const QString &podGroup) const;
    struct Root {
        YamlPath path;
        const YamlValue *value = nullptr; ///< in the document's tree
    };
    const Root &rootOf(const QString &podGroup) const;
    FieldReading readOne(const FieldSchema &field, const QString &podGroup) const;
    FieldReading readGroups(const FieldSchema &field, const QString &podGroup) const;
    Readings &known() const;
    bool isPodGroup(const QString &podGroup) const;
    Result<QList<YamlEdit>> edits(const FieldSchema &field, const QVariant &value, const QString &podGroup) const;

    ValuesDocument &m_document;
    ValuesSchema m_schema;
    QList<QList<YamlPath>> m_places; ///< of each field, below its base
    mutable Readings m_known;
    mutable YamlIndex::Pointer m_knownOf;
    mutable QHash<QString, Root> m_roots; ///< of the pod groups, in the same tree
};

} // namespace rayhelm
