#include "values/valuesdocument.h"

#include "values/textcommand.h"

#include <QUndoStack>

namespace rayhelm {

namespace {

YamlIndex::Pointer emptyIndex()
{
    static const YamlIndex::Pointer empty = *YamlIndex::parse(QByteArray());
    return empty;
}

} // namespace

ValuesDocument::ValuesDocument(const QByteArray &text, QObject *parent)
    : QObject(parent), m_index(emptyIndex()), m_undo(std::make_unique<QUndoStack>())
{
    reset(text);
}

ValuesDocument::~ValuesDocument() = default;

void ValuesDocument::reset(const QByteArray &text)
{
    m_undo->clear();
    change(patchBetween(m_text, text), nullptr);
}

/// The one place where the text changes: by an edit, by typing, by undo and redo.
void ValuesDocument::change(const TextPatch &patch, YamlIndex::Pointer index)
{
    m_text = patched(m_text, patch);
    std::optional<YamlError> error;
    if (!index) {
        const auto parsed = YamlIndex::parse(m_text);
        if (parsed)
            index = *parsed;
        else
            error = parsed.error();
    }
    // A values file is a map; Helm refuses anything else.
    const bool wrongRoot = index && index->root() >= 0 && index->node(index->root()).kind != YamlKind::Map && !index->value().isNull();
    if (wrongRoot)
        error = YamlError{index->node(index->root()).line, tr("a values file is made of keys and values")};
    const bool errorChanged = error != m_error;
    m_error = error;
    if (!m_error)
        adopt(index);
    if (!patch.isEmpty())
        Q_EMIT textChanged(patch.position, patch.length, patch.replacement);
    if (!m_error)
        Q_EMIT treeChanged();
    if (errorChanged)
        Q_EMIT problem(m_error);
}

void ValuesDocument::adopt(YamlIndex::Pointer index)
{
    m_index = std::move(index);
    m_tree = m_index->value();
}

Result<> ValuesDocument::setValue(const YamlPath &path, const YamlValue &value, const QString &name)
{
    return apply({YamlEdit::set(path, value)}, name.isEmpty() ? tr("Change of %1").arg(path.toString()) : name);
}

Result<> ValuesDocument::insert(const YamlPath &map, const QString &key, const YamlValue &value, int position, const QString &name)
{
    return apply({YamlEdit::insert(map, key, value, position)},
                 name.isEmpty() ? tr("New %1").arg(map.child(key).toString()) : name);
}

Result<> ValuesDocument::insertItem(const YamlPath &list, const YamlValue &value, int position, const QString &name)
{
    return apply({YamlEdit::insertItem(list, value, position)},
                 name.isEmpty() ? tr("New entry in %1").arg(list.toString()) : name);
}

Result<> ValuesDocument::remove(const YamlPath &path, const QString &name)
{
    if (!m_error && m_index->find(path) < 0)
        return {};
    return apply({YamlEdit::remove(path)}, name.isEmpty() ? tr("%1 removed").arg(path.toString()) : name);
}

Result<> ValuesDocument::rename(const YamlPath &path, const QString &newKey, const QString &name)
{
    return apply({YamlEdit::rename(path, newKey)}, name.isEmpty() ? tr("%1 renamed to %2").arg(path.toString(), newKey) : name);
}

Result<> ValuesDocument::move(const YamlPath &path, int position, const QString &name)
{
    return apply({YamlEdit::move(path, position)}, name.isEmpty() ? tr("%1 moved").arg(path.toString()) : name);
}

Result<> ValuesDocument::apply(const QList<YamlEdit> &edits, const QString &name)
{
    if (m_error)
        return failure(toError(*m_error));
    YamlIndex::Pointer index = m_index;
    QByteArray text = m_text;
    for (const YamlEdit &edit : edits) {
        const Result<YamlEdited> edited = applyEdit(*index, edit);
        if (!edited)
            return failure(edited.error());
        if (edited->patch.isEmpty())
            continue;
        text = edited->text;
        index = edited->index;
    }
    const TextPatch patch = patchBetween(m_text, text);
    if (!patch.isEmpty())
        m_undo->push(new TextCommand(*this, patch, index, name, false));
    return {};
}

void ValuesDocument::setText(const QByteArray &text, const QString &name)
{
    const TextPatch patch = patchBetween(m_text, text);
    if (!patch.isEmpty())
        m_undo->push(new TextCommand(*this, patch, nullptr, name.isEmpty() ? tr("Typing") : name, name.isEmpty()));
}

int ValuesDocument::lineOf(const YamlPath &path) const
{
    for (int length = path.size(); length > 0; --length) {
        const int node = m_index->find(path.left(length));
        if (node < 0)
            continue;
        const YamlNode &found = m_index->node(node);
        return m_index->lineOf(found.indicator >= 0 ? found.indicator : found.start);
    }
    return 1;
}

} // namespace rayhelm
