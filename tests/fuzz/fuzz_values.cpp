// Any text: the gate, both parsers and the locator let it in or refuse it; one edit chosen by the input is made, and
// whatever comes out is the old tree with that edit, made undone byte for byte.

#include "values/problem.h"
#include "values/resourcesummary.h"
#include "values/valuesdocument.h"

#include <QUndoStack>

#include <cstdio>
#include <cstdlib>

using namespace rayhelm;

namespace {

/// How many inputs got how far, said at the end: a run in which nothing was edited proves nothing.
struct Reached {
    long read = 0, edited = 0, byKind[5] = {};
    ~Reached()
    {
        std::printf("%ld inputs read, %ld edited: %ld removals, %ld renamings, %ld moves, %ld insertions, %ld settings\n", read, edited,
                    byKind[0], byKind[1], byKind[2], byKind[3], byKind[4]);
    }
} reached;

void require(bool condition)
{
    if (!condition)
        std::abort();
}

YamlValue valueFrom(quint8 choice, const QByteArray &rest)
{
    switch (choice % 4) {
    case 0: return YamlValue::string(QString::fromUtf8(rest.left(20)));
    case 1: return YamlValue::integer(choice);
    case 2: return YamlValue::list(QStringList{QStringLiteral("no"), QString::fromUtf8(rest.left(5))});
    default: return YamlValue::map({{QStringLiteral("on"), YamlValue::string(QStringLiteral("a\nb"))}});
    }
}

YamlEdit editFrom(int kind, int number, const YamlPath &path, const YamlValue &value)
{
    switch (kind) {
    case 0: return YamlEdit::remove(path);
    case 1: return YamlEdit::rename(path, QStringLiteral("new: key"));
    case 2: return YamlEdit::move(path, number);
    case 3: return YamlEdit::insert(path, QStringLiteral("added"), value, number % 3);
    default: return YamlEdit::set(path, value);
    }
}

/// What is edited and how follows from all bytes, so that each change of the input also chooses another edit.
quint32 choiceOf(const uint8_t *data, size_t size)
{
    quint32 hash = 2166136261u;
    for (size_t i = 0; i < size; ++i)
        hash = (hash ^ data[i]) * 16777619u;
    return hash;
}

/// New entries go into maps and lists: of a scalar into the one around it.
YamlPath placeFor(const YamlIndex &index, int node, int kind)
{
    const YamlPath path = index.pathOf(node);
    const bool scalar = index.node(node).kind == YamlKind::Scalar;
    return kind == 3 && scalar && !path.isRoot() ? path.parent() : path;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    const quint32 choice = choiceOf(data, size);
    const auto index = YamlIndex::parse(text);
    if (!index || (*index)->nodes().empty())
        return 0;
    ++reached.read;
    const int kind = int(choice >> 8) % 5;
    const YamlPath path = placeFor(**index, int(choice >> 16) % int((*index)->nodes().size()), kind);
    const YamlValue value = valueFrom(quint8(choice), text);
    const Result<YamlEdited> edited = applyEdit(**index, editFrom(kind, int(choice % 7), path, value));
    if (edited && !edited->patch.isEmpty()) {
        ++reached.edited;
        ++reached.byKind[kind];
        require(YamlIndex::parse(edited->text).has_value());
        const TextPatch back{edited->patch.position, edited->patch.replacement.size(),
                             text.mid(edited->patch.position, edited->patch.length)};
        require(patched(edited->text, back) == text);
        if (kind == 4 && (*index)->find(path) >= 0)
            require(edited->index->value(edited->index->find(path)) == value);
    }
    if (choice % 8 == 0) {
        ValuesDocument document(text);
        findProblems(document, {});
        summarize(document.tree());
    }
    return 0;
}
