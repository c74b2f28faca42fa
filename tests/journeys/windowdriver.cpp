#include "windowdriver.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPointer>
#include <QRadioButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QTest>

namespace {

QString bare(QString text)
{
    text.remove(QChar(0x2068)).remove(QChar(0x2069));
    return text;
}

QString withoutMnemonic(const QString &text)
{
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) == QLatin1Char('&') && i + 1 < text.size())
            ++i;
        result.append(text.at(i));
    }
    return result;
}

/// What a field is called: its label, or its accessible name.
QString nameOf(const QWidget *widget)
{
    const QList<QLabel *> labels = widget->window()->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->buddy() == widget && label->isVisible())
            return withoutMnemonic(label->text());
    }
    return widget->accessibleName();
}

QString textOf(const QWidget *widget)
{
    if (auto label = qobject_cast<const QLabel *>(widget))
        return label->text();
    if (auto button = qobject_cast<const QAbstractButton *>(widget))
        return withoutMnemonic(button->text());
    if (auto edit = qobject_cast<const QLineEdit *>(widget))
        return edit->echoMode() == QLineEdit::Normal ? edit->text() : QString();
    if (auto edit = qobject_cast<const QPlainTextEdit *>(widget))
        return edit->toPlainText();
    if (auto combo = qobject_cast<const QComboBox *>(widget))
        return combo->currentText();
    return {};
}

