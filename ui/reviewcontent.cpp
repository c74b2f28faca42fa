#include "ui/reviewcontent.h"

#include "ui/availability.h"
#include "ui/diffview.h"
#include "ui/flowlayout.h"
#include "ui/statelabel.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QRadioButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace rayhelm {

ReviewContent::ReviewContent(QWidget *parent)
    : QWidget(parent)
    , m_asks(new QLabel)
    , m_owner(new StateLabel)
    , m_chartProblem(new StateLabel)
    , m_nothing(new QLabel)
    , m_changes(new QTreeWidget)
    , m_explanation(new StateText(StateKind::Muted))
    , m_diff(new DiffView)
{
    QFont bold = m_asks->font();
    bold.setBold(true);
    m_asks->setFont(bold);
    for (QLabel *label : {m_asks, m_nothing}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_changes->setHeaderLabels({tr("Change"), tr("Takes effect")});
    m_changes->setRootIsDecorated(false);
    m_changes->setUniformRowHeights(true);
    m_changes->setIconSize(QSize(16, 16));
    m_changes->setTextElideMode(Qt::ElideMiddle);
    m_changes->header()->setStretchLastSection(false);
    m_changes->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_changes->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_changes->setAccessibleName(tr("Changes"));
    m_changes->setAccessibleDescription(tr("What changes against what runs now, and when each change takes effect."));
    m_diff->setMinimumHeight(150);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_asks);
    column->addWidget(m_owner);
    column->addWidget(buildCompare());
    column->addWidget(m_chartProblem);
    column->addWidget(m_nothing);
    column->addWidget(m_changes);
    column->addWidget(buildChoice());
    column->addWidget(m_explanation);
    column->addWidget(m_diff, 1);
    column->addStretch(); // takes the room when there is no text to show
    showFacts({});
}

QWidget *ReviewContent::buildCompare()
{
    auto *holder = new QWidget;
    auto *row = new FlowLayout(holder);
    row->addWidget(new QLabel(tr("Compare with")));
    m_withRunning = new QRadioButton(tr("what &runs now"));
    m_withSaved = new QRadioButton(tr("the &saved file"));
    m_generated = new QRadioButton(tr("what Rayhelm &adds"));
    m_withRunning->setAccessibleDescription(tr("Shows the difference to the values of the installed cluster."));
    m_withDefaults = new QRadioButton(tr("the chart's defa&ults"));
    m_objects = new QRadioButton(tr("the resulting &objects"));
    m_withRunning->setChecked(true);
    for (QRadioButton *button : {m_withRunning, m_withSaved, m_withDefaults, m_objects, m_generated}) {
        row->addWidget(button);
        connect(button, &QRadioButton::toggled, this, [this](bool on) {
            if (on)
                showTexts();
        });
    }
    return holder;
}

QWidget *ReviewContent::buildChoice()
{
    m_choice = new QWidget;
    auto *column = new QVBoxLayout(m_choice);
    column->setContentsMargins(0, 0, 0, 0);
    auto *row = new QHBoxLayout;
    row->addWidget(new IconLabel(Theme::stateIcon(StateKind::Warning)), 0, Qt::AlignTop);
    m_choiceText = new QLabel;
    m_choiceText->setTextFormat(Qt::PlainText);
    m_choiceText->setWordWrap(true);
    row->addWidget(m_choiceText, 1);
    column->addLayout(row);
    m_newPods = new QRadioButton(tr("&New pods only: change what new pods get"));
    m_reinstall = new QRadioButton;
    m_newPods->setChecked(true);
    m_newPods->setAccessibleDescription(tr("The pods that run now go on as they are."));
    column->addWidget(m_newPods);
    column->addWidget(m_reinstall);
    connect(m_reinstall, &QRadioButton::toggled, this, &ReviewContent::choiceChanged);
    return m_choice;
}

void ReviewContent::showFacts(const ReviewFacts &facts)
{
    m_facts = facts;
    m_asks->setText(facts.asks);
    m_asks->setVisible(!facts.asks.isEmpty());
    m_owner->setState(facts.ownerIsProblem ? StateKind::Warning : facts.known ? StateKind::Good : StateKind::Muted, facts.owner);
    m_owner->setVisible(!facts.owner.isEmpty());
    offerComparisons();
    showChanges();
    showChoice();
    showTexts();
}

/// What cannot be compared is off and says why; a choice that is no longer possible falls back to what runs.
void ReviewContent::offer(QRadioButton *button, const QString &whyNot, const QString &usual)
{
    setAvailable(button, whyNot.isEmpty(), whyNot, usual);
    if (button->isChecked() && !whyNot.isEmpty())
        m_withRunning->setChecked(true);
}

