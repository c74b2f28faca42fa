// Finding settings in the form, and keeping focus, group list and text cursor together.
#include "ui/valuesformview.h"

#include "ui/valuesfieldrow.h"
#include "ui/valuessection.h"

#include <QListWidget>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>

namespace rayhelm {

int ValuesFormView::rank(const Slot &slot) const
{
    const QString words = m_search.toLower();
    const QString label = slot.label.toLower();
    if (label.startsWith(words))
        return 6;
    if (label.contains(words))
        return 5;
    if (slot.field.term.toLower().contains(words))
        return 4;
    if (slot.field.id.toLower().contains(words))
        return 3;
    const QString path = slot.row ? slot.row->keyPath() : slot.field.path.toString();
    if (path.toLower().contains(words))
        return 2;
    return slot.field.help.toLower().contains(words) ? 1 : 0;
}

int ValuesFormView::setSearch(const QString &words)
{
    m_search = words.trimmed();
    showRows();
    m_scroll->verticalScrollBar()->setValue(0);
    return int(std::count_if(m_slots.cbegin(), m_slots.cend(), [](const Slot &slot) { return slot.shown; }));
}

bool ValuesFormView::goToNextMatch()
{
    int best = -1;
    int current = -1;
    for (int i = 0; i < m_slots.size(); ++i) {
        if (m_slots[i].shown && m_current && m_slots[i].row == m_current)
            current = i;
        if (m_slots[i].shown && (best < 0 || rank(m_slots[i]) > rank(m_slots[best])))
            best = i;
    }
    for (int i = current + 1; current >= 0 && i < m_slots.size(); ++i) {
        if (m_slots[i].shown) {
            best = i;
            break;
        }
    }
    if (best < 0 || m_search.isEmpty())
        return false;
    if (m_slots[best].field.level == FieldLevel::All)
        setAllShown(true);
    if (!m_slots[best].row) {
        m_slots[best].section->setReached(true);
        showRows();
    }
    m_slots[best].row->focusInput();
    return true;
}

int ValuesFormView::indexOf(const QString &fieldId, const QString &podGroup) const
{
    const QString id = fieldId == QLatin1String("image.tag") ? QStringLiteral("image.repository") : fieldId;
    int found = -1;
    for (int i = 0; i < m_slots.size(); ++i) {
        const Slot &slot = m_slots[i];
        if (slot.field.id != id)
            continue;
        const bool additional = slot.section->id().startsWith(QLatin1String("group:"));
        const bool inPair = slot.field.perGroup && slot.field.forHead && !additional;
        if (inPair && slot.podGroup.isEmpty() == isSeparate(slot))
            continue; // not shown now: its other half is
        if (slot.podGroup == podGroup)
            return i;
        if (!additional && found < 0)
            found = i;
    }
    return found;
}

ValuesFieldRow *ValuesFormView::rowFor(const QString &fieldId, const QString &podGroup) const
{
    const int index = m_form ? indexOf(fieldId, podGroup) : -1;
    return index >= 0 && m_slots[index].shown ? m_slots[index].row : nullptr;
}

QList<ValuesFieldRow *> ValuesFormView::shownRows() const
{
    QList<ValuesFieldRow *> rows;
    for (const Slot &slot : m_slots) {
        if (slot.shown && slot.row)
            rows.append(slot.row);
    }
    return rows;
}

bool ValuesFormView::goTo(const QString &fieldId, const QString &podGroup)
{
    const int index = m_form ? indexOf(fieldId, podGroup) : -1;
    if (index < 0)
        return false;
    if (m_slots[index].field.level == FieldLevel::All)
        setAllShown(true);
    if (!m_slots[index].shown)
        setSearch({});
    if (!m_slots[index].section->isReached()) {
        m_slots[index].section->setReached(true);
        showRows();
    }
    if (!m_slots[index].row)
        return false;
    m_slots[index].row->focusInput();
    return true;
}

void ValuesFormView::markPlace(const QString &fieldId, const QString &podGroup)
{
    ValuesFieldRow *row = fieldId.isEmpty() ? nullptr : rowFor(fieldId, podGroup);
    const int index = row || fieldId.isEmpty() ? -1 : indexOf(fieldId, podGroup);
    if (index >= 0 && m_slots[index].shown && !m_slots[index].section->isReached()) {
        // Its section is out of sight: it comes into sight, and is filled then.
        chooseSection(m_slots[index].section);
        goToSection(int(m_sections.indexOf(m_slots[index].section)));
    }
    if (row == m_marked)
        return;
    if (m_marked)
        m_marked->setMarked(false);
    m_marked = row;
    if (!row)
        return;
    row->setMarked(true);
    m_scroll->ensureWidgetVisible(row, 0, 40);
    chooseSection(qobject_cast<ValuesSection *>(row->parentWidget()));
}

void ValuesFormView::noteFocus(QWidget *now)
{
    if (!now || window() != now->window()) {
        // The window is left: what was typed is not left hanging.
        if (m_current)
            m_current->commit();
        return;
    }
    ValuesFieldRow *row = nullptr;
    for (QWidget *widget = isAncestorOf(now) ? now : nullptr; widget && widget != this && !row; widget = widget->parentWidget())
        row = qobject_cast<ValuesFieldRow *>(widget);
    if (row == m_current)
        return;
    const QPointer<ValuesFieldRow> before = m_current;
    m_current = row;
    if (before)
        before->setCurrent(false);
    if (!row)
        return;
    markPlace({}, {});
    row->setCurrent(true);
    chooseSection(qobject_cast<ValuesSection *>(row->parentWidget()));
    Q_EMIT rowFocused(row);
    // The form may still be laid out anew at this moment.
    const QPointer<ValuesFieldRow> shown = row;
    QTimer::singleShot(0, this, [this, shown] {
        if (shown && shown == m_current)
            m_scroll->ensureWidgetVisible(shown, 0, 20);
    });
}

/// Rows are made when they are first shown, so their order for Tab has to be said.
void ValuesFormView::orderForTab()
{
    QWidget *before = m_groups;
    for (ValuesSection *section : std::as_const(m_sections)) {
        for (QWidget *control : section->controls()) {
            setTabOrder(before, control);
            before = control;
        }
    }
}

void ValuesFormView::chooseSection(ValuesSection *section)
{
    const qsizetype index = m_sections.indexOf(section);
    if (index < 0)
        return;
    m_choosing = true;
    m_groups->setCurrentRow(int(index));
    m_choosing = false;
}

void ValuesFormView::goToSection(int index)
{
    if (index < 0 || index >= m_sections.size())
        return;
    m_scroll->verticalScrollBar()->setValue(m_sections[index]->y());
}

} // namespace rayhelm
