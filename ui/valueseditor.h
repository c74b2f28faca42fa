#pragma once

#include "ui/yamltextmap.h"

#include "values/valuescheck.h"
#include "values/valuesdocument.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <memory>

class QAction;
class QSplitter;
class QTabBar;

namespace rayhelm {

class FieldInfo;
class InlineMessage;
class ValuesFieldRow;
class ValuesFormView;
class ValuesProblems;
class ValuesTools;
class YamlTextView;

/// Screen S5 without its files: form and text of one document, in step, with one undo list; what is wrong with it, and
/// what it asks of the HPC.
class ValuesEditor : public QWidget
{
    Q_OBJECT
public:
    explicit ValuesEditor(QWidget *parent = nullptr);
    ~ValuesEditor() override;

    /// nullptr: none. The document outlives this or is replaced before.
    void setDocument(ValuesDocument *document);
    ValuesDocument *document() const { return m_document; }
    /// What the file held when it was last saved, for the marks of change.
    void setSavedBytes(const QByteArray &bytes);
    void setContext(const ProblemContext &context);

    /// Hands over what was typed and not yet written. False: a field holds what cannot be used.
    bool commit();
    const QList<Problem> &problems() const { return m_found; }
    int count(Severity severity) const;
    const ResourceSummary &summary() const { return m_findings.summary; }
    /// Writes what is being typed and brings all up to date at once.
    void checkNow();

    ValuesFormView *form() const { return m_formView; }
    YamlTextView *textView() const { return m_text; }
    FieldInfo *info() const { return m_info; }
    ValuesProblems *problemList() const { return m_problems; }
    /// Find, Basic/All and Undo: a row that the panel keeps above the scrolled part.
    ValuesTools *tools() const { return m_tools; }
    InlineMessage *banner() const { return m_banner; }
    QAction *undoAction() const { return m_undo; }
    QAction *redoAction() const { return m_redo; }
    QAction *textAction() const { return m_textAction; }
    QAction *switchAction() const { return m_switch; }
    bool isWide() const { return m_wide; }

Q_SIGNALS:
    void checked(); ///< `problems()` and `summary()` are new
    void noSecretSaid(const QString &variable);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildActions();
    void buildViews();
    void connectViews();
    void connectDocument();
    void followText(qsizetype byte, qsizetype length, qsizetype replacement);
    void takeTyped(qsizetype position, qsizetype removed, const QString &inserted);
    void showError(const std::optional<YamlError> &error);
    void show(const ValuesFindings &findings);
    void showProblems();
    void showMarks();
    void showPlaceOf(const ValuesFieldRow *row);
    void followCursor(int line);
    void goToPath(const YamlPath &path);
    void goTo(const Problem &problem);
    void fix(const Problem &problem);
    void undo();
    void redo();
    void showUndo();
    void showFront(bool text);
    void arrange();

    QPointer<ValuesDocument> m_document;
    std::unique_ptr<ValuesForm> m_form;
    std::unique_ptr<ValuesDocument> m_savedDocument;
    ValuesCheck m_check;
    YamlTextMap m_map;
    ValuesFindings m_findings;
    QList<Problem> m_found; ///< with what the fields refuse
    ValuesTools *m_tools;
    InlineMessage *m_banner;
    QTabBar *m_tabs;
    QSplitter *m_splitter;
    QWidget *m_formSide;
    ValuesFormView *m_formView;
    FieldInfo *m_info;
    YamlTextView *m_text;
    ValuesProblems *m_problems;
    QAction *m_undo;
    QAction *m_redo;
    QAction *m_textAction;
    QAction *m_switch;
    QTimer m_slow; ///< runs while a text is being read
    bool m_taking = false; ///< the text view has already what the document takes
    bool m_wide = true, m_textFront = false, m_textWanted = true;
    bool m_divided = false; ///< the splitter has its first division
};

} // namespace rayhelm
