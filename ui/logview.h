#pragma once

#include "ui/logsearch.h"

#include <QAbstractScrollArea>

namespace rayhelm {

/// Shows the lines of a log, hundreds of thousands of them: only those in sight are ever measured and painted. It scrolls
/// by lines. While it follows, the end stays in sight; scrolling up pauses, End follows again.
/// Lines are named by their number since the log's beginning.
class LogView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit LogView(QWidget *parent = nullptr);

    /// nullptr: nothing to show. The lines must live until others are set.
    void setLines(const LogLines *lines);
    const LogLines *lines() const { return m_lines; }
    /// The lines have changed: takes over what came, went or grew.
    void sync();

    bool isFollowing() const { return m_following; }
    void setFollowing(bool following);
    /// Lines that came since the view was paused.
    qint64 waitingLines() const { return m_waiting; }

    bool isWrapping() const { return m_wrap; }
    void setWrapping(bool wrap);

    void find(const QString &text);
    const LogSearch &search() const { return m_search; }
    /// Goes to the next or previous hit; false: there is none.
    bool findNext();
    bool findPrevious();

    /// The line that tells why the job failed; -1: none.
    void setMarkedLine(qint64 line);
    void showLine(qint64 line);

    qint64 currentLine() const { return m_current; } ///< -1: none
    QString selectedText() const;
    /// The lines in sight, for screen readers.
    QString visibleText() const;
    qint64 firstVisible() const { return m_top; }

public Q_SLOTS:
    void copy() const;

Q_SIGNALS:
    void followingChanged(bool following);
    void waitingLinesChanged(qint64 lines);
    void currentLineChanged(qint64 line);
    void searchChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    int count() const;
    qint64 dropped() const;
    int rowHeight() const;
    int charWidth() const;
    int gutterWidth() const;
    int columns() const; ///< characters per row when wrapping
    int rowsOf(int index) const;
    int lastTop() const; ///< the top index that still shows the end
    qint64 lineAt(int y) const; ///< the last line for a place below the end; -1: there are no lines
    void updateRanges();
    void scrollTo(qint64 top);
    void scrolled();
    void setCurrent(qint64 line, bool extend);
    void ensureVisible(qint64 line);
    void goToEnd(bool extend);
    void paintLine(QPainter &painter, int index, int y) const;
    void paintGutter(QPainter &painter, int index, int y) const;

    const LogLines *m_lines = nullptr;
    LogSearch m_search;
    qint64 m_total = 0;
    qint64 m_waiting = 0;
    qint64 m_current = -1;
    qint64 m_anchor = -1;
    qint64 m_marked = -1;
    qint64 m_top = 0; ///< the first line in sight
    int m_widest = 0; ///< characters of the longest line seen so far
    bool m_following = true;
    bool m_wrap = false;
    bool m_moving = false; ///< the scroll bar is moved by us, not by the user
};

} // namespace rayhelm
