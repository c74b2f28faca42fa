#pragma once

#include "yaml/yamledit.h"

#include <QUndoCommand>

namespace rayhelm {

class ValuesDocument;

/// One entry of the undo list: the bytes that went and the bytes that came, nothing else.
class TextCommand : public QUndoCommand
{
public:
    /// `typing`: may be merged with its neighbour.
    TextCommand(ValuesDocument &document, const TextPatch &patch, const QString &name, bool typing);

    void undo() override;
    void redo() override;
    int id() const override;
    bool mergeWith(const QUndoCommand *other) override;

private:
    ValuesDocument &m_document;
    TextPatch m_patch;
    QByteArray m_removed;
    bool m_typing;
};

} // namespace rayhelm