QString textOf(const QAbstractItemView *view)
{
    const QAbstractItemModel *model = view->model();
    QStringList lines;
    const int rows = model ? qMin(model->rowCount(view->rootIndex()), 2000) : 0;
    for (int row = 0; row < rows; ++row) {
        QStringList cells;
        for (int column = 0; column < model->columnCount(view->rootIndex()); ++column)
            cells.append(model->index(row, column, view->rootIndex()).data().toString());
        lines.append(cells.join(QStringLiteral(" | ")));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

WindowDriver::WindowDriver(QWidget *window, QString pictures)
    : m_window(window)
    , m_pictures(std::move(pictures))
{
    QDir().mkpath(m_pictures);
}

QList<QWidget *> WindowDriver::visible() const
{
    QList<QWidget *> all;
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        if (!window->isVisible())
            continue;
        all.append(window);
        const QList<QWidget *> children = window->findChildren<QWidget *>();
        for (QWidget *child : children) {
            if (child->isVisible())
                all.append(child);
        }
    }
    return all;
}

QString WindowDriver::whyOff(const QString &text) const
{
    const QAbstractButton *found = button(text, false);
    return found ? found->toolTip() : QString();
}

QAbstractButton *WindowDriver::button(const QString &text, bool enabled) const
{
    const QList<QWidget *> all = visible();
    for (QWidget *widget : all) {
        auto found = qobject_cast<QAbstractButton *>(widget);
        if (!found || found->isEnabled() != enabled)
            continue;
        const QString label = withoutMnemonic(found->text());
        if (label == text || (label.isEmpty() && found->accessibleName() == text))
            return found;
    }
    return nullptr;
}

QWidget *WindowDriver::field(const QString &name) const
{
    return fieldWhere([&](const QString &found) { return found == name; });
}

QWidget *WindowDriver::fieldStartingWith(const QString &name) const
{
    return fieldWhere([&](const QString &found) { return found.startsWith(name); });
}

QWidget *WindowDriver::fieldWhere(const std::function<bool(const QString &)> &named) const
{
    const QList<QWidget *> all = visible();
    for (QWidget *widget : all) {
        const bool isField = qobject_cast<QLineEdit *>(widget) || qobject_cast<QComboBox *>(widget)
            || qobject_cast<QAbstractSpinBox *>(widget) || qobject_cast<QPlainTextEdit *>(widget);
        if (isField && widget->isEnabled() && named(nameOf(widget)))
            return widget;
    }
    return nullptr;
}

void WindowDriver::reveal(QWidget *widget) const
{
    for (QWidget *parent = widget->parentWidget(); parent; parent = parent->parentWidget()) {
        if (auto area = qobject_cast<QScrollArea *>(parent))
            area->ensureWidgetVisible(widget);
    }
}

bool WindowDriver::click(const QString &buttonText, int seconds)
{
    if (!waitFor([&] { return button(buttonText) != nullptr; }, seconds, QStringLiteral("the button \"%1\"").arg(buttonText)))
        return false;
    QAbstractButton *target = button(buttonText);
    reveal(target);
    // A radio button answers on its mark and text only, and may be wider than both.
    const bool hasMark = qobject_cast<QRadioButton *>(target) || qobject_cast<QCheckBox *>(target);
    QTest::mouseClick(target, Qt::LeftButton, {}, hasMark ? QPoint(10, target->height() / 2) : target->rect().center());
    return true;
}

bool WindowDriver::clickIfThere(const QString &buttonText)
{
    QAbstractButton *target = button(buttonText);
    if (target)
        QTest::mouseClick(target, Qt::LeftButton);
    return target != nullptr;
}

bool WindowDriver::type(const QString &fieldName, const QString &text, int seconds)
{
    if (!waitFor([&] { return field(fieldName) != nullptr; }, seconds, QStringLiteral("the field \"%1\"").arg(fieldName)))
        return false;
    QPointer<QWidget> target = field(fieldName);
    if (auto combo = qobject_cast<QComboBox *>(target.data()))
        target = combo->lineEdit() ? static_cast<QWidget *>(combo->lineEdit()) : target.data();
    reveal(target);
    target->setFocus(Qt::MouseFocusReason);
    QTest::keyClick(target, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(target, Qt::Key_Delete);
    QTest::keyClicks(target, text);
    return target ? true : fail(QStringLiteral("the field \"%1\" vanished while typing").arg(fieldName));
}

bool WindowDriver::choose(const QString &fieldName, const QString &choice, int seconds)
{
    const auto combo = [&] { return qobject_cast<QComboBox *>(field(fieldName)); };
    const auto offered = [&] { return combo() && combo()->findText(choice, Qt::MatchContains) >= 0; };
    if (!waitFor(offered, seconds, QStringLiteral("the choice \"%1\" of \"%2\"").arg(choice, fieldName)))
        return false;
    QComboBox *target = combo();
    const int wanted = target->findText(choice, Qt::MatchContains);
    reveal(target);
    target->setFocus(Qt::MouseFocusReason);
    QTest::keyClick(target, Qt::Key_Home);
    for (int i = 0; i < target->count() && target->currentIndex() != wanted; ++i)
        QTest::keyClick(target, target->currentIndex() < wanted ? Qt::Key_Down : Qt::Key_Up);
    return target->currentIndex() == wanted ? true : fail(QStringLiteral("choosing \"%1\"").arg(choice));
}

bool WindowDriver::check(const QString &boxText, bool on)
{
    const auto box = [&]() -> QAbstractButton * { return button(boxText); };
    if (!waitFor([&] { return box() && box()->isCheckable(); }, 10, QStringLiteral("the box \"%1\"").arg(boxText)))
        return false;
    if (box()->isChecked() != on) {
        reveal(box());
        box()->setFocus(Qt::MouseFocusReason);
        QTest::keyClick(box(), Qt::Key_Space);
    }
    return box() && box()->isChecked() == on ? true : fail(QStringLiteral("the box \"%1\" did not change").arg(boxText));
}

bool WindowDriver::setNumber(const QString &fieldName, int value)
{
    if (!type(fieldName, QString::number(value)))
        return false;
    QTest::keyClick(field(fieldName), Qt::Key_Tab);
    return true;
}

bool WindowDriver::openPanel(const QString &name)
{
    return chooseRow(name);
}

bool WindowDriver::menu(const QString &menu, const QString &entry)
{
    auto bar = m_window->findChild<QMenuBar *>();
    const QList<QAction *> menus = bar ? bar->actions() : QList<QAction *>();
    for (QAction *action : menus) {
        if (withoutMnemonic(action->text()) != menu)
            continue;
        QTest::mouseClick(bar, Qt::LeftButton, {}, bar->actionGeometry(action).center());
        QMenu *opened = action->menu();
        if (!waitFor([&] { return opened->isVisible(); }, 5, QStringLiteral("the menu \"%1\"").arg(menu)))
            return false;
        const QList<QAction *> entries = opened->actions();
        for (QAction *item : entries) {
            if (withoutMnemonic(item->text()) == entry) {
                QTest::mouseClick(opened, Qt::LeftButton, {}, opened->actionGeometry(item).center());
                return true;
            }
        }
    }
    return fail(QStringLiteral("the menu entry \"%1 > %2\"").arg(menu, entry));
}

bool WindowDriver::chooseRow(const QString &text, int seconds)
{
    QAbstractItemView *view = nullptr;
    QModelIndex index;
    const auto find = [&] {
        const QList<QWidget *> all = visible();
        for (QWidget *widget : all) {
            view = qobject_cast<QAbstractItemView *>(widget);
            if (!view || !view->model() || !view->isEnabled())
                continue;
            const QModelIndex first = view->model()->index(0, 0, view->rootIndex());
            for (int column = 0; first.isValid() && column < view->model()->columnCount(); ++column) {
                for (const int role : {int(Qt::DisplayRole), int(Qt::AccessibleTextRole)}) {
                    const QModelIndexList found = view->model()->match(first.siblingAtColumn(column), role, text, 1,
                                                                       Qt::MatchContains | Qt::MatchRecursive);
                    if (!found.isEmpty()) {
                        index = found.first();
                        return true;
                    }
                }
            }
        }
        return false;
    };
    if (!waitFor(find, seconds, QStringLiteral("the row \"%1\"").arg(text)))
        return false;
    view->scrollTo(index);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(index).center());
    return true;
}

bool WindowDriver::key(int key, Qt::KeyboardModifiers modifiers)
{
    QWidget *target = QApplication::focusWidget() ? QApplication::focusWidget() : m_window;
    QTest::keyClick(target, Qt::Key(key), modifiers);
    return true;
}

bool WindowDriver::sees(const QString &words) const
{
    return visibleText().contains(words);
}

bool WindowDriver::waitToSee(const QString &words, int seconds)
{
    return waitFor([&] { return sees(words); }, seconds, QStringLiteral("the words \"%1\"").arg(words));
}

bool WindowDriver::waitFor(const std::function<bool()> &condition, int seconds, const QString &what)
{
    QElapsedTimer timer;
    timer.start();
    while (!condition()) {
        if (timer.elapsed() > seconds * 1000)
            return fail(what);
        QTest::qWait(30);
    }
    return true;
}

QString WindowDriver::visibleText() const
{
    QStringList texts;
    const QList<QWidget *> all = visible();
    for (QWidget *widget : all) {
        auto view = qobject_cast<QAbstractItemView *>(widget);
        const QString text = bare(view ? textOf(view) : textOf(widget));
        if (!text.isEmpty())
            texts.append(text);
        if (!view && text.isEmpty() && !widget->accessibleName().isEmpty())
            texts.append(widget->accessibleName());
    }
    return texts.join(QLatin1Char('\n'));
}

void WindowDriver::picture(const QString &name) const
{
    m_window->grab().save(QDir(m_pictures).filePath(name + QStringLiteral(".png")));
}

bool WindowDriver::fail(const QString &what) const
{
    picture(QStringLiteral("failure"));
    const QString message = QStringLiteral("not found: %1\n--- the window says ---\n%2").arg(what, visibleText());
    QTest::qFail(qPrintable(message), __FILE__, __LINE__);
    return false;
}
