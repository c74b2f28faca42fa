// Any text: the gate, both parsers and the locator let it in or refuse it; one edit chosen by the input is made, and
// whatever comes out is the old tree with that edit, made undone byte for byte.

#include "values/problem.h"
#include "values/resourcesummary.h"
#include "values/valuesdocument.h"

#include <QUndoStack>

#include <cstdlib>

using namespace rayhelm;

namespace {

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

YamlEdit editFrom(quint8 choice, const YamlPath &path, const YamlValue &value)
{
    switch (choice % 5) {
    case 0: return YamlEdit::remove(path);
    case 1: return YamlEdit::rename(path, QStringLiteral("new: key"));
    case 2: return YamlEdit::move(path, choice / 5);
    case 3: return YamlEdit::insert(path, QStringLiteral("added"), value, choice % 3);
    default: return YamlEdit::set(path, value);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 4)
        return 0;
    const QByteArray text(reinterpret_cast<const char *>(data) + 3, qsizetype(size) - 3);
    const auto index = YamlIndex::parse(text);
    if (!index || (*index)->nodes().empty())
        return 0;
    const int node = data[0] % int((*index)->nodes().size());
    const YamlPath path = (*index)->pathOf(node);
    const YamlValue value = valueFrom(data[1], text);
    const Result<YamlEdited> edited = applyEdit(**index, editFrom(data[2], path, value));
    if (edited && !edited->patch.isEmpty()) {
        require(YamlIndex::parse(edited->text).has_value());
        const TextPatch back{edited->patch.position, edited->patch.replacement.size(),
                             text.mid(edited->patch.position, edited->patch.length)};
        require(patched(edited->text, back) == text);
        if (data[2] % 5 == 4 && (*index)->find(path) >= 0)
            require(edited->index->value(edited->index->find(path)) == value);
    }
    if (data[0] % 8 == 0) {
        ValuesDocument document(text);
        findProblems(document, {});
        summarize(document.tree());
    }
    return 0;
}
