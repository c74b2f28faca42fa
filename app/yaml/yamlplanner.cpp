#include "yaml/yamlplanner.h"

#include "yaml/yamltype.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace rayhelm {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(rayhelm::Yaml)
};

/// The value with maps around it for the rest of a path; empty: the path needs a list that is not there.
std::optional<YamlValue> wrapped(const YamlValue &value, const YamlPath &path, int from)
{
    YamlValue result = value;
    for (int step = path.size() - 1; step > from; --step) {
        const auto *key = std::get_if<QString>(&path.at(step));
        if (!key)
            return std::nullopt;
        result = YamlValue::map({{*key, result}});
    }
    return result;
}

} // namespace

tl::unexpected<Error> editRefused(int line, const QString &reason)
{
    return failure(ErrorKind::InvalidInput, Tr::tr("Line %1 was left alone: %2.").arg(line).arg(reason));
}

YamlPlanner::YamlPlanner(const YamlIndex &index, bool blockScalars)
    : m_index(index), m_text(index.text()), m_writer(YamlLayout::of(index), blockScalars)
{
}

Result<YamlEdit> YamlPlanner::normalised(const YamlEdit &edit) const
{
    if (edit.kind != YamlEdit::Kind::Set && edit.kind != YamlEdit::Kind::Insert) {
        if (m_index.find(edit.path) < 0)
            return failure(ErrorKind::NotFound, Tr::tr("There is no %1.").arg(edit.path.toString()));
        return edit;
    }
    int found = edit.path.size();
    while (found > 0 && m_index.find(edit.path.left(found)) < 0)
        --found;
    if (edit.kind == YamlEdit::Kind::Set && found == edit.path.size())
        return edit;
    if (edit.kind == YamlEdit::Kind::Insert) {
        if (found == edit.path.size())
            return edit;
        const YamlValue content = edit.key.isEmpty() ? YamlValue::list({edit.value}) : YamlValue::map({{edit.key, edit.value}});
        return normalised(YamlEdit::set(edit.path, content));
    }
    const auto *key = std::get_if<QString>(&edit.path.at(found));
    const std::optional<YamlValue> content = wrapped(edit.value, edit.path, found);
    if (!key || !content)
        return failure(ErrorKind::NotFound, Tr::tr("There is no %1.").arg(edit.path.toString()));
    return YamlEdit::insert(edit.path.left(found), *key, *content, edit.position);
}

Result<TextPatch> YamlPlanner::plan(const YamlEdit &edit) const
{
    const int node = m_index.find(edit.path);
    switch (edit.kind) {
    case YamlEdit::Kind::Set:
        return planSet(node, edit.value);
    case YamlEdit::Kind::Insert:
        return planInsert(edit);
    case YamlEdit::Kind::Remove:
        return planRemove(node);
    case YamlEdit::Kind::Rename:
        return planRename(node, edit.key);
    case YamlEdit::Kind::Move:
        return planMove(node, edit.position);
    }
    return failure(ErrorKind::InvalidInput, QString());
}

/// A map that is changed must mean the same to every reader.
Result<> YamlPlanner::checkMap(int map) const
{
    const YamlNode &node = m_index.node(map);
    if (node.kind != YamlKind::Map)
        return {};
    QHash<QString, int> lines;
    for (size_t i = 0; i < node.children.size(); i += 2) {
        const YamlNode &key = m_index.node(node.children[i]);
        if (key.kind == YamlKind::Alias || key.explicitKey)
            return editRefused(key.line, Tr::tr("its key is written in an unusual way"));
        if (key.value.size() > 1000)
            return editRefused(key.line, Tr::tr("its key is too long"));
        const QString text = keyText(key);
        if (isMergeKey(key))
            continue;
        if (lines.contains(text))
            return editRefused(key.line, Tr::tr("the key \"%1\" also stands on line %2").arg(text).arg(lines.value(text)));
        lines.insert(text, key.line);
    }
    return {};
}

/// No doubled key on the way from the root: it would not be clear which one is meant. And nothing that stands elsewhere
/// too, as an alias: it would change there as well.
Result<> YamlPlanner::checkWay(int id) const
{
    for (int at = id; at >= 0; at = m_index.node(at).parent) {
        const int parent = m_index.node(at).parent;
        if (parent < 0)
            break;
        if (const Result<> sound = checkMap(parent); !sound)
            return sound;
        if (const Result<> free = checkNotReferenced(parent, parent); !free)
            return free;
    }
    return {};
}

