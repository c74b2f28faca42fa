#pragma once

#include "yaml/yamledit.h"
#include "yaml/yamlwriter.h"

namespace rayhelm {

/// Finds the patch of the text for one edit. A plan may be refused; a wrong plan is caught by the comparison of trees.
class YamlPlanner
{
public:
    /// Block scalars look best, but swallow comments that follow deeper.
    YamlPlanner(const YamlIndex &index, bool blockScalars);

    /// The edit as one of a kind that names existing nodes: setting what is missing becomes an insertion, an insertion
    /// into nothing a setting. Kind Set with the value that is there has an empty patch.
    Result<YamlEdit> normalised(const YamlEdit &edit) const;
    Result<TextPatch> plan(const YamlEdit &normalisedEdit) const;

private:
    Result<TextPatch> planSet(int node, const YamlValue &value) const;
    Result<TextPatch> replaceInPlace(const YamlNode &node, const QByteArray &token) const;
    Result<TextPatch> replaceByLine(const YamlNode &node, const YamlValue &value) const;
    Result<TextPatch> replaceByLines(const YamlNode &node, const YamlValue &value) const;
    Result<TextPatch> replaceItem(const YamlNode &node, const YamlValue &value) const;
    QByteArray headerComment(const YamlNode &node) const;
    Result<QByteArray> tokenFor(const YamlNode &node, const YamlValue &value) const;

    Result<TextPatch> planInsert(const YamlEdit &edit) const;
    Result<TextPatch> insertIntoFlow(int container, const QByteArray &text, int position) const;
    Result<TextPatch> insertIntoBlock(int container, const QByteArray &text, int position) const;
    Result<TextPatch> insertIntoEmptyFile(const YamlEdit &edit) const;
    Result<QByteArray> newEntry(int container, const YamlEdit &edit) const;

    Result<TextPatch> planRemove(int node) const;
    Result<TextPatch> removeLast(int container) const;
    Result<TextPatch> removeFromFlow(int container, int position) const;
    Result<TextPatch> removeFromBlock(int container, int position) const;

    Result<TextPatch> planRename(int node, const QString &newKey) const;
    Result<TextPatch> planMove(int node, int position) const;
    qsizetype movableEnd(int container, int position) const;
    QByteArray movableEntry(int container, int position) const;
    Result<TextPatch> moveInFlow(int container, int from, int to) const;
    Result<TextPatch> moveInBlock(int container, int from, int to) const;

    Result<> checkMap(int map) const;
    Result<> checkWay(int node) const;
    Result<> checkNotReferenced(int first, int last) const;
    Result<> checkTag(const YamlNode &node, const YamlValue &value) const;
    bool isInFlow(int node) const;
    bool isMultiline(const YamlNode &node) const;
    /// Places of the entry or item `position` of a collection, with its key and dash.
    qsizetype entryBegin(int container, int position) const;
    qsizetype entryEnd(int container, int position) const;
    int entryNode(int container, int position) const; ///< the value
    int firstNode(int container, int position) const; ///< the key, or the item
    int lastDescendant(int node) const;
    int columnOf(qsizetype offset) const;
    bool startsLine(qsizetype offset) const; ///< nothing but blanks before it
    /// Behind the comment lines that directly follow `end`'s line and are deeper than `column`.
    qsizetype behindComments(qsizetype end, int column) const;
    /// Beginning of the comment lines directly above `begin`'s line at its column, or of that line.
    qsizetype aboveComments(qsizetype begin, qsizetype limit) const;
    const YamlComment *commentOnLine(int line) const;
    QByteArray slice(qsizetype begin, qsizetype end) const { return m_text.mid(begin, end - begin); }
    Result<QByteArray> indent(int container) const;

    const YamlIndex &m_index;
    const QByteArray &m_text;
    YamlWriter m_writer;
};

/// InvalidInput: "Line <n> was left alone: <reason>."
tl::unexpected<Error> editRefused(int line, const QString &reason);

} // namespace rayhelm
