#pragma once

#include "core/result.h"
#include "values/valuesreading.h"
#include "yaml/yamledit.h"

#include <QObject>

#include <QCoroTask>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

class QUndoStack;

namespace rayhelm {

/// Edits that belong together, with their entry in the undo list.
struct NamedEdits {
    QList<YamlEdit> edits;
    QString name;
};

/// A values file that is being edited. Every edit is a patch of the text: what was not meant stays byte for byte.
/// Form and text view change the same document, and share one undo list whose entries are named in words.
/// A long text is read in a worker thread: `text()` is always the newest, the tree follows. The newest text wins.
class ValuesDocument : public QObject
{
    Q_OBJECT
public:
    explicit ValuesDocument(const QByteArray &text = {}, QObject *parent = nullptr);
    /// Of a text that was read already.
    explicit ValuesDocument(const ValuesReading &reading, QObject *parent = nullptr);
    ~ValuesDocument() override;

    const QByteArray &text() const { return m_text; }
    /// The tree of the text, or of the last text that could be read; a map or null at first.
    const YamlValue &tree() const { return *m_reading.tree; }
    /// Belongs to `tree()`; compare `index()->text()` with `text()` or ask `error()`. Never null.
    const YamlIndex &index() const { return *m_reading.index; }
    YamlIndex::Pointer sharedIndex() const { return m_reading.index; }
    /// Why the text cannot be read; edits are refused meanwhile.
    const std::optional<YamlError> &error() const { return m_reading.error; }

    /// False: the text is just being read; tree, index and error still belong to an older one.
    bool isUpToDate() const { return m_readVersion == m_version; }
    /// Reads at once what was not read yet. Every edit does this first, so none is made on an old tree.
    void readNow();
    /// What was read last.
    const ValuesReading &reading() const { return m_reading; }
    /// Works along with every later reading in a worker thread; findings of an earlier finder are dropped.
    void setFinder(const ValuesFinder &finder);

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
    /// The same for a long text without holding the window: it is worked on by a worker thread. `plan` is asked on an up-to-date
    /// tree, and again when the text was changed meanwhile. A short text is changed at once. Cancelled: stopped, or the
    /// document is gone.
    QCoro::Task<Result<>> applySoon(std::function<Result<NamedEdits>()> plan, std::stop_token stop);

    /// What was typed into the text. Consecutive typing at one place becomes one entry, if it has no `name` of its own.
    void replace(const TextPatch &patch, const QString &name = {});
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
    /// The present text was read, whatever came of it; comes last.
    void wasRead();

private:
    friend class TextCommand;

    void change(const TextPatch &patch);
    void adopt(const ValuesReading &reading);
    void take(const ValuesReading &edited, const QString &name);
    QCoro::Task<void> readJourney();

    QByteArray m_text;
    ValuesReading m_reading;
    std::optional<ValuesReading> m_known; ///< of the text that the next change makes, when an edit has read it already
    quint64 m_version = 0;                ///< counts the texts
    quint64 m_readVersion = 0;            ///< of the text that `m_reading` was made from
    ValuesFinder m_finder;
    quint64 m_finderVersion = 0;          ///< counts the finders
    bool m_readingNow = false;            ///< a worker is at it
    std::stop_source m_stop;
    std::unique_ptr<QUndoStack> m_undo;
};

} // namespace rayhelm
