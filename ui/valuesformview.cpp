#include "ui/valuesformview.h"

#include "ui/valuesfieldrow.h"
#include "ui/valuessection.h"
#include "ui/workergroupsbar.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QListWidget>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>

namespace rayhelm {

ValuesFormView::ValuesFormView(QWidget *parent)
    : QWidget(parent)
    , m_groups(new QListWidget)
    , m_scroll(new QScrollArea)
{
    m_groups->setAccessibleName(tr("Groups of settings"));
    m_groups->setAccessibleDescription(tr("Choosing a group scrolls the form to it."));
    m_groups->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_groups->setFrameShape(QFrame::NoFrame);
    m_groups->viewport()->setAutoFillBackground(false);
    m_groups->setSpacing(2);
    m_groups->setWordWrap(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_groups);
    row->addWidget(m_scroll, 1);
    connect(m_groups, &QListWidget::itemSelectionChanged, this, [this] {
        if (!m_choosing && m_groups->selectionModel()->hasSelection())
            goToSection(m_groups->currentRow());
    });
    connect(m_scroll->verticalScrollBar(), &QScrollBar::valueChanged, this, &ValuesFormView::reachSections);
    connect(m_scroll->verticalScrollBar(), &QScrollBar::rangeChanged, this, &ValuesFormView::reachSections);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { noteFocus(now); });
    build();
}

ValuesFormView::~ValuesFormView() = default;

void ValuesFormView::setForm(ValuesDocument *document, ValuesForm *form)
{
    m_document = document;
    m_form = form;
    m_saved.reset();
    m_problems.clear();
    m_search.clear();
    build();
}

void ValuesFormView::build()
{
    for (const Slot &slot : std::as_const(m_slots)) {
        if (slot.row)
            slot.row->retire();
    }
    m_slots.clear();
    m_sections.clear();
    const QSignalBlocker quiet(m_groups);
    m_groups->clear();
    auto *content = new QWidget;
    content->setAutoFillBackground(false);
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(0, 0, 6, 0);
    m_column->setSpacing(0);
    if (m_form) {
        m_podGroups = m_form->podGroups();
        planSlots();
    }
    const QList<ValuesSection *> planned = std::exchange(m_sections, {});
    for (ValuesSection *section : planned)
        addSection(int(m_sections.size()), section);
    m_column->addStretch();
    // One of the old rows may just be writing.
    if (QWidget *old = m_scroll->takeWidget())
        old->deleteLater();
    m_scroll->setWidget(content);
    int width = 0;
    for (int i = 0; i < m_groups->count(); ++i)
        width = std::max(width, fontMetrics().horizontalAdvance(m_groups->item(i)->text()));
    m_groups->setFixedWidth(std::min(width + fontMetrics().horizontalAdvance(QStringLiteral(" 1 !")) + 12, 220));
    refresh();
}

void ValuesFormView::planSlots()
{
    const ValuesSchema &schema = m_form->schema();
    for (const FieldGroup &group : schema.groups()) {
        auto *section = new ValuesSection(group.id, group.label);
        bool inPairs = false;
        for (const FieldSchema &field : schema.fields()) {
            // Folder and tag of the image are edited as one path.
            if (field.group != group.id || field.id == QLatin1String("image.tag"))
                continue;
            m_slots.append(Slot{section, field, QString(), field.label});
            if (!field.perGroup || !field.forHead)
                continue;
            inPairs = true;
            m_slots.append(Slot{section, field, QStringLiteral("head"), tr("%1, head").arg(field.label)});
            m_slots.append(Slot{section, field, QStringLiteral("worker"), tr("%1, workers").arg(field.label)});
        }
        if (inPairs)
            section->offerSeparately();
        if (group.id == QLatin1String("workers"))
            section->setTool(m_groupsBar = new WorkerGroupsBar(*m_document));
        m_sections.append(section);
    }
    for (const QString &podGroup : std::as_const(m_podGroups)) {
        if (podGroup != QLatin1String("head") && podGroup != QLatin1String("worker"))
            m_sections.append(planWorkerGroup(podGroup));
    }
}

