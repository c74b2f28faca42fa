#include "ui/valueseditor.h"

#include "ui/availability.h"
#include "ui/fieldinfo.h"
#include "ui/inlinemessage.h"
#include "ui/valuesfieldrow.h"
#include "ui/valuesformview.h"
#include "ui/valuesproblems.h"
#include "ui/valuestools.h"
#include "ui/yamltextview.h"

#include "values/valuesdocument.h"

#include <QAction>
#include <QSplitter>
#include <QTabBar>
#include <QTextBlock>
#include <QUndoStack>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace rayhelm {

using namespace std::chrono_literals;

namespace {

/// Whether the view shows this text in another way than the file will have it.
bool isShownOtherwise(const QString &text)
{
    return std::any_of(text.cbegin(), text.cend(), [](QChar c) {
        return c == QLatin1Char('\r') || c.isNull() || c.isNonCharacter() || c == QChar::ParagraphSeparator || c.isSurrogate();
    });
}

} // namespace

ValuesEditor::ValuesEditor(QWidget *parent)
    : QWidget(parent)
    , m_banner(new InlineMessage)
    , m_tabs(new QTabBar)
    , m_splitter(new QSplitter)
    , m_formSide(new QWidget)
    , m_formView(new ValuesFormView)
    , m_info(new FieldInfo)
    , m_text(new YamlTextView)
    , m_problems(new ValuesProblems)
    , m_undo(new QAction(this))
    , m_redo(new QAction(this))
    , m_textAction(new QAction(tr("Text"), this))
    , m_switch(new QAction(tr("Go to the Other View"), this))
{
    buildActions();
    m_tools = new ValuesTools(m_undo, m_redo);
    buildViews();
    connectViews();
    m_slow.setSingleShot(true);
    m_slow.setInterval(500ms);
    connect(&m_slow, &QTimer::timeout, this, [this] { m_info->setText(tr("The text is being read; the form follows.")); });
    connect(&m_check, &ValuesCheck::found, this, &ValuesEditor::show);
    setDocument(nullptr);
}

ValuesEditor::~ValuesEditor() = default;

void ValuesEditor::buildActions()
{
    m_undo->setShortcut(QKeySequence::Undo);
    m_redo->setShortcut(QKeySequence::Redo);
    m_switch->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_T));
    m_textAction->setCheckable(true);
    m_textAction->setChecked(true);
    m_textAction->setToolTip(tr("Shows the values file itself beside the form."));
    for (QAction *action : {m_undo, m_redo, m_switch, m_info->sourceAction()}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
    }
    connect(m_undo, &QAction::triggered, this, &ValuesEditor::undo);
    connect(m_redo, &QAction::triggered, this, &ValuesEditor::redo);
    connect(m_textAction, &QAction::triggered, this, [this](bool on) {
        m_textWanted = on;
        showFront(on);
    });
    connect(m_switch, &QAction::triggered, this, [this] {
        const bool toText = !m_text->hasFocus();
        m_textWanted = m_textWanted || toText;
        showFront(toText);
        if (toText)
            m_text->setFocus(Qt::ShortcutFocusReason);
        else if (ValuesFieldRow *row = m_formView->shownRows().value(0))
            row->focusInput();
    });
}

