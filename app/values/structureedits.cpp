#include "values/structureedits.h"

#include <algorithm>

namespace rayhelm {

namespace {

QList<YamlEdit> mapEdits(const YamlValue &before, const YamlValue &after, const YamlPath &path)
{
    QList<YamlEdit> edits;
    for (const YamlEntry &entry : after.entries()) {
        const YamlValue *present = before.find(entry.key);
        edits += present ? editsBetween(*present, entry.value, path.child(entry.key))
                         : QList<YamlEdit>{YamlEdit::insert(path, entry.key, entry.value)};
    }
    for (const YamlEntry &entry : before.entries()) {
        if (!after.find(entry.key))
            edits.append(YamlEdit::remove(path.child(entry.key)));
    }
    return edits;
}

/// Equal items at both ends stay; of those between, each is made into the one at its place.
QList<YamlEdit> listEdits(const YamlValue &before, const YamlValue &after, const YamlPath &path)
{
    const std::vector<YamlValue> &old = before.items();
    const std::vector<YamlValue> &wanted = after.items();
    const size_t shorter = std::min(old.size(), wanted.size());
    size_t head = 0;
    while (head < shorter && old[head] == wanted[head])
        ++head;
    size_t tail = 0;
    while (tail < shorter - head && old[old.size() - 1 - tail] == wanted[wanted.size() - 1 - tail])
        ++tail;
    QList<YamlEdit> edits;
    const size_t common = shorter - tail;
    for (size_t i = head; i < common; ++i)
        edits += editsBetween(old[i], wanted[i], path.child(int(i)));
    for (size_t i = old.size() - tail; i > common; --i)
        edits.append(YamlEdit::remove(path.child(int(i - 1))));
    for (size_t i = common; i < wanted.size() - tail; ++i)
        edits.append(YamlEdit::insertItem(path, wanted[i], int(i)));
    return edits;
}

} // namespace

QList<YamlEdit> editsBetween(const YamlValue &before, const YamlValue &after, const YamlPath &path)
{
    if (before == after)
        return {};
    if (before.isMap() && after.isMap() && !before.entries().empty() && !after.entries().empty())
        return mapEdits(before, after, path);
    if (before.isList() && after.isList() && !before.items().empty() && !after.items().empty())
        return listEdits(before, after, path);
    return {YamlEdit::set(path, after)};
}

} // namespace rayhelm
