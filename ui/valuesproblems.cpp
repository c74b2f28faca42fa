#include "ui/valuesproblems.h"

#include "ui/availability.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace rayhelm {

ValuesProblems::ValuesProblems(QWidget *parent)
    : QWidget(parent)
    , m_list(new QListWidget)
    , m_go(new QPushButton(tr("Go to it")))
    , m_fix(new QPushButton(tr("Fix")))
{
    auto *label = new QLabel(tr("&Problems and hints"));
    label->setBuddy(m_list);
    m_list->setAccessibleName(tr("Problems and hints"));
    m_list->setAccessibleDescription(tr("Return goes to the place."));
    m_list->setWordWrap(true);
    m_list->setIconSize(QSize(16, 16));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_go->setAutoDefault(false);
    m_fix->setAutoDefault(false);
    auto *buttons = new QVBoxLayout;
    buttons->addWidget(m_go);
    buttons->addWidget(m_fix);
    buttons->addStretch();
    auto *row = new QHBoxLayout;
    row->addWidget(m_list, 1);
    row->addLayout(buttons);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    column->addWidget(label);
    column->addLayout(row);
    m_list->setFixedHeight(m_list->fontMetrics().height() * 3 + 22);
    connect(m_list, &QListWidget::itemSelectionChanged, this, &ValuesProblems::updateButtons);
    connect(m_list, &QListWidget::itemActivated, this, [this] {
        if (const Problem *problem = chosen())
            Q_EMIT goToRequested(*problem);
    });
    connect(m_go, &QPushButton::clicked, this, [this] {
        if (const Problem *problem = chosen())
            Q_EMIT goToRequested(*problem);
    });
    connect(m_fix, &QPushButton::clicked, this, [this] {
        if (const Problem *problem = chosen())
            Q_EMIT fixRequested(*problem);
    });
    setProblems({});
}

void ValuesProblems::setProblems(const QList<Problem> &problems)
{
    const int row = std::max(0, m_list->currentRow());
    m_problems = problems;
    m_list->clear();
    for (const Problem &problem : problems) {
        const bool isError = problem.severity == Severity::Error;
        const QString place = problem.line > 0 ? tr("line %1:").arg(problem.line) + QLatin1Char(' ') : QString();
        auto *item = new QListWidgetItem(Theme::stateIcon(isError ? StateKind::Bad : StateKind::Info), place + problem.sentence);
        item->setData(Qt::AccessibleTextRole, (isError ? tr("Problem, %1") : tr("Hint, %1")).arg(item->text()));
        item->setToolTip(problem.sentence);
        m_list->addItem(item);
    }
    if (!problems.isEmpty())
        m_list->setCurrentRow(std::min(row, int(problems.size()) - 1));
    setVisible(!problems.isEmpty());
    updateButtons();
}

const Problem *ValuesProblems::chosen() const
{
    const QList<QListWidgetItem *> items = m_list->selectedItems();
    const int row = items.isEmpty() ? -1 : m_list->row(items.constFirst());
    return row >= 0 && row < m_problems.size() ? &m_problems[row] : nullptr;
}

void ValuesProblems::updateButtons()
{
    const Problem *problem = chosen();
    const bool fixable = problem && problem->correction;
    m_fix->setText(fixable ? problem->correction->label : tr("Fix"));
    setAvailable(m_fix, fixable, problem ? tr("There is no ready correction for this.") : tr("Choose a problem first."),
                 tr("Corrects the chosen problem. Undo takes it back."));
    setAvailable(m_go, problem, tr("Choose a problem first."), tr("Goes to the field or line of the chosen problem."));
}

void ValuesProblems::goToNext()
{
    if (m_problems.isEmpty())
        return;
    m_list->setCurrentRow((m_list->currentRow() + 1) % m_list->count());
    Q_EMIT goToRequested(m_problems[m_list->currentRow()]);
}

} // namespace rayhelm
