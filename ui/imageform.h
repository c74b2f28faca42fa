#pragma once

#include "images/imagetags.h"
#include "images/pullimage.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QRadioButton;

namespace rayhelm {

class FormField;
class StateText;

/// Which image to fetch and under which name to keep it on the HPC. It holds no service; the panel fills it.
class ImageForm : public QWidget
{
    Q_OBJECT
public:
    explicit ImageForm(QWidget *parent = nullptr);

    void setRegistry(const ImageRegistry &registry);
    /// The list offered for the tag; nullptr: none was read. Free text is always possible.
    void setTags(const ImageTagList *tags);
    void setTagsBusy(bool busy);
    void setTagsProblem(const QString &problem);
    void setDirectory(const QString &directory);
    /// What is known of the file at `filePath()`; nullptr: it was not looked at.
    void setExisting(const ImageFile *file);
    /// Off, with the reason, while an image is being fetched.
    void setFrozen(bool frozen);

    /// The file as named in the fields, "<folder>/<name>:<tag>".
    QString filePath() const;
    /// With the answer to "exists already": the file that preparing would write.
    PullRequest request() const;
    bool wantsDevelopment() const;
    bool useInConfiguration() const;
    /// What is missing or wrong, in one sentence; empty: it can be prepared.
    QString problem() const;
    QWidget *firstField() const;

Q_SIGNALS:
    void refreshRequested();
    /// Something that changes the request.
    void changed();
    /// Another file is named; what was known about the old one no longer counts.
    void fileChanged(const QString &path);

private:
    QWidget *buildTag();
    QWidget *buildFile();
    QWidget *buildConflict();
    QWidget *buildCommand();
    void fillTags();
    void noteChange();
    void showProblems();
    QString alternativeName() const;

    ImageRegistry m_registry;
    std::unique_ptr<ImageTagList> m_list;
    std::unique_ptr<ImageFile> m_existing;
    bool m_tagTouched = false;
    QComboBox *m_tag;
    QPushButton *m_refresh;
    QCheckBox *m_development;
    QCheckBox *m_notebooks;
    StateText *m_tagState;
    QLineEdit *m_directory;
    QLineEdit *m_name;
    QLineEdit *m_fileTag;
    QCheckBox *m_use;
    FormField *m_tagField;
    FormField *m_directoryField;
    FormField *m_nameField;
    QWidget *m_conflict;
    QLabel *m_conflictText;
    QRadioButton *m_newName;
    QRadioButton *m_replace;
    QPlainTextEdit *m_command = nullptr;
};

} // namespace rayhelm
