#include "ui/fieldlongtext.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace rayhelm {

LongTextInput::LongTextInput(const FieldSchema &field, QWidget *parent)
    : FieldEditor(parent)
    , m_text(new QPlainTextEdit)
    , m_unlock(new QPushButton(tr("Edit the script")))
    , m_locked(field.type == FieldType::LongText)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_text);
    layout->addWidget(m_unlock, 0, Qt::AlignLeading);
    m_text->setTabChangesFocus(true);
    m_text->setLineWrapMode(field.type == FieldType::LongText ? QPlainTextEdit::WidgetWidth : QPlainTextEdit::NoWrap);
    m_text->setLayoutDirection(Qt::LeftToRight);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setFixedHeight(m_text->fontMetrics().lineSpacing() * 3 + 14);
    m_unlock->setAutoDefault(false);
    m_unlock->setAccessibleDescription(tr("Unlocks the script. Older gateways start the job as an argument of its last line, "
                                          "unless that ends with a line end: keep its end as it is."));
    m_unlock->setToolTip(m_unlock->accessibleDescription());
    guard(m_text);
    guard(m_unlock);
    connect(m_unlock, &QPushButton::clicked, this, &LongTextInput::unlock);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        if (m_text->hasFocus())
            Q_EMIT edited();
    });
    showLock();
}

bool LongTextInput::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text && event->type() == QEvent::FocusOut)
        Q_EMIT finished();
    return FieldEditor::eventFilter(watched, event);
}

void LongTextInput::unlock()
{
    m_locked = false;
    showLock();
    m_text->setFocus(Qt::OtherFocusReason);
    m_text->moveCursor(QTextCursor::Start);
}

void LongTextInput::showLock()
{
    m_text->setReadOnly(m_locked || m_readOnly);
    m_unlock->setVisible(m_locked && !m_readOnly);
}

void LongTextInput::showReading(const FieldReading &reading)
{
    const QString text = reading.value.toString();
    if (m_text->toPlainText() != text)
        m_text->setPlainText(text);
    m_text->setPlaceholderText(reading.isSet ? QString() : tr("nothing"));
    const int lines = qBound(m_locked ? 3 : 1, m_text->blockCount(), 8);
    m_text->setFixedHeight(m_text->fontMetrics().lineSpacing() * lines + 14);
}

QVariant LongTextInput::value() const
{
    return m_text->toPlainText();
}

QWidget *LongTextInput::input() const
{
    return m_text;
}

void LongTextInput::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    showLock();
}

ImageInput::ImageInput(QWidget *parent)
    : FieldEditor(parent)
    , m_repository(new QLineEdit)
    , m_tag(new QLineEdit)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_repository, 1);
    layout->addWidget(new QLabel(QStringLiteral(":")));
    layout->addWidget(m_tag);
    setLayoutDirection(Qt::LeftToRight);
    m_tag->setMaximumWidth(m_tag->fontMetrics().averageCharWidth() * 12);
    m_tag->setAccessibleName(tr("Tag of the image"));
    m_tag->setAccessibleDescription(tr("The part behind the last colon; for a file on the HPC the end of its name, such as sif. image.tag"));
    for (QLineEdit *line : {m_repository, m_tag}) {
        guard(line);
        connect(line, &QLineEdit::textEdited, this, &ImageInput::edited);
        connect(line, &QLineEdit::editingFinished, this, &FieldEditor::finished);
    }
    connect(m_repository, &QLineEdit::textEdited, this, &ImageInput::splitPasted);
}

void ImageInput::splitPasted()
{
    // "/folder/name:tag" pasted as a whole goes into both fields.
    const QString text = m_repository->text();
    const qsizetype colon = text.lastIndexOf(QLatin1Char(':'));
    if (colon < 0 || text.indexOf(QLatin1Char('/'), colon) >= 0 || colon + 1 == text.size())
        return;
    m_tag->setText(text.mid(colon + 1));
    m_repository->setText(text.left(colon));
}

void ImageInput::showReading(const FieldReading &reading)
{
    const QString path = reading.value.toString();
    const qsizetype colon = path.lastIndexOf(QLatin1Char(':'));
    const QString repository = colon < 0 ? path : path.left(colon);
    const QString tag = colon < 0 ? QString() : path.mid(colon + 1);
    if (m_repository->text() != repository)
        m_repository->setText(repository);
    if (m_tag->text() != tag)
        m_tag->setText(tag);
}

QVariant ImageInput::value() const
{
    return QString(m_repository->text().trimmed() + QLatin1Char(':') + m_tag->text().trimmed());
}

QString ImageInput::inputProblem() const
{
    if (m_repository->text().trimmed().isEmpty())
        return tr("Give the path of the image file on the HPC.");
    if (m_tag->text().trimmed().isEmpty())
        return tr("Give the part behind the colon, such as sif.");
    return {};
}

QWidget *ImageInput::input() const
{
    return m_repository;
}

void ImageInput::setReadOnly(bool readOnly)
{
    m_repository->setReadOnly(readOnly);
    m_tag->setReadOnly(readOnly);
}

} // namespace rayhelm
