#include "values/valueschanges.h"

#include "values/fieldaccess.h"
#include "values/podkeys.h"
#include "values/valuesform.h"

#include <QCoreApplication>

#include <algorithm>

namespace rayhelm {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(rayhelm::ValuesChanges)
};

ChangeEffect effectOf(const YamlPath &path)
{
    const QString key = path.lastKey();
    if (key == QLatin1String("replicas") || key == QLatin1String("minReplicas") || key == QLatin1String("maxReplicas"))
        return ChangeEffect::Now;
    if (key == QLatin1String("fullnameOverride") || key == QLatin1String("nameOverride") || key == QLatin1String("groupName"))
        return ChangeEffect::AfterReinstall;
    return ChangeEffect::NewPodsOnly;
}

class Comparison
{
public:
    Comparison(const YamlValue &before, const YamlValue &after, const ValuesSchema &schema)
        : m_before(before), m_after(after), m_schema(schema)
    {
    }

    QList<ValuesChange> run()
    {
        for (const FieldSchema &field : m_schema.fields()) {
            if (!field.perGroup) {
                compareField(field, QString(), {});
                continue;
            }
            for (const QString &group : groups()) {
                if (field.forHead || group != podkey::head)
                    compareField(field, group, ValuesForm::groupPath(group));
            }
        }
        compareRest(m_before, m_after, {});
        return m_changes;
    }

private:
    QStringList groups() const
    {
        QStringList names{podkey::head, podkey::worker};
        for (const YamlValue *values : {&m_before, &m_after}) {
            for (const QString &name : values->at({podkey::additionalGroups}).keys()) {
                if (!names.contains(name))
                    names.append(name);
            }
        }
        return names;
    }

    void compareField(const FieldSchema &field, const QString &group, const YamlPath &base)
    {
        const YamlValue *oldGroup = m_before.find(base);
        const YamlValue *newGroup = m_after.find(base);
        if (base.size() > 1 && (!oldGroup || !newGroup))
            return; // a whole group came or went: one sentence, not one per field
        const QVariant written = oldGroup ? writtenValue(*oldGroup, field) : QVariant();
        const QVariant wanted = newGroup ? writtenValue(*newGroup, field) : QVariant();
        // Seen by its field, whatever else stands at the same place is compared below the path.
        if (written == wanted)
            return;
        const QVariant standard = field.defaultFor(m_schema.chartVersion(), group == podkey::head);
        const QString from = ValuesForm::valueText(field, written.isValid() ? written : standard);
        const QString to = ValuesForm::valueText(field, wanted.isValid() ? wanted : standard);
        const QString name = group.isEmpty() || !field.forHead ? field.label : Tr::tr("%1, %2").arg(groupName(group), field.label);
        ValuesChange change;
        change.path = fieldPaths(field, base).first();
        change.fieldId = field.id;
        change.podGroup = group;
        change.sentence = from == to ? Tr::tr("%1: changed").arg(name)
            : from.isEmpty()         ? Tr::tr("%1: %2, not set before").arg(name, to)
            : to.isEmpty()           ? Tr::tr("%1: no longer set, %2 before").arg(name, from)
                                     : Tr::tr("%1: %2 to %3").arg(name, from, to);
        change.effect = effectOf(change.path);
        m_changes.append(change);
    }

    static QString groupName(const QString &group)
    {
        if (group == podkey::head)
            return Tr::tr("Head");
        return group == podkey::worker ? Tr::tr("Workers") : group;
    }

    bool isCovered(const YamlPath &path) const
    {
        for (const ValuesChange &change : m_changes) {
            const FieldSchema *field = m_schema.field(change.fieldId);
            if (!field)
                continue;
            const YamlPath base = field->perGroup ? ValuesForm::groupPath(change.podGroup) : YamlPath();
            for (const YamlPath &place : fieldPaths(*field, base)) {
                if (path.startsWith(place))
                    return true;
            }
        }
        return false;
    }

    /// Whether a field below this path has been told already.
    bool holdsToldField(const YamlPath &path) const
    {
        return std::any_of(m_changes.begin(), m_changes.end(), [&path](const ValuesChange &change) {
            return !change.fieldId.isEmpty() && change.path.startsWith(path);
        });
    }

    void compareRest(const YamlValue &before, const YamlValue &after, const YamlPath &path)
    {
        static const YamlValue nothing = YamlValue::map();
        if (before == after || isCovered(path))
            return;
        const bool openUp = path.isRoot() || holdsToldField(path);
        if (openUp && before.isNull() != after.isNull())
            return compareRest(before.isNull() ? nothing : before, after.isNull() ? nothing : after, path);
        if (before.isMap() && after.isMap()) {
            for (const YamlEntry &entry : before.entries()) {
                const YamlPath child = path.child(entry.key);
                const YamlValue *other = after.find(entry.key);
                if (other || holdsToldField(child))
                    compareRest(entry.value, other ? *other : YamlValue(), child);
                else
                    note(child, Tr::tr("%1: removed").arg(child.toString()));
            }
            for (const YamlEntry &entry : after.entries()) {
                const YamlPath child = path.child(entry.key);
                if (before.find(entry.key))
                    continue;
                if (holdsToldField(child))
                    compareRest(YamlValue(), entry.value, child);
                else
                    note(child, Tr::tr("%1: added").arg(child.toString()));
            }
            return;
        }
        const bool shortTexts = before.isScalar() && after.isScalar() && before.text().size() + after.text().size() < 80
            && !before.isNull() && !after.isNull();
        note(path, shortTexts ? Tr::tr("%1: %2 to %3").arg(path.toString(), before.text(), after.text())
                              : Tr::tr("%1: changed").arg(path.toString()));
    }

    void note(const YamlPath &path, const QString &sentence)
    {
        if (isCovered(path))
            return;
        ValuesChange change;
        change.path = path;
        change.sentence = sentence;
        change.effect = effectOf(path);
        m_changes.append(change);
    }

    const YamlValue &m_before;
    const YamlValue &m_after;
    const ValuesSchema &m_schema;
    QList<ValuesChange> m_changes;
};

} // namespace

QList<ValuesChange> describeChanges(const YamlValue &before, const YamlValue &after, const ValuesSchema &schema)
{
    return Comparison(before, after, schema).run();
}

QString effectText(ChangeEffect effect)
{
    switch (effect) {
    case ChangeEffect::Now: return Tr::tr("now");
    case ChangeEffect::NewPodsOnly: return Tr::tr("new pods only");
    case ChangeEffect::AfterReinstall: return Tr::tr("after delete and install");
    }
    return {};
}

} // namespace rayhelm
