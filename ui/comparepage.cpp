#include "ui/comparepage.h"

#include "ui/availability.h"
#include "ui/diffview.h"
#include "ui/flowlayout.h"
#include "ui/statelabel.h"

#include "core/text.h"
#include "values/valuesdocument.h"

#include <QAction>
#include <QButtonGroup>
#include <QLabel>
#include <QListWidget>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

namespace rayhelm {

namespace {

/// The first line of a stretch, for a list.
QString firstLine(const QByteArray &lines)
{
    const QString line = plainText(QString::fromUtf8(lines.left(lines.indexOf('\n'))), 60).trimmed();
    return lines.count('\n') > 1 ? line + QChar(0x2026) : line;
}

int countOf(const QList<MergePart> &parts, MergePart::Kind kind)
{
    return int(std::count_if(parts.cbegin(), parts.cend(), [kind](const MergePart &part) { return part.kind == kind; }));
}

} // namespace

ComparePage::ComparePage(QWidget *parent)
    : Panel(tr("Differences"), parent), m_note(new StateLabel), m_diff(new DiffView)
{
    buildActions();
    m_diff->setMinimumHeight(140);
    body()->addWidget(m_note);
    body()->addWidget(buildConflicts());
    body()->addWidget(buildViews());
    body()->addWidget(m_diff, 1);
    setHeading(tr("Their version and yours"));
    setFirstFocus(m_list);
}

void ComparePage::buildActions()
{
    m_merge = new QAction(tr("Merge both"), this);
    m_merge->setToolTip(tr("Your text then holds both. It is not saved yet; undo takes it back."));
    connect(m_merge, &QAction::triggered, this, [this] { Q_EMIT mergedChosen(result()); });
    auto *mine = new QAction(tr("Keep mine"), this);
    mine->setToolTip(tr("Replaces the file by your version. Their changes are lost."));
    connect(mine, &QAction::triggered, this, &ComparePage::keepMineChosen);
    auto *theirs = new QAction(tr("Take theirs"), this);
    theirs->setToolTip(tr("Your edits go; undo brings them back."));
    connect(theirs, &QAction::triggered, this, &ComparePage::takeTheirsChosen);
    setPrimaryAction(m_merge);
    addPanelAction(mine);
    addPanelAction(theirs);
}

QWidget *ComparePage::buildConflicts()
{
    m_conflicts = new QWidget;
    m_list = new QListWidget;
    auto *label = new QLabel(tr("Places that &both changed"));
    label->setBuddy(m_list);
    m_list->setAccessibleName(tr("Places that both changed"));
    m_list->setAccessibleDescription(tr("Choose a place, then whose version of it is taken."));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_takeMine = new QRadioButton(tr("Take &mine here"));
    m_takeTheirs = new QRadioButton(tr("Take &theirs here"));
    m_takeMine->setAccessibleDescription(tr("For the chosen place."));
    m_takeTheirs->setAccessibleDescription(tr("For the chosen place."));
    auto *group = new QButtonGroup(m_conflicts);
    group->addButton(m_takeMine);
    group->addButton(m_takeTheirs);
    auto *choice = new QWidget;
    auto *row = new FlowLayout(choice);
    row->addWidget(m_takeMine);
    row->addWidget(m_takeTheirs);
    auto *column = new QVBoxLayout(m_conflicts);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(label);
    column->addWidget(m_list);
    column->addWidget(choice);
    connect(m_list, &QListWidget::currentRowChanged, this, &ComparePage::showChosen);
    connect(m_takeMine, &QRadioButton::clicked, this, [this] { choose(MergeSide::Mine); });
    connect(m_takeTheirs, &QRadioButton::clicked, this, [this] { choose(MergeSide::Theirs); });
    return m_conflicts;
}

QWidget *ComparePage::buildViews()
{
    auto *holder = new QWidget;
    auto *row = new FlowLayout(holder);
    m_seeResult = new QRadioButton(tr("&Result against theirs"));
    m_seeTheirs = new QRadioButton(tr("What t&hey changed"));
    m_seeMine = new QRadioButton(tr("What &I changed"));
    m_seeResult->setAccessibleDescription(tr("What merging would change in the file as it is now."));
    m_seeTheirs->setAccessibleDescription(tr("From the file as you opened it to the file as it is now."));
    m_seeMine->setAccessibleDescription(tr("From the file as you opened it to your text."));
    m_seeResult->setChecked(true);
    auto *group = new QButtonGroup(holder);
    row->addWidget(new QLabel(tr("Show")));
    for (QRadioButton *button : {m_seeResult, m_seeTheirs, m_seeMine}) {
        group->addButton(button);
        row->addWidget(button);
        connect(button, &QRadioButton::toggled, this, [this](bool on) {
            if (on)
                showTexts();
        });
    }
    return holder;
}

void ComparePage::compare(const QByteArray &base, const QByteArray &mine, const QByteArray &theirs)
{
    m_base = base;
    m_mine = mine;
    m_theirs = theirs;
    m_parts = mergeParts(base, mine, theirs);
    m_sides = QList<MergeSide>(conflictCount(m_parts), MergeSide::Mine);
    showConflicts();
    showState();
}

QByteArray ComparePage::result() const
{
    return mergedText(m_parts, m_sides);
}

void ComparePage::showConflicts()
{
    const int row = std::max(0, m_list->currentRow());
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    qsizetype conflict = 0;
    for (const MergePart &part : std::as_const(m_parts)) {
        if (part.kind != MergePart::Kind::Conflict)
            continue;
        const QString nothing = tr("(nothing)");
        const QString mine = part.mine.isEmpty() ? nothing : firstLine(part.mine);
        const QString theirs = part.theirs.isEmpty() ? nothing : firstLine(part.theirs);
        const bool takesMine = m_sides[conflict++] == MergeSide::Mine;
        auto *item = new QListWidgetItem(takesMine ? tr("Line %1: mine \"%2\", not theirs \"%3\"").arg(part.line).arg(mine, theirs)
                                                   : tr("Line %1: theirs \"%3\", not mine \"%2\"").arg(part.line).arg(mine, theirs));
        item->setToolTip(tr("Mine:\n%1\nTheirs:\n%2").arg(plainText(QString::fromUtf8(part.mine), 2000), plainText(QString::fromUtf8(part.theirs), 2000)));
        item->setSizeHint(QSize(0, fontMetrics().height() + 6));
        m_list->addItem(item);
    }
    m_conflicts->setVisible(m_list->count() > 0);
    m_list->setFixedHeight(std::clamp(m_list->count(), 2, 5) * (fontMetrics().height() + 6) + 6);
    if (m_list->count() > 0)
        m_list->setCurrentRow(std::min(row, m_list->count() - 1));
    setFirstFocus(m_list->count() > 0 ? static_cast<QWidget *>(m_list) : m_diff);
    showChosen();
}

void ComparePage::showChosen()
{
    const int row = m_list->currentRow();
    if (row >= 0 && row < m_sides.size())
        (m_sides[row] == MergeSide::Mine ? m_takeMine : m_takeTheirs)->setChecked(true);
}

void ComparePage::choose(MergeSide side)
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= m_sides.size() || m_sides[row] == side)
        return;
    m_sides[row] = side;
    showConflicts();
    showState();
}

