#include "ui/valuesfieldrow.h"

#include "ui/fieldeditor.h"
#include "ui/fieldinputs.h"
#include "ui/fieldlongtext.h"
#include "ui/statelabel.h"

#include "values/valuesdocument.h"

#include <QApplication>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <chrono>
#include <utility>

namespace rayhelm {

using namespace std::chrono_literals;

ValuesFieldRow::ValuesFieldRow(ValuesDocument &document, ValuesForm &form, const FieldSchema &field, const QString &podGroup,
                               const QString &label, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_form(form)
    , m_field(field)
    , m_podGroup(podGroup)
    , m_labelText(label)
    , m_editor(isImage() ? new ImageInput : FieldEditor::forField(field))
    , m_label(new QLabel)
    , m_state(new StateText(StateKind::Muted))
    , m_reset(new QPushButton(tr("Reset")))
    , m_refused(new StateLabel)
    , m_problemPlace(new QVBoxLayout)
{
    build();
    m_pause.setSingleShot(true);
    m_pause.setInterval(300ms);
    connect(&m_pause, &QTimer::timeout, this, &ValuesFieldRow::commitSoon);
    connect(m_editor, &FieldEditor::edited, this, &ValuesFieldRow::noteTyping);
    connect(m_editor, &FieldEditor::finished, this, &ValuesFieldRow::finish);
    connect(m_editor, &FieldEditor::focused, this, &ValuesFieldRow::focused);
    connect(m_editor, &FieldEditor::undoRequested, this, &ValuesFieldRow::undoRequested);
    connect(m_editor, &FieldEditor::redoRequested, this, &ValuesFieldRow::redoRequested);
    connect(m_reset, &QPushButton::clicked, this, &ValuesFieldRow::reset);
}

bool ValuesFieldRow::isImage() const
{
    return m_field.id == QLatin1String("image.repository") && m_podGroup.isEmpty();
}

void ValuesFieldRow::build()
{
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    m_label->setBuddy(m_editor->input());
    if (m_editor->showsLabel())
        static_cast<SwitchInput *>(m_editor)->setLabel(m_labelText);
    else
        m_label->setText(m_labelText);
    m_editor->input()->setAccessibleName(m_labelText);
    if (auto *box = qobject_cast<QComboBox *>(m_editor->input())) {
        // A screen reader is told a combo box's label only when both lie in the same widget, and knows no other name of it.
        auto *spoken = new QLabel(m_labelText, box->parentWidget());
        spoken->setBuddy(box);
        spoken->hide();
    }
    m_state->setWordWrap(false);
    m_reset->setAutoDefault(false);
    m_reset->setFlat(true);
    m_reset->setAccessibleName(tr("Reset %1").arg(m_labelText));
    m_reset->setToolTip(tr("Removes this setting from the file, so that the chart's default holds."));
    m_reset->setAccessibleDescription(m_reset->toolTip());
    // The editor keeps its width when the button comes and goes.
    QSizePolicy kept = m_reset->sizePolicy();
    kept.setRetainSizeWhenHidden(true);
    m_reset->setSizePolicy(kept);
    m_reset->setMaximumWidth(m_reset->fontMetrics().horizontalAdvance(m_reset->text()) + 16);
    m_reset->hide();
    m_refused->hide();

    auto *fields = new QVBoxLayout;
    fields->setContentsMargins(0, 0, 0, 0);
    fields->setSpacing(2);
    auto *line = new QHBoxLayout;
    line->setSpacing(6);
    line->addWidget(m_editor, 1);
    if (!m_field.unit.isEmpty()) {
        auto *unit = new QLabel(m_field.unit);
        unit->setTextFormat(Qt::PlainText);
        line->addWidget(unit);
    }
    fields->addLayout(line);
    // Switches, tables and boxes need the whole width, so their state stands below them.
    const bool below = m_editor->showsLabel() || m_field.type == FieldType::FileList || m_field.type == FieldType::Environment
        || m_field.type == FieldType::Node || m_field.type == FieldType::Choice;
    auto *behind = below ? new QHBoxLayout : line;
    behind->addWidget(m_state);
    behind->addWidget(m_reset, 0, Qt::AlignTop);
    if (below) {
        m_reset->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
        behind->addStretch();
        fields->addLayout(behind);
    }
    fields->addWidget(m_refused);
    m_problemPlace->setContentsMargins(0, 0, 0, 0);
    fields->addLayout(m_problemPlace);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(8, 3, 2, 3);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(2);
    grid->addWidget(m_label, 0, 0, Qt::AlignTop);
    grid->addLayout(fields, 0, 1);
    grid->setColumnStretch(1, 1);
    m_label->setMinimumHeight(m_editor->input()->sizeHint().height());
}

void ValuesFieldRow::setLabelWidth(int width, bool above)
{
    auto *grid = static_cast<QGridLayout *>(layout());
    QLayoutItem *fields = grid->itemAtPosition(0, 1) ? grid->itemAtPosition(0, 1) : grid->itemAtPosition(1, 0);
    grid->removeItem(fields);
    grid->addLayout(fields->layout(), above ? 1 : 0, above ? 0 : 1);
    grid->setColumnStretch(0, above ? 1 : 0);
    grid->setColumnStretch(1, above ? 0 : 1);
    m_label->setMinimumWidth(above ? 0 : width);
    m_label->setMaximumWidth(above ? QWIDGETSIZE_MAX : width);
    m_label->setMinimumHeight(above ? 0 : std::min(m_editor->input()->sizeHint().height(), 40));
    m_label->setVisible(!above || !m_editor->showsLabel());
    m_above = above;
    showStateWord();
}

/// Beside the field, or behind the label that stands above it.
void ValuesFieldRow::showStateWord()
{
    const QString word = m_state->text();
    const bool behindLabel = m_above && !m_editor->showsLabel();
    m_state->setVisible(!word.isEmpty() && !behindLabel);
    if (!m_editor->showsLabel())
        m_label->setText(behindLabel && !word.isEmpty() ? QStringLiteral("%1 (%2)").arg(m_labelText, word) : m_labelText);
}

void ValuesFieldRow::setSuggestions(const QStringList &suggestions)
{
    m_editor->setSuggestions(suggestions);
}

FieldReading ValuesFieldRow::read(const ValuesForm &form) const
{
    FieldReading reading = form.read(m_field.id, m_podGroup);
    if (isImage())
        reading.value = form.imagePath();
    return reading;
}

void ValuesFieldRow::refresh(const ValuesForm *saved)
{
    const FieldReading last = std::exchange(m_reading, read(m_form));
    const bool wasChanged = std::exchange(m_changed, false);
    if (saved) {
        const FieldReading before = read(*saved);
        m_changed = before.isSet != m_reading.isSet || before.value != m_reading.value;
    }
    if (m_changed == wasChanged && last.isRead() && last.showsLike(m_reading))
        return; // most rows, with most keys that are typed into the text
    // What is being typed, or was refused, is never replaced behind the user's back.
    if (!m_typed && m_refusal.isEmpty())
        m_editor->showReading(m_reading);
    m_editor->setReadOnly(m_frozen || !m_reading.editable);
    m_state->setText(m_changed ? tr("changed") : !m_reading.isSet && m_reading.value.isValid() ? tr("default") : QString());
    m_state->setKind(m_changed ? StateKind::Info : StateKind::Muted);
    showStateWord();
    showReset();
    describe();
    update();
}

void ValuesFieldRow::setCurrent(bool current)
{
    m_current = current;
    if (!current) {
        commitSoon();
        m_ownEntry = -1;
    }
    showReset();
}

void ValuesFieldRow::showReset()
{
    const QVariant standard =
        m_field.defaultFor(m_form.schema().chartVersion(), m_podGroup == QLatin1String("head"));
    const bool useful = m_reading.isSet && m_reading.editable && !m_frozen && standard.isValid() && standard != m_reading.value;
    m_reset->setVisible(useful && (m_changed || m_current));
}

void ValuesFieldRow::setProblems(const QList<Problem> &problems)
{
    QStringList texts;
    for (const Problem &problem : problems)
        texts.append((problem.severity == Severity::Error ? QLatin1Char('!') : QLatin1Char('i')) + problem.sentence);
    texts.removeDuplicates(); // head and workers often share one
    if (texts == m_problemTexts)
        return;
    m_problemTexts = texts;
    qDeleteAll(m_problemLabels);
    m_problemLabels.clear();
    for (const QString &text : std::as_const(texts)) {
        auto *label = new StateLabel;
        label->setState(text.startsWith(QLatin1Char('!')) ? StateKind::Bad : StateKind::Info, text.mid(1));
        m_problemPlace->addWidget(label);
        m_problemLabels.append(label);
    }
    describe();
}

void ValuesFieldRow::setFrozen(bool frozen, const QString &whyNot)
{
    m_frozen = frozen;
    m_frozenBecause = whyNot;
    m_editor->setReadOnly(frozen || !m_reading.editable);
    showReset();
    describe();
}

void ValuesFieldRow::setMarked(bool marked)
{
    m_marked = marked;
    update();
}

QString ValuesFieldRow::keyPath() const
{
    return m_reading.isRead() ? m_reading.paths().constFirst().toString() : m_field.path.toString();
}

void ValuesFieldRow::retire()
{
    stopWriting();
    m_typed = false;
    m_editor->disconnect(this);
    m_reset->disconnect(this);
}

void ValuesFieldRow::focusInput()
{
    m_editor->input()->setFocus(Qt::OtherFocusReason);
}

void ValuesFieldRow::describe()
{
    QStringList parts{m_refusal};
    for (const QString &problem : std::as_const(m_problemTexts))
        parts.append(problem.mid(1));
    if (m_frozen)
        parts.append(m_frozenBecause);
    else if (!m_reading.editable)
        parts.append(m_reading.whyNotEditable);
    parts << m_state->text() << m_field.help << keyPath();
    parts.removeAll(QString());
    m_editor->input()->setAccessibleDescription(parts.join(QLatin1Char(' ')));
    m_editor->setToolTip(QStringList{m_field.help, keyPath()}.join(QLatin1Char('\n')).trimmed());
    m_label->setToolTip(m_editor->toolTip());
}

void ValuesFieldRow::paintEvent(QPaintEvent *)
{
    if (!m_changed && !m_marked)
        return;
    QPainter painter(this);
    if (m_marked) {
        QColor tint = palette().color(QPalette::Highlight);
        tint.setAlphaF(0.14f);
        painter.fillRect(rect(), tint);
    }
    if (m_changed) {
        const int x = layoutDirection() == Qt::LeftToRight ? 0 : width() - 3;
        painter.fillRect(QRect(x, 4, 3, height() - 8), Theme::color(StateKind::Info));
    }
}

} // namespace rayhelm
