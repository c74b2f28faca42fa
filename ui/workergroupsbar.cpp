#include "ui/workergroupsbar.h"

#include "ui/availability.h"
#include "ui/flowlayout.h"
#include "ui/statelabel.h"
#include "ui/theme.h"

#include "values/valuesdocument.h"
#include "values/workergroups.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace rayhelm {

namespace {

constexpr int nameRole = Qt::UserRole;
constexpr int disabledRole = Qt::UserRole + 1;
constexpr int ownRole = Qt::UserRole + 2;

} // namespace

WorkerGroupsBar::WorkerGroupsBar(ValuesDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_list(new QListWidget)
    , m_problem(new StateText(StateKind::Bad))
    , m_duplicate(new QPushButton(tr("Add a copy")))
    , m_rename(new QPushButton(tr("Rename")))
    , m_switch(new QPushButton(tr("Disable")))
    , m_remove(new QPushButton(tr("Remove")))
{
    auto *label = new QLabel(tr("Worker groups"));
    label->setBuddy(m_list);
    m_list->setAccessibleName(tr("Worker groups"));
    m_list->setAccessibleDescription(tr("Groups of workers that differ, for example in their GPUs. F2 renames the chosen one."));
    m_list->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setIconSize(QSize(16, 16));
    auto *buttons = new QWidget;
    auto *row = new FlowLayout(buttons);
    for (QPushButton *button : {m_duplicate, m_rename, m_switch, m_remove}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 4, 0, 4);
    column->setSpacing(4);
    column->addWidget(label);
    column->addWidget(m_list);
    column->addWidget(m_problem);
    column->addWidget(buttons);
    m_problem->setWordWrap(true);
    m_problem->hide();
    connect(m_list, &QListWidget::currentRowChanged, this, [this] {
        showProblem({});
        updateButtons();
    });
    connect(m_list, &QListWidget::itemChanged, this, &WorkerGroupsBar::renamed);
    connect(m_duplicate, &QPushButton::clicked, this, &WorkerGroupsBar::duplicate);
    connect(m_rename, &QPushButton::clicked, this, [this] {
        m_list->setFocus();
        m_list->editItem(m_list->currentItem());
    });
    connect(m_switch, &QPushButton::clicked, this, &WorkerGroupsBar::switchDisabled);
    connect(m_remove, &QPushButton::clicked, this, &WorkerGroupsBar::remove);
    refresh();
}

void WorkerGroupsBar::refresh()
{
    const QString before = chosen();
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    int row = 0;
    for (const WorkerGroup &group : WorkerGroups(m_document).all()) {
        const QString count = tr("%n worker(s)", nullptr, int(group.replicas));
        auto *item = new QListWidgetItem(group.name);
        item->setToolTip(group.disabled ? tr("%1, disabled").arg(group.name) : tr("%1, %2").arg(group.name, count));
        item->setData(Qt::AccessibleTextRole, item->toolTip());
        item->setData(nameRole, group.name);
        item->setData(disabledRole, group.disabled);
        item->setData(ownRole, group.own);
        item->setFlags(group.own ? item->flags() & ~Qt::ItemIsEditable : item->flags() | Qt::ItemIsEditable);
        item->setIcon(Theme::stateIcon(group.disabled ? StateKind::Muted : StateKind::Good));
        QFont font = item->font();
        font.setStrikeOut(group.disabled);
        item->setFont(font);
        m_list->addItem(item);
        if (group.name == before)
            row = m_list->count() - 1;
    }
    m_list->setCurrentRow(row);
    m_list->setFixedHeight(std::clamp(m_list->count(), 1, 4) * (fontMetrics().height() + 6) + 8);
    updateButtons();
}

QString WorkerGroupsBar::chosen() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item ? item->data(nameRole).toString() : QString();
}

bool WorkerGroupsBar::isChosenDisabled() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item && item->data(disabledRole).toBool();
}

void WorkerGroupsBar::setFrozen(const QString &whyNot)
{
    m_frozen = whyNot;
    updateButtons();
}

void WorkerGroupsBar::duplicate()
{
    const Result<QString> made = WorkerGroups(m_document).duplicate(chosen());
    if (!made)
        return showProblem(made.error().summary);
    refresh();
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(nameRole).toString() == *made)
            m_list->setCurrentRow(row);
    }
    m_list->setFocus();
}

void WorkerGroupsBar::switchDisabled()
{
    const Result<> done = WorkerGroups(m_document).setDisabled(chosen(), !isChosenDisabled());
    if (!done)
        return showProblem(done.error().summary);
    refresh();
}

void WorkerGroupsBar::remove()
{
    const Result<> done = WorkerGroups(m_document).remove(chosen());
    if (!done)
        return showProblem(done.error().summary);
    refresh();
    m_list->setFocus();
}

void WorkerGroupsBar::renamed()
{
    QListWidgetItem *item = m_list->currentItem();
    const QString before = chosen();
    const QString wanted = item ? item->text().trimmed() : QString();
    if (!item || wanted == before)
        return;
    const Result<> done = WorkerGroups(m_document).rename(before, wanted);
    if (done)
        item->setData(nameRole, wanted);
    // The list may still be closing its editor.
    QMetaObject::invokeMethod(this, [this, problem = done ? QString() : done.error().summary] {
        refresh();
        showProblem(problem);
    }, Qt::QueuedConnection);
}

void WorkerGroupsBar::showProblem(const QString &sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

void WorkerGroupsBar::updateButtons()
{
    const QListWidgetItem *item = m_list->currentItem();
    const bool own = item && item->data(ownRole).toBool();
    const bool disabled = isChosenDisabled();
    m_switch->setText(disabled ? tr("Enable") : tr("Disable"));
    setAvailable(m_duplicate, m_frozen.isEmpty(), m_frozen, tr("A new group with the settings of the chosen one and one worker."));
    setAvailable(m_switch, m_frozen.isEmpty(), m_frozen,
                 disabled ? tr("Its workers are started with the next install.") : tr("It stays in the file; none of its workers is started."));
    const QString ownReason = tr("The chart's own worker group can be disabled, not removed or renamed.");
    setAvailable(m_rename, m_frozen.isEmpty() && !own, own ? ownReason : m_frozen, tr("The name becomes part of the pods' names."));
    setAvailable(m_remove, m_frozen.isEmpty() && !own, own ? ownReason : m_frozen, tr("Takes the group out of the file. Undo brings it back."));
}

} // namespace rayhelm
