#include "ui/imageform.h"

#include "ui/formfield.h"
#include "ui/statelabel.h"
#include "ui/flowlayout.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace rayhelm {

namespace {

/// A tag made fit for a file name.
QString asFileName(QString tag)
{
    return tag.replace(QLatin1Char(':'), QLatin1Char('-')).replace(QLatin1Char('/'), QLatin1Char('-'));
}

QHBoxLayout *rowIn(QWidget *holder)
{
    auto *row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    return row;
}

} // namespace

ImageForm::ImageForm(QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(buildTag());
    column->addWidget(buildFile());
    column->addWidget(buildConflict());
    column->addWidget(buildCommand());
    setExisting(nullptr);
    noteChange();
}

QWidget *ImageForm::buildTag()
{
    m_tag = new QComboBox;
    m_tag->setEditable(true);
    m_tag->setInsertPolicy(QComboBox::NoInsert);
    m_tag->completer()->setCompletionMode(QCompleter::PopupCompletion); // a tag is never completed behind the user's back
    m_tag->setMinimumContentsLength(16);
    m_tag->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_tag->lineEdit()->setPlaceholderText(tr("Choose a tag or type any"));
    m_tagField = new FormField(tr("&Tag"), m_tag);
    m_tagField->setHint(tr("The version of the image in the registry. Any tag can be typed."));
    m_refresh = new QPushButton(tr("Re&fresh"));
    m_refresh->setAutoDefault(false);
    m_refresh->setAccessibleDescription(tr("Reads the list of tags from the registry."));
    m_development = new QCheckBox(tr("&development images"));
    m_development->setAccessibleDescription(tr("Lists the images of the newest source code, which change often."));
    m_notebooks = new QCheckBox(tr("n&otebook images"));
    m_notebooks->setAccessibleDescription(tr("Also lists the images that start a notebook server."));
    m_tagState = new StateText(StateKind::Muted);

    auto *holder = new QWidget;
    auto *column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_tagField);
    auto *rest = new QWidget;
    auto *row = new FlowLayout(rest);
    row->addWidget(m_refresh);
    row->addWidget(m_development);
    row->addWidget(m_notebooks);
    column->addWidget(rest);
    column->addWidget(m_tagState);

    connect(m_tag->lineEdit(), &QLineEdit::textEdited, this, [this] {
        m_tagTouched = true;
        noteChange();
    });
    connect(m_tag, &QComboBox::activated, this, [this] {
        m_tagTouched = true;
        noteChange();
    });
    connect(m_refresh, &QPushButton::clicked, this, &ImageForm::refreshRequested);
    connect(m_development, &QCheckBox::toggled, this, [this](bool on) {
        m_registry.development = on;
        noteChange();
        Q_EMIT refreshRequested();
    });
    connect(m_notebooks, &QCheckBox::toggled, this, &ImageForm::fillTags);
    return holder;
}

QWidget *ImageForm::buildFile()
{
    m_directory = new QLineEdit;
    m_directory->setLayoutDirection(Qt::LeftToRight);
    m_directory->setPlaceholderText(tr("For example /home/me/images"));
    m_directoryField = new FormField(tr("Save in fo&lder"), m_directory);
    m_directoryField->setHint(tr("A folder on the HPC, from the root on."));

    auto *names = new QWidget;
    auto *row = rowIn(names);
    m_name = new QLineEdit(QStringLiteral("hython"));
    m_name->setLayoutDirection(Qt::LeftToRight);
    m_fileTag = new QLineEdit(QStringLiteral("sif"));
    m_fileTag->setLayoutDirection(Qt::LeftToRight);
    m_fileTag->setMaximumWidth(fontMetrics().averageCharWidth() * 16);
    m_fileTag->setAccessibleName(tr("Part of the file name behind the colon"));
    m_fileTag->setAccessibleDescription(tr("The chart joins name and this part with a colon."));
    row->addWidget(m_name, 1);
    row->addWidget(new QLabel(QStringLiteral(":")));
    row->addWidget(m_fileTag);
    names->setFocusProxy(m_name);
    m_nameField = new FormField(tr("File &name"), names);
    m_nameField->label()->setBuddy(m_name);
    m_name->setAccessibleName(tr("File name"));
    m_name->setAccessibleDescription(tr("The file is called name, colon, tag, because the chart writes it that way."));
    m_nameField->setHint(tr("The colon belongs to the name: the chart writes it that way."));

    m_use = new QCheckBox(tr("&Use this file in my configuration"));
    m_use->setChecked(true);
    m_use->setAccessibleDescription(tr("When the file is there, its path becomes the image of the open configuration."));

    auto *holder = new QWidget;
    auto *column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(m_directoryField);
    column->addWidget(m_nameField);
    column->addWidget(m_use);
    for (QLineEdit *field : {m_directory, m_name, m_fileTag}) {
        connect(field, &QLineEdit::textEdited, this, [this] {
            setExisting(nullptr);
            Q_EMIT fileChanged(filePath());
        });
    }
    return holder;
}

