#include "values/textcommand.h"

#include "values/valuesdocument.h"

namespace rayhelm {

namespace {
constexpr int typingId = 1;
}

TextCommand::TextCommand(ValuesDocument &document, const TextPatch &patch, const QString &name, bool typing)
    : QUndoCommand(name), m_document(document), m_patch(patch),
      m_removed(document.text().mid(patch.position, patch.length)), m_typing(typing)
{
}

void TextCommand::undo()
{
    m_document.change(TextPatch{m_patch.position, m_patch.replacement.size(), m_removed});
}

void TextCommand::redo()
{
    m_document.change(m_patch);
}

int TextCommand::id() const
{
    return m_typing ? typingId : -1;
}

/// Typing on, and deleting backwards or forwards, at one place of one line.
bool TextCommand::mergeWith(const QUndoCommand *other)
{
    const auto &next = static_cast<const TextCommand &>(*other);
    if (m_patch.replacement.contains('\n') || m_removed.contains('\n') || next.m_removed.contains('\n'))
        return false;
    const qsizetype end = m_patch.position + m_patch.replacement.size();
    if (next.m_patch.length == 0 && next.m_patch.position == end) {
        m_patch.replacement += next.m_patch.replacement;
        return true;
    }
    const bool backwards = next.m_patch.replacement.isEmpty() && next.m_patch.position + next.m_patch.length == end;
    if (backwards && next.m_patch.length <= m_patch.replacement.size()) {
        m_patch.replacement.chop(next.m_patch.length);
        setObsolete(m_patch.replacement == m_removed);
        return true;
    }
    return false;
}

} // namespace rayhelm
