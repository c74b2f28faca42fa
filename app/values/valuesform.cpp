#include "values/valuesform.h"

#include "core/text.h"
#include "values/fieldaccess.h"
#include "values/podkeys.h"
#include "values/quantity.h"

#include <QCoreApplication>

#include <algorithm>

namespace rayhelm {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(rayhelm::ValuesForm)
};

QString oneLine(QString text)
{
    text = text.simplified();
    constexpr int longest = 40;
    return text.size() > longest ? text.left(longest) + QChar(0x2026) : text;
}

QString undoName(const FieldSchema &field, const FieldReading &before, const QVariant &after)
{
    const QString to = ValuesForm::valueText(field, after);
    const QString from = ValuesForm::valueText(field, before.value);
    if (field.type == FieldType::Environment || field.type == FieldType::FileList || field.type == FieldType::LongText
        || field.type == FieldType::Structure)
        return Tr::tr("%1 changed").arg(field.label);
    if (before.differs || from.isEmpty())
        return Tr::tr("%1 set to %2").arg(field.label, to);
    return to.isEmpty() ? Tr::tr("%1 removed").arg(field.label) : Tr::tr("%1 %2 to %3").arg(field.label, from, to);
}

} // namespace

ValuesForm::ValuesForm(ValuesDocument &document, ValuesSchema schema) : m_document(document), m_schema(std::move(schema))
{
    for (const FieldSchema &field : m_schema.fields())
        m_places.append(fieldPaths(field, {}));
}

YamlPath ValuesForm::groupPath(const QString &podGroup)
{
    if (podGroup == podkey::head || podGroup == podkey::worker)
        return {podGroup};
    return {podkey::additionalGroups, podGroup};
}

QStringList ValuesForm::podGroups() const
{
    const YamlValue &tree = m_document.tree();
    QStringList groups{podkey::head};
    if (!tree.at({podkey::worker, podkey::disabled}).toBoolean().value_or(false))
        groups.append(podkey::worker);
    for (const YamlEntry &entry : tree.at({podkey::additionalGroups}).entries()) {
        // The chart's own smallGroup stays disabled until the file says otherwise.
        const bool standard = entry.key == QLatin1String("smallGroup");
        if (!entry.value.at({podkey::disabled}).toBoolean().value_or(standard))
            groups.append(entry.key);
    }
    return groups;
}

/// The groups that a reading or writing concerns.
QStringList ValuesForm::groupsFor(const FieldSchema &field, const QString &podGroup) const
{
    if (!podGroup.isEmpty())
        return {podGroup};
    if (!field.forHead)
        return {podkey::worker};
    return podGroups();
}

QList<YamlPath> FieldReading::paths() const
{
    QList<YamlPath> all;
    for (const YamlPath &base : bases) {
        for (const YamlPath &place : places)
            all.append(base.joined(place));
    }
    return all;
}

const ValuesForm::Root &ValuesForm::rootOf(const QString &podGroup) const
{
    known(); // what is remembered is of the present tree
    Root &root = m_roots[podGroup];
    if (!root.value) {
        root.path = groupPath(podGroup);
        root.value = &m_document.tree().at(root.path);
    }
    return root;
}

FieldReading ValuesForm::readOne(const FieldSchema &field, const QString &podGroup) const
{
    const Root root = field.perGroup ? rootOf(podGroup) : Root{YamlPath(), &m_document.tree()};
    const QVariant written = writtenValue(*root.value, field);
    const bool additional = root.path.size() > 1; // the chart has no defaults for groups that the file names
    FieldReading reading;
    reading.isSet = written.isValid();
    reading.value = written.isValid() || additional ? written : field.defaultFor(m_schema.chartVersion(), podGroup == podkey::head);
    reading.bases = {root.path};
    reading.places = m_places[&field - m_schema.fields().constData()];
    return reading;
}

/// One reading of all groups that `podGroup` stands for.
FieldReading ValuesForm::readGroups(const FieldSchema &field, const QString &podGroup) const
{
    Readings &memory = known();
    const auto number = &field - m_schema.fields().constData();
    const auto found = memory.groups.constFind(podGroup);
    if (found != memory.groups.constEnd() && found->at(number).isRead())
        return found->at(number);
    FieldReading reading;
    const QStringList groups = field.perGroup ? groupsFor(field, podGroup) : QStringList{QString()};
    for (const QString &group : groups) {
        const FieldReading one = field.perGroup && group != podGroup ? readGroups(field, group) : readOne(field, group);
        if (!reading.isRead()) {
            reading = one;
            continue;
        }
        reading.differs = reading.differs || one.value != reading.value;
        reading.isSet = reading.isSet || one.isSet;
        reading.bases += one.bases;
    }
    QList<FieldReading> &all = memory.groups[podGroup];
    all.resize(m_schema.fields().size());
    all[number] = reading;
    return reading;
}

