#include "ui/valuesproblems.h"

#include "ui/availability.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace rayhelm {

ValuesProblems::ValuesProblems(QWidget *parent)
    : QWidget(parent)
    , m_label(new QLabel(tr("&Problems and hints")))
    , m_list(new QListWidget)
    , m_buttons(new QVBoxLayout)
    , m_go(new QPushButton(tr("Go to it")))
    , m_fix(new QPushButton(tr("Fix")))
{
    m_label->setBuddy(m_list);
    m_list->setAccessibleName(tr("Problems and hints"));
    m_list->setAccessibleDescription(tr("Return goes to the place."));
    m_list->setWordWrap(true);
    m_list->setIconSize(QSize(16, 16));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_go->setAutoDefault(false);
    m_fix->setAutoDefault(false);
    m_buttons->addWidget(m_go);
    m_buttons->addWidget(m_fix);
    m_buttons->addStretch();
    auto *row = new QHBoxLayout;
    row->addWidget(m_list, 1);
    row->addLayout(m_buttons);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    column->addWidget(m_label);
    column->addLayout(row);
    setCompact(false);
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
    const auto sameWords = [](const Problem &a, const Problem &b) {
        return a.line == b.line && a.severity == b.severity && a.sentence == b.sentence && bool(a.correction) == bool(b.correction);
    };
    const bool same = !problems.isEmpty()
                      && std::equal(problems.cbegin(), problems.cend(), m_problems.cbegin(), m_problems.cend(), sameWords);
    m_problems = problems;
    if (same)
        return;
    const int row = std::max(0, m_list->currentRow());
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

void ValuesProblems::setCompact(bool compact)
{
    m_label->setVisible(!compact);
    m_buttons->setDirection(compact ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_list->setWordWrap(!compact);
    m_list->setFixedHeight(compact ? m_list->fontMetrics().height() + 12 : m_list->fontMetrics().height() * 3 + 22);
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
    const bool maybeSecret = problem && !problem->maybeSecret.isEmpty();
    m_fix->setText(maybeSecret ? tr("This is no secret") : fixable ? problem->correction->label : tr("Fix"));
    setAvailable(m_fix, fixable || maybeSecret, problem ? tr("There is no ready correction for this.") : tr("Choose a problem first."),
                 maybeSecret ? tr("Remembers for this file that %1 is no secret. The file stays as it is.").arg(problem->maybeSecret)
                             : tr("Corrects the chosen problem. Undo takes it back."));
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
