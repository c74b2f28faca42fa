// Sections of the worker groups that the file names: they come and go with the text, and their rows are made when they come into sight.
#include "ui/valuesformview.h"

#include "ui/valuesfieldrow.h"
#include "ui/valuessection.h"

#include <QElapsedTimer>
#include <QListWidget>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

namespace rayhelm {

namespace {

/// So many worker groups are shown at once; a file with more is rare, and its rows would take seconds to make.
constexpr int atOnce = 4;
/// As long as the window may be held for making rows.
constexpr int longestTurn = 6; // milliseconds

} // namespace

ValuesSection *ValuesFormView::planWorkerGroup(const QString &podGroup)
{
    auto *section = new ValuesSection(QStringLiteral("group:") + podGroup, tr("Worker group %1").arg(podGroup));
    section->setReached(m_podGroups.size() <= atOnce + 2);
    for (const FieldSchema &field : m_form->schema().fields()) {
        if (field.perGroup)
            m_slots.append(Slot{section, field, podGroup, field.label});
    }
    return section;
}

void ValuesFormView::addSection(int position, ValuesSection *section)
{
    m_sections.insert(position, section);
    m_column->insertWidget(position, section);
    m_groups->insertItem(position, section->title());
    connect(section, &ValuesSection::separateChanged, this, &ValuesFormView::showRows);
    connect(section, &ValuesSection::pathRequested, this, &ValuesFormView::pathRequested);
}

/// Brings the sections in step with the file's groups; the others stay as they are. False: they stand in another order.
bool ValuesFormView::adaptWorkerGroups()
{
    const QStringList now = m_form->podGroups();
    if (now == m_podGroups)
        return true;
    const QSignalBlocker quiet(m_groups);
    m_podGroups = now;
    const auto isGone = [&now](const ValuesSection *section) {
        return section->id().startsWith(QLatin1String("group:")) && !now.contains(section->id().mid(6));
    };
    for (const Slot &slot : std::as_const(m_slots)) {
        if (slot.row && isGone(slot.section))
            slot.row->retire();
    }
    m_slots.removeIf([&isGone](const Slot &slot) { return isGone(slot.section); });
    for (qsizetype i = m_sections.size() - 1; i >= 0; --i) {
        if (!isGone(m_sections[i]))
            continue;
        delete m_groups->takeItem(int(i));
        m_sections[i]->hide();
        m_sections.takeAt(i)->deleteLater(); // one of its rows may just be writing
    }
    int position = int(m_form->schema().groups().size());
    for (const QString &podGroup : now) {
        if (podGroup == QLatin1String("head") || podGroup == QLatin1String("worker"))
            continue;
        const QString id = QStringLiteral("group:") + podGroup;
        if (m_sections.value(position) && m_sections[position]->id() != id) {
            for (const ValuesSection *section : std::as_const(m_sections)) {
                if (section->id() == id)
                    return false;
            }
        }
        if (!m_sections.value(position) || m_sections[position]->id() != id)
            addSection(position, planWorkerGroup(podGroup));
        ++position;
    }
    return true;
}

/// One section at a time, because its rows push the others out of sight.
void ValuesFormView::reachSections()
{
    if (m_makingLate || !isVisible())
        return;
    const int top = m_scroll->verticalScrollBar()->value();
    const int bottom = top + m_scroll->viewport()->height();
    const auto isInSight = [top, bottom](const ValuesSection *section) {
        return section && section->isVisible() && section->y() < bottom && section->y() + section->height() > top;
    };
    ValuesSection *const chosen = m_sections.value(m_groups->currentRow());
    ValuesSection *const kept = isInSight(chosen) ? chosen : nullptr;
    ValuesSection *next = kept && !kept->isReached() ? kept : nullptr;
    for (ValuesSection *section : std::as_const(m_sections)) {
        if (!next && !section->isReached() && isInSight(section))
            next = section;
    }
    if (!next)
        return;
    next->setReached(true);
    m_makingLate = true;
    makeLateRows(kept);
}

/// `kept` stays in sight, unless nullptr.
void ValuesFormView::makeLateRows(ValuesSection *kept)
{
    const QPointer<ValuesSection> stays = kept;
    QElapsedTimer timer;
    timer.start();
    for (Slot &slot : m_slots) {
        if (!slot.shown || slot.row || !slot.section->isReached())
            continue;
        if (timer.elapsed() >= longestTurn) {
            QTimer::singleShot(0, this, [this, stays] { makeLateRows(stays); });
            return;
        }
        makeRow(slot);
        slot.section->setMinimumHeight(0);
    }
    orderForTab();
    // The rows have their places in the next turn.
    QTimer::singleShot(0, this, [this, stays] {
        m_makingLate = false;
        if (stays && m_sections.contains(stays))
            m_scroll->ensureVisible(0, stays->y() + std::min(stays->height(), m_scroll->viewport()->height()), 0, 0);
        reachSections();
    });
}

} // namespace rayhelm
