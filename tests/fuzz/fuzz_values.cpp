// Any text: the gate, both parsers and the locator let it in or refuse it. One edit that the input's first bytes choose is made
// (set, insert, remove, rename or move; scalars, maps and lists), and what comes out is judged by tests/properties/reference.cpp,
// which reads it by libyaml (and at times by yaml-cpp's own tree): the old tree with this one change, no other comment gone, and
// undone byte for byte.
#include "../properties/changes.h"
#include "fuzzing.h"
#include "values/problem.h"
#include "values/resourcesummary.h"
#include "values/valuesdocument.h"

#include <QUndoStack>

#include <algorithm>
#include <array>
#include <cstdio>

using namespace rayhelm;
using reference::Kind;

const std::size_t fuzzChoices = 8;
/// Says at the end what came out.
void fuzzReport();

namespace {

long opened = 0, accepted = 0, refused = 0;
std::array<long, 5> done{};

using ::require;

/// The text is shown with what is wrong.
void require(bool condition, const char *what, const QByteArray &text)
{
    if (!condition)
        std::fprintf(stderr, "%s\n", text.constData());
    ::require(condition, what);
}

/// Keys, and what stands under an unusual key or a merge key, are no values that a path names.
bool isNamed(const reference::Document &before, const YamlIndex &index, int id)
{
    for (int at = id; at >= 0; at = before.node(at).parent) {
        if (before.node(at).isKey)
            return false;
    }
    return index.find(index.pathOf(id)) == id;
}

Change changeFrom(const std::uint8_t *choices, const reference::Document &before)
{
    Change change;
    change.node = before.nodes.empty() ? -1 : int((choices[0] * 256u + choices[1]) % before.nodes.size());
    if (change.node >= 0 && before.node(change.node).isKey && before.node(change.node).children.empty())
        ++change.node;
    change.kind = Change::Kind(choices[2] % 5);
    const auto &contents = choices[3] % 3 == 0 ? collectionContents() : scalarContents();
    change.content = &contents[choices[4] % contents.size()];
    change.key = newKeys()[choices[5] % newKeys().size()];
    if (change.key.empty())
        change.key = "another";
    if (change.node < 0 || change.kind == Change::Kind::Insert) {
        const reference::Node *node = change.node < 0 ? nullptr : &before.node(change.node);
        change.kind = Change::Kind::Insert;
        change.intoMap = !node || node->kind == Kind::Map || (node->kind == Kind::Scalar && choices[6] % 2 == 0);
        change.position = node && node->kind != Kind::Scalar ? choices[6] % (node->count() + 1) : 0;
    } else if (change.kind == Change::Kind::Move && before.node(change.node).parent >= 0) {
        change.position = choices[6] % before.node(before.node(change.node).parent).count();
    }
    return change;
}

YamlEdit editOf(const YamlPath &path, const Change &change)
{
    const QString key = QString::fromStdString(change.key);
    switch (change.kind) {
    case Change::Kind::Set: return YamlEdit::set(path, change.content->value);
    case Change::Kind::Insert: return change.intoMap ? YamlEdit::insert(path, key, change.content->value, change.position)
                                                     : YamlEdit::insertItem(path, change.content->value, change.position);
    case Change::Kind::Remove: return YamlEdit::remove(path);
    case Change::Kind::Rename: return YamlEdit::rename(path, key);
    default: return YamlEdit::move(path, change.position);
    }
}

/// How often each comment stands in a text; those inside of what is removed or replaced go with it.
bool keepsComments(const reference::Document &before, const reference::Document &after, const Change &change)
{
    const bool replacesMore = change.kind == Change::Kind::Set && before.node(change.node).kind != reference::Kind::Scalar;
    if (change.kind == Change::Kind::Remove || replacesMore)
        return after.comments.size() <= before.comments.size();
    std::vector<std::string> had, has;
    for (const auto &comment : before.comments)
        had.push_back(before.text.substr(comment.begin, comment.end - comment.begin));
    for (const auto &comment : after.comments)
        has.push_back(after.text.substr(comment.begin, comment.end - comment.begin));
    std::sort(had.begin(), had.end());
    std::sort(has.begin(), has.end());
    return had == has;
}

void judge(const reference::Document &before, const YamlEdited &edited, const Change &change, bool withYamlCpp)
{
    const auto after = reference::parse(edited.text.toStdString());
    require(after.has_value(), "libyaml cannot read the new text", edited.text);
    require(reference::libyamlTree(*after) == changed(reference::libyamlTree(before), before, change), "another tree for libyaml", edited.text);
    require(keepsComments(before, *after, change), "another set of comments", edited.text);
    if (!withYamlCpp)
        return;
    const auto old = reference::yamlCppTree(before.text);
    const auto now = reference::yamlCppTree(after->text);
    require(old.has_value() && now.has_value(), "yaml-cpp cannot read the text", edited.text);
    require(*now == changed(*old, before, change), "another tree for yaml-cpp", edited.text);
}

/// The same edit through the document, undone and redone, and what the panel computes from it.
void useDocument(const QByteArray &text, const YamlEdit &edit, const QByteArray &expected)
{
    ValuesDocument document(text);
    const Result<> result = document.apply({edit}, QStringLiteral("edit"));
    if (result && !document.error() && document.text() != text) {
        require(document.text() == expected, "the document's edit gives another text");
        document.undoStack()->undo();
        require(document.text() == text, "undo gives another text");
        document.undoStack()->redo();
        require(document.text() == expected, "redo gives another text");
    }
    findProblems(document, {});
    summarize(document.tree());
}

} // namespace

void fuzzReport()
{
    std::printf("%ld could be opened, %ld edits made (%ld set, %ld insert, %ld remove, %ld rename, %ld move), %ld refused\n",
                opened, accepted, done[0], done[1], done[2], done[3], done[4], refused);
}

void fuzzOne(const std::uint8_t *choices, const QByteArray &text)
{
    const auto index = YamlIndex::parse(text);
    if (!index)
        return;
    ++opened;
    const auto before = reference::parse(text.toStdString());
    require(before && before->nodes.size() == (*index)->nodes().size(), "opened, but libyaml reads something else");
    const Change change = changeFrom(choices, *before);
    if (change.node >= 0 && (change.node >= int(before->nodes.size()) || !isNamed(*before, **index, change.node)))
        return;
    const YamlEdit edit = editOf((*index)->pathOf(change.node), change);
    const Result<YamlEdited> edited = applyEdit(**index, edit);
    accepted += edited ? 1 : 0;
    refused += edited ? 0 : 1;
    if (edited) {
        ++done[std::size_t(change.kind)];
        const TextPatch &patch = edited->patch;
        const TextPatch back{patch.position, patch.replacement.size(), text.mid(patch.position, patch.length)};
        require(patched(text, patch) == edited->text, "the patch does not give the text");
        require(patched(edited->text, back) == text, "the patch cannot be undone");
        const bool wholeFile = change.node >= 0 && before->node(change.node).parent < 0;
        if (wholeFile && change.kind >= Change::Kind::Remove)
            require(patch.isEmpty(), "the root was moved, renamed or removed");
        else
            judge(*before, *edited, change, choices[7] % 4 == 0);
    }
    if (choices[7] % 8 == 1)
        useDocument(text, edit, edited ? edited->text : text);
}
