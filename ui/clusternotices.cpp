#include "ui/clusternotices.h"

#include "ui/inlinemessage.h"

#include <QApplication>
#include <QVBoxLayout>

namespace rayhelm {

ClusterNotices::ClusterNotices(Actions actions, QWidget *parent)
    : QWidget(parent), m_actions(std::move(actions)), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(8);
    hide();
}

void ClusterNotices::setNotices(const QList<ClusterNotice> &notices)
{
    QStringList wanted;
    for (const ClusterNotice &notice : notices)
        wanted.append(notice.id);
    for (auto view = m_views.begin(); view != m_views.end();) {
        if (wanted.contains(view.key())) {
            ++view;
        } else {
            view.value()->deleteLater();
            view.value()->hide();
            view = m_views.erase(view);
        }
    }
    int place = 0;
    for (const ClusterNotice &notice : notices) {
        InlineMessage *&view = m_views[notice.id];
        if (!view)
            view = new InlineMessage;
        if (m_column->indexOf(view) != place)
            m_column->insertWidget(place, view);
        ++place;
        const bool same = view->message().what == notice.headline && view->message().text == notice.text;
        // Showing a message anew makes new buttons: not under the user's fingers.
        const bool inUse = view->isAncestorOf(QApplication::focusWidget());
        if (same || inUse)
            continue;
        Message message;
        message.kind = notice.urgent ? StateKind::Bad : StateKind::Warning;
        if (notice.id == QLatin1String("M15"))
            message.kind = StateKind::Info; // waiting is normal
        message.what = notice.headline;
        message.text = notice.text;
        message.actions = m_actions(notice.id);
        view->showMessage(message);
    }
    setVisible(!notices.isEmpty());
}

} // namespace rayhelm
