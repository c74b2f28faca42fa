#include "ui/spokenlabel.h"

#include "ui/focusnews.h"

#include <QAccessible>
#include <QAccessibleWidget>

#include <chrono>

namespace rayhelm {

using namespace std::chrono_literals;

namespace {

class SpokenLabelInterface : public QAccessibleWidget
{
public:
    explicit SpokenLabelInterface(QWidget *widget) : QAccessibleWidget(widget, QAccessible::AlertMessage) {}

    QString text(QAccessible::Text kind) const override
    {
        if (kind == QAccessible::Name)
            return static_cast<QLabel *>(widget())->text();
        return QAccessibleWidget::text(kind);
    }
};

QAccessibleInterface *makeInterface(const QString &className, QObject *object)
{
    if (className == QLatin1String("rayhelm::SpokenLabel"))
        return new SpokenLabelInterface(static_cast<QWidget *>(object));
    return nullptr;
}

} // namespace

SpokenLabel::SpokenLabel(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    m_later.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, &SpokenLabel::speak);
}

void SpokenLabel::say(const QString &text)
{
    if (text == this->text())
        return;
    setText(text); // seen at once, spoken politely
    constexpr auto pause = 5000ms;
    const auto since = std::chrono::milliseconds(m_sinceSpoken.isValid() ? m_sinceSpoken.elapsed() : pause.count());
    if (since >= pause)
        speak();
    else if (!m_later.isActive())
        m_later.start(pause - since);
}

void SpokenLabel::sayNow(const QString &text)
{
    setText(text);
    speak();
}

void SpokenLabel::speak()
{
    m_later.stop();
    m_sinceSpoken.start();
    if (!QAccessible::isActive() || !isVisible() || text().isEmpty())
        return;
    QAccessibleEvent hidden(this, QAccessible::ObjectHide);
    QAccessible::updateAccessibility(&hidden);
    QAccessibleEvent shown(this, QAccessible::ObjectShow);
    QAccessible::updateAccessibility(&shown);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void installSpokenLabels()
{
    QAccessible::installFactory(makeInterface);
    installFocusNews();
}

} // namespace rayhelm
