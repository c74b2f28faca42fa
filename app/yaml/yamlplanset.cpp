#include "yaml/yamlplanner.h"

#include "yaml/yamltreecheck.h"

#include <QCoreApplication>

namespace rayhelm {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(rayhelm::Yaml)
};

bool isBlockScalar(const YamlNode &node)
{
    return node.style == YamlStyle::Literal || node.style == YamlStyle::Folded;
}

bool isLine(const YamlValue &value)
{
    return value.isScalar() || (value.isMap() ? value.entries().empty() : value.items().empty());
}

/// Behind the colon or dash of a value, or behind the anchor that follows it.
qsizetype behindAnchor(const YamlIndex &index, const YamlNode &node)
{
    qsizetype behind = node.start == node.begin ? node.indicator + 1 : node.begin;
    while (behind > node.start && QByteArray(" \t\r\n").contains(index.text()[behind - 1]))
        --behind;
    return behind;
}

/// "  # comment" behind `at` on its line, blanks included; empty: no comment there.
QByteArray commentBehind(const YamlIndex &index, qsizetype at)
{
    const QByteArray rest = index.text().mid(at, index.lineEnd(at) - at);
    return rest.trimmed().startsWith('#') ? rest : QByteArray();
}

} // namespace

Result<TextPatch> YamlPlanner::planSet(int id, const YamlValue &value) const
{
    const YamlNode &node = m_index.node(id);
    const bool same = node.kind == YamlKind::Alias ? m_index.value(id) == value : holdsValue(m_index, id, value);
    if (same)
        return TextPatch{};
    if (const Result<> sound = checkWay(id); !sound)
        return failure(sound.error());
    if (const Result<> sound = checkTag(node, value); !sound)
        return failure(sound.error());
    if (const Result<> free = checkNotReferenced(id, lastDescendant(id)); !free)
        return failure(free.error());
    const bool properties = node.start != node.begin || !node.tag.isEmpty() || !node.anchor.isEmpty();
    if (properties && (node.style == YamlStyle::Empty || node.style == YamlStyle::Block))
        return editRefused(node.line, Tr::tr("it has an anchor or a tag"));
    if (isInFlow(id)) {
        const YamlStyle style = node.kind == YamlKind::Scalar ? node.style : YamlStyle::Plain;
        const Result<QByteArray> token = value.isScalar() ? YamlWriter::scalar(value, style, true) : YamlWriter::flow(value);
        return token ? replaceInPlace(node, *token) : failure(token.error());
    }
    return isLine(value) ? replaceByLine(node, value) : replaceByLines(node, value);
}

/// The value's own bytes only. An empty value gets a blank in front, a lone flow key its colon.
Result<TextPatch> YamlPlanner::replaceInPlace(const YamlNode &node, const QByteArray &token) const
{
    if (node.style != YamlStyle::Empty)
        return TextPatch{node.begin, node.end - node.begin, token};
    if (node.parent < 0)
        return editRefused(node.line, Tr::tr("the file has no content yet"));
    const bool lone = node.indicator < 0 && m_index.node(node.parent).kind == YamlKind::Map;
    return TextPatch{node.begin, 0, (lone ? ": " : " ") + token};
}

Result<QByteArray> YamlPlanner::tokenFor(const YamlNode &node, const YamlValue &value) const
{
    const bool block = isBlockScalar(node);
    const bool wantsLines = value.isString() && value.text().contains(QLatin1Char('\n'))
        && (node.style == YamlStyle::Plain || node.style == YamlStyle::Empty);
    if (value.isString() && (block || wantsLines) && node.parent >= 0) {
        const YamlNode &parent = m_index.node(node.parent);
        int column = parent.column + (parent.kind == YamlKind::List ? 2 : m_writer.layout().mapStep);
        const QByteArray body = slice(m_index.nextLine(node.begin), node.end);
        for (const QByteArray &line : block ? body.split('\n') : QByteArrayList()) {
            if (!line.trimmed().isEmpty()) {
                column = int(line.size() - QByteArray(line).replace(QByteArray(1, '\t'), "x").trimmed().size());
                while (column > 0 && line.left(column).trimmed().size() > 0)
                    --column;
                break;
            }
        }
        const QByteArray text = m_writer.literal(value.text(), column, parent.column);
        if (!text.isEmpty())
            return text;
    }
    if (!value.isScalar())
        return YamlWriter::flow(value);
    const bool hasStyle = node.kind == YamlKind::Scalar && !block;
    return YamlWriter::scalar(value, hasStyle ? node.style : block ? YamlStyle::DoubleQuoted : YamlStyle::Plain, false);
}

