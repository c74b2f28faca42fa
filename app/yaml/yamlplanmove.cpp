#include "yaml/yamlplanner.h"

#include <QCoreApplication>

#include <algorithm>

namespace rayhelm {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(rayhelm::Yaml)
};

template<typename T>
void moveElement(std::vector<T> &all, int from, int to)
{
    if (from < to)
        std::rotate(all.begin() + from, all.begin() + from + 1, all.begin() + to + 1);
    else
        std::rotate(all.begin() + to, all.begin() + from, all.begin() + from + 1);
}

} // namespace

Result<TextPatch> YamlPlanner::planMove(int id, int position) const
{
    const YamlNode &node = m_index.node(id);
    if (node.parent < 0)
        return TextPatch{};
    if (const Result<> sound = checkWay(id); !sound)
        return failure(sound.error());
    const YamlNode &container = m_index.node(node.parent);
    const int to = std::clamp(position, 0, container.entryCount() - 1);
    if (to == node.position)
        return TextPatch{};
    // What a tag without a value is depends for yaml-cpp on what stands behind it.
    const int last = lastDescendant(entryNode(node.parent, std::max(to, node.position)));
    for (int inside = firstNode(node.parent, std::min(to, node.position)); inside <= last; ++inside) {
        const YamlNode &moved = m_index.node(inside);
        if (moved.style == YamlStyle::Empty && !moved.tag.isEmpty())
            return editRefused(moved.line, Tr::tr("it has a tag, but no value"));
    }
    return container.style == YamlStyle::Flow ? moveInFlow(node.parent, node.position, to)
                                              : moveInBlock(node.parent, node.position, to);
}

/// Where the part that moves ends: the blank behind the colon of an empty value goes with it.
qsizetype YamlPlanner::movableEnd(int container, int position) const
{
    const YamlNode &value = m_index.node(entryNode(container, position));
    const qsizetype end = entryEnd(container, position);
    const bool blank = end < m_text.size() && m_text[end] == ' ' && m_text[end - 1] == ':' && value.style == YamlStyle::Empty;
    return blank ? end + 1 : end;
}

/// A comma directly behind a colon would belong to the key for some readers, and a key alone may not end a line.
QByteArray YamlPlanner::movableEntry(int container, int position) const
{
    const YamlNode &value = m_index.node(entryNode(container, position));
    const QByteArray text = slice(entryBegin(container, position), movableEnd(container, position));
    if (m_index.node(container).kind != YamlKind::Map || value.style != YamlStyle::Empty || value.start != value.begin)
        return text;
    return text + (value.indicator < 0 ? ": " : text.endsWith(' ') ? "" : " ");
}

/// The entries change places, what stands between them stays.
Result<TextPatch> YamlPlanner::moveInFlow(int container, int from, int to) const
{
    const int first = std::min(from, to);
    const int last = std::max(from, to);
    std::vector<QByteArray> entries;
    for (int i = first; i <= last; ++i)
        entries.push_back(movableEntry(container, i));
    moveElement(entries, from - first, to - first);
    QByteArray text;
    for (int i = first; i <= last; ++i) {
        text += entries[size_t(i - first)];
        if (i < last)
            text += slice(movableEnd(container, i), entryBegin(container, i + 1));
    }
    const qsizetype begin = entryBegin(container, first);
    return TextPatch{begin, movableEnd(container, last) - begin, text};
}

/// Whole lines change places, each with the comments directly above it.
Result<TextPatch> YamlPlanner::moveInBlock(int container, int from, int to) const
{
    const int first = std::min(from, to);
    const int last = std::max(from, to);
    const Result<QByteArray> indentation = indent(container);
    const bool behindDash = !startsLine(entryBegin(container, first));
    const qsizetype above = first > 0 ? m_index.nextLine(entryEnd(container, first - 1)) : m_index.lineBegin(1);
    std::vector<qsizetype> cuts;
    cuts.push_back(behindDash ? entryBegin(container, first) : aboveComments(entryBegin(container, first), above));
    for (int i = first + 1; i <= last; ++i)
        cuts.push_back(aboveComments(entryBegin(container, i), m_index.nextLine(entryEnd(container, i - 1))));
    const qsizetype end = m_index.nextLine(entryEnd(container, last));
    cuts.push_back(end);
    std::vector<QByteArray> parts;
    for (size_t i = 0; i + 1 < cuts.size(); ++i)
        parts.push_back(slice(cuts[i], cuts[i + 1]));
    const bool missingLineEnd = !parts.back().endsWith('\n');
    if (missingLineEnd)
        parts.back() += m_writer.layout().lineEnd;
    if (behindDash)
        parts.front().prepend(*indentation);
    moveElement(parts, from - first, to - first);
    QByteArray text;
    for (const QByteArray &part : parts)
        text += part;
    if (missingLineEnd)
        text.chop(m_writer.layout().lineEnd.size());
    if (behindDash)
        text.remove(0, indentation->size());
    return TextPatch{cuts.front(), end - cuts.front(), text};
}

} // namespace rayhelm