QWidget *ImageForm::buildConflict()
{
    m_conflict = new QWidget;
    auto *column = new QVBoxLayout(m_conflict);
    column->setContentsMargins(0, 0, 0, 0);
    auto *row = new QHBoxLayout;
    row->addWidget(new IconLabel(Theme::stateIcon(StateKind::Warning)), 0, Qt::AlignTop);
    m_conflictText = new QLabel;
    m_conflictText->setTextFormat(Qt::PlainText);
    m_conflictText->setWordWrap(true);
    row->addWidget(m_conflictText, 1);
    column->addLayout(row);
    m_newName = new QRadioButton;
    m_newName->setChecked(true);
    m_replace = new QRadioButton(tr("&replace it"));
    m_replace->setAccessibleDescription(tr("Clusters that run from the old file may break."));
    column->addWidget(m_newName);
    column->addWidget(m_replace);
    connect(m_newName, &QRadioButton::toggled, this, &ImageForm::noteChange);
    return m_conflict;
}

QWidget *ImageForm::buildCommand()
{
    m_command = new QPlainTextEdit;
    m_command->setReadOnly(true);
    m_command->setTabChangesFocus(true);
    m_command->setLayoutDirection(Qt::LeftToRight);
    m_command->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_command->setFixedHeight(m_command->fontMetrics().lineSpacing() * 3 + 14);
    return new FormField(tr("&Command that this runs on the HPC"), m_command);
}

void ImageForm::setRegistry(const ImageRegistry &registry)
{
    m_registry = registry;
    m_registry.development = m_development->isChecked();
    noteChange();
}

void ImageForm::setTags(const ImageTagList *tags)
{
    m_list = tags ? std::make_unique<ImageTagList>(*tags) : nullptr;
    fillTags();
}

void ImageForm::fillTags()
{
    const QString typed = m_tag->currentText();
    m_tag->clear();
    m_notebooks->setVisible(m_list != nullptr);
    QString state = tr("No list of tags was read yet; type the tag.");
    if (m_list) {
        for (const QString &tag : std::as_const(m_list->tags)) {
            if (m_notebooks->isChecked() || !m_list->isNotebook(tag))
                m_tag->addItem(tag);
        }
        const QString when = QLocale().toString(m_list->readAt.toLocalTime(), QLocale::ShortFormat);
        state = m_list->fromCache
                    ? tr("The registry cannot be reached. This is its list of %1; any tag can be typed.").arg(when)
                    : tr("%n tag(s), read %1.", nullptr, m_tag->count()).arg(when);
    }
    if (m_list && m_list->leftOut > 0)
        state += QLatin1Char(' ') + tr("%n tag(s) with an impossible name was/were left out.", nullptr, m_list->leftOut);
    m_tagState->setKind(m_list && m_list->fromCache ? StateKind::Warning : StateKind::Muted);
    m_tagState->setText(state);
    if (m_tagTouched || m_tag->count() == 0)
        m_tag->setEditText(typed);
    else
        m_tag->setCurrentIndex(0);
    noteChange();
}

void ImageForm::setTagsBusy(bool busy)
{
    m_refresh->setEnabled(!busy);
    if (busy) {
        m_tagState->setKind(StateKind::Muted);
        m_tagState->setText(tr("Reading the list of tags..."));
    }
}

void ImageForm::setTagsProblem(const QString &problem)
{
    m_tagState->setKind(StateKind::Warning);
    m_tagState->setText(tr("%1 Any tag can be typed.").arg(problem));
}

