#pragma once

#include "ui/panel.h"

#include "core/error.h"

#include <QPointer>

class QCheckBox;
class QPlainTextEdit;
class QToolButton;

namespace rayhelm {

class ImageForm;
class Session;
class StepsView;

/// Screen S4: the container image file on the HPC: which one lies there, fetching one, and how to do it by hand.
class ImagePanel : public Panel
{
    Q_OBJECT
public:
    explicit ImagePanel(Session &session, QWidget *parent = nullptr);

    ImageForm *form() const { return m_form; }

Q_SIGNALS:
    /// The user wants to name an HPC login node, which is done in the connection.
    void addLoginNodeRequested();
    /// The file's path was put into the configuration that is open.
    void imageUsed(const QString &path);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void buildActions();
    void connectDesk();
    void takeProfile();
    void prepare();
    void checkFile();
    void useInConfiguration(const QString &path);
    void copyCommand();
    void showState();
    void showTags();
    void showFailure(const Error &error);
    void refreshTags();
    bool byHand() const;

    Session &m_session;
    ImageForm *m_form;
    StepsView *m_steps;
    QToolButton *m_logButton;
    QPlainTextEdit *m_log;
    QAction *m_prepare;
    QAction *m_copy;
    QAction *m_copyFirst;
    QAction *m_check;
    QAction *m_use;
    QAction *m_addLogin;
    bool m_tagsAsked = false;
    QString m_note; ///< what the last act ended with, for example "Stopped."
};

} // namespace rayhelm
