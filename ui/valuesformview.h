#pragma once

#include "ui/valuesfieldrow.h"

#include "values/problem.h"
#include "values/valuesform.h"

#include <QHash>
#include <QPointer>
#include <QWidget>

#include <memory>

class QListWidget;
class QScrollArea;
class QVBoxLayout;

namespace rayhelm {

class ValuesSection;
class WorkerGroupsBar;

/// The form: the settings of the schema in groups, the list of groups beside it. Head and workers are edited together
/// while they are equal, or apart. Rows are made when they are first shown; a file may have a hundred worker groups.
class ValuesFormView : public QWidget
{
    Q_OBJECT
public:
    explicit ValuesFormView(QWidget *parent = nullptr);
    ~ValuesFormView() override;

    /// nullptr: no document. Both outlive this or are replaced before.
    void setForm(ValuesDocument *document, ValuesForm *form);
    void setSaved(std::shared_ptr<const ValuesForm> saved);
    void setProblems(const QList<Problem> &problems);
    /// Read-only with the reason; empty: editable.
    void setFrozen(const QString &whyNot);
    void setAllShown(bool all);
    bool isAllShown() const { return m_all; }
    void setSuggestions(const QString &fieldId, const QStringList &suggestions);
    /// `narrow`: labels stand above their fields; `alone`: without the list of groups.
    void setNarrow(bool narrow, bool alone);

    void refresh(); ///< reads the document again
    bool commit(); ///< writes what was typed; false: a field holds what the document refuses
    QList<ValuesFieldRow *> refused() const;
    /// The row with the focus; nullptr: none.
    ValuesFieldRow *currentRow() const { return m_current; }
    /// The row that shows a setting; nullptr: it is not shown now.
    ValuesFieldRow *rowFor(const QString &fieldId, const QString &podGroup = {}) const;
    QList<ValuesFieldRow *> shownRows() const;
    QListWidget *groupList() const { return m_groups; }
    WorkerGroupsBar *workerGroups() const;

    /// Shows only what matches; empty: everything of the level. Returns how many match.
    int setSearch(const QString &words);
    bool goToNextMatch(); ///< the best match, or the one after the focused; false: nothing matches
    /// Shows the setting, opening "All" where needed, and focuses it.
    bool goTo(const QString &fieldId, const QString &podGroup);
    /// Marks the setting that the text cursor is in, without taking the focus; empty: none.
    void markPlace(const QString &fieldId, const QString &podGroup);

Q_SIGNALS:
    void rowFocused(rayhelm::ValuesFieldRow *row);
    void levelChanged(bool all);
    void pathRequested(const rayhelm::YamlPath &path);
    void undoRequested();
    void redoRequested();
    void refusalChanged();

private:
    struct Slot { ///< the place of a row, which may not have been made yet
        ValuesSection *section = nullptr;
        FieldSchema field;
        QString podGroup;
        QString label;
        ValuesFieldRow *row = nullptr;
        bool shown = false;
    };

    void build();
    void planSlots();
    ValuesSection *planWorkerGroup(const QString &podGroup);
    void addSection(int position, ValuesSection *section);
    bool adaptWorkerGroups();
    void reachSections();
    void makeLateRows(ValuesSection *kept);
    void makeRow(Slot &slot);
    void showRows();
    bool isSeparate(const Slot &slot) const;
    bool isWanted(const Slot &slot) const;
    int rank(const Slot &slot) const;
    int indexOf(const QString &fieldId, const QString &podGroup) const;
    QList<Problem> problemsOf(const Slot &slot) const;
    void layoutRow(ValuesFieldRow *row) const;
    void noteFocus(QWidget *now);
    void goToSection(int index);
    void chooseSection(ValuesSection *section);
    void showCounts();
    void orderForTab();

    ValuesDocument *m_document = nullptr;
    ValuesForm *m_form = nullptr;
    std::shared_ptr<const ValuesForm> m_saved;
    QStringList m_podGroups;
    QListWidget *m_groups;
    QPointer<WorkerGroupsBar> m_groupsBar;
    QScrollArea *m_scroll;
    QVBoxLayout *m_column;
    QList<ValuesSection *> m_sections;
    QList<Slot> m_slots;
    QHash<QString, QStringList> m_suggestions;
    QList<Problem> m_problems;
    QString m_search, m_frozen;
    QPointer<ValuesFieldRow> m_current, m_marked;
    bool m_all = false, m_narrow = false, m_choosing = false, m_makingLate = false;
};

} // namespace rayhelm
