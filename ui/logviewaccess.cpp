#include "ui/logviewaccess.h"

#include "ui/logview.h"

#include <QAccessible>
#include <QAccessibleWidget>

namespace rayhelm {

namespace {

class LogViewAccess : public QAccessibleWidget, public QAccessibleTextInterface
{
public:
    explicit LogViewAccess(LogView *view) : QAccessibleWidget(view, QAccessible::EditableText) {}

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::TextInterface)
            return static_cast<QAccessibleTextInterface *>(this);
        return QAccessibleWidget::interface_cast(type);
    }

    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.readOnly = true;
        state.multiLine = true;
        state.selectableText = true;
        return state;
    }

    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Value ? view()->visibleText() : QAccessibleWidget::text(kind);
    }

    int childCount() const override { return 0; }
    QAccessibleInterface *child(int) const override { return nullptr; }

    void selection(int index, int *start, int *end) const override
    {
        *start = *end = index == 0 ? cursorPosition() : 0;
    }
    int selectionCount() const override { return 0; }
    void addSelection(int, int) override {}
    void removeSelection(int) override {}
    void setSelection(int, int, int) override {}

    /// The beginning of the current line within the lines in sight.
    int cursorPosition() const override
    {
        const qint64 rows = view()->currentLine() - view()->firstVisible();
        if (rows <= 0)
            return 0;
        const QString text = view()->visibleText();
        qsizetype at = 0;
        for (qint64 row = 0; row < rows; ++row) {
            const qsizetype end = text.indexOf(QLatin1Char('\n'), at);
            if (end < 0)
                break;
            at = end + 1;
        }
        return int(at);
    }
    void setCursorPosition(int position) override
    {
        const qsizetype rows = view()->visibleText().left(position).count(QLatin1Char('\n'));
        view()->showLine(view()->firstVisible() + rows);
    }

    QString text(int start, int end) const override { return view()->visibleText().mid(start, end - start); }
    int characterCount() const override { return int(view()->visibleText().size()); }
    QRect characterRect(int) const override { return {}; }
    int offsetAtPoint(const QPoint &) const override { return -1; }
    void scrollToSubstring(int start, int) override { setCursorPosition(start); }
    QString attributes(int, int *start, int *end) const override
    {
        *start = 0;
        *end = characterCount();
        return {};
    }

private:
    LogView *view() const { return static_cast<LogView *>(widget()); }
};

QAccessibleInterface *logViewAccess(const QString &, QObject *object)
{
    auto *view = qobject_cast<LogView *>(object);
    return view ? new LogViewAccess(view) : nullptr;
}

} // namespace

void installLogViewAccess()
{
    QAccessible::installFactory(logViewAccess); // the same function is kept once
}

} // namespace rayhelm
