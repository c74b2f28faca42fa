#pragma once

#include "yaml/yamlpath.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;
class QVBoxLayout;

namespace rayhelm {

class StateText;
class ValuesFieldRow;

/// One group of the form: its title, whether head and workers are edited apart, its rows.
class ValuesSection : public QWidget
{
    Q_OBJECT
public:
    explicit ValuesSection(const QString &id, const QString &title, QWidget *parent = nullptr);

    const QString &id() const { return m_id; }
    QString title() const;
    /// False: its rows are made when it comes into sight.
    bool isReached() const { return m_reached; }
    void setReached(bool reached) { m_reached = reached; }
    /// `position` among the rows that are there already.
    void insertRow(int position, ValuesFieldRow *row);
    /// The section has settings of head and workers: "Set separately" is offered.
    void offerSeparately();
    bool isSeparate() const;
    void setSeparate(bool separate);
    /// How many settings differ; they are shown apart anyway.
    void setDiffering(int count);
    /// Keys of the file that no field shows.
    void setOtherKeys(const QList<YamlPath> &paths);
    /// Other keys are hidden, for example while something is searched.
    void setCompact(bool compact);
    /// What Tab reaches here, in reading order.
    QList<QWidget *> controls() const;
    /// A widget below the rows.
    void setTool(QWidget *tool);
    void setToolShown(bool shown);
    /// Whether "Set separately" is shown, if it is offered at all.
    void setPairShown(bool shown);

Q_SIGNALS:
    void separateChanged();
    void pathRequested(const rayhelm::YamlPath &path);

private:
    QString m_id;
    QLabel *m_title;
    QWidget *m_togetherRow;
    StateText *m_together;
    QPushButton *m_separately;
    QVBoxLayout *m_column;
    QVBoxLayout *m_rows;
    QWidget *m_others = nullptr, *m_tool = nullptr;
    QListWidget *m_otherList = nullptr;
    QList<YamlPath> m_otherPaths;
    bool m_offered = false;
    bool m_reached = true;
    int m_differing = 0;
};

} // namespace rayhelm
