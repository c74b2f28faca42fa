#include "values/textdiff.h"

#include <algorithm>
#include <vector>

namespace rayhelm {

namespace {

QString shown(QByteArray line)
{
    if (line.endsWith('\n'))
        line.chop(1);
    if (line.endsWith('\r'))
        line.chop(1);
    return QString::fromUtf8(line);
}

/// Myers' greedy search, keeping the furthest points of every round for the way back. Beyond `maximumRounds` differences
/// the texts have little in common, and the rest is taken as replaced.
class Myers
{
public:
    Myers(const QByteArrayList &before, const QByteArrayList &after, qsizetype begin, qsizetype endBefore, qsizetype endAfter)
        : m_before(before), m_after(after), m_begin(begin), m_n(int(endBefore - begin)), m_m(int(endAfter - begin))
    {
    }

    /// Pairs of equal lines, in order.
    std::vector<std::pair<int, int>> matches()
    {
        constexpr int maximumRounds = 2000;
        std::vector<std::vector<int>> rounds;
        const int limit = std::min(m_n + m_m, maximumRounds);
        std::vector<int> furthest(size_t(2 * limit + 3), 0);
        for (int d = 0; d <= limit; ++d) {
            for (int k = -d; k <= d; k += 2) {
                const size_t at = size_t(k + limit + 1);
                const bool down = k == -d || (k != d && furthest[at - 1] < furthest[at + 1]);
                int x = down ? furthest[at + 1] : furthest[at - 1] + 1;
                while (x < m_n && x - k < m_m && x - k >= 0 && same(x, x - k))
                    ++x;
                furthest[at] = x;
                if (x >= m_n && x - k >= m_m) {
                    rounds.push_back(slice(furthest, d, limit));
                    return wayBack(rounds);
                }
            }
            rounds.push_back(slice(furthest, d, limit));
        }
        return {};
    }

private:
    bool same(int x, int y) const { return m_before[m_begin + x] == m_after[m_begin + y]; }

    static std::vector<int> slice(const std::vector<int> &furthest, int d, int limit)
    {
        return {furthest.begin() + (limit + 1 - d), furthest.begin() + (limit + 1 + d) + 1};
    }

    std::vector<std::pair<int, int>> wayBack(const std::vector<std::vector<int>> &rounds) const
    {
        std::vector<std::pair<int, int>> pairs;
        int x = m_n;
        int y = m_m;
        for (int d = int(rounds.size()) - 1; d > 0; --d) {
            const std::vector<int> &previous = rounds[size_t(d - 1)];
            const int k = x - y;
            const auto at = [&previous, d](int diagonal) {
                const int place = diagonal + d - 1;
                return place >= 0 && place < int(previous.size()) ? previous[size_t(place)] : -1;
            };
            const bool down = k == -d || (k != d && at(k - 1) < at(k + 1));
            const int fromK = down ? k + 1 : k - 1;
            const int fromX = at(fromK);
            const int fromY = fromX - fromK;
            const int snakeX = down ? fromX : fromX + 1;
            while (x > snakeX)
                pairs.emplace_back(--x, --y);
            x = fromX;
            y = fromY;
        }
        while (x > 0 && y > 0)
            pairs.emplace_back(--x, --y);
        std::reverse(pairs.begin(), pairs.end());
        return pairs;
    }

    const QByteArrayList &m_before;
    const QByteArrayList &m_after;
    qsizetype m_begin;
    int m_n;
    int m_m;
};

} // namespace

QByteArrayList textLines(const QByteArray &text)
{
    QByteArrayList lines;
    for (qsizetype at = 0; at < text.size();) {
        const auto end = text.indexOf('\n', at);
        const qsizetype behind = end < 0 ? text.size() : end + 1;
        lines.append(text.mid(at, behind - at));
        at = behind;
    }
    return lines;
}

QList<DiffLine> diffLines(const QByteArray &before, const QByteArray &after)
{
    const QByteArrayList one = textLines(before);
    const QByteArrayList other = textLines(after);
    qsizetype head = 0;
    while (head < one.size() && head < other.size() && one[head] == other[head])
        ++head;
    qsizetype tail = 0;
    while (tail < one.size() - head && tail < other.size() - head && one[one.size() - 1 - tail] == other[other.size() - 1 - tail])
        ++tail;
    std::vector<std::pair<int, int>> pairs = Myers(one, other, head, one.size() - tail, other.size() - tail).matches();

    QList<DiffLine> diff;
    qsizetype x = 0;
    qsizetype y = 0;
    const auto until = [&](qsizetype toX, qsizetype toY) {
        for (; x < toX; ++x)
            diff.append({DiffLine::Kind::Removed, int(x + 1), 0, shown(one[x])});
        for (; y < toY; ++y)
            diff.append({DiffLine::Kind::Added, 0, int(y + 1), shown(other[y])});
    };
    const auto same = [&](qsizetype atX, qsizetype atY) {
        until(atX, atY);
        diff.append({DiffLine::Kind::Same, int(++x), int(++y), shown(one[atX])});
    };
    for (qsizetype i = 0; i < head; ++i)
        same(i, i);
    for (const auto &[fromX, fromY] : pairs)
        same(head + fromX, head + fromY);
    for (qsizetype i = tail; i > 0; --i)
        same(one.size() - i, other.size() - i);
    until(one.size(), other.size());
    return diff;
}

QList<DiffLine> changedLines(const QList<DiffLine> &diff, int context)
{
    QList<DiffLine> result;
    qsizetype lastChange = -1 - context;
    qsizetype taken = 0;
    for (qsizetype i = 0; i < diff.size(); ++i) {
        if (diff[i].kind != DiffLine::Kind::Same) {
            for (qsizetype j = std::max(taken, i - context); j <= i; ++j)
                result.append(diff[j]);
            taken = i + 1;
            lastChange = i;
        } else if (i - lastChange <= context && i >= taken) {
            result.append(diff[i]);
            taken = i + 1;
        }
    }
    return result;
}

} // namespace rayhelm
