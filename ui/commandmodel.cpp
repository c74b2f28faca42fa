#include "ui/commandmodel.h"

#include "core/commandlog.h"
#include "core/text.h"

#include <QLocale>

namespace rayhelm {

CommandModel::CommandModel(CommandLog *log, QObject *parent)
    : QAbstractTableModel(parent), m_log(log), m_rows(int(log->records().size()))
{
    connect(log, &CommandLog::recordAdded, this, [this](int row) {
        beginInsertRows({}, row, row);
        ++m_rows;
        endInsertRows();
    });
    connect(log, &CommandLog::recordChanged, this, [this](int row) {
        if (row < m_rows)
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    });
    connect(log, &CommandLog::trimmed, this, [this] {
        beginResetModel();
        m_rows = int(m_log->records().size());
        endResetModel();
    });
}

int CommandModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int CommandModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

const CommandRecord &CommandModel::record(int row) const
{
    return m_log->records().at(row);
}

QVariant CommandModel::data(const QModelIndex &index, int role) const
{
    // Between trimming and its signal the log is shorter than the model.
    if (index.row() >= m_log->records().size())
        return {};
    const CommandRecord &shown = record(index.row());
    if (role == Qt::ToolTipRole && index.column() == Command)
        return shown.command;
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Time:
        return QLocale().toString(shown.started.toLocalTime().time(), QStringLiteral("HH:mm:ss"));
    case Place:
        return shown.place;
    case Command:
        return shown.command.simplified();
    default:
        return outcomeText(shown);
    }
}

QString CommandModel::outcomeText(const CommandRecord &record) const
{
    if (!record.outcome)
        return tr("running");
    return tr("%1, %2").arg(*record.outcome, elapsedText(record.duration));
}

QVariant CommandModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QStringList titles{tr("Time"), tr("Place"), tr("Command"), tr("Result")};
    return titles.value(section);
}

void CommandFilter::setText(const QString &text)
{
    m_text = text;
    invalidateFilter();
}

void CommandFilter::setPlace(const QString &place)
{
    m_place = place;
    invalidateFilter();
}

void CommandFilter::setOnlyChanges(bool only)
{
    m_onlyChanges = only;
    invalidateFilter();
}

const CommandRecord &CommandFilter::record(int row) const
{
    return static_cast<CommandModel *>(sourceModel())->record(mapToSource(index(row, 0)).row());
}

bool CommandFilter::filterAcceptsRow(int row, const QModelIndex &) const
{
    const CommandRecord &candidate = static_cast<CommandModel *>(sourceModel())->record(row);
    if (m_onlyChanges && !candidate.changes)
        return false;
    if (!m_place.isEmpty() && candidate.place != m_place)
        return false;
    return m_text.isEmpty() || candidate.command.contains(m_text, Qt::CaseInsensitive)
        || candidate.place.contains(m_text, Qt::CaseInsensitive);
}

bool CommandFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    return left.row() < right.row();
}

QString CommandFilter::script() const
{
    QString text = QStringLiteral("#!/bin/sh\n# ") + tr("Commands that Rayhelm ran. Secrets read \"(hidden)\".") + QLatin1Char('\n');
    for (int row = rowCount() - 1; row >= 0; --row) { // oldest first, as they were run
        const CommandRecord &shown = record(row);
        QString comment = shown.started.toLocalTime().toString(Qt::ISODate) + QStringLiteral("  ") + shown.place;
        if (shown.outcome)
            comment += QStringLiteral("  ") + *shown.outcome;
        text += QStringLiteral("\n# %1\n%2\n").arg(comment.simplified(), shown.command);
    }
    return text;
}

} // namespace rayhelm
