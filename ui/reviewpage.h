#pragma once

#include "ui/panel.h"

namespace rayhelm {

class ReviewContent;
class Session;
class ValuesEditor;
class YamlValue;
struct ReviewFacts;

/// Screen S6: what installing the open configuration would ask of the HPC and change, and the button that does it.
class ReviewPage : public Panel
{
    Q_OBJECT
public:
    ReviewPage(Session &session, ValuesEditor &editor, QWidget *parent = nullptr);

    /// Reads again what runs now. Called whenever the page is opened.
    void begin();
    ReviewContent *content() const { return m_content; }

Q_SIGNALS:
    /// The install has begun; its steps are shown with the cluster.
    void installBegun();
    /// The user wants the cluster deleted, to install it again afterwards.
    void deleteRequested();
    void showClusterRequested();

private:
    void buildActions();
    void install();
    void showState();
    void showOwner(ReviewFacts &facts) const;
    void showComparison(ReviewFacts &facts, const YamlValue &wanted) const;
    void showProblem();
    ReviewFacts gather() const;
    QString whyNotInstall() const;
    void useOwnName();

    Session &m_session;
    ValuesEditor &m_editor;
    ReviewContent *m_content;
    QAction *m_install;
    QAction *m_readAgain;
};

} // namespace rayhelm
