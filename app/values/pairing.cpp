#include "values/pairing.h"

#include <QHash>

#include <algorithm>
#include <numeric>
#include <vector>

namespace rayhelm {

namespace {

using Entries = QList<std::pair<QString, QString>>;
using Places = QList<qsizetype>;

QHash<QString, Places> placesOf(const Entries &entries)
{
    QHash<QString, Places> places;
    for (qsizetype i = 0; i < entries.size(); ++i)
        places[entries[i].first].append(i);
    return places;
}

/// The longest common row of equal entries: what was added or removed lies between them.
void pairEqual(const Entries &present, const Places &from, const Entries &wanted, const Places &to, Places &pairs)
{
    const auto equal = [&](qsizetype i, qsizetype k) { return present[from[i]] == wanted[to[k]]; };
    std::vector<std::vector<int>> longest(size_t(from.size()) + 1, std::vector<int>(size_t(to.size()) + 1, 0));
    for (qsizetype i = from.size() - 1; i >= 0; --i) {
        for (qsizetype k = to.size() - 1; k >= 0; --k) {
            const auto a = size_t(i), b = size_t(k);
            longest[a][b] = equal(i, k) ? longest[a + 1][b + 1] + 1 : std::max(longest[a + 1][b], longest[a][b + 1]);
        }
    }
    for (qsizetype i = 0, k = 0; i < from.size() && k < to.size();) {
        if (equal(i, k))
            pairs[from[i++]] = to[k++];
        else if (longest[size_t(i) + 1][size_t(k)] >= longest[size_t(i)][size_t(k) + 1])
            ++i;
        else
            ++k;
    }
}

/// What is left of that name, in order, without crossing what is paired.
void pairRest(const Places &from, const Places &to, Places &pairs)
{
    qsizetype next = 0;
    for (const qsizetype place : from) {
        if (pairs[place] >= 0) {
            next = to.indexOf(pairs[place]) + 1;
            continue;
        }
        const bool isFree = next < to.size() && !pairs.contains(to[next]);
        if (isFree)
            pairs[place] = to[next++];
    }
}

} // namespace

QList<qsizetype> pairedByName(const Entries &present, const Entries &wanted)
{
    Places pairs(present.size(), -1);
    const QHash<QString, Places> from = placesOf(present);
    const QHash<QString, Places> to = placesOf(wanted);
    // When every name stands as often as before, each entry keeps its place, whatever its value is now. Else all names are looked at
    // together, because their order among each other tells which of two equal entries has gone.
    bool sameCounts = present.size() == wanted.size();
    for (auto name = from.cbegin(); name != from.cend(); ++name)
        sameCounts = sameCounts && name.value().size() == to.value(name.key()).size();
    Places allFrom(present.size()), allTo(wanted.size());
    std::iota(allFrom.begin(), allFrom.end(), 0);
    std::iota(allTo.begin(), allTo.end(), 0);
    if (!sameCounts)
        pairEqual(present, allFrom, wanted, allTo, pairs);
    for (auto name = from.cbegin(); name != from.cend(); ++name)
        pairRest(name.value(), to.value(name.key()), pairs);
    return pairs;
}

} // namespace rayhelm
