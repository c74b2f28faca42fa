#pragma once

#include "ui/panel.h"
#include "ui/striptexts.h"

#include <QPushButton>

#include <array>

namespace rayhelm {

/// One cell: a button with three texts. Its name is always the full one.
class StripCell : public QPushButton
{
    Q_OBJECT
public:
    enum class Length { Full, Brief, Tiny };

    explicit StripCell(const QString &panelName, QWidget *parent = nullptr);
    void setState(const StripState &state);
    const StripState &state() const { return m_state; }
    void setLength(Length length);
    Length length() const { return m_length; }
    /// The width that this length needs.
    int widthFor(Length length) const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {28, sizeHint().height()}; }

private:
    QString textFor(Length length) const;

    StripState m_state;
    Length m_length = Length::Full;
};

/// The four cells that are always visible. Each takes the longest text that fits, so none is ever cut.
class StatusStrip : public QWidget
{
    Q_OBJECT
public:
    enum Cell { ConnectionCell, ClusterCell, HeldCell, JobsCell };

    explicit StatusStrip(QWidget *parent = nullptr);
    void setState(Cell cell, const StripState &state);
    StripCell *cell(Cell cell) const { return m_cells.at(size_t(cell)); }
    void setWindowSize(WindowSize size);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

Q_SIGNALS:
    void cellClicked(rayhelm::StatusStrip::Cell cell);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void arrange();

    std::array<StripCell *, 4> m_cells{};
    WindowSize m_windowSize = WindowSize::Wide;
};

} // namespace rayhelm
