#pragma once

#include "remote/upload.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace rayhelm {

class StateText;

/// Where a configuration comes from: the files on the VM with their dates, this computer, what runs, the example.
class ValuesOpenDialog : public QDialog
{
    Q_OBJECT
public:
    explicit ValuesOpenDialog(const QString &place, QWidget *parent = nullptr);

    /// `chosen`: the file to begin at.
    void setFiles(const QList<RemoteFileEntry> &files, const QString &chosen);
    /// Why there is no list; empty: there is one.
    void setProblem(const QString &problem);
    /// Whether the VM can be asked.
    void setConnected(bool connected);
    QTableWidget *table() const { return m_table; }

Q_SIGNALS:
    void vmFileChosen(const QString &path);
    void localRequested();
    void releaseRequested();
    void templateRequested();

private:
    void showMatches();
    void updateButtons();
    void accept() override;

    QLineEdit *m_filter;
    QTableWidget *m_table;
    StateText *m_state;
    QPushButton *m_open;
    QPushButton *m_running;
};

} // namespace rayhelm
