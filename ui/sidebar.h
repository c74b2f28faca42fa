#pragma once

#include "ui/panel.h"

#include <QListWidget>

namespace rayhelm {

/// The panels in the order of work: icon, word, state mark. In a narrow window only icons (44 px).
class Sidebar : public QListWidget
{
    Q_OBJECT
public:
    explicit Sidebar(QWidget *parent = nullptr);

    void addEntry(const QString &word, const QString &iconName);
    /// `mark` is short ("3/4"), `spoken` says it in words ("3 of 4 pods usable").
    void setMark(int index, const QString &mark, const QString &spoken, StateKind kind);
    void setWindowSize(WindowSize size);
    /// Selects without a signal; -1: none.
    void showSelected(int index);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(int index);

private:
    int wordWidth() const;

    bool m_iconsOnly = false;
};

} // namespace rayhelm