void ValuesEditor::buildViews()
{
    m_tabs->addTab(tr("Form"));
    m_tabs->addTab(tr("Text"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setAccessibleName(tr("Form or text"));
    auto *formColumn = new QVBoxLayout(m_formSide);
    formColumn->setContentsMargins(0, 0, 0, 0);
    formColumn->setSpacing(4);
    formColumn->addWidget(m_formView, 1);
    formColumn->addWidget(m_info);
    m_splitter->addWidget(m_formSide);
    m_splitter->addWidget(m_text);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setMinimumHeight(fontMetrics().lineSpacing() * 8);
    m_splitter->setStretchFactor(0, 5);
    m_splitter->setStretchFactor(1, 4);
    m_text->setMinimumWidth(fontMetrics().averageCharWidth() * 24);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_banner);
    column->addWidget(m_tabs);
    column->addWidget(m_splitter, 1);
    column->addWidget(m_problems);
}

void ValuesEditor::connectViews()
{
    connect(m_splitter, &QSplitter::splitterMoved, this, &ValuesEditor::arrange);
    connect(m_tabs, &QTabBar::tabBarClicked, this, [this](int index) { showFront(index == 1); });
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int index) {
        if (m_tabs->hasFocus())
            showFront(index == 1);
    });
    connect(m_tools, &ValuesTools::searched, this, [this](const QString &words) {
        const int found = m_formView->setSearch(words);
        m_tools->setMatches(words.trimmed().isEmpty() ? -1 : found);
        showFront(false);
    });
    connect(m_tools, &ValuesTools::nextRequested, m_formView, &ValuesFormView::goToNextMatch);
    connect(m_tools, &ValuesTools::levelChosen, m_formView, &ValuesFormView::setAllShown);
    connect(m_formView, &ValuesFormView::levelChanged, m_tools, &ValuesTools::setAllShown);
    connect(m_formView, &ValuesFormView::rowFocused, this, &ValuesEditor::showPlaceOf);
    connect(m_formView, &ValuesFormView::pathRequested, this, &ValuesEditor::goToPath);
    connect(m_formView, &ValuesFormView::undoRequested, this, &ValuesEditor::undo);
    connect(m_formView, &ValuesFormView::redoRequested, this, &ValuesEditor::redo);
    connect(m_formView, &ValuesFormView::refusalChanged, this, &ValuesEditor::showProblems);
    connect(m_text, &YamlTextView::typed, this, &ValuesEditor::takeTyped);
    connect(m_text, &YamlTextView::lineEntered, this, &ValuesEditor::followCursor);
    connect(m_text, &YamlTextView::undoRequested, this, &ValuesEditor::undo);
    connect(m_text, &YamlTextView::redoRequested, this, &ValuesEditor::redo);
    connect(m_problems, &ValuesProblems::goToRequested, this, &ValuesEditor::goTo);
    connect(m_problems, &ValuesProblems::fixRequested, this, &ValuesEditor::fix);
}

void ValuesEditor::setDocument(ValuesDocument *document)
{
    if (m_document) {
        m_document->disconnect(this);
        m_document->undoStack()->disconnect(this);
    }
    m_document = document;
    m_savedDocument.reset();
    m_slow.stop();
    std::unique_ptr<ValuesForm> form;
    if (document)
        form = std::make_unique<ValuesForm>(*document, ValuesSchema::forChart(m_check.context().chartVersion));
    m_formView->setForm(document, form.get());
    m_form = std::move(form);
    m_findings = {};
    m_text->setReadOnly(!document);
    m_text->clearPlace();
    m_info->setText({});
    m_info->setSource({});
    if (document)
        connectDocument();
    m_map = YamlTextMap(document ? document->text() : QByteArray());
    m_text->showText(m_map.text());
    showError(document ? document->error() : std::nullopt);
    showUndo();
    m_check.setDocument(document);
    if (document && !isLongText(document->text()))
        m_check.checkNow();
    else
        showProblems();
}

void ValuesEditor::connectDocument()
{
    connect(m_document, &ValuesDocument::textChanged, this,
            [this](qsizetype byte, qsizetype length, const QByteArray &replacement) { followText(byte, length, replacement.size()); });
    connect(m_document, &ValuesDocument::problem, this, &ValuesEditor::showError);
    connect(m_document, &ValuesDocument::wasRead, this, [this] {
        if (!m_slow.isActive())
            m_info->setText({});
        m_slow.stop();
    });
    connect(m_document->undoStack(), &QUndoStack::indexChanged, this, &ValuesEditor::showUndo);
}

void ValuesEditor::setSavedBytes(const QByteArray &bytes)
{
    std::shared_ptr<ValuesForm> saved;
    const bool same = m_document && m_document->isUpToDate() && m_document->text() == bytes;
    auto document = std::make_unique<ValuesDocument>(same ? m_document->reading() : readValues(bytes));
    if (m_form && !document->error())
        saved = std::make_shared<ValuesForm>(*document, m_form->schema());
    m_formView->setSaved(saved);
    m_savedDocument = std::move(document); // the one before was in use until now
}

void ValuesEditor::setContext(const ProblemContext &context)
{
    const bool otherChart = context.chartVersion != m_check.context().chartVersion;
    m_check.setContext(context);
    m_formView->setSuggestions(QStringLiteral("pod.node"), context.virtualNodes);
    QStringList partitions;
    for (const SlurmPartition &partition : context.partitions)
        partitions.append(partition.name);
    m_formView->setSuggestions(QStringLiteral("slurm.partition"), partitions);
    if (otherChart && m_document)
        setDocument(m_document);
}