/// By a token that starts on the line of its key or dash.
Result<TextPatch> YamlPlanner::replaceByLine(const YamlNode &node, const YamlValue &value) const
{
    const Result<QByteArray> token = tokenFor(node, value);
    if (!token)
        return failure(token.error());
    if (isBlockScalar(node)) {
        const QByteArray comment = headerComment(node);
        const auto firstEnd = token->indexOf(m_writer.layout().lineEnd);
        const QByteArray text = firstEnd < 0 ? *token + comment : token->left(firstEnd) + comment + token->mid(firstEnd);
        return TextPatch{node.begin, node.end - node.begin, text};
    }
    const bool ownLines = node.style == YamlStyle::Block && node.indicator >= 0
        && m_index.lineOf(node.begin) != m_index.lineOf(node.indicator);
    if (!ownLines)
        return replaceInPlace(node, *token);
    const qsizetype behind = node.indicator + 1;
    return TextPatch{behind, m_index.lineEnd(node.end) - behind, ' ' + *token + commentBehind(m_index, behind)};
}

/// An item without an anchor. What follows stands below its first entry, however many blanks are behind the dash.
Result<TextPatch> YamlPlanner::replaceItem(const YamlNode &node, const YamlValue &value) const
{
    const bool onDashLine = m_index.lineOf(node.begin) == m_index.lineOf(node.indicator) && node.style != YamlStyle::Empty;
    const int column = onDashLine ? columnOf(node.begin) : columnOf(node.indicator) + 2;
    const Result<QByteArray> text = m_writer.lines(value, column);
    if (!text)
        return failure(text.error());
    const qsizetype begin = onDashLine ? node.begin : node.indicator + 1;
    QByteArray before = onDashLine ? "" : " ";
    const QByteArray comment = headerComment(node).trimmed();
    if (!comment.isEmpty())
        before += comment + m_writer.layout().lineEnd + QByteArray(column, ' ');
    return TextPatch{begin, node.end - begin, before + *text};
}

/// The comment in the header of a block scalar, blanks included; it stays behind the new header.
QByteArray YamlPlanner::headerComment(const YamlNode &node) const
{
    const qsizetype headerEnd = m_index.lineEnd(node.begin);
    for (qsizetype at = node.begin; isBlockScalar(node) && at < headerEnd; ++at) {
        if (m_text[at] == ' ' || m_text[at] == '\t')
            return commentBehind(m_index, at);
    }
    return {};
}

/// By entries or items on lines of their own.
Result<TextPatch> YamlPlanner::replaceByLines(const YamlNode &node, const YamlValue &value) const
{
    if (node.parent < 0) {
        const Result<QByteArray> text = m_writer.lines(value, 0);
        if (!text || !startsLine(node.begin) || node.style == YamlStyle::Empty || !headerComment(node).isEmpty())
            return editRefused(node.line, Tr::tr("the whole content cannot be replaced at once"));
        return TextPatch{node.begin, node.end - node.begin, *text};
    }
    const YamlNode &parent = m_index.node(node.parent);
    const bool ownLine = node.style != YamlStyle::Empty && node.style != YamlStyle::Block && node.start == node.begin
        && startsLine(node.begin) && m_index.lineOf(node.begin) != m_index.lineOf(node.indicator);
    if (ownLine) {
        const Result<QByteArray> text = m_writer.lines(value, columnOf(node.begin));
        return text ? Result<TextPatch>(TextPatch{node.begin, node.end - node.begin, *text}) : failure(text.error());
    }
    if (parent.kind == YamlKind::List && node.start == node.begin)
        return replaceItem(node, value);
    const int below = columnOf(node.indicator) + 2;
    const Result<QByteArray> text = parent.kind == YamlKind::List ? m_writer.lines(value, below) : m_writer.afterColon(value, parent.column);
    if (!text)
        return failure(text.error());
    const qsizetype behind = behindAnchor(m_index, node);
    const QByteArray start = parent.kind == YamlKind::List ? m_writer.layout().lineEnd + QByteArray(below, ' ') : QByteArray();
    const bool ownLines = m_index.lineOf(node.begin) != m_index.lineOf(behind);
    QByteArray comment = isBlockScalar(node) ? headerComment(node) : commentBehind(m_index, ownLines ? behind : node.end);
    // A text on a line of its own, below its anchor, has a comment of its own.
    const QByteArray own = ownLines && node.style != YamlStyle::Block && !isBlockScalar(node) ? commentBehind(m_index, node.end) : QByteArray();
    if (!own.isEmpty() && !comment.isEmpty())
        return editRefused(node.line, Tr::tr("a comment stands behind its anchor"));
    comment += own;
    return TextPatch{behind, m_index.lineEnd(node.end) - behind, comment + start + *text};
}

} // namespace rayhelm
