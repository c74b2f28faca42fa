// Where things are: the text line of a field, the field of a text line, problems; and how the views share the space.
#include "ui/valuesproblems.h"
#include "ui/valueseditor.h"

#include "ui/fieldinfo.h"
#include "ui/inlinemessage.h"
#include "ui/valuesfieldrow.h"
#include "ui/valuesformview.h"
#include "ui/yamltextview.h"

#include "values/valuesdocument.h"

#include <QAction>
#include <QSplitter>
#include <QTabBar>
#include <QTextBlock>

#include <algorithm>

namespace rayhelm {

void ValuesEditor::showPlaceOf(const ValuesFieldRow *row)
{
    const FieldReading &reading = row->reading();
    const FieldSchema &field = row->field();
    QStringList parts{row->labelText() + (field.term.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(field.term)) + QLatin1Char(':'),
                      field.help, tr("Key: %1").arg(row->keyPath())};
    if (!reading.editable)
        parts.append(reading.whyNotEditable);
    m_info->setText(parts.join(QLatin1Char(' ')));
    m_info->setSource(QUrl(field.source));
    if (!m_document || m_document->error() || !m_document->isUpToDate())
        return; // the places are those of another text
    int first = reading.line;
    int last = reading.line;
    const YamlIndex &index = m_document->index();
    const int node = reading.isRead() ? index.find(reading.paths().constFirst()) : -1;
    if (node >= 0) {
        first = index.node(node).line;
        last = std::max(first, index.lineOf(std::max(index.node(node).begin, index.node(node).end - 1)));
        if (index.node(node).indicator >= 0)
            first = std::min(first, index.lineOf(index.node(node).indicator));
    }
    m_text->showPlace(first, last);
}

void ValuesEditor::followCursor(int line)
{
    if (!m_document || !m_form || m_document->error() || !m_document->isUpToDate())
        return;
    const QTextBlock block = m_text->document()->findBlockByNumber(line - 1);
    const QString text = block.text();
    int column = 0;
    while (column < text.size() && (text[column].isSpace() || text[column] == QLatin1Char('-')))
        ++column;
    const bool blank = column >= text.size() || text[column] == QLatin1Char('#');
    const int node = blank ? -1 : m_document->index().nodeAt(m_map.byteAt(block.position() + column));
    std::pair<QString, QString> field;
    if (node >= 0)
        field = m_form->fieldAt(m_document->index().pathOf(node));
    m_formView->markPlace(field.first, field.second);
    m_text->clearPlace();
}

void ValuesEditor::goToPath(const YamlPath &path)
{
    if (!m_document)
        return;
    m_document->readNow();
    m_textWanted = true;
    showFront(true);
    m_text->goToLine(m_document->lineOf(path));
}

void ValuesEditor::goTo(const Problem &problem)
{
    if (!problem.fieldId.isEmpty() && !m_document->error() && m_formView->goTo(problem.fieldId, problem.podGroup)) {
        showFront(false);
        m_formView->goTo(problem.fieldId, problem.podGroup); // again, now that the form is in front
        return;
    }
    m_textWanted = true;
    showFront(true);
    m_text->goToLine(std::max(1, problem.line));
}

void ValuesEditor::fix(const Problem &problem)
{
    if (!m_document)
        return;
    if (!problem.maybeSecret.isEmpty()) {
        Q_EMIT noSecretSaid(problem.maybeSecret);
        return;
    }
    // What was typed since the problem was found may have changed what corrects it.
    const QString rule = problem.rule;
    const YamlPath path = problem.path;
    checkNow();
    const auto now = std::find_if(m_found.cbegin(), m_found.cend(), [&](const Problem &one) {
        return one.rule == rule && one.path == path && one.correction;
    });
    if (now == m_found.cend())
        return;
    const Correction correction = *now->correction;
    const Result<> done = m_document->apply(correction.edits, correction.label);
    if (!done) {
        m_banner->showMessage(messageFor(done.error()));
        return;
    }
    checkNow();
}

void ValuesEditor::showMarks()
{
    QList<TextMark> marks;
    for (qsizetype i = 0; i < m_findings.problems.size(); ++i) {
        const Problem &problem = m_findings.problems[i];
        if (problem.line <= 0)
            continue;
        const qsizetype begin = m_map.positionAt(m_findings.places[i].begin);
        const qsizetype end = m_map.positionAt(m_findings.places[i].end);
        marks.append(TextMark{begin, end - begin, problem.severity == Severity::Error, problem.sentence});
    }
    m_text->setMarks(marks);
}

void ValuesEditor::showFront(bool text)
{
    m_textFront = text;
    if (m_wide && !m_textWanted)
        m_textFront = false;
    arrange();
}

void ValuesEditor::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_wide = width() >= fontMetrics().averageCharWidth() * 118;
    arrange();
}

void ValuesEditor::arrange()
{
    const bool textShown = m_wide ? m_textWanted : m_textFront;
    m_tabs->setVisible(!m_wide);
    m_tabs->setCurrentIndex(m_textFront ? 1 : 0);
    m_formSide->setVisible(m_wide || !m_textFront);
    m_text->setVisible(textShown);
    m_textAction->setChecked(textShown);
    const bool beside = m_wide && textShown;
    if (beside && !m_divided) {
        m_divided = true;
        m_splitter->setSizes({width() * 56 / 100, width() * 44 / 100});
    }
    const int forForm = beside ? m_splitter->sizes().constFirst() : width();
    const int character = fontMetrics().averageCharWidth();
    m_formView->setNarrow(forForm < character * 46, forForm < character * 62 || height() < fontMetrics().lineSpacing() * 14);
    const bool low = height() < fontMetrics().lineSpacing() * 20;
    m_info->setVisible(!low);
    m_problems->setCompact(low);
}

} // namespace rayhelm
