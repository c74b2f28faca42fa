#include "ui/valuestools.h"

#include "ui/availability.h"
#include "ui/clearbutton.h"
#include "ui/flowlayout.h"
#include "ui/spokenlabel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>

namespace rayhelm {

ValuesTools::ValuesTools(QAction *undo, QAction *redo, QWidget *parent)
    : QWidget(parent)
    , m_find(new QLineEdit)
    , m_matches(new SpokenLabel)
    , m_basic(new QRadioButton(tr("&Basic")))
    , m_all(new QRadioButton(tr("A&ll")))
{
    auto *row = new FlowLayout(this);
    auto *finder = new QWidget;
    auto *finderRow = new QHBoxLayout(finder);
    finderRow->setContentsMargins(0, 0, 0, 0);
    auto *label = new QLabel(tr("&Find a setting"));
    label->setBuddy(m_find);
    addClearButton(m_find);
    m_find->setMinimumWidth(fontMetrics().averageCharWidth() * 22);
    m_find->setAccessibleName(tr("Find a setting"));
    m_find->setAccessibleDescription(
        tr("Searches names, the words of the tools, keys and help texts. Return goes to the setting, Escape ends the search."));
    m_find->installEventFilter(this);
    finderRow->addWidget(label);
    finderRow->addWidget(m_find);
    finderRow->addWidget(m_matches);
    row->addWidget(finder);
    m_basic->setChecked(true);
    m_basic->setAccessibleDescription(tr("Shows the settings that most people need."));
    m_all->setAccessibleDescription(tr("Shows every setting that the chart and the gateway know."));
    row->addWidget(m_basic);
    row->addWidget(m_all);
    row->addWidget(new ActionButton(undo));
    auto *again = new ActionButton(redo);
    row->addWidget(again);
    again->setVisible(redo->isVisible());
    connect(redo, &QAction::visibleChanged, again, [again, redo] { again->setVisible(redo->isVisible()); });
    connect(m_find, &QLineEdit::textEdited, this, &ValuesTools::searched);
    connect(m_find, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty())
            Q_EMIT searched(text); // also by the clear button
    });
    connect(m_all, &QRadioButton::clicked, this, [this] { Q_EMIT levelChosen(true); });
    connect(m_basic, &QRadioButton::clicked, this, [this] { Q_EMIT levelChosen(false); });
    setMatches(-1);
}

void ValuesTools::setAllShown(bool all)
{
    (all ? m_all : m_basic)->setChecked(true);
}

void ValuesTools::setMatches(int count)
{
    m_matches->setVisible(count >= 0);
    if (count >= 0)
        static_cast<SpokenLabel *>(m_matches)->say(count == 0 ? tr("nothing found") : tr("%n found", nullptr, count));
}

bool ValuesTools::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_F3) {
            Q_EMIT nextRequested();
            return true;
        }
        if (key == Qt::Key_Escape && !m_find->text().isEmpty()) {
            m_find->clear();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace rayhelm
