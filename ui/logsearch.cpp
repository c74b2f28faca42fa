#include "ui/logsearch.h"

#include "jobs/loglines.h"

#include <algorithm>

namespace rayhelm {

void LogSearch::setText(const QString &text, const LogLines &lines)
{
    m_text = text;
    m_hits.clear();
    m_seen = lines.dropped() + lines.count();
    if (text.isEmpty())
        return;
    const QList<int> found = lines.find(text);
    m_hits.reserve(found.size());
    for (const int index : found)
        m_hits.append(lines.dropped() + index);
}

void LogSearch::follow(const LogLines &lines)
{
    const qint64 begin = lines.dropped();
    const qint64 end = begin + lines.count();
    // The newest line may have grown, or been folded into the one before it: the last two are looked at again.
    const qint64 again = std::max(begin, std::min(m_seen, end) - 2);
    m_seen = end;
    if (m_text.isEmpty())
        return;
    m_hits.erase(std::lower_bound(m_hits.begin(), m_hits.end(), again), m_hits.end());
    m_hits.erase(m_hits.begin(), std::lower_bound(m_hits.begin(), m_hits.end(), begin));
    for (qint64 line = again; line < end; ++line) {
        if (lines.at(int(line - begin)).text.contains(m_text, Qt::CaseInsensitive))
            m_hits.append(line);
    }
}

bool LogSearch::contains(qint64 line) const
{
    return std::binary_search(m_hits.begin(), m_hits.end(), line);
}

int LogSearch::positionOf(qint64 line) const
{
    const auto hit = std::lower_bound(m_hits.begin(), m_hits.end(), line);
    return hit != m_hits.end() && *hit == line ? int(hit - m_hits.begin()) + 1 : 0;
}

qint64 LogSearch::next(qint64 line) const
{
    if (m_hits.isEmpty())
        return -1;
    const auto hit = std::upper_bound(m_hits.begin(), m_hits.end(), line);
    return hit == m_hits.end() ? m_hits.constFirst() : *hit;
}

qint64 LogSearch::previous(qint64 line) const
{
    if (m_hits.isEmpty())
        return -1;
    const auto hit = std::lower_bound(m_hits.begin(), m_hits.end(), line);
    return hit == m_hits.begin() ? m_hits.constLast() : *(hit - 1);
}

} // namespace rayhelm