void ValuesFormView::makeRow(Slot &slot)
{
    int position = 0;
    for (const Slot &other : std::as_const(m_slots)) {
        if (&other == &slot)
            break;
        position += other.section == slot.section && other.row ? 1 : 0;
    }
    auto *row = new ValuesFieldRow(*m_document, *m_form, slot.field, slot.podGroup, slot.label);
    slot.row = row;
    slot.section->insertRow(position, row);
    layoutRow(row);
    if (m_suggestions.contains(slot.field.id))
        row->setSuggestions(m_suggestions.value(slot.field.id));
    row->refresh(m_saved.get());
    row->setFrozen(!m_frozen.isEmpty(), m_frozen);
    row->setProblems(problemsOf(slot));
    connect(row, &ValuesFieldRow::undoRequested, this, &ValuesFormView::undoRequested);
    connect(row, &ValuesFieldRow::redoRequested, this, &ValuesFormView::redoRequested);
    connect(row, &ValuesFieldRow::refusalChanged, this, &ValuesFormView::refusalChanged);
}

void ValuesFormView::layoutRow(ValuesFieldRow *row) const
{
    row->setLabelWidth(fontMetrics().averageCharWidth() * 18, m_narrow);
}

bool ValuesFormView::isSeparate(const Slot &slot) const
{
    return slot.section->isSeparate() || m_form->read(slot.field.id).differs;
}

bool ValuesFormView::isWanted(const Slot &slot) const
{
    if (m_search.isEmpty() && !m_all && slot.field.level != FieldLevel::Basic)
        return false; // first, because reading a hundred groups takes time
    const bool inPair = slot.field.perGroup && slot.field.forHead && !slot.section->id().startsWith(QLatin1String("group:"));
    if (inPair && slot.podGroup.isEmpty() == isSeparate(slot))
        return false;
    if (!m_search.isEmpty())
        return rank(slot) > 0;
    return m_all || slot.field.level == FieldLevel::Basic;
}

void ValuesFormView::showRows()
{
    if (!m_form)
        return;
    QHash<ValuesSection *, int> counts;
    QHash<ValuesSection *, int> differing;
    bool made = false;
    for (Slot &slot : m_slots) {
        slot.shown = isWanted(slot);
        counts[slot.section] += slot.shown ? 1 : 0;
        if (slot.shown && slot.podGroup == QLatin1String("head"))
            ++differing[slot.section];
        if (slot.shown && !slot.row && slot.section->isReached()) {
            makeRow(slot);
            made = true;
        }
        if (slot.row)
            slot.row->setVisible(slot.shown);
    }
    for (int i = 0; i < m_sections.size(); ++i) {
        ValuesSection *section = m_sections[i];
        section->setDiffering(differing.value(section));
        const bool last = section->id() == m_form->schema().groups().constLast().id;
        if (last)
            section->setOtherKeys(m_form->otherKeys());
        section->setCompact(!m_search.isEmpty() || !m_all);
        section->setToolShown(m_search.isEmpty() && (m_all || m_podGroups.size() > 2));
        section->setPairShown(m_search.isEmpty() && counts.value(section) > 0);
        section->setVisible(counts.value(section) > 0);
        // Room for the rows that are not made yet, so that little moves when they are.
        section->setMinimumHeight(section->isReached() ? 0 : counts.value(section) * fontMetrics().lineSpacing() * 2);
        m_groups->item(i)->setHidden(counts.value(section) == 0);
    }
    if (made)
        orderForTab();
    QTimer::singleShot(0, this, &ValuesFormView::reachSections);
}

void ValuesFormView::refresh()
{
    if (!m_form) {
        showRows();
        return;
    }
    if (!adaptWorkerGroups()) {
        build();
        return;
    }
    for (const Slot &slot : std::as_const(m_slots)) {
        if (slot.row)
            slot.row->refresh(m_saved.get());
    }
    if (m_groupsBar)
        m_groupsBar->refresh();
    showRows();
}

