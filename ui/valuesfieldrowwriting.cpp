// What is typed into a setting: when it is written, refused, taken back.
#include "ui/valuesfieldrow.h"

#include "ui/fieldeditor.h"
#include "ui/statelabel.h"

#include "values/valuesdocument.h"

#include <QApplication>
#include <QUndoStack>

#include <utility>

namespace rayhelm {

void ValuesFieldRow::noteTyping()
{
    m_typed = true;
    ++m_keys;
    m_pause.start();
}

void ValuesFieldRow::finish()
{
    if (m_typed && isLongText(m_document.text())) {
        m_finished = true;
        commitSoon();
        return;
    }
    if (commit())
        m_editor->showReading(m_reading = read(m_form));
    m_ownEntry = -1;
}

Result<NamedEdits> ValuesFieldRow::planned(const QVariant &value) const
{
    if (isImage())
        return m_form.planImagePath(value.toString());
    if (!value.isValid())
        return m_form.planReset(m_field.id, m_podGroup);
    return m_form.planWrite(m_field.id, value, m_podGroup);
}

/// Whether the field holds a value at all; says why not.
bool ValuesFieldRow::canBeUsed()
{
    const QString problem = m_editor->inputProblem();
    if (!problem.isEmpty())
        refuse(problem);
    return problem.isEmpty();
}

/// After a pause, or when the field is left. To change a long file takes long enough to be felt, so a worker thread does it.
void ValuesFieldRow::commitSoon()
{
    if (m_typed && isLongText(m_document.text())) // first whether there is anything: a retired row has no document
        writeJourney();
    else
        commit();
}

QCoro::Task<void> ValuesFieldRow::writeJourney()
{
    m_pause.stop();
    if (!m_typed || m_isWriting || !canBeUsed())
        co_return;
    const QPointer<ValuesFieldRow> alive(this);
    quint64 keys = 0;
    const auto plan = [this, alive, &keys]() -> Result<NamedEdits> {
        if (!alive)
            return failure(ErrorKind::Cancelled, QString());
        keys = m_keys;
        return planned(m_editor->value());
    };
    m_writing = {};
    m_isWriting = true;
    const Result<> written = co_await m_document.applySoon(plan, m_writing.get_token());
    if (!alive || (!written && written.error().kind == ErrorKind::Cancelled))
        co_return;
    m_isWriting = false;
    if (keys != m_keys) // typed on meanwhile
        commitSoon();
    else if (noteWritten(written) && std::exchange(m_finished, false))
        m_editor->showReading(m_reading = read(m_form));
}

void ValuesFieldRow::stopWriting()
{
    m_pause.stop();
    m_writing.request_stop();
    m_isWriting = false;
    m_finished = false;
}

bool ValuesFieldRow::commit()
{
    stopWriting();
    if (!m_typed)
        return m_refusal.isEmpty();
    if (!canBeUsed())
        return false;
    // Typing on after a pause belongs to the same edit: its first half is taken back, so that one undo undoes it all.
    QUndoStack *undo = m_document.undoStack();
    const bool goesOn = m_ownEntry > 0 && undo->index() == m_ownEntry;
    if (goesOn)
        undo->undo();
    const int before = undo->index();
    const Result<> written = m_form.apply(planned(m_editor->value()));
    if (!written && goesOn)
        undo->redo();
    if (written)
        m_ownEntry = undo->index() > before ? undo->index() : -1;
    return noteWritten(written);
}

bool ValuesFieldRow::noteWritten(const Result<> &written)
{
    if (!written) {
        refuse(written.error().summary);
        return false;
    }
    m_typed = false;
    refuse({});
    // A field with the focus keeps the text as it was typed; it takes the file's way of writing when it is left.
    if (!m_editor->isAncestorOf(QApplication::focusWidget()))
        m_editor->showReading(m_reading = read(m_form));
    return true;
}

void ValuesFieldRow::refuse(const QString &why)
{
    const bool news = why != m_refusal;
    m_refusal = why;
    m_refused->setState(StateKind::Bad, why);
    m_refused->setVisible(!why.isEmpty());
    if (!why.isEmpty())
        m_typed = false;
    describe();
    if (news)
        Q_EMIT refusalChanged();
}

bool ValuesFieldRow::discardTyped()
{
    if (!m_typed && m_refusal.isEmpty())
        return false;
    stopWriting();
    m_typed = false;
    refuse({});
    m_editor->showReading(m_reading = read(m_form));
    return true;
}

void ValuesFieldRow::reset()
{
    discardTyped();
    focusInput();
    resetJourney();
}

QCoro::Task<void> ValuesFieldRow::resetJourney()
{
    const QPointer<ValuesFieldRow> alive(this);
    m_writing = {};
    const auto plan = [this, alive] { return alive ? m_form.planReset(m_field.id, m_podGroup) : failure(ErrorKind::Cancelled, QString()); };
    const Result<> done = co_await m_document.applySoon(plan, m_writing.get_token());
    if (alive && !done && done.error().kind != ErrorKind::Cancelled)
        refuse(done.error().summary);
}

} // namespace rayhelm
