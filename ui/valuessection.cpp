#include "ui/valuessection.h"

#include "ui/flowlayout.h"
#include "ui/statelabel.h"
#include "ui/valuesfieldrow.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace rayhelm {

ValuesSection::ValuesSection(const QString &id, const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_id(id)
    , m_title(new QLabel(title))
    , m_togetherRow(new QWidget)
    , m_together(new StateText(StateKind::Muted))
    , m_separately(new QPushButton(tr("Set separately")))
    , m_column(new QVBoxLayout(this))
    , m_rows(new QVBoxLayout)
{
    QFont bold = m_title->font();
    bold.setBold(true);
    bold.setPointSizeF(bold.pointSizeF() * 1.1);
    m_title->setFont(bold);
    m_title->setTextFormat(Qt::PlainText);
    m_column->setContentsMargins(0, 0, 0, 10);
    m_column->setSpacing(0);
    m_column->addWidget(m_title);
    auto *row = new FlowLayout(m_togetherRow);
    row->addWidget(m_together);
    row->addWidget(m_separately);
    m_togetherRow->setContentsMargins(8, 2, 0, 4);
    m_togetherRow->hide();
    m_column->addWidget(m_togetherRow);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    m_column->addLayout(m_rows);
    m_together->setWordWrap(false);
    m_together->setMinimumHeight(m_separately->sizeHint().height());
    m_separately->setCheckable(true);
    m_separately->setAutoDefault(false);
    m_separately->setAccessibleName(tr("Set separately for head and workers: %1").arg(title));
    m_separately->setAccessibleDescription(tr("Shows each of these settings once for the head and once for the workers."));
    connect(m_separately, &QPushButton::toggled, this, [this] {
        setDiffering(m_differing);
        Q_EMIT separateChanged();
    });
}

QString ValuesSection::title() const
{
    return m_title->text();
}

void ValuesSection::insertRow(int position, ValuesFieldRow *row)
{
    m_rows->insertWidget(position, row);
}

void ValuesSection::offerSeparately()
{
    m_offered = true;
    setDiffering(m_differing);
}

bool ValuesSection::isSeparate() const
{
    return m_separately->isChecked();
}

void ValuesSection::setSeparate(bool separate)
{
    m_separately->setChecked(separate);
}

void ValuesSection::setDiffering(int count)
{
    m_differing = count;
    if (!m_offered)
        return;
    m_together->setKind(count > 0 ? StateKind::Info : StateKind::Muted);
    if (isSeparate())
        m_together->setText(tr("Head and workers each have their own."));
    else if (count > 0)
        m_together->setText(tr("For head and workers together. They differ in %n setting(s).", nullptr, count));
    else
        m_together->setText(tr("For head and workers together."));
}

void ValuesSection::setOtherKeys(const QList<YamlPath> &paths)
{
    if (paths == m_otherPaths && m_others)
        return;
    m_otherPaths = paths;
    if (!m_others) {
        m_others = new QWidget;
        auto *column = new QVBoxLayout(m_others);
        column->setContentsMargins(8, 6, 0, 0);
        auto *label = new QLabel(tr("Other keys of the file, kept as they &are"));
        m_otherList = new QListWidget;
        label->setBuddy(m_otherList);
        m_otherList->setAccessibleName(tr("Other keys of the file, kept as they are"));
        m_otherList->setAccessibleDescription(tr("Return goes to the key in the text."));
        m_otherList->setLayoutDirection(Qt::LeftToRight);
        column->addWidget(label);
        column->addWidget(m_otherList);
        m_column->addWidget(m_others);
        connect(m_otherList, &QListWidget::itemActivated, this, [this](QListWidgetItem *item) {
            Q_EMIT pathRequested(m_otherPaths.value(m_otherList->row(item)));
        });
    }
    m_otherList->clear();
    for (const YamlPath &path : paths)
        m_otherList->addItem(path.toString());
    const int visible = std::clamp(int(paths.size()), 1, 6);
    m_otherList->setFixedHeight(visible * (m_otherList->fontMetrics().height() + 5) + 6);
    m_others->setVisible(!paths.isEmpty());
}

void ValuesSection::setTool(QWidget *tool)
{
    m_tool = tool;
    m_column->addWidget(tool);
}

void ValuesSection::setToolShown(bool shown)
{
    if (m_tool)
        m_tool->setVisible(shown);
}

void ValuesSection::setCompact(bool compact)
{
    if (m_others)
        m_others->setVisible(!compact && !m_otherPaths.isEmpty());
}

QList<QWidget *> ValuesSection::controls() const
{
    QList<QWidget *> found{m_separately};
    QList<QWidget *> parts;
    for (int i = 0; i < m_rows->count(); ++i)
        parts.append(m_rows->itemAt(i)->widget());
    if (m_tool)
        parts.append(m_tool);
    for (const QWidget *part : std::as_const(parts)) {
        const QList<QWidget *> inside = part->findChildren<QWidget *>();
        for (QWidget *control : inside) {
            // The line inside a spin box or combo box is reached through its owner; a combo box's list is a window.
            const bool isPart = control->window() != window() || (control->parentWidget()->focusPolicy() & Qt::TabFocus);
            if ((control->focusPolicy() & Qt::TabFocus) && !isPart)
                found.append(control);
        }
    }
    if (m_otherList)
        found.append(m_otherList);
    return found;
}

void ValuesSection::setPairShown(bool shown)
{
    m_togetherRow->setVisible(m_offered && shown);
}

} // namespace rayhelm
