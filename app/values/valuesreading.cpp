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

} // namespace

ValuesReading readValues(const QByteArray &text)
{
    const auto parsed = YamlIndex::parse(text);
    ValuesReading reading{text, parsed ? *parsed : emptyIndex(), nullptr, std::nullopt};
    if (!parsed)
        reading.error = parsed.error();
    // Helm refuses anything but a map.
    const int root = reading.index->root();
    const bool wrongRoot = root >= 0 && reading.index->node(root).kind != YamlKind::Map && !reading.index->value().isNull();
    if (wrongRoot) {
        reading.error = YamlError{reading.index->node(root).line, Tr::tr("a values file is made of keys and values")};
        reading.index = emptyIndex();
    }
    reading.tree = std::make_shared<const YamlValue>(reading.index->value());
    return reading;
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
    return ValuesReading{index->text(), index, std::make_shared<const YamlValue>(index->value()), std::nullopt};
}

bool isLongText(const QByteArray &text)
{
    constexpr qsizetype longText = 24 * 1024; // four times the example
    return text.size() > longText;
}

} // namespace rayhelm
