#include "ui/inlinemessage.h"

#include "core/text.h"
#include "ui/flowlayout.h"
#include "ui/spokenlabel.h"
#include "ui/statelabel.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>

namespace rayhelm {

InlineMessage::InlineMessage(QWidget *parent)
    : QFrame(parent), m_icon(new IconLabel({}, 20)), m_what(new SpokenLabel), m_text(new QLabel),
      m_buttons(new FlowLayout), m_detailsButton(new QPushButton(tr("Show details"), this)), m_details(new QWidget),
      m_detailText(new QPlainTextEdit), m_closeButton(new QPushButton(tr("Close message"), this))
{
    setObjectName(QStringLiteral("inlineMessage"));
    setFrameShape(QFrame::NoFrame);
    setVisible(false);

    QFont bold = m_what->font();
    bold.setBold(true);
    m_what->setFont(bold);
    m_text->setTextFormat(Qt::PlainText);
    for (QLabel *label : {static_cast<QLabel *>(m_what), m_text}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }

    m_closeButton->setAutoDefault(false);
    m_closeButton->setVisible(false);
    m_detailsButton->setVisible(false);
    m_detailsButton->setCheckable(true);
    m_detailsButton->setAutoDefault(false);
    m_detailsButton->setAccessibleDescription(tr("Shows the raw text behind this message."));
    connect(m_detailsButton, &QPushButton::toggled, this, &InlineMessage::showDetails);
    connect(m_closeButton, &QPushButton::clicked, this, &InlineMessage::close);

    buildDetails();
    auto *texts = new QVBoxLayout;
    texts->setSpacing(4);
    texts->addWidget(m_what);
    texts->addWidget(m_text);
    texts->addLayout(m_buttons);
    texts->addWidget(m_details);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 10, 12, 10);
    row->setSpacing(10);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addLayout(texts, 1);
}

void InlineMessage::buildDetails()
{
    m_detailText->setReadOnly(true);
    m_detailText->setTabChangesFocus(true);
    m_detailText->setAccessibleName(tr("Raw text of the message"));
    m_detailText->setAccessibleDescription(tr("What the other side said, without secrets."));
    m_detailText->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_detailText->setMaximumHeight(140);
    m_detailText->setLayoutDirection(Qt::LeftToRight);
    auto *copy = new QPushButton(tr("Copy details"));
    copy->setAutoDefault(false);
    connect(copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_detailText->toPlainText()); });
    auto *column = new QVBoxLayout(m_details);
    column->setContentsMargins(0, 4, 0, 0);
    column->addWidget(m_detailText);
    column->addWidget(copy, 0, Qt::AlignLeft);
    m_details->setVisible(false);
}

void InlineMessage::showMessage(const Message &message)
{
    m_message = message;
    m_icon->setIcon(Theme::stateIcon(message.kind));
    m_text->setText(message.text);
    m_text->setVisible(!message.text.isEmpty());
    m_detailText->setPlainText(plainText(message.detail));
    m_detailsButton->setChecked(false);
    showButtons();
    setVisible(true);
    m_what->sayNow(message.what);
}

void InlineMessage::showButtons()
{
    qDeleteAll(m_actionButtons);
    m_actionButtons.clear();
    m_buttons->removeAll();
    for (const MessageAction &action : std::as_const(m_message.actions)) {
        auto *button = new QPushButton(action.text, this);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [run = action.run] {
            if (run)
                run();
        }, Qt::QueuedConnection);
        m_buttons->addWidget(button);
        m_actionButtons.append(button);
        button->show();
    }
    m_detailsButton->setVisible(!m_message.detail.isEmpty());
    m_buttons->addWidget(m_detailsButton);
    for (QWidget *corner : std::as_const(m_corners))
        m_buttons->addWidget(corner);
    m_buttons->addWidget(m_closeButton);
}

void InlineMessage::clearMessage()
{
    m_message = {};
    setVisible(false);
}

void InlineMessage::setClosable(bool closable)
{
    m_closeButton->setVisible(closable);
}

void InlineMessage::focusAction(int index)
{
    if (index < m_actionButtons.size())
        m_actionButtons.at(index)->setFocus(Qt::OtherFocusReason);
}

void InlineMessage::addCorner(QWidget *widget)
{
    widget->setParent(this);
    m_corners.append(widget);
    showButtons();
}

void InlineMessage::showDetails(bool shown)
{
    m_details->setVisible(shown);
    m_detailsButton->setText(shown ? tr("Hide details") : tr("Show details"));
}

void InlineMessage::close()
{
    clearMessage();
    Q_EMIT closed();
}

void InlineMessage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_closeButton->isHidden()) {
        close();
        return;
    }
    QFrame::keyPressEvent(event);
}

void InlineMessage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QColor tint = Theme::color(m_message.kind);
    tint.setAlphaF(Theme::isDark() ? 0.14f : 0.07f);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.fillRect(rect(), tint);
    const int edge = layoutDirection() == Qt::LeftToRight ? 0 : width() - 4;
    painter.fillRect(edge, 0, 4, height(), Theme::color(m_message.kind));
}

} // namespace rayhelm
