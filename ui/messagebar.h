#pragma once

#include "ui/message.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace rayhelm {

class InlineMessage;

/// The bar below the status strip: messages whose own block is not visible, one at a time, newest first.
class MessageBar : public QWidget
{
    Q_OBJECT
public:
    explicit MessageBar(QWidget *parent = nullptr);

    /// Shows a message; one with the same `key` is replaced.
    void post(const QString &key, const Message &message);
    void withdraw(const QString &key);
    /// Whether this very message is in the bar already.
    bool shows(const QString &key, const QString &what) const;
    int count() const { return int(m_messages.size()); }
    InlineMessage *view() const { return m_view; }

private:
    struct Entry {
        QString key;
        Message message;
    };

    void showCurrent();
    void step(int by);

    QList<Entry> m_messages;
    int m_current = 0;
    InlineMessage *m_view;
    QLabel *m_position;
    QPushButton *m_previous;
    QPushButton *m_next;
};

} // namespace rayhelm
