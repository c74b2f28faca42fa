#pragma once

#include <QLabel>
#include <QWidget>

namespace rayhelm {

class StateLabel;

/// Label, editor and the text of a problem right under it. The label is the editor's buddy; problem and hint are also
/// the editor's description for a screen reader.
class FormField : public QWidget
{
    Q_OBJECT
public:
    enum class LabelPlace { Above, Beside };

    /// `label` may hold a mnemonic.
    FormField(const QString &label, QWidget *editor, LabelPlace place = LabelPlace::Above, QWidget *parent = nullptr);

    QWidget *editor() const { return m_editor; }
    QLabel *label() const { return m_label; }
    /// One muted line under the editor that helps to fill it in.
    void setHint(const QString &hint);
    /// What the field held before something else was put into it; empty: nothing is said.
    void setBefore(const QString &before);
    /// Text of the error; empty: the field is fine. The focus does not move.
    void setProblem(const QString &problem);
    QString problem() const { return m_problem; }
    /// Off, with the reason; the reason becomes tool tip and description.
    void setAvailable(bool available, const QString &whyNot = {});
    /// Width of the label column when labels stand beside.
    void setLabelWidth(int width);

private:
    void describe();

    QLabel *m_label;
    QWidget *m_editor;
    QLabel *m_hint;
    QLabel *m_before;
    StateLabel *m_problemLabel;
    QString m_problem;
    QString m_whyNot;
};

} // namespace rayhelm
