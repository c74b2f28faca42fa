#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QRadioButton;

namespace rayhelm {

/// The row above the form: find a setting, how many settings are shown, undo in words.
class ValuesTools : public QWidget
{
    Q_OBJECT
public:
    ValuesTools(QAction *undo, QAction *redo, QWidget *parent = nullptr);

    QLineEdit *find() const { return m_find; }
    void setAllShown(bool all);
    /// How many settings match; -1: nothing is searched.
    void setMatches(int count);

Q_SIGNALS:
    void searched(const QString &words);
    void nextRequested();
    void levelChosen(bool all);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QLineEdit *m_find;
    QLabel *m_matches;
    QRadioButton *m_basic;
    QRadioButton *m_all;
};

} // namespace rayhelm
