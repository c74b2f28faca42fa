#include "yaml/yamledit.h"

#include "yaml/yamlplanner.h"
#include "yaml/yamltreecheck.h"

#include <QCoreApplication>

#include <algorithm>

namespace rayhelm {

YamlEdit YamlEdit::set(const YamlPath &path, const YamlValue &value)
{
    YamlEdit edit;
    edit.path = path;
    edit.value = value;
    return edit;
}

YamlEdit YamlEdit::insert(const YamlPath &map, const QString &key, const YamlValue &value, int position)
{
    YamlEdit edit = set(map, value);
    edit.kind = Kind::Insert;
    edit.key = key;
    edit.position = position;
    return edit;
}

YamlEdit YamlEdit::insertItem(const YamlPath &list, const YamlValue &value, int position)
{
    return insert(list, QString(), value, position);
}

YamlEdit YamlEdit::remove(const YamlPath &path)
{
    YamlEdit edit;
    edit.kind = Kind::Remove;
    edit.path = path;
    return edit;
}

YamlEdit YamlEdit::rename(const YamlPath &path, const QString &newKey)
{
    YamlEdit edit = remove(path);
    edit.kind = Kind::Rename;
    edit.key = newKey;
    return edit;
}

YamlEdit YamlEdit::move(const YamlPath &path, int position)
{
    YamlEdit edit = remove(path);
    edit.kind = Kind::Move;
    edit.position = position;
    return edit;
}

namespace {

Result<YamlEdited> tryEdit(const YamlIndex &index, const YamlEdit &edit, bool blockScalars)
{
    const YamlPlanner planner(index, blockScalars);
    const Result<YamlEdit> normalised = planner.normalised(edit);
    if (!normalised)
        return failure(normalised.error());
    const Result<TextPatch> patch = planner.plan(*normalised);
    if (!patch)
        return failure(patch.error());
    YamlEdited edited{*patch, index.text(), nullptr};
    if (patch->isEmpty())
        return edited;
    edited.text = patched(index.text(), *patch);
    const int line = index.lineOf(patch->position);
    const auto parsed = YamlIndex::parse(edited.text);
    if (!parsed)
        return editRefused(line, QCoreApplication::translate("rayhelm::Yaml", "the change would make it unreadable (%1)")
                                     .arg(parsed.error().reason));
    if (!isEditedTree(index, *normalised, **parsed))
        return editRefused(line, QCoreApplication::translate("rayhelm::Yaml", "the change would alter something else too"));
    edited.index = *parsed;
    return edited;
}

bool holdsLines(const YamlValue &value)
{
    const auto anyItem = [](const YamlValue &item) { return holdsLines(item); };
    const auto anyEntry = [](const YamlEntry &entry) { return holdsLines(entry.value); };
    return (value.isString() && value.text().contains(QLatin1Char('\n')))
        || std::any_of(value.items().begin(), value.items().end(), anyItem)
        || std::any_of(value.entries().begin(), value.entries().end(), anyEntry);
}

} // namespace

Result<YamlEdited> applyEdit(const YamlIndex &index, const YamlEdit &edit)
{
    const Result<YamlEdited> edited = tryEdit(index, edit, true);
    const bool writes = edit.kind == YamlEdit::Kind::Set || edit.kind == YamlEdit::Kind::Insert;
    if (edited || !writes || edited.error().kind != ErrorKind::InvalidInput)
        return edited;
    const int old = edit.kind == YamlEdit::Kind::Set ? index.find(edit.path) : -1;
    const bool wasBlock = old >= 0 && (index.node(old).style == YamlStyle::Literal || index.node(old).style == YamlStyle::Folded);
    return wasBlock || holdsLines(edit.value) ? tryEdit(index, edit, false) : edited;
}

QByteArray patched(const QByteArray &text, const TextPatch &patch)
{
    QByteArray result;
    result.reserve(text.size() - patch.length + patch.replacement.size());
    result.append(QByteArrayView(text).first(patch.position));
    result.append(patch.replacement);
    result.append(QByteArrayView(text).sliced(patch.position + patch.length));
    return result;
}

TextPatch patchBetween(const QByteArray &before, const QByteArray &after)
{
    const auto limit = std::min(before.size(), after.size());
    const auto head = std::mismatch(before.cbegin(), before.cbegin() + limit, after.cbegin()).first - before.cbegin();
    qsizetype tail = 0;
    while (tail < limit - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    return TextPatch{head, before.size() - head - tail, after.mid(head, after.size() - head - tail)};
}

} // namespace rayhelm
