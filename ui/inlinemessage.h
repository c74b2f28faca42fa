#pragma once

#include "ui/message.h"

#include <QFrame>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace rayhelm {

class FlowLayout;
class IconLabel;
class SpokenLabel;

/// A message in the block that caused it: what, why, what to do, its actions, and the raw text on request.
/// Hidden until it has a message. Showing one never moves the focus.
class InlineMessage : public QFrame
{
    Q_OBJECT
public:
    explicit InlineMessage(QWidget *parent = nullptr);

    void showMessage(const Message &message);
    void clearMessage();
    const Message &message() const { return m_message; }
    /// With a close button (and Esc while the focus is inside).
    void setClosable(bool closable);
    /// The focus goes to the first action, for messages that ask something.
    void focusAction(int index);
    /// A further control in the row of actions, for example "1 of 2" in the message bar.
    void addCorner(QWidget *widget);

Q_SIGNALS:
    /// The user closed it.
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void buildDetails();
    void showButtons();
    void showDetails(bool shown);
    void close();

    Message m_message;
    IconLabel *m_icon;
    SpokenLabel *m_what;
    QLabel *m_text;
    FlowLayout *m_buttons;
    QList<QPushButton *> m_actionButtons;
    QList<QWidget *> m_corners;
    QPushButton *m_detailsButton;
    QWidget *m_details;
    QPlainTextEdit *m_detailText;
    QPushButton *m_closeButton;
};

} // namespace rayhelm
