#pragma once

#include "core/profile.h"
#include "remote/remotesession.h"
#include "ui/connectiondrafts.h"
#include "ui/panel.h"

#include <QHash>
#include <QTimer>

#include <optional>

class QPushButton;

namespace rayhelm {

class ConnectionForm;
class ProfileActions;
class QuestionCard;
class Session;
class StepsView;
struct Question;

/// Screens S2 and S3: the fields of a connection, its steps, and the questions that a machine asks.
class ConnectionPanel : public Panel
{
    Q_OBJECT
public:
    explicit ConnectionPanel(Session &session, QWidget *parent = nullptr);
    ~ConnectionPanel() override;

    /// Shows a profile, and with `connectNow` connects. Another connection is left first, which is asked unless `connectNow`.
    void showProfile(const Profile &profile, bool connectNow);
    /// Shows a connection out of a file beside what is known of that machine. Nothing of it is used or kept before the user connects,
    /// which `connectThen` is when the user's own command line says so.
    void offer(const Profile &given, bool connectThen);
    ConnectionForm *form() const { return m_form; }
    StepsView *steps() const { return m_steps; }
    /// The oldest open question's card; nullptr: nothing is asked.
    QuestionCard *card() const;
    void focusFirst() override;
    void connectNow();
    QAction *connectAction() const { return m_connect; }
    QAction *disconnectAction() const { return m_disconnect; }

Q_SIGNALS:
    void imageRequested();
    void configurationRequested();
    void clusterRequested();
    /// A message for the bar, with an action that undoes what was just done.
    void undoOffered(const rayhelm::Message &message);

protected:
    void hideEvent(QHideEvent *event) override;

private:
    struct Next {
        Profile profile;
        bool connectThen = false;
        bool fromFile = false;
    };
    struct Offer {
        std::optional<Profile> known; ///< of the same machine, as it is stored
    };

    void askToLeave(const Next &next);
    void leaveFor(const Next &next);
    void showOffer(), endOffer(), forgetOffer();
    std::optional<ConnectionDraft> draftFor(const Profile &profile);
    void showDraft(const ConnectionDraft &draft), keepDraft(), forgetDraft(const QUuid &profile);
    void buildActions();
    void buildBody();
    void watch();
    void showState();
    void showStateMessage(LinkState state);
    void showConnected();
    void showLost();
    void showFacts();
    void showForm();
    void ask(const Question &question);
    void placeCards();
    QList<MessageAction> failureActions(const Error &error);
    void keepEdits();
    void removed(const Profile &profile);

    Session &m_session;
    ConnectionForm *m_form;
    QPushButton *m_showForm;
    StepsView *m_steps;
    ProfileActions *m_profileActions;
    QVBoxLayout *m_questionPlace;
    QVBoxLayout *m_factPlace;
    QHash<int, QuestionCard *> m_cards;
    QAction *m_connect;
    QAction *m_disconnect;
    QAction *m_check;
    ConnectionDrafts m_drafts;
    QTimer m_draftTimer;
    bool m_typed = false;         ///< the form holds what is not stored yet
    std::optional<Next> m_next;   ///< to be shown once the connection in use is left
    std::optional<Offer> m_offer; ///< the form shows a file's connection
};

} // namespace rayhelm
