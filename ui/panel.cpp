#include "ui/panel.h"

#include "ui/actionrow.h"
#include "ui/availability.h"
#include "ui/inlinemessage.h"
#include "ui/spokenlabel.h"
#include "ui/statelabel.h"

#include "core/text.h"

#include <QApplication>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <chrono>

namespace rayhelm {

using namespace std::chrono_literals;

Panel::Panel(const QString &title, QWidget *parent)
    : QWidget(parent), m_title(title), m_pathRow(new QWidget), m_path(new QLabel), m_sentence(new QLabel), m_heading(new SpokenLabel),
      m_headingRow(new QHBoxLayout), m_asOfLabel(new StateText), m_actions(new ActionRow), m_pinnedPlace(new QVBoxLayout),
      m_scroll(new QScrollArea), m_message(new InlineMessage), m_offline(new InlineMessage)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 0);
    column->setSpacing(8);
    buildHeader(column);
    column->addWidget(m_actions);
    column->addLayout(m_pinnedPlace);

    auto *content = new QWidget;
    m_body = new QVBoxLayout(content);
    m_body->setContentsMargins(0, 4, 0, 16);
    m_body->setSpacing(10);
    m_body->addWidget(m_offline);
    m_body->addWidget(m_message);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(content);
    // The main part lies on the window's own colour.
    m_scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    column->addWidget(m_scroll, 1);

    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (now && isVisible())
            reveal(now);
    });
    m_ageTimer.setInterval(5s);
    connect(&m_ageTimer, &QTimer::timeout, this, &Panel::showAsOf);
    setHeading(title);
    setSentence({});
    showAsOf();
}

void Panel::buildHeader(QVBoxLayout *column)
{
    auto *back = new QPushButton(Theme::icon(QStringLiteral("back")), tr("Back"));
    m_back = back;
    back->setAutoDefault(false);
    back->setAccessibleDescription(tr("Leaves this page. What you entered stays. Alt+Left"));
    back->setToolTip(tr("Back (Alt+Left)"));
    connect(back, &QPushButton::clicked, this, &Panel::goBack);
    m_path->setTextFormat(Qt::PlainText);
    auto *pathLayout = new QHBoxLayout(m_pathRow);
    pathLayout->setContentsMargins(0, 0, 0, 0);
    pathLayout->addWidget(back);
    pathLayout->addWidget(m_path, 1);
    m_pathRow->setVisible(false);
    column->addWidget(m_pathRow);

    QFont large = m_heading->font();
    large.setPointSizeF(large.pointSizeF() * 1.4);
    large.setBold(true);
    m_heading->setFont(large);
    m_asOfLabel->setWordWrap(false);
    m_headingRow->addWidget(m_heading, 1);
    m_headingRow->addWidget(m_asOfLabel, 0, Qt::AlignVCenter);
    column->addLayout(m_headingRow);

    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    column->addWidget(m_sentence);
}

void Panel::setHeading(const QString &heading)
{
    m_heading->say(heading);
    setAccessibleName(heading);
}

void Panel::setSentence(const QString &sentence)
{
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
}

void Panel::setAsOf(const QDateTime &moment)
{
    m_asOf = moment;
    showAsOf();
}

void Panel::showAsOf()
{
    m_asOfLabel->setVisible(m_asOf.isValid());
    if (!m_asOf.isValid())
        return;
    const QString time = QLocale().toString(m_asOf.toLocalTime().time(), QStringLiteral("HH:mm:ss"));
    const std::chrono::seconds age(m_asOf.secsTo(QDateTime::currentDateTime()));
    const QString text = age > 30s ? tr("as of %1 (%2 ago)").arg(time, durationText(age)) : tr("as of %1").arg(time);
    if (m_asOfLabel->text() != text)
        m_asOfLabel->setText(text);
}

void Panel::setPrimaryAction(QAction *action)
{
    m_actions->setPrimary(action);
}

QAction *Panel::primaryAction() const
{
    return m_actions->primary();
}

void Panel::addPanelAction(QAction *action)
{
    m_actions->addRowAction(action);
}

void Panel::addMoreAction(QAction *action)
{
    m_actions->addMoreAction(action);
}

void Panel::setPinned(QWidget *widget)
{
    m_pinnedPlace->addWidget(widget);
}

QList<QAction *> Panel::allActions() const
{
    return m_actions->all();
}

void Panel::setRefreshAction(QAction *action)
{
    m_refresh = action;
    auto *button = new ActionButton(action);
    m_headingRow->addWidget(button, 0, Qt::AlignVCenter);
    setTabOrder(m_back, button);
}

void Panel::focusFirst()
{
    if (m_firstFocus && m_firstFocus->isEnabled() && m_firstFocus->isVisibleTo(this))
        m_firstFocus->setFocus(Qt::ShortcutFocusReason);
    else if (!m_actions->focusFirst())
        focusNextChild();
}

void Panel::reveal(QWidget *widget)
{
    if (m_scroll->widget()->isAncestorOf(widget))
        m_scroll->ensureWidgetVisible(widget, 0, 24);
}

void Panel::showMessage(const Message &message)
{
    m_message->showMessage(message);
}

void Panel::clearMessage()
{
    m_message->clearMessage();
}

void Panel::setOffline(bool offline)
{
    if (!offline) {
        m_offline->clearMessage();
        return;
    }
    Message message;
    message.what = tr("Not connected.");
    if (m_asOf.isValid())
        message.text = tr("As of %1.").arg(QLocale().toString(m_asOf.toLocalTime(), QLocale::ShortFormat));
    message.actions = {{tr("Connect"), [this] { Q_EMIT connectRequested(); }}};
    if (m_offline->isHidden() || m_offline->message().text != message.text)
        m_offline->showMessage(message);
}

void Panel::openPage(Panel *page)
{
    Q_EMIT pageRequested(page);
}

void Panel::goBack()
{
    Q_EMIT backRequested();
}

void Panel::setPath(const QStringList &parents)
{
    m_pathRow->setVisible(!parents.isEmpty());
    m_path->setText((parents + QStringList(m_title)).join(QStringLiteral(" > ")));
}

void Panel::setWindowSize(WindowSize size)
{
    if (size == m_windowSize)
        return;
    m_windowSize = size;
    m_actions->setCompact(size == WindowSize::Narrow);
    Q_EMIT windowSizeChanged(size);
}

void Panel::showEvent(QShowEvent *event)
{
    m_ageTimer.start();
    showAsOf();
    QWidget::showEvent(event);
}

void Panel::hideEvent(QHideEvent *event)
{
    m_ageTimer.stop();
    QWidget::hideEvent(event);
}

} // namespace rayhelm