FieldReading ValuesForm::read(const QString &fieldId, const QString &podGroup) const
{
    const FieldSchema *field = m_schema.field(fieldId);
    if (!field)
        return {};
    FieldReading reading = readGroups(*field, podGroup);
    reading.line = m_document.lineOf(reading.bases.first().joined(reading.places.first()));
    if (m_document.error()) {
        reading.editable = false;
        reading.whyNotEditable = toError(*m_document.error()).summary;
    }
    return reading;
}

Result<QList<YamlEdit>> ValuesForm::edits(const FieldSchema &field, const QVariant &value, const QString &podGroup) const
{
    QList<YamlEdit> all;
    const QStringList groups = field.perGroup ? groupsFor(field, podGroup) : QStringList{QString()};
    for (const QString &group : groups) {
        const YamlPath base = field.perGroup ? groupPath(group) : YamlPath();
        const Result<QList<YamlEdit>> some = writeEdits(m_document.tree().at(base), base, field, value);
        if (!some)
            return some;
        all += *some;
    }
    // What is new goes to its place in the template's order.
    for (YamlEdit &edit : all) {
        int missing = edit.path.size();
        while (missing > 0 && !m_document.tree().find(edit.path.left(missing)))
            --missing;
        if (edit.kind != YamlEdit::Kind::Set || missing >= edit.path.size())
            continue;
        const YamlPath map = edit.path.left(missing);
        const QStringList present = m_document.tree().at(map).keys();
        const auto *key = std::get_if<QString>(&edit.path.at(missing));
        edit.position = key ? m_schema.positionFor(map, *key, present) : -1;
    }
    return all;
}

Result<NamedEdits> ValuesForm::planWrite(const QString &fieldId, const QVariant &value, const QString &podGroup) const
{
    const FieldSchema *field = m_schema.field(fieldId);
    if (!field)
        return failure(ErrorKind::NotFound, Tr::tr("There is no such setting."));
    m_document.readNow(); // the edits follow from what stands there
    const Result<QList<YamlEdit>> all = edits(*field, value, podGroup);
    if (!all)
        return failure(all.error());
    return NamedEdits{*all, undoName(*field, read(fieldId, podGroup), value)};
}

Result<NamedEdits> ValuesForm::planReset(const QString &fieldId, const QString &podGroup) const
{
    const FieldSchema *field = m_schema.field(fieldId);
    if (!field)
        return failure(ErrorKind::NotFound, Tr::tr("There is no such setting."));
    m_document.readNow();
    QList<YamlEdit> all;
    for (const QString &group : field->perGroup ? groupsFor(*field, podGroup) : QStringList{QString()}) {
        const YamlPath base = field->perGroup ? groupPath(group) : YamlPath();
        all += resetEdits(m_document.tree().at(base), base, *field);
    }
    return NamedEdits{all, Tr::tr("%1 reset").arg(field->label)};
}

Result<NamedEdits> ValuesForm::planImagePath(const QString &path) const
{
    const QString trimmed = path.trimmed();
    const auto colon = trimmed.lastIndexOf(QLatin1Char(':'));
    if (colon <= trimmed.lastIndexOf(QLatin1Char('/')) || colon + 1 == trimmed.size())
        return failure(ErrorKind::InvalidInput,
                       Tr::tr("The chart joins image and tag with a colon, so the file's name must hold one, as in /folder/hython:sif."));
    m_document.readNow();
    const FieldSchema *repository = m_schema.field(QStringLiteral("image.repository"));
    const FieldSchema *tag = m_schema.field(QStringLiteral("image.tag"));
    const Result<QList<YamlEdit>> first = edits(*repository, trimmed.left(colon), QString());
    const Result<QList<YamlEdit>> second = edits(*tag, trimmed.mid(colon + 1), QString());
    if (!first || !second)
        return failure(first ? second.error() : first.error());
    return NamedEdits{*first + *second, Tr::tr("Image set to %1").arg(oneLine(trimmed))};
}

Result<> ValuesForm::apply(const Result<NamedEdits> &planned)
{
    return planned ? m_document.apply(planned->edits, planned->name) : failure(planned.error());
}

Result<> ValuesForm::write(const QString &fieldId, const QVariant &value, const QString &podGroup)
{
    return apply(planWrite(fieldId, value, podGroup));
}

Result<> ValuesForm::reset(const QString &fieldId, const QString &podGroup)
{
    return apply(planReset(fieldId, podGroup));
}

Result<> ValuesForm::writeImagePath(const QString &path)
{
    return apply(planImagePath(path));
}

