#pragma once

#include <QElapsedTimer>
#include <QLabel>
#include <QTimer>

namespace rayhelm {

/// A label whose changes a screen reader speaks: role "alert", shown anew with each text. Changes of state are spoken
/// at most once per five seconds (the newest wins), errors at once. It has no accessible name, because that would hide its text.
class SpokenLabel : public QLabel
{
    Q_OBJECT
public:
    explicit SpokenLabel(QWidget *parent = nullptr);

    /// Shows `text` and has it spoken politely. An unchanged text is not repeated.
    void say(const QString &text);
    /// Shows `text` and has it spoken now.
    void sayNow(const QString &text);

private:
    void speak();

    QElapsedTimer m_sinceSpoken;
    QTimer m_later;
};

/// Makes spoken labels known to the accessibility tree, and keeps false news of the focus back (focusnews.h); called once.
void installSpokenLabels();

} // namespace rayhelm
