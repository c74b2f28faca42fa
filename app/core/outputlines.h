#pragma once

#include <QObject>
#include <QStringList>

namespace rayhelm {

/// Lines that a followed command has written, for views that show them while it runs. Bounded: the oldest lines go first.
class OutputLines : public QObject
{
    Q_OBJECT
public:
    explicit OutputLines(QObject *parent = nullptr);

    /// The text of the other side, already made plain.
    void append(const QString &line);
    void clear();
    const QStringList &lines() const { return m_lines; }

Q_SIGNALS:
    void appended(const QString &line);
    void cleared();

private:
    QStringList m_lines;
};

} // namespace rayhelm
