#pragma once

#include "ui/panel.h"

#include "values/threewaymerge.h"

class QLabel;
class QListWidget;
class QRadioButton;

namespace rayhelm {

class DiffView;
class StateLabel;

/// A file that was changed elsewhere while it was open: what they changed, what I changed, and a text that holds both. Where both
/// changed the same lines, the user chooses place by place.
class ComparePage : public Panel
{
    Q_OBJECT
public:
    explicit ComparePage(QWidget *parent = nullptr);

    /// `base`: the file as it was opened; empty: there was none. Earlier choices are forgotten.
    void compare(const QByteArray &base, const QByteArray &mine, const QByteArray &theirs);
    /// The text with both sides' changes, as chosen now.
    QByteArray result() const;
    QListWidget *conflictList() const { return m_list; }
    QAction *mergeAction() const { return m_merge; }

Q_SIGNALS:
    void keepMineChosen();
    void takeTheirsChosen();
    void mergedChosen(const QByteArray &text);

private:
    QWidget *buildConflicts();
    QWidget *buildViews();
    void buildActions();
    void choose(MergeSide side);
    void showConflicts();
    void showChosen();
    void showTexts();
    void showState();
    QString sentenceFor(int theirs, int mine, int conflicts) const;

    QByteArray m_base, m_mine, m_theirs;
    QList<MergePart> m_parts;
    QList<MergeSide> m_sides;
    StateLabel *m_note;
    QWidget *m_conflicts;
    QListWidget *m_list;
    QRadioButton *m_takeMine, *m_takeTheirs;
    QRadioButton *m_seeResult, *m_seeTheirs, *m_seeMine;
    DiffView *m_diff;
    QAction *m_merge;
};

} // namespace rayhelm
