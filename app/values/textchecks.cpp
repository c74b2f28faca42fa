#include "values/podkeys.h"
#include "values/problemchecks.h"
#include "values/valuesdocument.h"

#include <QCoreApplication>
#include <QHash>

namespace rayhelm {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(rayhelm::TextChecks)
};

void checkDoubledKeys(ProblemSearch &search)
{
    const YamlIndex &index = search.document.index();
    for (const YamlNode &map : index.nodes()) {
        if (map.kind != YamlKind::Map || map.entryCount() < 2)
            continue;
        QHash<QByteArray, int> lines;
        for (size_t i = 0; i < map.children.size(); i += 2) {
            const YamlNode &key = index.node(map.children[i]);
            if (lines.contains(key.value) && key.value != "<<") {
                Problem &problem = search.add(Severity::Error, "doubled-key", index.pathOf(map.children[i + 1]),
                                              Tr::tr("\"%1\" stands twice, also on line %2; Helm takes only this one.")
                                                  .arg(QString::fromUtf8(key.value)).arg(lines.value(key.value)));
                problem.line = key.line;
            }
            lines.insert(key.value, key.line);
        }
    }
}

void checkNumbers(ProblemSearch &search)
{
    const YamlIndex &index = search.document.index();
    for (size_t id = 0; id < index.nodes().size(); ++id) {
        const YamlNode &node = index.nodes()[id];
        if (node.kind != YamlKind::Scalar || node.style != YamlStyle::Plain || node.isKey)
            continue;
        const QString text = QString::fromUtf8(node.value);
        const YamlType type = helmType(text);
        if (type == YamlType::Float && (text.endsWith(QLatin1String(".inf"), Qt::CaseInsensitive) || text.endsWith(QLatin1String(".nan"), Qt::CaseInsensitive)))
            search.add(Severity::Error, "endless-number", index.pathOf(int(id)), Tr::tr("Helm cannot read the number %1.").arg(text));
        const std::optional<qint64> whole = type == YamlType::Integer ? YamlValue::plain(text).toInteger() : std::nullopt;
        constexpr qint64 firstRounded = 1000000;
        if (whole && qAbs(*whole) >= firstRounded)
            search.add(Severity::Hint, "large-number", index.pathOf(int(id)),
                       Tr::tr("Helm may write %1 as %2. Put it in quotes if it is a text.").arg(text, QString::number(double(*whole), 'e', 6)));
    }
}

bool isDefaultTakenAway(const KnownKey *known)
{
    return known && (known->type == YamlType::Map || known->type == YamlType::List);
}

QString kindName(YamlType type)
{
    switch (type) {
    case YamlType::Map: return Tr::tr("a map of keys and values");
    case YamlType::List: return Tr::tr("a list");
    case YamlType::Integer: return Tr::tr("a whole number");
    case YamlType::Boolean: return Tr::tr("true or false");
    default: return Tr::tr("a text");
    }
}

bool fits(const YamlValue &value, const KnownKey &known)
{
    switch (known.type) {
    case YamlType::Map: return value.isMap();
    case YamlType::List: return value.isList();
    case YamlType::Integer: return value.type() == YamlType::Integer;
    case YamlType::Boolean: return value.type() == YamlType::Boolean;
    default: return value.isScalar();
    }
}

void reportUnknown(ProblemSearch &search, const YamlPath &path)
{
    const QString key = path.lastKey();
    const QString near = search.schema.suggestion(path);
    QString sentence = Tr::tr("\"%1\" is not a known setting. Helm would ignore it without a word.").arg(key);
    if (search.schema.key(path))
        sentence = Tr::tr("Chart %1 does not read \"%2\".").arg(search.schema.chartVersion().toString(), key);
    else if (!near.isEmpty())
        sentence += QLatin1Char(' ') + Tr::tr("Did you mean \"%1\"?").arg(near);
    Problem &problem = search.add(Severity::Hint, "unknown-key", path, sentence);
    const bool free = !near.isEmpty() && !search.values.find(path.parent().child(near));
    if (free && !search.schema.key(path))
        problem.correction = Correction{Tr::tr("Use \"%1\"").arg(near), {YamlEdit::rename(path, near)}};
}

void reportKind(ProblemSearch &search, const YamlPath &path, const YamlValue &value, const KnownKey &known)
{
    // `containerEnv: {}` was the chart's own default in 1.1.
    const bool emptyMap = known.type == YamlType::List && value.isMap() && value.entries().empty();
    Problem &problem = search.add(emptyMap ? Severity::Hint : Severity::Error, "wrong-kind", path,
                                  Tr::tr("\"%1\" must be %2.").arg(path.lastKey(), kindName(known.type)));
    if (emptyMap)
        problem.correction = Correction{Tr::tr("Make it an empty list"), {YamlEdit::set(path, YamlValue::list())}};
    const std::optional<qint64> number = value.toInteger();
    const std::optional<bool> on = value.toBoolean();
    if (known.type == YamlType::Integer && number)
        problem.correction = Correction{Tr::tr("Take off the quotes"), {YamlEdit::set(path, YamlValue::integer(*number))}};
    if (known.type == YamlType::Boolean && on)
        problem.correction = Correction{Tr::tr("Take off the quotes"), {YamlEdit::set(path, YamlValue::boolean(*on))}};
}

void visit(ProblemSearch &search, const YamlValue &value, const YamlPath &path)
{
    for (const YamlEntry &entry : value.entries()) {
        const YamlPath child = path.child(entry.key);
        if (!search.schema.isKnown(child)) {
            reportUnknown(search, child);
            continue;
        }
        const KnownKey *known = search.schema.key(child);
        if (!known)
            continue;
        if (entry.value.isNull()) {
            if (isDefaultTakenAway(known) && (known->name == podkey::containerEnv || known->name == QLatin1String("common"))) {
                Problem &problem = search.add(Severity::Error, "null-breaks", child,
                                              Tr::tr("An empty \"%1\" breaks the chart. Remove it, or make it an empty list.").arg(entry.key));
                problem.correction = Correction{Tr::tr("Remove it"), {YamlEdit::remove(child)}};
            } else if (isDefaultTakenAway(known)) {
                search.add(Severity::Hint, "null-default", child,
                           Tr::tr("An empty \"%1\" takes away the chart's default. Remove the key to keep it.").arg(entry.key));
            }
            continue;
        }
        if (!fits(entry.value, *known))
            reportKind(search, child, entry.value, *known);
        else if (!known->children.empty())
            visit(search, entry.value, child);
    }
}

} // namespace

void checkText(ProblemSearch &search)
{
    checkDoubledKeys(search);
    checkNumbers(search);
}

void checkKeys(ProblemSearch &search)
{
    visit(search, search.values, {});
}

} // namespace rayhelm
