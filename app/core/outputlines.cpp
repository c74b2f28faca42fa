#include "core/outputlines.h"

namespace rayhelm {

namespace {
constexpr qsizetype maximumLines = 5000;
}

OutputLines::OutputLines(QObject *parent)
    : QObject(parent)
{
}

void OutputLines::append(const QString &line)
{
    if (m_lines.size() >= maximumLines)
        m_lines.removeFirst();
    m_lines.append(line);
    Q_EMIT appended(line);
}

void OutputLines::clear()
{
    m_lines.clear();
    Q_EMIT cleared();
}

} // namespace rayhelm
