#pragma once

#include "core/result.h"
#include "yaml/yamledit.h"
#include "yaml/yamlindex.h"

#include <QObject>

#include <memory>
#include <optional>

class QUndoStack;

namespace rayhelm {

/// A values file that is being edited. Every edit is a patch of the text: what was not meant stays byte for byte.
/// Form and text view change the same document, and share one undo list whose entries are named in words.
class ValuesDocument : public QObject
{
    Q_OBJECT
public:
    explicit ValuesDocument(const QByteArray &text = {}, QObject *parent = nullptr);
    ~ValuesDocument() override;

    const QByteArray &text() const { return m_text; }
    /// The tree of the text, or of the last text that could be read; a map or null at first.
    const YamlValue &tree() const { return m_tree; }
    /// Belongs to `tree()`; compare `index()->text()` with `text()` or ask `error()`. Never null.
    const YamlIndex &index() const { return *m_index; }
    YamlIndex::Pointer sharedIndex() const { return m_index; }
    /// Why the present text cannot be read; edits are refused meanwhile.
    const std::optional<YamlError> &error() const { return m_error; }

    /// `name`: the entry in the undo list, "Workers 2 to 3"; empty: made from the path. InvalidInput leaves all as it is.
    Result<> setValue(const YamlPath &path, const YamlValue &value, const QString &name = {});
    Result<> insert(const YamlPath &map, const QString &key, const YamlValue &value, int position = -1, const QString &name = {});
    Result<> insertItem(const YamlPath &list, const YamlValue &value, int position = -1, const QString &name = {});
    /// Removing what is not there is done at once.
    Result<> remove(const YamlPath &path, const QString &name = {});
    Result<> rename(const YamlPath &path, const QString &newKey, const QString &name = {});
    Result<> move(const YamlPath &path, int position, const QString &name = {});
    /// Several edits as one entry; all or none.
    Result<> apply(const QList<YamlEdit> &edits, const QString &name);

    /// The text view's new text. Consecutive typing at one place becomes one entry.
    void setText(const QByteArray &text, const QString &name = {});
    /// Replaces everything and empties the undo list.
    void reset(const QByteArray &text);

    QUndoStack *undoStack() const { return m_undo.get(); }

    /// Line (from 1) of the value at a path, or of its nearest existing parent.
    int lineOf(const YamlPath &path) const;

Q_SIGNALS:
    /// Some bytes changed: `length` bytes at `position` of the old text became `replacement`.
    void textChanged(qsizetype position, qsizetype length, const QByteArray &replacement);
    /// `tree()` and `index()` are new.
    void treeChanged();
    /// `error()` is new: a reason, or none any more.
    void problem(const std::optional<rayhelm::YamlError> &error);

private:
    friend class TextCommand;

    Result<> commit(const QList<YamlEdit> &edits, const QString &name);
    void change(const TextPatch &patch, YamlIndex::Pointer index);
    void adopt(YamlIndex::Pointer index);

    QByteArray m_text;
    YamlIndex::Pointer m_index;
    YamlValue m_tree;
    std::optional<YamlError> m_error;
    std::unique_ptr<QUndoStack> m_undo;
};

} // namespace rayhelm