void ImageForm::setDirectory(const QString &directory)
{
    if (m_directory->isModified() || m_directory->text() == directory)
        return;
    m_directory->setText(directory);
    setExisting(nullptr);
    Q_EMIT fileChanged(filePath());
}

void ImageForm::setExisting(const ImageFile *file)
{
    m_existing = file ? std::make_unique<ImageFile>(*file) : nullptr;
    const bool conflict = m_existing && m_existing->exists;
    if (!conflict)
        m_newName->setChecked(true);
    m_conflict->setVisible(conflict);
    noteChange();
}

void ImageForm::setFrozen(bool frozen)
{
    for (QWidget *widget : {static_cast<QWidget *>(m_tag), static_cast<QWidget *>(m_directory), static_cast<QWidget *>(m_name),
                            static_cast<QWidget *>(m_fileTag), static_cast<QWidget *>(m_development), m_conflict}) {
        widget->setEnabled(!frozen);
        widget->setToolTip(frozen ? tr("An image is being fetched.") : QString());
    }
}

QString ImageForm::filePath() const
{
    PullRequest request;
    request.directory = m_directory->text().trimmed();
    request.name = m_name->text().trimmed();
    request.fileTag = m_fileTag->text().trimmed();
    while (request.directory.size() > 1 && request.directory.endsWith(QLatin1Char('/')))
        request.directory.chop(1);
    return request.path();
}

QString ImageForm::alternativeName() const
{
    const QString tag = m_tag->currentText().trimmed();
    return m_name->text().trimmed() + QLatin1Char('-') + (tag.isEmpty() ? QStringLiteral("new") : asFileName(tag));
}

PullRequest ImageForm::request() const
{
    PullRequest request;
    request.reference = m_registry.reference(m_tag->currentText().trimmed());
    request.directory = m_directory->text().trimmed();
    while (request.directory.size() > 1 && request.directory.endsWith(QLatin1Char('/')))
        request.directory.chop(1);
    request.name = m_name->text().trimmed();
    request.fileTag = m_fileTag->text().trimmed();
    if (m_existing && m_existing->exists) {
        request.mayReplace = m_replace->isChecked();
        if (!request.mayReplace)
            request.name = alternativeName();
    }
    return request;
}

bool ImageForm::wantsDevelopment() const
{
    return m_development->isChecked();
}

bool ImageForm::useInConfiguration() const
{
    return m_use->isChecked();
}

QWidget *ImageForm::firstField() const
{
    return m_tag;
}

QString ImageForm::problem() const
{
    const QString tag = m_tag->currentText().trimmed();
    if (tag.isEmpty())
        return tr("Give the tag of the image.");
    if (!isImageTag(tag))
        return tr("\"%1\" cannot be a tag: letters, digits, dots, dashes and underscores are allowed.").arg(tag);
    if (m_directory->text().trimmed().isEmpty())
        return tr("Give the folder on the HPC.");
    return pullProblem(request());
}

void ImageForm::showProblems()
{
    const QString tag = m_tag->currentText().trimmed();
    m_tagField->setProblem(tag.isEmpty() || isImageTag(tag) ? QString() : problem());
    PullRequest folder;
    folder.reference = m_registry.reference(QStringLiteral("latest"));
    folder.directory = request().directory;
    const QString folderProblem = folder.directory.isEmpty() ? QString() : pullProblem(folder);
    m_directoryField->setProblem(folderProblem);
    PullRequest name = request();
    name.reference = folder.reference;
    name.directory = QStringLiteral("/images");
    m_nameField->setProblem(pullProblem(name));
}

void ImageForm::noteChange()
{
    if (!m_command) // still being built
        return;
    m_conflictText->setText(tr("%1 exists. Clusters that run from it may break if it is replaced.")
                                .arg(m_name->text().trimmed() + QLatin1Char(':') + m_fileTag->text().trimmed()));
    m_newName->setText(tr("new na&me %1").arg(alternativeName() + QLatin1Char(':') + m_fileTag->text().trimmed()));
    m_command->setPlainText(m_tag->currentText().trimmed().isEmpty() ? QString() : pullCommandLine(request()));
    showProblems();
    Q_EMIT changed();
}

} // namespace rayhelm
