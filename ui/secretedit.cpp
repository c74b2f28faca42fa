#include "ui/secretedit.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>

namespace rayhelm {

SecretEdit::SecretEdit(QWidget *parent) : QWidget(parent), m_edit(new QLineEdit), m_show(new QPushButton(tr("Show")))
{
    m_edit->setEchoMode(QLineEdit::Password);
    m_edit->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    m_edit->setContextMenuPolicy(Qt::NoContextMenu);
    m_show->setCheckable(true);
    m_show->setAutoDefault(false);
    m_show->setAccessibleName(tr("Show what is typed"));
    m_show->setAccessibleDescription(tr("Shown until the focus leaves the field."));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_edit, 1);
    row->addWidget(m_show);
    setFocusProxy(m_edit);
    m_edit->installEventFilter(this);
    m_show->installEventFilter(this);
    connect(m_show, &QPushButton::toggled, this, &SecretEdit::show);
    connect(m_edit, &QLineEdit::textChanged, this, &SecretEdit::changed);
    connect(m_edit, &QLineEdit::returnPressed, this, &SecretEdit::returnPressed);
}

Secret SecretEdit::take()
{
    QString typed = m_edit->text();
    clear(); // the field lets go of it, so that what is left is the only holder and is overwritten
    return Secret(std::move(typed));
}

void SecretEdit::clear()
{
    // Overwritten first: the line edit's own copy would otherwise stay in memory as it was.
    m_edit->setText(QString(m_edit->text().size(), QLatin1Char('x')));
    m_edit->clear();
    m_show->setChecked(false);
}

bool SecretEdit::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut) {
        QWidget *next = QApplication::focusWidget();
        if (next != m_edit && next != m_show)
            m_show->setChecked(false);
    }
    return QWidget::eventFilter(watched, event);
}

void SecretEdit::show(bool shown)
{
    m_edit->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    m_show->setText(shown ? tr("Hide") : tr("Show"));
    if (shown)
        m_edit->setFocus();
}

} // namespace rayhelm
