#pragma once

#include "cluster/clusterstatus.h"
#include "ui/message.h"

#include <QHash>
#include <QWidget>

class QVBoxLayout;

namespace rayhelm {

class InlineMessage;

/// The warnings about the cluster, most urgent first. One that stays keeps its place and the focus inside it.
class ClusterNotices : public QWidget
{
    Q_OBJECT
public:
    using Actions = std::function<QList<MessageAction>(const QString &id)>;

    /// `actions` says what can be done about the message of that id ("M19").
    explicit ClusterNotices(Actions actions, QWidget *parent = nullptr);

    void setNotices(const QList<ClusterNotice> &notices);
    InlineMessage *notice(const QString &id) const { return m_views.value(id); } ///< nullptr: it is not shown

private:
    Actions m_actions;
    QVBoxLayout *m_column;
    QHash<QString, InlineMessage *> m_views;
};

} // namespace rayhelm