void ComparePage::showTexts()
{
    if (m_seeTheirs->isChecked())
        m_diff->showDiff(m_base, m_theirs, tr("They changed nothing."));
    else if (m_seeMine->isChecked())
        m_diff->showDiff(m_base, m_mine, tr("You changed nothing."));
    else
        m_diff->showDiff(m_theirs, result(), tr("The file already holds all of it."));
}

QString ComparePage::sentenceFor(int theirs, int mine, int conflicts) const
{
    if (conflicts > 0)
        return tr("%n place(s) were changed by both; choose whose version is taken.", nullptr, conflicts);
    if (mine == 0)
        return tr("You changed nothing since you opened it, so their version can simply be taken.");
    return tr("Their changes (%1) and yours (%2) are in different places and fit together.").arg(theirs).arg(mine);
}

void ComparePage::showState()
{
    const int conflicts = conflictCount(m_parts);
    setSentence(sentenceFor(countOf(m_parts, MergePart::Kind::Theirs), countOf(m_parts, MergePart::Kind::Mine), conflicts));
    // Lines that fit together may still make no sense as YAML.
    const ValuesReading reading = readValues(result());
    const bool sound = !reading.error;
    m_note->setVisible(!sound);
    if (!sound)
        m_note->setState(StateKind::Bad, tr("Merged like this the text could not be read: %1").arg(toError(*reading.error).summary));
    setAvailable(m_merge, sound, tr("Merged like this the text could not be read."));
    showTexts();
}

} // namespace rayhelm
