#include "drivers.h"

#include "session/connection.h"
#include "ui/connectionpanel.h"
#include "ui/mainwindow.h"
#include "ui/markupguard.h"
#include "ui/panelstack.h"
#include "ui/spokenlabel.h"
#include "ui/welcomepanel.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QCoroTask>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

namespace rayhelm {

WindowDriver::WindowDriver(QSize size, bool withProfile)
{
    static const bool once = [] {
        installMarkupGuard(*qobject_cast<QApplication *>(QCoreApplication::instance()));
        installSpokenLabels();
        return true;
    }();
    Q_UNUSED(once)
    if (withProfile)
        session().edges().profiles->save(m_vm.profile());
    m_window = std::make_unique<MainWindow>(session());
    m_window->resize(size);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

WindowDriver::~WindowDriver()
{
    QCoro::waitFor(m_window->closeSession());
    m_window.reset();
}

void WindowDriver::resize(QSize size)
{
    m_window->resize(size);
    QCoreApplication::processEvents();
}

Panel *WindowDriver::open(PanelId id)
{
    m_window->panels()->show(id, true);
    QCoreApplication::processEvents();
    return current();
}

Panel *WindowDriver::current()
{
    return m_window->panels()->currentPanel();
}

ConnectionPanel *WindowDriver::connection()
{
    return static_cast<ConnectionPanel *>(m_window->panels()->stack(PanelId::Connection)->root());
}

WelcomePanel *WindowDriver::welcome()
{
    return static_cast<WelcomePanel *>(m_window->panels()->stack(PanelId::Welcome)->root());
}

bool WindowDriver::connectNow()
{
    return m_vm.connectNow();
}

void WindowDriver::key(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget *target = focus();
    QTest::keyClick(target ? target : m_window.get(), key, modifiers);
    QCoreApplication::processEvents();
}

void WindowDriver::type(const QString &text)
{
    QTest::keyClicks(focus(), text);
}

QWidget *WindowDriver::focus() const
{
    return QApplication::focusWidget();
}

QString WindowDriver::focusName() const
{
    return focus() ? spokenName(focus()) : QString();
}

QString spokenName(QWidget *widget)
{
    QAccessibleInterface *access = QAccessible::queryAccessibleInterface(widget);
    if (!access)
        return {};
    if (qobject_cast<QComboBox *>(widget)) {
        const auto relations = access->relations(QAccessible::Label);
        return relations.isEmpty() ? QString() : relations.constFirst().first->text(QAccessible::Name);
    }
    return access->text(QAccessible::Name).remove(QLatin1Char('&'));
}

QStringList offWithoutReason(QWidget *in)
{
    QStringList found;
    const QList<QWidget *> widgets = in->findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        const bool control = qobject_cast<QAbstractButton *>(widget) || qobject_cast<QLineEdit *>(widget)
            || qobject_cast<QComboBox *>(widget) || qobject_cast<QAbstractSpinBox *>(widget);
        const bool part = qobject_cast<QAbstractSpinBox *>(widget->parentWidget()) || qobject_cast<QComboBox *>(widget->parentWidget());
        // What lies in something that is off as a whole is not listed again, and internal buttons of Qt have no name of ours.
        if (control && !part && widget->isVisible() && !widget->isEnabled() && widget->accessibleDescription().isEmpty()
            && !widget->objectName().startsWith(QLatin1String("qt_")))
            found.append(QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ') + spokenName(widget));
    }
    return found;
}

QStringList undescribedBoxes(QWidget *in)
{
    QStringList found;
    const QList<QComboBox *> boxes = in->findChildren<QComboBox *>();
    for (QComboBox *box : boxes)
        if (box->isVisible() && box->accessibleDescription().isEmpty())
            found.append(spokenName(box));
    return found;
}

QStringList sidewaysScrolled(QWidget *in)
{
    QStringList found;
    const QList<QScrollArea *> areas = in->findChildren<QScrollArea *>();
    for (QScrollArea *area : areas)
        if (area->isVisible() && area->horizontalScrollBar()->maximum() > 0)
            found.append(QStringLiteral("%1 by %2 px").arg(area->parentWidget()->accessibleName()).arg(area->horizontalScrollBar()->maximum()));
    return found;
}

} // namespace rayhelm
