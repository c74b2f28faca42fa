#include "ui/fieldinputs.h"

#include "core/text.h"
#include "values/quantity.h"
#include "values/slurmoptions.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSpinBox>

#include <limits>

namespace rayhelm {

namespace {

void fill(QWidget *holder, QWidget *control)
{
    auto *layout = new QHBoxLayout(holder);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(control);
}

/// Without the isolating characters that texts for sentences carry.
QString withoutIsolates(QString text)
{
    return text.remove(QChar(0x2068)).remove(QChar(0x2069));
}

QString defaultHint(const QString &value)
{
    return value.isEmpty() ? QString() : QObject::tr("%1 (default)").arg(value);
}

} // namespace

TextInput::TextInput(const FieldSchema &, QWidget *parent)
    : FieldEditor(parent)
    , m_line(new QLineEdit)
{
    fill(this, m_line);
    guard(m_line);
    m_line->setLayoutDirection(Qt::LeftToRight);
    connect(m_line, &QLineEdit::textEdited, this, &FieldEditor::edited);
    connect(m_line, &QLineEdit::editingFinished, this, &FieldEditor::finished);
}

void TextInput::showReading(const FieldReading &reading)
{
    const QString text = reading.isSet ? shown(reading.value) : QString();
    // A field with the focus keeps what was typed as long as it means the same: a pause in typing changes nothing.
    const bool asTyped = m_line->hasFocus() && reading.isSet && value() == reading.value;
    if (m_line->text() != text && !asTyped)
        m_line->setText(text);
    m_line->setPlaceholderText(reading.isSet ? QString() : defaultHint(shown(reading.value)));
}

QVariant TextInput::value() const
{
    const QString text = m_line->text();
    return text.isEmpty() ? QVariant() : QVariant(text);
}

QWidget *TextInput::input() const
{
    return m_line;
}

void TextInput::setReadOnly(bool readOnly)
{
    m_line->setReadOnly(readOnly);
}

QuantityInput::QuantityInput(const FieldSchema &field, QWidget *parent)
    : TextInput(field, parent)
    , m_memory(field.type == FieldType::Memory)
{
}

QString QuantityInput::fromPerson(const QString &text)
{
    static const QRegularExpression form(
        QStringLiteral(R"(^\s*([0-9]+(?:[.,][0-9]+)?)\s*([kKMGTPE]?)(i?)(?:[bB](?:ytes?)?)?\s*$)"),
        QRegularExpression::CaseInsensitiveOption);
    if (parseQuantity(text.trimmed()))
        return text.trimmed();
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return {};
    QString prefix = match.captured(2).toUpper();
    const bool binary = !match.captured(3).isEmpty();
    if (prefix == QLatin1String("K") && !binary)
        prefix = QStringLiteral("k");
    QString number = match.captured(1);
    number.replace(QLatin1Char(','), QLatin1Char('.'));
    const QString quantity = number + prefix + (binary ? QStringLiteral("i") : QString());
    return parseQuantity(quantity) ? quantity : QString();
}

QString QuantityInput::shown(const QVariant &value) const
{
    const QString written = value.toString();
    if (!m_memory)
        return written;
    const QString words = withoutIsolates(memoryText(written));
    // Only words that come back as the very same quantity may stand for it.
    return fromPerson(words) == written ? words : written;
}

QVariant QuantityInput::value() const
{
    const QString text = m_line->text().trimmed();
    if (text.isEmpty())
        return {};
    const QString quantity = fromPerson(text);
    return quantity.isEmpty() ? text : quantity;
}

QString QuantityInput::inputProblem() const
{
    const QString text = m_line->text().trimmed();
    if (text.isEmpty() || !fromPerson(text).isEmpty())
        return {};
    return m_memory ? tr("Give an amount such as 128 GB or 16 GiB.") : tr("Give a number such as 64 or 0.5.");
}

DurationInput::DurationInput(const FieldSchema &field, QWidget *parent)
    : TextInput(field, parent)
{
}

QString DurationInput::shown(const QVariant &value) const
{
    bool isNumber = false;
    const std::chrono::seconds limit(value.toLongLong(&isNumber));
    if (!isNumber)
        return value.toString();
    const QString words = withoutIsolates(durationText(limit));
    const auto back = SlurmOptions::timeFromPerson(words);
    return back && *back == limit ? words : SlurmOptions::timeText(limit);
}

QVariant DurationInput::value() const
{
    const QString text = m_line->text().trimmed();
    if (text.isEmpty())
        return {};
    const auto limit = SlurmOptions::timeFromPerson(text);
    return limit ? QVariant(qlonglong(limit->count())) : QVariant(text);
}

QString DurationInput::inputProblem() const
{
    const QString text = m_line->text().trimmed();
    if (text.isEmpty())
        return {};
    const auto limit = SlurmOptions::timeFromPerson(text);
    return limit ? QString() : limit.error().summary;
}

IntegerInput::IntegerInput(const FieldSchema &field, QWidget *parent)
    : FieldEditor(parent)
    , m_spin(new QSpinBox)
    , m_lowest(int(field.minimum))
    , m_optional(field.defaults.isEmpty() && field.headDefaults.isEmpty())
{
    fill(this, m_spin);
    guard(m_spin);
    m_spin->setKeyboardTracking(false);
    m_spin->setRange(m_lowest, field.maximum > 0 ? int(field.maximum) : std::numeric_limits<int>::max());
    m_spin->setMaximumWidth(m_spin->fontMetrics().averageCharWidth() * 20);
    m_spin->setMinimumWidth(m_spin->fontMetrics().averageCharWidth() * 14);
    m_spin->setLayoutDirection(Qt::LeftToRight);
    layout()->setAlignment(m_spin, Qt::AlignLeading);
    connect(m_spin, &QSpinBox::valueChanged, this, &FieldEditor::edited);
    connect(m_spin, &QSpinBox::textChanged, this, [this] {
        if (m_spin->hasFocus())
            Q_EMIT edited();
    });
    connect(m_spin, &QSpinBox::editingFinished, this, &FieldEditor::finished);
}

void IntegerInput::showReading(const FieldReading &reading)
{
    const QSignalBlocker quiet(m_spin);
    bool isNumber = false;
    const int number = int(reading.value.toLongLong(&isNumber));
    // Without a number to show, the step below the lowest one stands for "nothing", or for what is written instead.
    const bool optional = m_optional || !isNumber;
    m_spin->setMinimum(optional ? m_lowest - 1 : std::min(m_lowest, number));
    m_spin->setSpecialValueText(!optional ? QString() : reading.isSet && !isNumber ? reading.value.toString() : tr("not stated"));
    m_spin->setValue(isNumber ? number : m_spin->minimum());
}

QVariant IntegerInput::value() const
{
    // Typed text counts at once, not only when the field is left.
    bool isNumber = false;
    const int typed = m_spin->locale().toInt(m_spin->cleanText(), &isNumber);
    const int number = isNumber ? typed : m_spin->value();
    const bool nothing = !isNumber && m_spin->value() == m_spin->minimum() && m_spin->text() == m_spin->specialValueText();
    return nothing ? QVariant() : QVariant(qlonglong(number));
}

QWidget *IntegerInput::input() const
{
    return m_spin;
}

void IntegerInput::setReadOnly(bool readOnly)
{
    m_spin->setReadOnly(readOnly);
    m_spin->setButtonSymbols(readOnly ? QAbstractSpinBox::NoButtons : QAbstractSpinBox::UpDownArrows);
}

SwitchInput::SwitchInput(const FieldSchema &field, QWidget *parent)
    : FieldEditor(parent)
    , m_box(new QCheckBox(field.label))
{
    fill(this, m_box);
    guard(m_box);
    connect(m_box, &QCheckBox::clicked, this, [this] {
        Q_EMIT edited();
        Q_EMIT finished();
    });
}

void SwitchInput::setLabel(const QString &label)
{
    m_box->setText(label);
}

void SwitchInput::showReading(const FieldReading &reading)
{
    const QSignalBlocker quiet(m_box);
    m_box->setChecked(reading.value.toBool());
}

QVariant SwitchInput::value() const
{
    return m_box->isChecked();
}

QWidget *SwitchInput::input() const
{
    return m_box;
}

void SwitchInput::setReadOnly(bool readOnly)
{
    m_box->setEnabled(!readOnly);
}

ChoiceInput::ChoiceInput(const FieldSchema &field, QWidget *parent)
    : FieldEditor(parent)
    , m_combo(new QComboBox)
{
    fill(this, m_combo);
    guard(m_combo);
    m_combo->setEditable(true);
    guard(m_combo->lineEdit());
    m_combo->setInsertPolicy(QComboBox::NoInsert);
    m_combo->setCompleter(nullptr); // what is typed counts, not what could follow
    m_combo->setMinimumContentsLength(12);
    m_combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_combo->setLayoutDirection(Qt::LeftToRight);
    setSuggestions(field.choices);
    connect(m_combo->lineEdit(), &QLineEdit::textEdited, this, &FieldEditor::edited);
    connect(m_combo->lineEdit(), &QLineEdit::editingFinished, this, &FieldEditor::finished);
    connect(m_combo, &QComboBox::activated, this, [this] {
        Q_EMIT edited();
        Q_EMIT finished();
    });
}

void ChoiceInput::setSuggestions(const QStringList &suggestions)
{
    const QString typed = m_combo->currentText();
    m_combo->clear();
    m_combo->addItems(suggestions);
    m_combo->setEditText(typed);
}

void ChoiceInput::showReading(const FieldReading &reading)
{
    const QString text = reading.isSet ? reading.value.toString() : QString();
    m_combo->setCurrentIndex(m_combo->findText(text, Qt::MatchExactly | Qt::MatchCaseSensitive));
    m_combo->setEditText(text);
    m_combo->lineEdit()->setPlaceholderText(reading.isSet ? QString() : defaultHint(reading.value.toString()));
}

QVariant ChoiceInput::value() const
{
    const QString text = m_combo->currentText().trimmed();
    return text.isEmpty() ? QVariant() : QVariant(text);
}

QWidget *ChoiceInput::input() const
{
    return m_combo;
}

void ChoiceInput::setReadOnly(bool readOnly)
{
    m_combo->setEnabled(!readOnly);
}

} // namespace rayhelm