WorkerGroupsBar *ValuesFormView::workerGroups() const
{
    return m_groupsBar;
}

void ValuesFormView::setSaved(std::shared_ptr<const ValuesForm> saved)
{
    m_saved = std::move(saved);
    refresh();
}

QList<Problem> ValuesFormView::problemsOf(const Slot &slot) const
{
    QList<Problem> mine;
    for (const Problem &problem : m_problems) {
        const bool image = slot.field.id == QLatin1String("image.repository") && problem.fieldId == QLatin1String("image.tag");
        const bool sameGroup = slot.podGroup.isEmpty() || problem.podGroup.isEmpty() || problem.podGroup == slot.podGroup;
        if ((problem.fieldId == slot.field.id || image) && sameGroup)
            mine.append(problem);
    }
    return mine;
}

void ValuesFormView::setProblems(const QList<Problem> &problems)
{
    m_problems = problems;
    for (const Slot &slot : std::as_const(m_slots)) {
        if (slot.row)
            slot.row->setProblems(problemsOf(slot));
    }
    showCounts();
}

void ValuesFormView::showCounts()
{
    QMultiHash<QString, int> errors;
    for (int p = 0; p < m_problems.size(); ++p) {
        if (m_problems[p].severity == Severity::Error)
            errors.insert(m_problems[p].fieldId, p);
    }
    QHash<ValuesSection *, QSet<int>> found;
    for (const Slot &slot : std::as_const(m_slots)) {
        for (auto error = errors.constFind(slot.field.id); error != errors.constEnd() && error.key() == slot.field.id; ++error) {
            const QString &podGroup = m_problems[*error].podGroup;
            if (slot.podGroup.isEmpty() || podGroup.isEmpty() || podGroup == slot.podGroup)
                found[slot.section].insert(*error);
        }
    }
    for (int i = 0; i < m_sections.size(); ++i) {
        const int count = int(found.value(m_sections[i]).size());
        const QString title = m_sections[i]->title();
        const QString text = count == 0 ? title : QStringLiteral("%1 %2 !").arg(title).arg(count);
        if (text == m_groups->item(i)->text())
            continue;
        m_groups->item(i)->setText(text);
        m_groups->item(i)->setData(Qt::AccessibleTextRole, count == 0 ? title : tr("%1, %n problem(s)", nullptr, count).arg(title));
    }
}

void ValuesFormView::setFrozen(const QString &whyNot)
{
    m_frozen = whyNot;
    for (const Slot &slot : std::as_const(m_slots)) {
        if (slot.row)
            slot.row->setFrozen(!whyNot.isEmpty(), whyNot);
    }
    if (m_groupsBar)
        m_groupsBar->setFrozen(whyNot);
}

void ValuesFormView::setAllShown(bool all)
{
    if (all == m_all)
        return;
    m_all = all;
    showRows();
    Q_EMIT levelChanged(all);
}

void ValuesFormView::setSuggestions(const QString &fieldId, const QStringList &suggestions)
{
    m_suggestions[fieldId] = suggestions;
    for (const Slot &slot : std::as_const(m_slots)) {
        if (slot.row && slot.field.id == fieldId)
            slot.row->setSuggestions(suggestions);
    }
}

void ValuesFormView::setNarrow(bool narrow, bool alone)
{
    m_groups->setVisible(!alone);
    if (narrow == m_narrow)
        return;
    m_narrow = narrow;
    for (const Slot &slot : std::as_const(m_slots)) {
        if (slot.row)
            layoutRow(slot.row);
    }
}

bool ValuesFormView::commit()
{
    bool fine = true;
    for (const Slot &slot : std::as_const(m_slots))
        fine = (!slot.row || slot.row->commit()) && fine;
    return fine;
}

QList<ValuesFieldRow *> ValuesFormView::refused() const
{
    QList<ValuesFieldRow *> rows;
    for (const Slot &slot : m_slots) {
        if (slot.row && !slot.row->refusal().isEmpty())
            rows.append(slot.row);
    }
    return rows;
}

} // namespace rayhelm
