#include "values/valuesreading.h"

#include <QCoreApplication>

namespace rayhelm {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(rayhelm::ValuesDocument)
};

YamlIndex::Pointer emptyIndex()
{
    static const YamlIndex::Pointer empty = *YamlIndex::parse(QByteArray());
    return empty;
}

/// A values file is made of keys and values: Helm refuses anything but a map.
std::optional<YamlError> wrongRoot(const YamlIndex &index, const YamlValue &tree)
{
    const int root = index.root();
    if (root < 0 || index.node(root).kind == YamlKind::Map || tree.isNull())
        return std::nullopt;
    return YamlError{index.node(root).line, Tr::tr("a values file is made of keys and values")};
}

ValuesReading unreadable(const QByteArray &text, const YamlError &error)
{
    return {text, emptyIndex(), std::make_shared<const YamlValue>(), error, nullptr};
}

} // namespace

ValuesReading readValues(const QByteArray &text, const ValuesFinder &finder)
{
    ValuesReading reading;
    const auto follow = [&](const YamlIndex::Pointer &index) {
        const auto tree = std::make_shared<const YamlValue>(index->value());
        reading = {text, index, tree, wrongRoot(*index, *tree), nullptr};
        if (finder && !reading.error)
            reading.findings = finder(reading);
    };
    const bool meanwhile = isLongText(text);
    const auto parsed = YamlIndex::parse(text, meanwhile ? follow : std::function<void(const YamlIndex::Pointer &)>());
    if (!parsed)
        return unreadable(text, parsed.error());
    if (!meanwhile)
        follow(*parsed);
    return reading.error ? unreadable(text, *reading.error) : reading;
}

Result<ValuesReading> applyEdits(const ValuesReading &reading, const QList<YamlEdit> &edits)
{
    if (reading.error)
        return failure(toError(*reading.error));
    YamlIndex::Pointer index = reading.index;
    for (const YamlEdit &edit : edits) {
        const Result<YamlEdited> edited = applyEdit(*index, edit);
        if (!edited)
            return failure(edited.error());
        if (!edited->patch.isEmpty())
            index = edited->index;
    }
    if (index == reading.index)
        return reading;
    return ValuesReading{index->text(), index, std::make_shared<const YamlValue>(index->value()), std::nullopt, nullptr};
}

bool isLongText(const QByteArray &text)
{
    constexpr qsizetype longText = 24 * 1024; // four times the example
    return text.size() > longText;
}

} // namespace rayhelm