/// The document's text has changed; the view follows, unless the change was typed there.
void ValuesEditor::followText(qsizetype byte, qsizetype length, qsizetype replacement)
{
    const TextChange change = m_map.change(m_document->text(), byte, length, replacement);
    if (!m_taking)
        m_text->showChange(change);
    m_slow.start();
}

void ValuesEditor::takeTyped(qsizetype position, qsizetype removed, const QString &inserted)
{
    if (!m_document)
        return;
    const qsizetype from = m_map.byteAt(position);
    const qsizetype to = m_map.byteAt(position + removed);
    m_taking = true;
    m_document->replace(TextPatch{from, to - from, m_map.encoded(inserted)});
    m_taking = false;
    if (isShownOtherwise(inserted))
        m_text->showText(m_map.text());
}

bool ValuesEditor::commit()
{
    const bool fine = m_formView->commit();
    if (m_document)
        m_document->readNow();
    return fine;
}

void ValuesEditor::showError(const std::optional<YamlError> &error)
{
    if (!error) {
        m_banner->clearMessage();
        m_formView->setFrozen({});
        return;
    }
    Message message;
    message.kind = StateKind::Bad;
    message.what = toError(*error).summary;
    message.text = tr("Mend it in the text, or undo. Until then the form cannot be changed.");
    const int line = error->line;
    if (line > 0)
        message.actions.append({tr("Go to line"), [this, line] {
                                    m_textWanted = true;
                                    showFront(true);
                                    m_text->goToLine(line);
                                }});
    message.actions.append({tr("Undo"), [this] { undo(); }});
    if (m_banner->isHidden() || m_banner->message().what != message.what)
        m_banner->showMessage(message);
    m_formView->setFrozen(message.what + QLatin1Char(' ') + tr("Mend it in the text, or undo."));
}

void ValuesEditor::show(const ValuesFindings &findings)
{
    m_findings = findings;
    m_form->adopt(findings.index, findings.readings);
    m_formView->refresh();
    m_formView->setProblems(findings.problems);
    showProblems();
    showMarks();
    if (const ValuesFieldRow *row = m_formView->currentRow())
        showPlaceOf(row);
}

/// The list: what the text leads to, and what the fields refuse.
void ValuesEditor::showProblems()
{
    m_found = m_findings.problems;
    const QList<ValuesFieldRow *> refused = m_formView->refused();
    for (const ValuesFieldRow *row : refused) {
        Problem problem;
        problem.severity = Severity::Error;
        problem.fieldId = row->field().id;
        problem.podGroup = row->podGroup();
        problem.sentence = tr("%1: %2").arg(row->labelText(), row->refusal());
        problem.rule = QStringLiteral("typed");
        m_found.prepend(problem);
    }
    m_problems->setProblems(m_found);
    Q_EMIT checked();
}

void ValuesEditor::checkNow()
{
    commit();
    m_check.checkNow();
}

int ValuesEditor::count(Severity severity) const
{
    return int(std::count_if(m_found.cbegin(), m_found.cend(),
                             [severity](const Problem &problem) { return problem.severity == severity; }));
}

void ValuesEditor::undo()
{
    if (ValuesFieldRow *row = m_formView->currentRow(); row && row->discardTyped())
        return;
    if (m_document)
        m_document->undoStack()->undo();
}

void ValuesEditor::redo()
{
    if (m_document)
        m_document->undoStack()->redo();
}

void ValuesEditor::showUndo()
{
    const QUndoStack *stack = m_document ? m_document->undoStack() : nullptr;
    const bool canUndo = stack && stack->canUndo();
    const bool canRedo = stack && stack->canRedo();
    m_undo->setText(canUndo ? tr("Undo: %1").arg(stack->undoText()) : tr("Undo"));
    m_redo->setText(canRedo ? tr("Redo: %1").arg(stack->redoText()) : tr("Redo"));
    m_redo->setVisible(canRedo);
    setAvailable(m_undo, canUndo, tr("Nothing was changed yet."));
    setAvailable(m_redo, canRedo, tr("Nothing was undone."));
}

} // namespace rayhelm
