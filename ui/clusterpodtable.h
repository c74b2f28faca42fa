#pragma once

#include "ui/panel.h"

#include <QTableView>

namespace rayhelm {

class ClusterPodModel;

/// The pods as rows. It never scrolls sideways: "Why" takes what is left and is cut with a tool tip; a narrow window hides
/// the columns for Slurm job and Since. The selection is what counts, so that a screen reader can choose as well.
class ClusterPodTable : public QTableView
{
    Q_OBJECT
public:
    explicit ClusterPodTable(ClusterPodModel *model, QWidget *parent = nullptr);

    void setWindowSize(WindowSize size);
    QString selectedUid() const; ///< empty: none
    void selectUid(const QString &uid);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void selectedPodChanged();

private:
    ClusterPodModel *m_model;
};

/// Settings that every table of the panels shares: rows, no grid, Tab leads out.
void prepareTable(QTableView *table, const QString &accessibleName);

} // namespace rayhelm
