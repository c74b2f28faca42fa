#pragma once

#include "ui/panel.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QTableView;

namespace rayhelm {

class CommandFilter;
class CommandModel;
class Session;
class UsersFileSaving;

/// Screen S15: every command that the application ran for the user, as they could have typed it.
class ActivityPanel : public Panel
{
    Q_OBJECT
public:
    explicit ActivityPanel(Session &session, QWidget *parent = nullptr);

    QTableView *table() const { return m_table; }
    CommandFilter *filter() const { return m_filter; }

private:
    void buildFilterRow();
    void buildTable();
    void showCount();
    void showPlaces();
    void showSelected();
    void copy();
    void saveScript();
    QStringList selectedCommands() const;

    Session &m_session;
    UsersFileSaving *m_saving;
    CommandModel *m_model;
    CommandFilter *m_filter;
    QLineEdit *m_find;
    QComboBox *m_places;
    QCheckBox *m_onlyChanges;
    QTableView *m_table;
    QPlainTextEdit *m_full;
    QLabel *m_empty;
    QAction *m_copy;
    QAction *m_save;
};

} // namespace rayhelm
