#include "ui/logpane.h"

#include "core/localfile.h"
#include "jobs/loglines.h"
#include "ui/clearbutton.h"
#include "ui/flowlayout.h"
#include "ui/logview.h"
#include "ui/spokenlabel.h"
#include "ui/statelabel.h"
#include "ui/usersfilesaving.h"

#include <QCheckBox>
#include <QDateTime>
#include <QFileDialog>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace rayhelm {

namespace {
constexpr std::chrono::milliseconds updateInterval{80};
}

LogPane::LogPane(QWidget *parent)
    : QWidget(parent)
    , m_view(new LogView)
    , m_saving(new UsersFileSaving(this))
    , m_follow(new QCheckBox(tr("Follow")))
    , m_pause(new QPushButton(tr("Pause")))
    , m_find(new QLineEdit)
    , m_hits(new QLabel)
    , m_previous(new QPushButton(tr("Previous")))
    , m_next(new QPushButton(tr("Next")))
    , m_fold(new QCheckBox(tr("Fold progress bars")))
    , m_wrap(new QCheckBox(tr("Wrap")))
    , m_save(new QPushButton(tr("Save log...")))
    , m_notice(new SpokenLabel)
    , m_empty(new StateText)
    , m_paused(new SpokenLabel)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 6, 0, 0);
    column->setSpacing(6);
    column->addWidget(buildControls());
    m_notice->setVisible(false);
    column->addWidget(m_notice);
    column->addWidget(m_empty);
    column->addWidget(m_view, 1);
    m_pausedBar = buildPausedBar();
    column->addWidget(m_pausedBar);
    m_view->setMinimumHeight(120);

    connect(m_saving, &UsersFileSaving::saved, this, &LogPane::saved);
    connect(m_saving, &UsersFileSaving::failed, this, [this](const QString &, const QString &words) {
        Q_EMIT saveFailed(tr("The log could not be saved: %1").arg(words));
    });
    m_update.setSingleShot(true);
    m_update.setInterval(updateInterval);
    connect(&m_update, &QTimer::timeout, this, [this] {
        m_view->sync();
        showEmpty();
    });
    connect(m_view, &LogView::followingChanged, this, &LogPane::showFollowing);
    connect(m_view, &LogView::waitingLinesChanged, this, &LogPane::showWaiting);
    connect(m_view, &LogView::searchChanged, this, &LogPane::showHits);
    showFollowing(true);
    showHits();
    showEmpty();
}

QWidget *LogPane::buildControls()
{
    auto *controls = new QWidget;
    auto *row = new FlowLayout(controls);
    m_follow->setAccessibleDescription(tr("Keeps the end of the log in sight."));
    connect(m_follow, &QCheckBox::clicked, m_view, &LogView::setFollowing);
    m_pause->setAccessibleDescription(tr("Stops moving the log; new lines are counted. Ctrl+Space"));
    m_pause->setToolTip(tr("Pause or go on (Ctrl+Space)"));
    connect(m_pause, &QPushButton::clicked, this, &LogPane::togglePause);
    m_fold->setChecked(true);
    m_fold->setVisible(false);
    m_fold->setAccessibleDescription(tr("Shows the updates of a progress bar as one line."));
    connect(m_fold, &QCheckBox::clicked, this, &LogPane::foldingRequested);
    m_wrap->setAccessibleDescription(tr("Breaks long lines at the edge of the view."));
    connect(m_wrap, &QCheckBox::toggled, m_view, &LogView::setWrapping);
    m_save->setAccessibleDescription(tr("Writes the lines of this log to a file."));
    connect(m_save, &QPushButton::clicked, this, &LogPane::save);
    buildFind();

    auto *findLabel = new QLabel(tr("F&ind"));
    findLabel->setBuddy(m_find);
    auto *find = new QWidget; // stays together when the row breaks
    auto *findRow = new QHBoxLayout(find);
    findRow->setContentsMargins(0, 0, 0, 0);
    for (QWidget *part : {static_cast<QWidget *>(findLabel), static_cast<QWidget *>(m_find),
                          static_cast<QWidget *>(m_previous), static_cast<QWidget *>(m_next),
                          static_cast<QWidget *>(m_hits)})
        findRow->addWidget(part);
    for (QWidget *part : {static_cast<QWidget *>(m_follow), static_cast<QWidget *>(m_pause), find,
                          static_cast<QWidget *>(m_fold), static_cast<QWidget *>(m_wrap), static_cast<QWidget *>(m_save)})
        row->addWidget(part);
    for (QPushButton *button : {m_pause, m_previous, m_next, m_save})
        button->setAutoDefault(false);
    return controls;
}

