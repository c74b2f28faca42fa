#pragma once

#include <QString>

#include <functional>

class QAbstractButton;
class QComboBox;
class QLineEdit;
class QWidget;

/// Acts on a window as a person does: finds what is visible by the words on it, moves the pointer and types. It knows no class
/// of the application; what it cannot see, it cannot use.
class WindowDriver
{
public:
    /// `pictures`: where a picture of the window is left when something is not found.
    WindowDriver(QWidget *window, QString pictures);

    /// All of these fail the running test (QFAIL by exception is not there in Qt 6.4, so they return false).
    bool click(const QString &buttonText, int seconds = 10);
    bool clickIfThere(const QString &buttonText);
    bool type(const QString &fieldName, const QString &text, int seconds = 10);
    bool choose(const QString &fieldName, const QString &choice, int seconds = 10);
    bool check(const QString &boxText, bool on);
    bool setNumber(const QString &fieldName, int value);
    bool openPanel(const QString &name);
    bool menu(const QString &menu, const QString &entry);
    /// Clicks the row of a visible list or table that contains `text`.
    bool chooseRow(const QString &text, int seconds = 10);
    bool key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);

    /// Whether these words stand somewhere in the visible window: labels, fields, tables, logs.
    bool sees(const QString &words) const;
    bool waitToSee(const QString &words, int seconds);
    bool waitFor(const std::function<bool()> &condition, int seconds, const QString &what);
    /// Everything that can be read in the visible windows, for failure messages.
    QString visibleText() const;

    /// What a button that is off says about it; empty when no such button is off.
    QString whyOff(const QString &text) const;
    QAbstractButton *button(const QString &text, bool enabled = true) const;
    QWidget *field(const QString &name) const;
    QWidget *fieldStartingWith(const QString &name) const;
    void picture(const QString &name) const;

private:
    bool fail(const QString &what) const;
    QWidget *fieldWhere(const std::function<bool(const QString &)> &named) const;
    QList<QWidget *> visible() const;
    void reveal(QWidget *widget) const;

    QWidget *m_window;
    QString m_pictures;
};
