#pragma once

#include "ui/panel.h"

class QTreeWidget;

namespace rayhelm {

class DiffView;

/// What saving would change in the file: in plain words with what it means for running pods, and line by line.
class ChangesPage : public Panel
{
    Q_OBJECT
public:
    explicit ChangesPage(QWidget *parent = nullptr);

    /// `clusterRuns`: something is installed, so it matters when a change takes effect.
    void showChanges(const QByteArray &saved, const QByteArray &text, const QString &chartVersion, bool clusterRuns);
    QTreeWidget *list() const { return m_list; }
    QAction *saveAction() const { return m_save; }

Q_SIGNALS:
    void saveRequested();

private:
    QTreeWidget *m_list;
    DiffView *m_diff;
    QAction *m_save;
};

} // namespace rayhelm
