#pragma once

#include "ui/theme.h"

#include <QLabel>

namespace rayhelm {

/// An icon that is repainted when the palette changes. It says nothing that a word beside it does not say.
class IconLabel : public QWidget
{
    Q_OBJECT
public:
    explicit IconLabel(const QIcon &icon = {}, int side = 16, QWidget *parent = nullptr);
    void setIcon(const QIcon &icon);
    QSize sizeHint() const override { return {m_side, m_side}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QIcon m_icon;
    int m_side;
};

/// Plain text in the colour of a state, following the palette.
class StateText : public QLabel
{
    Q_OBJECT
public:
    explicit StateText(StateKind kind = StateKind::Muted, const QString &text = {}, QWidget *parent = nullptr);
    void setKind(StateKind kind);

protected:
    void changeEvent(QEvent *event) override;

private:
    void recolor();

    StateKind m_kind;
};

/// Icon and word of a state side by side.
class StateLabel : public QWidget
{
    Q_OBJECT
public:
    explicit StateLabel(QWidget *parent = nullptr);
    /// `iconName` empty: the kind's own icon.
    void setState(StateKind kind, const QString &word, const QString &iconName = {});
    QString text() const { return m_text->text(); }

private:
    IconLabel *m_icon;
    StateText *m_text;
};

} // namespace rayhelm
