#include "yaml/yamlindex.h"

#include "core/workerthreads.h"
#include "yaml/libyamlreader.h"
#include "yaml/yamlcppcheck.h"
#include "yaml/yamlgate.h"
#include "yaml/yamlindexbuilder.h"
#include "yaml/yamllocator.h"
#include "yaml/yamltype.h"

#include <QCoreApplication>

#include <algorithm>
#include <future>

namespace rayhelm {

YamlIndexBuilder::YamlIndexBuilder(const QByteArray &text)
{
    m_index->m_text = text;
}

void YamlIndexBuilder::findLines()
{
    const QByteArray &text = m_index->m_text;
    std::vector<qsizetype> &lines = m_index->m_lines;
    lines.push_back(byteOrderMarkLength(text));
    for (qsizetype at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
        lines.push_back(at + 1);
}

YamlIndexBuilder::Failure YamlIndexBuilder::readWithLibyaml()
{
    return LibyamlReader(m_index->m_text, byteOrderMarkLength(m_index->m_text), m_index->m_nodes).read();
}

YamlIndexBuilder::Failure YamlIndexBuilder::locate()
{
    YamlLocator locator(m_index->m_text, byteOrderMarkLength(m_index->m_text), m_index->m_nodes, m_index->m_comments,
                        m_index->m_lines);
    return locator.locate();
}

/// Keys that Helm cannot turn into JSON.
YamlIndexBuilder::Failure YamlIndexBuilder::checkMeaning() const
{
    for (const YamlNode &node : m_index->m_nodes) {
        if (!node.isKey || node.kind == YamlKind::Alias)
            continue;
        if (node.kind != YamlKind::Scalar)
            return YamlError{node.line, QCoreApplication::translate("rayhelm::Yaml", "a map or list is used as a key")};
        if (nodeType(node) == YamlType::Null)
            return YamlError{node.line, QCoreApplication::translate("rayhelm::Yaml", "a key is missing before the colon")};
    }
    return std::nullopt;
}

YamlIndexBuilder::Failure YamlIndexBuilder::compareWithYamlCpp() const
{
    return rayhelm::compareWithYamlCpp(m_index->m_text, byteOrderMarkLength(m_index->m_text), m_index->m_nodes);
}

tl::expected<YamlIndex::Pointer, YamlError> YamlIndexBuilder::build(const std::function<void(const YamlIndex::Pointer &)> &meanwhile)
{
    if (auto error = checkYamlGate(m_index->m_text))
        return tl::unexpected(*error);
    findLines();
    // libyaml goes first: it ends at once on the input that makes yaml-cpp loop.
    if (auto error = readWithLibyaml())
        return tl::unexpected(*error);
    if (auto error = locate())
        return tl::unexpected(*error);
    if (auto error = checkMeaning())
        return tl::unexpected(*error);
    m_index->m_root = m_index->m_nodes.empty() ? -1 : 0;
    if (meanwhile) {
        // A thread of the pool, if one is free: a new thread each time would keep memory of its own.
        const auto task = std::make_shared<std::packaged_task<Failure()>>([this] { return compareWithYamlCpp(); });
        std::future<Failure> comparison = task->get_future();
        const bool elsewhere = workerThreads().tryStart([task] { (*task)(); });
        meanwhile(m_index);
        if (!elsewhere)
            (*task)();
        if (auto error = comparison.get())
            return tl::unexpected(*error);
    } else if (auto error = compareWithYamlCpp()) {
        return tl::unexpected(*error);
    }
    return YamlIndex::Pointer(std::move(m_index));
}

tl::expected<YamlIndex::Pointer, YamlError> YamlIndex::parse(const QByteArray &text, const std::function<void(const Pointer &)> &meanwhile)
{
    return YamlIndexBuilder(text).build(meanwhile);
}

int YamlIndex::findEntry(int map, const QString &key) const
{
    const YamlNode &node = m_nodes[size_t(map)];
    if (node.kind != YamlKind::Map)
        return -1;
    for (int entry = node.entryCount() - 1; entry >= 0; --entry) {
        const YamlNode &candidate = m_nodes[size_t(node.children[size_t(entry) * 2])];
        if (candidate.kind == YamlKind::Scalar && keyText(candidate) == key)
            return entry;
    }
    return -1;
}

int YamlIndex::find(const YamlPath &path) const
{
    int at = m_root;
    for (const YamlPath::Step &step : path.steps()) {
        if (at < 0)
            return -1;
        const YamlNode &node = m_nodes[size_t(at)];
        if (const auto *key = std::get_if<QString>(&step)) {
            const int entry = findEntry(at, *key);
            at = entry < 0 ? -1 : node.children[size_t(entry) * 2 + 1];
        } else {
            const int item = std::get<int>(step);
            const bool present = node.kind == YamlKind::List && item >= 0 && item < node.entryCount();
            at = present ? node.children[size_t(item)] : -1;
        }
    }
    return at;
}

YamlPath YamlIndex::pathOf(int node) const
{
    if (node < 0 || m_nodes[size_t(node)].parent < 0)
        return {};
    const YamlNode &it = m_nodes[size_t(node)];
    const YamlNode &parent = m_nodes[size_t(it.parent)];
    const YamlPath above = pathOf(it.parent);
    if (parent.kind == YamlKind::List)
        return above.child(it.position);
    return above.child(keyText(m_nodes[size_t(parent.children[size_t(it.position) * 2])]));
}

int YamlIndex::nodeAt(qsizetype offset) const
{
    int at = m_root;
    for (int next = at; next >= 0;) {
        at = next;
        next = -1;
        const YamlNode &node = m_nodes[size_t(at)];
        const bool map = node.kind == YamlKind::Map;
        for (size_t i = 0; i < node.children.size(); i += map ? 2 : 1) {
            const YamlNode &first = m_nodes[size_t(node.children[i])];
            const int value = node.children[map ? i + 1 : i];
            const YamlNode &last = m_nodes[size_t(value)];
            const qsizetype begin = !map && last.indicator >= 0 ? last.indicator : first.start;
            const qsizetype end = std::max({last.end, last.indicator + 1, first.end});
            if (offset >= begin && offset <= end)
                next = value;
        }
    }
    return at;
}

int YamlIndex::lineOf(qsizetype offset) const
{
    const auto behind = std::upper_bound(m_lines.begin(), m_lines.end(), offset);
    return std::max(1, int(behind - m_lines.begin()));
}

qsizetype YamlIndex::lineBegin(int line) const
{
    return m_lines[size_t(std::clamp(line, 1, lineCount()) - 1)];
}

qsizetype YamlIndex::nextLine(qsizetype offset) const
{
    const auto behind = std::upper_bound(m_lines.begin(), m_lines.end(), offset);
    return behind == m_lines.end() ? m_text.size() : *behind;
}

qsizetype YamlIndex::lineEnd(qsizetype offset) const
{
    qsizetype end = nextLine(offset);
    if (end > offset && m_text[end - 1] == '\n')
        --end;
    if (end > offset && m_text[end - 1] == '\r')
        --end;
    return end;
}

} // namespace rayhelm