QString ValuesForm::imagePath() const
{
    const QString repository = read(QStringLiteral("image.repository")).value.toString();
    const QString tag = read(QStringLiteral("image.tag")).value.toString();
    return tag.isEmpty() ? repository : repository + QLatin1Char(':') + tag;
}

QStringList ValuesForm::differingFields() const
{
    QStringList ids;
    for (const FieldSchema &field : m_schema.fields()) {
        if (field.perGroup && field.forHead && read(field.id).differs)
            ids.append(field.id);
    }
    return ids;
}

QString ValuesForm::valueText(const FieldSchema &field, const QVariant &value)
{
    if (!value.isValid())
        return {};
    switch (field.type) {
    case FieldType::Duration:
        return durationText(std::chrono::seconds(value.toLongLong()));
    case FieldType::Memory:
        return memoryText(value.toString());
    case FieldType::Switch:
        return value.toBool() ? Tr::tr("on") : Tr::tr("off");
    case FieldType::FileList:
        return oneLine(value.toStringList().join(QStringLiteral(", ")));
    case FieldType::Structure: {
        const Result<YamlValue> read = readYaml(value.toString().toUtf8());
        const size_t count = !read ? 0 : read->isMap() ? read->entries().size() : read->items().size();
        return Tr::tr("%n entry(ies)", nullptr, int(count));
    }
    case FieldType::Environment: {
        QStringList names;
        for (const EnvironmentEntry &entry : value.value<EnvironmentList>())
            names.append(entry.name);
        return oneLine(names.join(QStringLiteral(", ")));
    }
    default:
        return oneLine(value.toString());
    }
}

bool ValuesForm::isPodGroup(const QString &podGroup) const
{
    const bool standard = podGroup == QLatin1String("smallGroup");
    const YamlValue &group = m_document.tree().at(groupPath(podGroup));
    return podGroup == podkey::head || !group.at({podkey::disabled}).toBoolean().value_or(standard);
}

std::pair<QString, QString> ValuesForm::fieldAt(const YamlPath &path) const
{
    const auto key = [&path](int at) {
        const auto *text = at < path.size() ? std::get_if<QString>(&path.at(at)) : nullptr;
        return text ? *text : QString();
    };
    const int base = key(0) == podkey::head || key(0) == podkey::worker ? 1 : key(0) == podkey::additionalGroups ? 2 : 0;
    const QString group = base > 0 ? key(base - 1) : QString();
    const bool inGroup = !group.isEmpty() && groupPath(group).size() == base && isPodGroup(group);
    const auto liesIn = [&path](const YamlPath &place, int from) {
        return path.size() - from >= place.size()
            && std::equal(place.steps().cbegin(), place.steps().cend(), path.steps().cbegin() + from);
    };
    for (qsizetype i = 0; i < m_places.size(); ++i) {
        const FieldSchema &field = m_schema.fields()[i];
        if (field.perGroup && (!inGroup || (!field.forHead && group == podkey::head)))
            continue;
        for (const YamlPath &place : m_places[i]) {
            if (liesIn(place, field.perGroup ? base : 0))
                return {field.id, field.perGroup ? group : QString()};
        }
    }
    return {};
}

QList<YamlPath> ValuesForm::otherKeys() const
{
    if (known().otherKeys)
        return *known().otherKeys;
    QList<YamlPath> found;
    const std::function<void(const YamlValue &, const YamlPath &)> visit = [&](const YamlValue &value, const YamlPath &path) {
        if (!path.isRoot() && !fieldAt(path).first.isEmpty())
            return;
        const bool mixed = value.isMap() && !value.entries().empty() && path.size() < 4;
        if (!mixed) {
            if (!path.isRoot())
                found.append(path);
            return;
        }
        for (const YamlEntry &entry : value.entries())
            visit(entry.value, path.child(entry.key));
    };
    visit(m_document.tree(), {});
    known().otherKeys = found;
    return found;
}

ValuesForm::Readings &ValuesForm::known() const
{
    if (m_knownOf != m_document.sharedIndex()) {
        m_known = {};
        m_roots.clear();
        m_knownOf = m_document.sharedIndex();
    }
    return m_known;
}

ValuesForm::Readings ValuesForm::readAll() const
{
    const QStringList groups = QStringList{QString()} + podGroups();
    for (const FieldSchema &field : m_schema.fields()) {
        for (const QString &group : field.perGroup ? groups : QStringList{QString()}) {
            if (field.forHead || group != podkey::head)
                readGroups(field, group);
        }
    }
    otherKeys();
    return known();
}

void ValuesForm::adopt(const YamlIndex::Pointer &index, const Readings &readings)
{
    if (index != m_document.sharedIndex())
        return;
    m_roots.clear();
    m_knownOf = index;
    m_known = readings;
}

} // namespace rayhelm
