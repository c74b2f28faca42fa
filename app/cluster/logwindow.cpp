#include "cluster/logwindow.h"

#include <QList>
#include <QRegularExpression>

#include <algorithm>

namespace rayhelm {

namespace {

/// How many lines at the end of `before` are also the beginning of `now`, at most.
qsizetype overlap(const QStringList &before, const QStringList &now)
{
    QList<qsizetype> shorter(now.size() + 1, 0); // of each beginning of `now`: the next shorter one with the same end
    const auto longest = [&](qsizetype length, const QString &next) {
        while (length > 0 && (length == now.size() || now.at(length) != next))
            length = shorter.at(length);
        return length < now.size() && now.at(length) == next ? length + 1 : 0;
    };
    for (qsizetype i = 1; i < now.size(); ++i)
        shorter[i + 1] = longest(shorter.at(i), now.at(i));
    qsizetype length = 0;
    for (const QString &line : before)
        length = longest(length, line);
    return length;
}

/// "2026-11-30T17:00:00.123456789Z ", as kubectl writes it before each line.
const QRegularExpression &kubernetesTime()
{
    static const QRegularExpression time(QStringLiteral("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{9}(Z|[+-]\\d\\d:\\d\\d) "));
    return time;
}

bool haveTimes(const QStringList &lines)
{
    return std::all_of(lines.begin(), lines.end(), [](const QString &line) { return kubernetesTime().match(line).hasMatch(); });
}

} // namespace

LogWindow::News LogWindow::take(const QString &text)
{
    QStringList lines = text.split(QLatin1Char('\n'));
    const QString partial = lines.takeLast();
    const qsizetype known = overlap(m_lines, lines);
    QStringList added = lines.mid(known);
    if (!partial.isEmpty())
        added.append(partial);
    News news;
    news.isAnother = (known == 0 && !m_lines.isEmpty()) || (!m_partial.isEmpty() && !added.value(0).startsWith(m_partial));
    qsizetype shown = 0; // of the first added line
    if (news.isAnother) {
        added = lines;
        if (!partial.isEmpty())
            added.append(partial);
    } else {
        shown = m_partial.size();
    }
    const bool times = haveTimes(added);
    for (qsizetype i = 0; i < added.size(); ++i) {
        const qsizetype time = times ? kubernetesTime().match(added.at(i)).capturedLength() : 0;
        news.text += added.at(i).mid(qMax(time, i == 0 ? shown : 0));
        if (i < added.size() - 1 || partial.isEmpty())
            news.text += QLatin1Char('\n');
    }
    m_lines = lines;
    m_partial = partial;
    return news;
}

void LogWindow::clear()
{
    m_lines.clear();
    m_partial.clear();
}

} // namespace rayhelm