void ReviewContent::offerComparisons()
{
    offer(m_withSaved, m_facts.saved == m_facts.text ? tr("Every edit is saved.") : QString(), tr("Shows the edits that are not saved yet."));
    offer(m_generated, m_facts.generated.isEmpty() ? tr("It is not known yet.") : QString(),
          tr("Shows the second values file that Rayhelm makes for the install."));
    const auto whyNot = [](const QByteArray &text, const QString &reason) {
        return !text.isEmpty() ? QString() : reason.isEmpty() ? tr("It is not known yet.") : reason;
    };
    offer(m_withDefaults, whyNot(m_facts.effective, m_facts.whyNoDefaults), tr("Shows all that differs from what the chart does by itself."));
    offer(m_objects, whyNot(m_facts.objects, m_facts.whyNoObjects),
          tr("Shows what Kubernetes would get, and how it differs from what it has."));
    m_chartProblem->setState(StateKind::Warning, m_facts.chartProblem);
    m_chartProblem->setVisible(!m_facts.chartProblem.isEmpty());
}

void ReviewContent::setCompare(Compare compare)
{
    const QList<QRadioButton *> buttons{m_withRunning, m_withSaved, m_generated, m_withDefaults, m_objects};
    QRadioButton *button = buttons[int(compare)];
    if (button->isEnabled())
        button->setChecked(true);
}

void ReviewContent::showChanges()
{
    m_changes->clear();
    for (const ValuesChange &change : std::as_const(m_facts.changes)) {
        auto *item = new QTreeWidgetItem({change.sentence, effectText(change.effect)});
        item->setToolTip(0, change.path.isRoot() ? change.sentence : change.sentence + QLatin1Char('\n') + change.path.toString());
        item->setIcon(1, Theme::stateIcon(change.effect == ChangeEffect::Now ? StateKind::Good : StateKind::Warning));
        m_changes->addTopLevelItem(item);
    }
    if (m_changes->topLevelItemCount() > 0)
        m_changes->setCurrentItem(m_changes->topLevelItem(0));
    const bool some = m_facts.installed && !m_facts.changes.isEmpty();
    m_changes->setVisible(some);
    const int rows = std::clamp(int(m_facts.changes.size()), 2, 7);
    m_changes->setFixedHeight(m_changes->header()->sizeHint().height() + rows * (fontMetrics().height() + 8) + 4);
    m_nothing->setVisible(!some);
    m_nothing->setText(!m_facts.known ? tr("What runs now is not known yet.")
                       : m_facts.installed ? tr("Nothing changes against what runs now.")
                                           : tr("Nothing is installed under this name yet."));
}

void ReviewContent::showChoice()
{
    int late = 0;
    QString first;
    for (const ValuesChange &change : std::as_const(m_facts.changes)) {
        if (change.effect == ChangeEffect::Now)
            continue;
        ++late;
        if (first.isEmpty())
            first = change.sentence.section(QLatin1Char(':'), 0, 0);
    }
    const bool offered = m_facts.installed && late > 0;
    if (!offered)
        m_newPods->setChecked(true);
    m_choice->setVisible(offered);
    m_choiceText->setText(late == 1 ? tr("Running pods do not change. KubeRay applies \"%1\" only to new pods. To use it now, "
                                         "delete the cluster and install again.").arg(first)
                                    : tr("Running pods do not change: %n change(s) do not reach them. KubeRay applies them only to new "
                                         "pods. To use them now, delete the cluster and install again.", nullptr, late));
    m_reinstall->setText(m_facts.runningJobs > 0
                             ? tr("&Delete and install again (loses %n running job(s))", nullptr, m_facts.runningJobs)
                             : tr("&Delete and install again"));
}

bool ReviewContent::wantsReinstall() const
{
    return m_reinstall->isChecked();
}

void ReviewContent::showTexts()
{
    const auto say = [this](const QString &explanation, const QString &name) {
        m_explanation->setText(explanation);
        m_diff->setAccessibleName(name);
    };
    if (m_generated->isChecked()) {
        say(tr("The second values file, made by Rayhelm for this install. Your file never contains it."), tr("The second values file"));
        m_diff->showPlain(m_facts.generated);
    } else if (m_withSaved->isChecked()) {
        say(tr("Edits that are not saved yet."), tr("Differences to the saved file"));
        m_diff->showDiff(m_facts.saved, m_facts.text, tr("Every edit is saved."));
    } else if (m_withDefaults->isChecked()) {
        say(tr("All that differs from what the chart does by itself, in alphabetical order."), tr("Differences to the chart's defaults"));
        m_diff->showDiff(m_facts.defaults, m_facts.effective, tr("Everything is as the chart has it."));
    } else if (m_objects->isChecked() && m_facts.runningObjects.isEmpty()) {
        say(tr("What Kubernetes would get."), tr("The resulting objects"));
        m_diff->showPlain(m_facts.objects);
    } else if (m_objects->isChecked()) {
        say(tr("What Kubernetes would get, against what it got from the last install."), tr("Differences of the resulting objects"));
        m_diff->showDiff(m_facts.runningObjects, m_facts.objects, tr("Kubernetes would get what it has."));
    } else {
        say(tr("Values line by line, in alphabetical order."), tr("Differences to what runs now"));
        m_diff->showDiff(m_facts.running, m_facts.wanted, tr("Nothing changes."));
    }
    const bool nothingToCompare = m_withRunning->isChecked() && (!m_facts.known || !m_facts.installed);
    m_diff->setVisible(!nothingToCompare);
    m_explanation->setVisible(!nothingToCompare);
}

} // namespace rayhelm
