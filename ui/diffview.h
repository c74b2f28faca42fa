#pragma once

#include "values/textdiff.h"

#include <QPlainTextEdit>

namespace rayhelm {

/// What changes between two texts, line by line: a sign, the line numbers, the text. The signs say what the colours say.
class DiffView : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit DiffView(QWidget *parent = nullptr);

    /// Shows only the changes with a few lines around them; equal texts show `whenEqual`.
    void showDiff(const QByteArray &before, const QByteArray &after, const QString &whenEqual);
    /// Shows one text as it is.
    void showPlain(const QByteArray &text);
    int addedCount() const { return m_added; }
    int removedCount() const { return m_removed; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void colour();

    QList<DiffLine::Kind> m_kinds;
    int m_added = 0;
    int m_removed = 0;
};

} // namespace rayhelm