Result<> YamlPlanner::checkNotReferenced(int first, int last) const
{
    const auto &nodes = m_index.nodes();
    const auto isAnchored = [](const YamlNode &node) { return !node.anchor.isEmpty(); };
    if (std::none_of(nodes.begin() + first, nodes.begin() + last + 1, isAnchored))
        return {};
    for (int i = 0; i < int(nodes.size()); ++i) {
        const bool outside = i < first || i > last;
        if (outside && nodes[size_t(i)].kind == YamlKind::Alias && nodes[size_t(i)].target >= first
            && nodes[size_t(i)].target <= last) {
            return editRefused(m_index.node(first).line,
                               Tr::tr("line %1 uses it as *%2").arg(nodes[size_t(i)].line).arg(QString::fromUtf8(nodes[size_t(i)].value)));
        }
    }
    return {};
}

Result<> YamlPlanner::checkTag(const YamlNode &node, const YamlValue &value) const
{
    if (node.tag.isEmpty() || (node.tag == "tag:yaml.org,2002:str" && value.isString()))
        return {};
    return editRefused(node.line, Tr::tr("it has the tag %1").arg(QString::fromUtf8(node.tag)));
}

bool YamlPlanner::isInFlow(int node) const
{
    const int parent = m_index.node(node).parent;
    return parent >= 0 && m_index.node(parent).style == YamlStyle::Flow;
}

bool YamlPlanner::isMultiline(const YamlNode &node) const
{
    return m_index.lineOf(node.begin) != m_index.lineOf(node.end);
}

int YamlPlanner::firstNode(int container, int position) const
{
    const YamlNode &node = m_index.node(container);
    return node.children[size_t(node.kind == YamlKind::Map ? position * 2 : position)];
}

int YamlPlanner::entryNode(int container, int position) const
{
    const YamlNode &node = m_index.node(container);
    return node.children[size_t(node.kind == YamlKind::Map ? position * 2 + 1 : position)];
}

qsizetype YamlPlanner::entryBegin(int container, int position) const
{
    const YamlNode &first = m_index.node(firstNode(container, position));
    const bool dash = m_index.node(container).kind == YamlKind::List && first.indicator >= 0;
    return dash ? first.indicator : first.start;
}

qsizetype YamlPlanner::entryEnd(int container, int position) const
{
    const YamlNode &first = m_index.node(firstNode(container, position));
    const YamlNode &value = m_index.node(entryNode(container, position));
    return std::max({first.end, value.indicator + 1, value.end});
}

int YamlPlanner::lastDescendant(int node) const
{
    int last = node;
    while (!m_index.node(last).children.empty())
        last = m_index.node(last).children.back();
    return last;
}

int YamlPlanner::columnOf(qsizetype offset) const
{
    return int(offset - m_index.lineBegin(m_index.lineOf(offset)));
}

bool YamlPlanner::startsLine(qsizetype offset) const
{
    const qsizetype begin = m_index.lineBegin(m_index.lineOf(offset));
    return std::all_of(m_text.cbegin() + begin, m_text.cbegin() + offset, [](char c) { return c == ' '; });
}

const YamlComment *YamlPlanner::commentOnLine(int line) const
{
    const auto &comments = m_index.comments();
    const auto found = std::lower_bound(comments.begin(), comments.end(), line,
                                        [](const YamlComment &comment, int wanted) { return comment.line < wanted; });
    return found != comments.end() && found->line == line ? &*found : nullptr;
}

qsizetype YamlPlanner::behindComments(qsizetype end, int column) const
{
    int line = m_index.lineOf(end) + 1;
    qsizetype behind = m_index.nextLine(end);
    for (;; ++line) {
        const YamlComment *comment = commentOnLine(line);
        if (!comment || !comment->ownLine || comment->column <= column)
            return behind;
        behind = m_index.nextLine(comment->begin);
    }
}

qsizetype YamlPlanner::aboveComments(qsizetype begin, qsizetype limit) const
{
    const int column = columnOf(begin);
    int line = m_index.lineOf(begin);
    for (; line > 1; --line) {
        const YamlComment *comment = commentOnLine(line - 1);
        if (!comment || !comment->ownLine || comment->column != column || m_index.lineBegin(line - 1) < limit)
            break;
    }
    return std::max(m_index.lineBegin(line), limit);
}

Result<QByteArray> YamlPlanner::indent(int container) const
{
    const qsizetype begin = entryBegin(container, 0);
    return QByteArray(columnOf(begin), ' ');
}

} // namespace rayhelm
