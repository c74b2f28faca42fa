#include "yaml/yamlplanner.h"

#include "yaml/yamltype.h"

#include <QCoreApplication>

namespace rayhelm {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(rayhelm::Yaml)
};

} // namespace

Result<TextPatch> YamlPlanner::planInsert(const YamlEdit &edit) const
{
    const int container = m_index.find(edit.path);
    if (container < 0 || (m_index.node(container).parent < 0 && m_index.node(container).style == YamlStyle::Empty))
        return insertIntoEmptyFile(edit);
    const YamlNode &node = m_index.node(container);
    const bool intoMap = !edit.key.isEmpty();
    if (node.kind == YamlKind::Alias)
        return editRefused(node.line, Tr::tr("it is not a place that can take an entry"));
    const bool nothing = node.children.empty()
        && (node.kind != YamlKind::Scalar || nodeType(node) == YamlType::Null);
    if (nothing && (node.kind == YamlKind::Scalar || (node.kind == YamlKind::Map) == intoMap)) {
        const bool commented = node.style == YamlStyle::Flow && slice(node.begin, node.end).contains('#');
        if (!commented)
            return planSet(container, intoMap ? YamlValue::map({{edit.key, edit.value}}) : YamlValue::list({edit.value}));
    }
    if (node.kind != (intoMap ? YamlKind::Map : YamlKind::List))
        return editRefused(node.line, intoMap ? Tr::tr("%1 is not a map").arg(edit.path.toString())
                                              : Tr::tr("%1 is not a list").arg(edit.path.toString()));
    if (const Result<> sound = checkWay(container); !sound)
        return failure(sound.error());
    if (const Result<> sound = checkMap(container); !sound)
        return failure(sound.error());
    if (const Result<> free = checkNotReferenced(container, container); !free)
        return failure(free.error());
    if (intoMap && m_index.findEntry(container, edit.key) >= 0)
        return editRefused(node.line, Tr::tr("there is a key \"%1\" already").arg(edit.key));
    const Result<QByteArray> text = newEntry(container, edit);
    if (!text)
        return failure(text.error());
    const int count = node.entryCount();
    const int position = edit.position < 0 || edit.position > count ? count : edit.position;
    return node.style == YamlStyle::Flow ? insertIntoFlow(container, *text, position)
                                         : insertIntoBlock(container, *text, position);
}

Result<QByteArray> YamlPlanner::newEntry(int container, const YamlEdit &edit) const
{
    const YamlNode &node = m_index.node(container);
    if (node.style == YamlStyle::Flow) {
        const Result<QByteArray> value = YamlWriter::flow(edit.value);
        if (!value || edit.key.isEmpty())
            return value;
        const Result<QByteArray> key = YamlWriter::key(edit.key, YamlStyle::Plain, true);
        return key ? Result<QByteArray>(*key + ": " + *value) : key;
    }
    const int column = columnOf(entryBegin(container, 0));
    if (!edit.key.isEmpty())
        return m_writer.entry(edit.key, edit.value, column);
    const Result<QByteArray> item = m_writer.afterDash(edit.value, column);
    return item ? Result<QByteArray>("- " + *item) : item;
}

Result<TextPatch> YamlPlanner::insertIntoFlow(int container, const QByteArray &text, int position) const
{
    const YamlNode &node = m_index.node(container);
    const int count = node.entryCount();
    if (node.singlePair) { // it gets braces
        const QByteArray pair = slice(node.begin, node.end) + (m_text[node.end - 1] == ':' ? " " : "");
        const QByteArray both = position == 0 ? text + ", " + pair : pair + ", " + text;
        return TextPatch{node.begin, node.end - node.begin, '{' + both + '}'};
    }
    if (count == 0)
        return TextPatch{node.end - 1, 0, text};
    if (position < count)
        return TextPatch{entryBegin(container, position), 0, text + ", "};
    // A comma directly behind a colon would belong to the key for some readers.
    const qsizetype end = entryEnd(container, count - 1);
    return TextPatch{end, 0, (m_text[end - 1] == ':' ? " , " : ", ") + text};
}

Result<TextPatch> YamlPlanner::insertIntoBlock(int container, const QByteArray &text, int position) const
{
    const QByteArray lineEnd = m_writer.layout().lineEnd;
    const Result<QByteArray> indentation = indent(container);
    if (position == 0) {
        const qsizetype begin = entryBegin(container, 0);
        if (!startsLine(begin)) // behind a dash
            return TextPatch{begin, 0, text + lineEnd + *indentation};
        const YamlNode &node = m_index.node(container);
        const qsizetype limit = node.indicator >= 0 ? m_index.nextLine(node.indicator) : m_index.lineBegin(1);
        return TextPatch{aboveComments(begin, limit), 0, *indentation + text + lineEnd};
    }
    const qsizetype end = entryEnd(container, position - 1);
    const qsizetype at = behindComments(end, columnOf(entryBegin(container, position - 1)));
    const bool missingLineEnd = at == m_text.size() && !m_text.endsWith('\n');
    if (missingLineEnd)
        return TextPatch{at, 0, lineEnd + *indentation + text};
    return TextPatch{at, 0, *indentation + text + lineEnd};
}

/// The first entry of a file that holds comments at most.
Result<TextPatch> YamlPlanner::insertIntoEmptyFile(const YamlEdit &edit) const
{
    if (edit.key.isEmpty())
        return editRefused(1, Tr::tr("a values file is a map"));
    if (m_index.root() >= 0) { // a null that has a tag or an anchor: the map would get it
        const YamlNode &root = m_index.node(m_index.root());
        if (root.start != root.begin || !root.tag.isEmpty() || !root.anchor.isEmpty())
            return editRefused(root.line, Tr::tr("it has an anchor or a tag"));
    }
    const Result<QByteArray> text = m_writer.entry(edit.key, edit.value, 0);
    if (!text)
        return failure(text.error());
    const QByteArray lineEnd = m_writer.layout().lineEnd;
    const bool freshLine = m_text.isEmpty() || m_text.endsWith('\n') || m_text.size() == m_index.lineBegin(1);
    return TextPatch{m_text.size(), 0, (freshLine ? QByteArray() : lineEnd) + *text + lineEnd};
}

} // namespace rayhelm
