#include "yaml/yamlplanner.h"

#include "yaml/yamltype.h"

#include <QCoreApplication>

#include <algorithm>

namespace rayhelm {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(rayhelm::Yaml)
};

/// The first comment between two places; end: none.
qsizetype firstComment(const YamlIndex &index, qsizetype begin, qsizetype end, bool ownLine)
{
    for (const YamlComment &comment : index.comments()) {
        if (comment.begin >= begin && comment.begin < end && (comment.ownLine || !ownLine))
            return comment.begin;
    }
    return end;
}

} // namespace

Result<TextPatch> YamlPlanner::planRemove(int id) const
{
    const YamlNode &node = m_index.node(id);
    if (node.parent < 0)
        return editRefused(node.line, Tr::tr("the whole content cannot be removed"));
    const YamlNode &container = m_index.node(node.parent);
    if (const Result<> sound = checkWay(id); !sound)
        return failure(sound.error());
    if (const Result<> free = checkNotReferenced(firstNode(node.parent, node.position), lastDescendant(id)); !free)
        return failure(free.error());
    if (container.style == YamlStyle::Flow)
        return removeFromFlow(node.parent, node.position);
    if (container.entryCount() == 1)
        return removeLast(node.parent);
    return removeFromBlock(node.parent, node.position);
}

/// The only entry goes: what stays is `{}` or `[]`, and the comments above.
Result<TextPatch> YamlPlanner::removeLast(int id) const
{
    const YamlNode &container = m_index.node(id);
    const QByteArray empty = container.kind == YamlKind::Map ? "{}" : "[]";
    const qsizetype begin = entryBegin(id, 0);
    const qsizetype end = entryEnd(id, 0);
    const bool belowIndicator = container.indicator >= 0
        && m_index.lineOf(container.indicator) != m_index.lineOf(begin) && startsLine(begin);
    if (!belowIndicator)
        return TextPatch{begin, m_index.lineEnd(end) - begin, empty};
    // Behind the colon, or behind the anchor that follows it.
    qsizetype from = container.indicator + 1;
    if (container.start != container.begin) {
        from = container.begin;
        while (from > container.start && QByteArray(" \t\r\n").contains(m_text[from - 1]))
            --from;
        if (firstComment(m_index, container.start, from, false) != from) {
            if (!container.tag.isEmpty())
                return editRefused(container.line, Tr::tr("a comment stands behind its tag"));
            from = container.start + 1 + container.anchor.size();
        }
    }
    const qsizetype lineBegin = m_index.lineBegin(m_index.lineOf(begin));
    qsizetype behind = m_index.nextLine(end);
    QByteArray kept = slice(from, lineBegin);
    if (behind == m_text.size() && !m_text.endsWith('\n')) {
        kept.chop(kept.endsWith("\r\n") ? 2 : 1); // the file had no last line end
    }
    return TextPatch{from, behind - from, ' ' + empty + kept};
}

Result<TextPatch> YamlPlanner::removeFromBlock(int container, int position) const
{
    const qsizetype begin = entryBegin(container, position);
    const qsizetype end = entryEnd(container, position);
    if (startsLine(begin)) {
        const qsizetype lineBegin = m_index.lineBegin(m_index.lineOf(begin));
        return TextPatch{lineBegin, m_index.nextLine(end) - lineBegin, {}};
    }
    // The first entry behind a dash: the dash stays and takes the next entry, or the comments before it.
    const qsizetype next = firstComment(m_index, m_index.lineEnd(end), entryBegin(container, position + 1), true);
    return TextPatch{begin, next - begin, {}};
}

Result<TextPatch> YamlPlanner::removeFromFlow(int id, int position) const
{
    const YamlNode &container = m_index.node(id);
    const int count = container.entryCount();
    if (container.singlePair)
        return TextPatch{container.begin, container.end - container.begin, "{}"};
    const qsizetype begin = entryBegin(id, position);
    const qsizetype end = entryEnd(id, position);
    if (position + 1 < count) {
        const qsizetype next = entryBegin(id, position + 1);
        if (firstComment(m_index, begin, next, false) == next)
            return TextPatch{begin, next - begin, {}};
        const auto comma = m_text.indexOf(',', end);
        return TextPatch{begin, comma + 1 - begin, {}};
    }
    if (position > 0) {
        const qsizetype previous = entryEnd(id, position - 1);
        // yaml-cpp needs a comma behind a key alone at the end of a line.
        const bool afterLoneKey = container.kind == YamlKind::Map && m_index.node(entryNode(id, position - 1)).indicator < 0;
        if (!afterLoneKey && firstComment(m_index, previous, begin, false) == begin)
            return TextPatch{previous, end - previous, m_text[previous - 1] == ':' ? " " : ""};
    }
    // A comma behind the last entry goes too; the one before it may stay.
    qsizetype behind = end;
    while (behind < container.end && QByteArray(" \t\r\n").contains(m_text[behind]))
        ++behind;
    behind = m_text[behind] == ',' ? behind + 1 : end;
    return TextPatch{begin, behind - begin, {}};
}

Result<TextPatch> YamlPlanner::planRename(int id, const QString &newKey) const
{
    const YamlNode &node = m_index.node(id);
    if (node.parent < 0 || m_index.node(node.parent).kind != YamlKind::Map)
        return editRefused(node.line, Tr::tr("it has no key"));
    const YamlNode &key = m_index.node(firstNode(node.parent, node.position));
    if (keyText(key) == newKey)
        return TextPatch{};
    if (const Result<> sound = checkWay(id); !sound)
        return failure(sound.error());
    if (isMergeKey(key) || !key.anchor.isEmpty() || !key.tag.isEmpty())
        return editRefused(key.line, Tr::tr("its key is written in an unusual way"));
    if (m_index.findEntry(node.parent, newKey) >= 0)
        return editRefused(key.line, Tr::tr("there is a key \"%1\" already").arg(newKey));
    const Result<QByteArray> token = YamlWriter::key(newKey, key.style, isInFlow(id));
    return token ? Result<TextPatch>(TextPatch{key.begin, key.end - key.begin, *token}) : failure(token.error());
}

} // namespace rayhelm
