#include "ui/sidebar.h"

#include <QPainter>
#include <QSignalBlocker>
#include <QStyledItemDelegate>

#include <algorithm>

namespace rayhelm {

namespace {

constexpr int wordRole = Qt::UserRole;
constexpr int markRole = Qt::UserRole + 1;
constexpr int kindRole = Qt::UserRole + 2;
constexpr int iconSide = 18;
constexpr int narrowWidth = 44;

/// Icon, word and the mark at the far end. The style draws background, selection and focus.
class EntryDelegate : public QStyledItemDelegate
{
public:
    EntryDelegate(const bool &iconsOnly, QObject *parent) : QStyledItemDelegate(parent), m_iconsOnly(iconsOnly) {}

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {narrowWidth - 8, std::max(36, option.fontMetrics.height() + 18)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem background = option;
        initStyleOption(&background, index);
        background.text.clear();
        background.icon = {};
        background.features &= ~QStyleOptionViewItem::HasDecoration;
        const QStyle *style = option.widget->style();
        style->drawControl(QStyle::CE_ItemViewItem, &background, painter, option.widget);

        const bool selected = option.state & QStyle::State_Selected;
        const QRect area = option.rect.adjusted(9, 0, -9, 0);
        const auto place = [&](const QRect &rect) { return QStyle::visualRect(option.direction, area, rect); };
        QRect icon(area.x(), 0, iconSide, iconSide);
        icon.moveTop(area.center().y() - iconSide / 2);
        qvariant_cast<QIcon>(index.data(Qt::DecorationRole))
            .paint(painter, place(icon), Qt::AlignCenter, selected ? QIcon::Selected : QIcon::Normal);
        if (m_iconsOnly)
            return;
        painter->save();
        painter->setPen(option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
        painter->drawText(place(area.adjusted(iconSide + 9, 0, 0, 0)), Qt::AlignVCenter | Qt::AlignLeading,
                          index.data(wordRole).toString());
        if (!selected)
            painter->setPen(Theme::color(StateKind(index.data(kindRole).toInt())));
        painter->drawText(area, Qt::AlignVCenter | Qt::AlignTrailing, index.data(markRole).toString());
        painter->restore();
    }

private:
    const bool &m_iconsOnly;
};

} // namespace

Sidebar::Sidebar(QWidget *parent) : QListWidget(parent)
{
    setAccessibleName(tr("Panels"));
    setAccessibleDescription(tr("The parts of the application in the order of work."));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setItemDelegate(new EntryDelegate(m_iconsOnly, this));
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    // A screen reader changes the selection, not the current item.
    connect(this, &QListWidget::itemSelectionChanged, this, [this] {
        const QList<QListWidgetItem *> selected = selectedItems();
        if (!selected.isEmpty())
            Q_EMIT chosen(row(selected.constFirst()));
    });
}

void Sidebar::addEntry(const QString &word, const QString &iconName)
{
    auto *item = new QListWidgetItem(Theme::icon(iconName), QString(), this);
    item->setData(wordRole, word);
    item->setData(kindRole, int(StateKind::Muted));
    item->setData(Qt::AccessibleTextRole, word);
    item->setToolTip(word);
    updateGeometry();
}

void Sidebar::setMark(int index, const QString &mark, const QString &spoken, StateKind kind)
{
    QListWidgetItem *entry = item(index);
    const QString word = entry->data(wordRole).toString();
    const QString text = spoken.isEmpty() ? word : tr("%1, %2").arg(word, spoken);
    if (entry->data(markRole).toString() == mark && entry->data(Qt::AccessibleTextRole).toString() == text)
        return;
    entry->setData(markRole, mark);
    entry->setData(kindRole, int(kind));
    entry->setData(Qt::AccessibleTextRole, text);
    entry->setToolTip(text);
}

void Sidebar::setWindowSize(WindowSize size)
{
    m_iconsOnly = size == WindowSize::Narrow;
    updateGeometry();
    viewport()->update();
}

void Sidebar::showSelected(int index)
{
    const QSignalBlocker quiet(this);
    if (index < 0) {
        clearSelection();
        setCurrentItem(nullptr);
    } else {
        setCurrentRow(index);
    }
    viewport()->update();
}

int Sidebar::wordWidth() const
{
    int width = 0;
    for (int i = 0; i < count(); ++i)
        width = std::max(width, fontMetrics().horizontalAdvance(item(i)->data(wordRole).toString()));
    return width;
}

QSize Sidebar::sizeHint() const
{
    const int markWidth = fontMetrics().horizontalAdvance(QStringLiteral("00/00"));
    return {m_iconsOnly ? narrowWidth : iconSide + 27 + wordWidth() + markWidth + 12, 200};
}

QSize Sidebar::minimumSizeHint() const
{
    return {sizeHint().width(), 60};
}

} // namespace rayhelm