void LogPane::buildFind()
{
    m_find->setAccessibleName(tr("Find in the log"));
    m_find->setAccessibleDescription(tr("Return goes to the next line that contains the text, Shift+Return to the one before."));
    addClearButton(m_find);
    m_find->setMinimumWidth(110);
    m_find->setMaximumWidth(200);
    m_previous->setAccessibleDescription(tr("Goes to the line before that contains the text."));
    m_next->setAccessibleDescription(tr("Goes to the next line that contains the text. F3"));
    m_hits->setTextFormat(Qt::PlainText);
    // Room for "no line", so that the row does not jump while one types.
    m_hits->setMinimumWidth(m_hits->fontMetrics().horizontalAdvance(QStringLiteral("8888 of 8888")));
    connect(m_find, &QLineEdit::textChanged, m_view, &LogView::find);
    connect(m_previous, &QPushButton::clicked, this, &LogPane::findPrevious);
    connect(m_next, &QPushButton::clicked, this, &LogPane::findNext);
}

QWidget *LogPane::buildPausedBar()
{
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    auto *go = new QPushButton(tr("Go to end"));
    go->setAutoDefault(false);
    go->setAccessibleDescription(tr("Shows the newest line and follows again. End"));
    connect(go, &QPushButton::clicked, this, [this] { m_view->setFollowing(true); });
    row->addWidget(m_paused, 1);
    row->addWidget(go);
    bar->setVisible(false);
    return bar;
}

void LogPane::setLog(const LogLines *lines, const QString &name)
{
    m_name = name;
    m_view->setAccessibleName(name);
    m_view->setAccessibleDescription(tr("Up and Down go through the lines, End follows the newest one."));
    m_view->setLines(lines);
    showEmpty();
}

void LogPane::linesChanged()
{
    if (!m_update.isActive())
        m_update.start();
}

void LogPane::setEmptyText(const QString &text)
{
    m_emptyText = text;
    showEmpty();
}

void LogPane::setNotice(const QString &notice)
{
    m_notice->setVisible(!notice.isEmpty());
    if (!notice.isEmpty())
        m_notice->say(notice);
}

void LogPane::setFoldable(bool foldable, bool folded)
{
    m_fold->setVisible(foldable);
    m_fold->setChecked(folded);
}

void LogPane::showEmpty()
{
    const bool empty = !m_view->lines() || m_view->lines()->count() == 0;
    m_empty->setText(m_emptyText);
    m_empty->setVisible(empty && !m_emptyText.isEmpty());
    m_save->setEnabled(!empty);
    m_save->setToolTip(empty ? tr("There is nothing to save yet.") : QString());
}

void LogPane::showFollowing(bool following)
{
    m_follow->setChecked(following);
    m_pause->setText(following ? tr("Pause") : tr("Go on"));
    if (following)
        m_pausedBar->setVisible(false);
}

void LogPane::showWaiting(qint64 lines)
{
    m_pausedBar->setVisible(lines > 0);
    if (lines > 0)
        m_paused->say(tr("Paused: %n new line(s).", nullptr, int(lines)));
}

void LogPane::showHits()
{
    const LogSearch &search = m_view->search();
    const bool searching = !m_find->text().isEmpty();
    m_previous->setEnabled(search.count() > 0);
    m_next->setEnabled(search.count() > 0);
    if (!searching) {
        m_hits->clear();
        return;
    }
    const int position = search.positionOf(m_view->currentLine());
    const QLocale locale;
    if (search.count() == 0)
        m_hits->setText(tr("No line"));
    else if (position == 0)
        m_hits->setText(tr("%n line(s)", nullptr, search.count()));
    else
        m_hits->setText(tr("%1 of %2").arg(locale.toString(position), locale.toString(search.count())));
}

void LogPane::startFind()
{
    m_find->setFocus(Qt::ShortcutFocusReason);
    m_find->selectAll();
}

void LogPane::findNext()
{
    m_view->findNext();
}

void LogPane::findPrevious()
{
    m_view->findPrevious();
}

void LogPane::togglePause()
{
    m_view->setFollowing(!m_view->isFollowing());
}

void LogPane::save()
{
    auto *dialog = new QFileDialog(this, tr("Save log"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("log"));
    dialog->selectFile(localFileName(m_name.simplified().replace(QLatin1Char(' '), QLatin1Char('-')), QStringLiteral(".log")));
    connect(dialog, &QFileDialog::fileSelected, this, &LogPane::saveTo);
    dialog->open();
}

void LogPane::saveTo(const QString &path)
{
    QByteArray bytes;
    const LogLines *lines = m_view->lines();
    for (int i = 0; lines && i < lines->count(); ++i)
        bytes += lines->at(i).text.toUtf8() + '\n';
    m_saving->save(path, bytes);
}

void LogPane::keyPressEvent(QKeyEvent *event)
{
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    if (event->matches(QKeySequence::Find))
        startFind();
    else if (event->key() == Qt::Key_F3 || (m_find->hasFocus() && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)))
        shift ? findPrevious() : findNext();
    else if (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier)
        togglePause();
    else if (event->key() == Qt::Key_Escape && m_find->hasFocus() && !m_find->text().isEmpty())
        m_find->clear();
    else
        QWidget::keyPressEvent(event);
}

} // namespace rayhelm
