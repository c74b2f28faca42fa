#include "values/valuesschema.h"

#include <algorithm>

namespace rayhelm {

namespace {

/// Edits (change, insert, drop, swap of neighbours) that make one word into the other.
int distance(const QString &one, const QString &other)
{
    const qsizetype width = other.size() + 1;
    std::vector<int> table(size_t((one.size() + 1) * width));
    const auto at = [&table, width](qsizetype i, qsizetype j) -> int & { return table[size_t(i * width + j)]; };
    for (qsizetype i = 0; i <= one.size(); ++i) {
        for (qsizetype j = 0; j <= other.size(); ++j) {
            if (i == 0 || j == 0) {
                at(i, j) = int(i + j);
                continue;
            }
            const int change = one[i - 1] == other[j - 1] ? 0 : 1;
            at(i, j) = std::min({at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + change});
            const bool swapped = i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
            if (swapped)
                at(i, j) = std::min(at(i, j), at(i - 2, j - 2) + 1);
        }
    }
    return at(one.size(), other.size());
}

const KnownKey *childNamed(const KnownKey &key, const QString &name)
{
    for (const KnownKey &child : key.children) {
        if (child.name == name || child.name == QLatin1String("*"))
            return &child;
    }
    return nullptr;
}

} // namespace

bool ValuesSchema::exists(const KnownKey &key) const
{
    const bool early = !key.since.isNull() && m_version < key.since;
    const bool late = !key.until.isNull() && m_version > key.until;
    return !early && !late;
}

const KnownKey *ValuesSchema::key(const YamlPath &path) const
{
    const KnownKey *at = &m_root;
    for (const YamlPath::Step &step : path.steps()) {
        const auto *name = std::get_if<QString>(&step);
        at = name ? childNamed(*at, *name) : nullptr;
        if (!at)
            return nullptr;
    }
    return at;
}

const std::vector<KnownKey> *ValuesSchema::keysBelow(const YamlPath &path) const
{
    const KnownKey *known = key(path);
    return known && !known->open ? &known->children : nullptr;
}

bool ValuesSchema::isKnown(const YamlPath &path) const
{
    const KnownKey *at = &m_root;
    for (const YamlPath::Step &step : path.steps()) {
        if (at->open || at->type == YamlType::List)
            return true;
        const auto *name = std::get_if<QString>(&step);
        at = name ? childNamed(*at, *name) : nullptr;
        if (!at || !exists(*at))
            return false;
    }
    return true;
}

QString ValuesSchema::suggestion(const YamlPath &path) const
{
    const KnownKey *parent = key(path.parent());
    const QString wrong = path.lastKey();
    if (!parent || wrong.isEmpty())
        return {};
    QString best;
    int least = int(std::max<qsizetype>(1, std::min<qsizetype>(3, wrong.size() / 3))) + 1;
    for (const KnownKey &child : parent->children) {
        if (!exists(child) || child.name == QLatin1String("*"))
            continue;
        const bool onlyCase = child.name.compare(wrong, Qt::CaseInsensitive) == 0;
        const int edits = onlyCase ? 0 : distance(wrong.toLower(), child.name.toLower());
        if (edits < least) {
            least = edits;
            best = child.name;
        }
    }
    return best;
}

int ValuesSchema::positionFor(const YamlPath &map, const QString &newKey, const QStringList &present) const
{
    const KnownKey *known = key(map);
    if (!known)
        return -1;
    const auto order = [known](const QString &name) {
        for (size_t i = 0; i < known->children.size(); ++i) {
            if (known->children[i].name == name)
                return int(i);
        }
        return -1;
    };
    const int place = order(newKey);
    if (place < 0)
        return -1;
    // Behind the nearest of its predecessors, else before the nearest of its successors.
    int before = -1;
    int behind = -1;
    for (qsizetype i = 0; i < present.size(); ++i) {
        const int other = order(present[i]);
        if (other < 0)
            continue;
        if (other < place && (before < 0 || other > order(present[before])))
            before = int(i);
        if (other > place && (behind < 0 || other < order(present[behind])))
            behind = int(i);
    }
    return before >= 0 ? before + 1 : behind;
}

} // namespace rayhelm
