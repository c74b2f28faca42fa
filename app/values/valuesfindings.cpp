#include "values/valuesfindings.h"

#include "values/valuesdocument.h"

namespace rayhelm {

namespace {

/// The line without its indentation.
TextPlace wholeLine(const QByteArray &text, qsizetype begin)
{
    while (begin < text.size() && (text[begin] == ' ' || text[begin] == '\t'))
        ++begin;
    qsizetype end = text.indexOf('\n', begin);
    end = end < 0 ? text.size() : end;
    if (end > begin && text[end - 1] == '\r')
        --end;
    return {begin, end};
}

/// Where a line of a text begins that has no index because it cannot be read.
qsizetype lineBegin(const QByteArray &text, int line)
{
    qsizetype begin = 0;
    for (int i = 1; i < line && begin >= 0; ++i)
        begin = text.indexOf('\n', begin) + 1;
    return begin;
}

TextPlace placeOf(const Problem &problem, const ValuesReading &reading)
{
    if (problem.line <= 0)
        return {};
    if (reading.error)
        return wholeLine(reading.text, lineBegin(reading.text, problem.line));
    const YamlIndex &index = *reading.index;
    const int node = problem.path.isRoot() ? -1 : index.find(problem.path);
    if (node >= 0) {
        const YamlNode &value = index.node(node);
        const bool onOneLine = value.line == problem.line && value.end > value.begin && index.lineOf(value.end) == problem.line;
        if (onOneLine)
            return {value.begin, value.end};
    }
    return wholeLine(index.text(), index.lineBegin(problem.line));
}

} // namespace

ValuesFindings findInValues(const ValuesReading &reading, const ProblemContext &context)
{
    // A document of its own: the checks only read from it.
    ValuesDocument document(reading);
    const ValuesForm form(document, ValuesSchema::forChart(context.chartVersion));
    ValuesFindings findings{reading.index, findProblems(document, context), {}, summarize(*reading.tree, context.chartVersion),
                            form.readAll()};
    for (const Problem &problem : std::as_const(findings.problems))
        findings.places.append(placeOf(problem, reading));
    return findings;
}

} // namespace rayhelm
