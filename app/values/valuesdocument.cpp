#include "values/valuesdocument.h"

#include "core/compute.h"
#include "values/textcommand.h"

#include <QPointer>
#include <QUndoStack>

namespace rayhelm {

ValuesDocument::ValuesDocument(const QByteArray &text, QObject *parent) : ValuesDocument(readValues(text), parent) {}

ValuesDocument::ValuesDocument(const ValuesReading &reading, QObject *parent)
    : QObject(parent), m_text(reading.text), m_reading(reading), m_undo(std::make_unique<QUndoStack>())
{
}

ValuesDocument::~ValuesDocument()
{
    m_stop.request_stop();
}

void ValuesDocument::reset(const QByteArray &text)
{
    m_undo->clear();
    change(patchBetween(m_text, text));
}

/// The one place where the text changes: by an edit, by typing, by undo and redo.
void ValuesDocument::change(const TextPatch &patch)
{
    const std::optional<ValuesReading> known = std::exchange(m_known, std::nullopt);
    if (!patch.isEmpty()) {
        m_text = known ? known->text : patched(m_text, patch);
        ++m_version;
    }
    const QPointer<ValuesDocument> alive(this);
    if (!isUpToDate() && !known && isLongText(m_text)) {
        Q_EMIT textChanged(patch.position, patch.length, patch.replacement);
        if (alive && !m_readingNow)
            readJourney();
        return;
    }
    const ValuesReading reading = known ? *known : readValues(m_text);
    const quint64 version = m_version;
    if (!patch.isEmpty())
        Q_EMIT textChanged(patch.position, patch.length, patch.replacement);
    if (alive && version == m_version)
        adopt(reading);
}

/// Until the newest text is read. What was changed meanwhile is read in the next round; there is never more than one waiting.
QCoro::Task<void> ValuesDocument::readJourney()
{
    const QPointer<ValuesDocument> alive(this);
    m_readingNow = true;
    while (!isUpToDate()) {
        const quint64 version = m_version;
        const quint64 finder = m_finderVersion;
        const auto read = [text = m_text, finder = m_finder] { return Result<ValuesReading>(readValues(text, finder)); };
        Result<ValuesReading> answer = co_await compute<ValuesReading>(read, m_stop.get_token());
        if (!alive)
            co_return;
        if (answer && finder != m_finderVersion)
            answer->findings.reset();
        if (answer && version == m_version && !isUpToDate())
            adopt(*answer);
        if (!alive)
            co_return;
    }
    m_readingNow = false;
}

void ValuesDocument::setFinder(const ValuesFinder &finder)
{
    m_finder = finder;
    ++m_finderVersion;
    m_reading.findings.reset();
}

void ValuesDocument::readNow()
{
    if (!isUpToDate())
        adopt(readValues(m_text));
}

/// `reading` is of the present text.
void ValuesDocument::adopt(const ValuesReading &reading)
{
    const bool errorChanged = reading.error != m_reading.error;
    m_readVersion = m_version;
    m_reading.text = reading.text;
    m_reading.error = reading.error;
    m_reading.findings.reset();
    const QPointer<ValuesDocument> alive(this);
    if (!reading.error) {
        m_reading = reading;
        Q_EMIT treeChanged();
    }
    if (alive && errorChanged)
        Q_EMIT problem(m_reading.error);
    if (alive)
        Q_EMIT wasRead();
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
    readNow();
    if (!error() && index().find(path) < 0)
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
    readNow();
    const Result<ValuesReading> edited = applyEdits(m_reading, edits);
    if (!edited)
        return failure(edited.error());
    take(*edited, name);
    return {};
}

QCoro::Task<Result<>> ValuesDocument::applySoon(std::function<Result<NamedEdits>()> plan, std::stop_token stop)
{
    const QPointer<ValuesDocument> alive(this);
    const auto isOver = [&alive, &stop] { return !alive || stop.stop_requested(); };
    while (true) {
        if (!isUpToDate() && isLongText(m_text))
            co_await readJourney();
        if (isOver())
            co_return failure(ErrorKind::Cancelled, QString());
        const Result<NamedEdits> planned = plan();
        if (!planned)
            co_return failure(planned.error());
        if (!isLongText(m_text))
            co_return apply(planned->edits, planned->name);
        const quint64 version = m_version;
        const auto edit = [reading = m_reading, edits = planned->edits] { return applyEdits(reading, edits); };
        const Result<ValuesReading> edited = co_await compute<ValuesReading>(edit, m_stop.get_token());
        if (isOver())
            co_return failure(ErrorKind::Cancelled, QString());
        if (version != m_version)
            continue;
        if (!edited)
            co_return failure(edited.error());
        take(*edited, planned->name);
        co_return Result<>();
    }
}

/// `edited` was made from the present text.
void ValuesDocument::take(const ValuesReading &edited, const QString &name)
{
    const TextPatch patch = patchBetween(m_text, edited.text);
    if (patch.isEmpty())
        return;
    m_known = edited;
    m_undo->push(new TextCommand(*this, patch, name, false));
}

void ValuesDocument::replace(const TextPatch &patch, const QString &name)
{
    if (!patch.isEmpty())
        m_undo->push(new TextCommand(*this, patch, name.isEmpty() ? tr("Typing") : name, name.isEmpty()));
}

void ValuesDocument::setText(const QByteArray &text, const QString &name)
{
    replace(patchBetween(m_text, text), name);
}

int ValuesDocument::lineOf(const YamlPath &path) const
{
    for (int length = path.size(); length > 0; --length) {
        const int node = index().find(path.left(length));
        if (node < 0)
            continue;
        const YamlNode &found = index().node(node);
        return index().lineOf(found.indicator >= 0 ? found.indicator : found.start);
    }
    return 1;
}

} // namespace rayhelm
