#include "awaiting.h"
#include "remote/question.h"
#include "ui/hostkeycard.h"
#include "ui/questioncard.h"
#include "ui/statelabel.h"
#include "ui/theme.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTest>

#include <optional>

using namespace rayhelm;

namespace {

/// The answer of a question that was asked, once there is one.
struct Asked {
    std::optional<Result<std::shared_ptr<Answer>>> answer;
};

QCoro::Task<void> ask(QuestionDesk *desk, Question question, std::shared_ptr<Asked> asked)
{
    const std::stop_token stop;
    asked->answer = co_await desk->ask(question, stop);
}

} // namespace

class tst_QuestionCard : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void passwordIsHandedOver();
    void cancelSendsNothing_data();
    void cancelSendsNothing();
    void refusedPasswordSaysSo();
    void showEndsWhenFocusLeaves();
    void rememberOnlyWhereAllowed();
    void notSentIsAWarning();
    void comparison_data();
    void comparison();
    void differentFingerprintTurnsTrustOff();
    void changedIdentityOffersNoTrust();
    void changedIdentityForgetsOnlyAfterAskingTwice();
    void identityInOwnFilesIsOnlyShown();

private:
    QuestionCard *put(const Question &question);
    QPushButton *button(const QString &text) const;
    QLineEdit *field(const QString &name) const;

    std::unique_ptr<QuestionDesk> m_desk;
    std::shared_ptr<Asked> m_asked;
    std::unique_ptr<QuestionCard> m_card;
};

void tst_QuestionCard::init()
{
    m_card.reset();
    m_desk = std::make_unique<QuestionDesk>();
    m_asked = std::make_shared<Asked>();
}

/// Nobody is left waiting for an answer.
void tst_QuestionCard::cleanup()
{
    const QList<Question> open = m_desk->open();
    for (const Question &question : open)
        m_desk->cancel(question.id);
    QTRY_VERIFY(open.isEmpty() || m_asked->answer);
}

QuestionCard *tst_QuestionCard::put(const Question &question)
{
    ask(m_desk.get(), question, m_asked);
    m_card.reset(QuestionCard::make(m_desk->open().constFirst(), m_desk.get()));
    m_card->show();
    m_card->activateWindow();
    [&] { QVERIFY(QTest::qWaitForWindowActive(m_card.get())); }();
    m_card->focusFirst();
    return m_card.get();
}

QPushButton *tst_QuestionCard::button(const QString &text) const
{
    const QList<QPushButton *> buttons = m_card->findChildren<QPushButton *>();
    for (QPushButton *button : buttons)
        if (button->text() == text && button->isVisible())
            return button;
    return nullptr;
}

QLineEdit *tst_QuestionCard::field(const QString &name) const
{
    const QList<QLineEdit *> fields = m_card->findChildren<QLineEdit *>();
    for (QLineEdit *field : fields)
        if (field->accessibleName() == name)
            return field;
    return nullptr;
}

void tst_QuestionCard::passwordIsHandedOver()
{
    Question question;
    question.kind = QuestionKind::Password;
    question.subject = QStringLiteral("ada@vm");
    question.mayRemember = true;
    put(question);
    QVERIFY(!button(QStringLiteral("Continue"))->isEnabled());
    auto *focus = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(focus);
    QCOMPARE(focus->echoMode(), QLineEdit::Password);
    QTest::keyClicks(focus, QStringLiteral("s3cret"));
    QTest::keyClick(focus, Qt::Key_Return);
    QTRY_VERIFY(m_asked->answer);
    QVERIFY(*m_asked->answer);
    QCOMPARE((**m_asked->answer)->secret.reveal().toByteArray(), QByteArray("s3cret"));
    QVERIFY(!(**m_asked->answer)->remember);
    QVERIFY(focus->text().isEmpty());
}

void tst_QuestionCard::cancelSendsNothing_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("byKey");
    for (const auto kind : {QuestionKind::Password, QuestionKind::VerificationCode, QuestionKind::Passphrase, QuestionKind::SudoPassword}) {
        QTest::addRow("button %d", int(kind)) << int(kind) << false;
        QTest::addRow("Esc %d", int(kind)) << int(kind) << true;
    }
}

void tst_QuestionCard::cancelSendsNothing()
{
    QFETCH(int, kind);
    QFETCH(bool, byKey);
    Question question;
    question.kind = QuestionKind(kind);
    question.subject = QStringLiteral("ada@vm");
    put(question);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("half typed"));
    if (byKey)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    else
        QTest::mouseClick(button(QStringLiteral("Cancel")), Qt::LeftButton);
    QTRY_VERIFY(m_asked->answer);
    QVERIFY(!*m_asked->answer);
    QVERIFY(m_asked->answer->error().isCancelled());
}

void tst_QuestionCard::refusedPasswordSaysSo()
{
    Question question;
    question.subject = QStringLiteral("ada@vm");
    question.previousRefused = true;
    put(question);
    auto *focus = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(focus && focus->text().isEmpty());
    QCOMPARE(focus->accessibleDescription(), QStringLiteral("The server refused this password."));
}

void tst_QuestionCard::showEndsWhenFocusLeaves()
{
    Question question;
    question.subject = QStringLiteral("ada@vm");
    put(question);
    auto *edit = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QTest::keyClicks(edit, QStringLiteral("abc"));
    QTest::mouseClick(button(QStringLiteral("Show")), Qt::LeftButton);
    QCOMPARE(edit->echoMode(), QLineEdit::Normal);
    button(QStringLiteral("Continue"))->setFocus();
    QCOMPARE(edit->echoMode(), QLineEdit::Password);
}

void tst_QuestionCard::rememberOnlyWhereAllowed()
{
    Question question;
    question.subject = QStringLiteral("ada@vm");
    question.mayRemember = false;
    put(question);
    const auto boxes = m_card->findChildren<QAbstractButton *>();
    bool found = false;
    for (QAbstractButton *box : boxes) {
        if (box->text() != QLatin1String("Remember in the keychain"))
            continue;
        found = true;
        QVERIFY(!box->isEnabled());
        QVERIFY(!box->accessibleDescription().isEmpty());
    }
    QVERIFY(found);
}

/// Said, and painted as a warning also on the card's background.
void tst_QuestionCard::notSentIsAWarning()
{
    Question question;
    question.kind = QuestionKind::SudoPassword;
    question.subject = QStringLiteral("vm.test");
    const auto noteOf = [this](const Question &asked) {
        const QList<StateText *> texts = put(asked)->findChildren<StateText *>();
        const auto note = std::find_if(texts.begin(), texts.end(), [](StateText *text) { return text->text().contains(QStringLiteral("So nothing was sent.")); });
        return note == texts.end() ? nullptr : *note;
    };
    QVERIFY(!noteOf(question));
    m_desk->cancel(m_desk->open().constFirst().id);
    QTRY_VERIFY(m_asked->answer);
    question.keptForAnotherMachine = true;
    const StateText *note = noteOf(question);
    QVERIFY(note && note->isVisible());
    QCOMPARE(note->palette().color(note->foregroundRole()), Theme::color(StateKind::Warning));
    QVERIFY(Theme::color(StateKind::Warning) != QGuiApplication::palette().color(QPalette::Text));
    QCOMPARE(field(QStringLiteral("Password for sudo on vm.test"))->accessibleDescription(), note->text());
}

void tst_QuestionCard::comparison_data()
{
    QTest::addColumn<QString>("pasted");
    QTest::addColumn<int>("expected");
    using C = FirstContactCard::Comparison;
    QTest::newRow("empty") << QString() << int(C::None);
    QTest::newRow("same") << QStringLiteral("SHA256:abcDEF123") << int(C::Same);
    QTest::newRow("without the word") << QStringLiteral("abcDEF123") << int(C::Same);
    QTest::newRow("padded and spaced") << QStringLiteral("  SHA256:abcDEF123= \n") << int(C::Same);
    QTest::newRow("a line of ssh-keygen") << QStringLiteral("256 SHA256:abcDEF123 root@vm (ED25519)") << int(C::Same);
    QTest::newRow("other") << QStringLiteral("SHA256:abcDEF124") << int(C::Different);
    QTest::newRow("other case") << QStringLiteral("SHA256:ABCdef123") << int(C::Different);
    QTest::newRow("a part") << QStringLiteral("SHA256:abcDEF") << int(C::Different);
}

void tst_QuestionCard::comparison()
{
    QFETCH(QString, pasted);
    QFETCH(int, expected);
    QCOMPARE(int(FirstContactCard::compare(pasted, QStringLiteral("SHA256:abcDEF123"))), expected);
}

void tst_QuestionCard::differentFingerprintTurnsTrustOff()
{
    Question question;
    question.kind = QuestionKind::UnknownHostKey;
    question.subject = QStringLiteral("vm");
    question.keyType = QStringLiteral("ED25519");
    question.fingerprint = QStringLiteral("SHA256:abcDEF123");
    put(question);
    QPushButton *trust = button(QStringLiteral("They match: trust it"));
    QVERIFY(trust->isEnabled());
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("SHA256:xyz"));
    QVERIFY(!trust->isEnabled());
    QVERIFY(trust->accessibleDescription().contains(QLatin1String("different")));
    auto *edit = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(edit->accessibleDescription().contains(QLatin1String("different")));
    edit->setText(question.fingerprint);
    QVERIFY(trust->isEnabled());
    QTest::mouseClick(trust, Qt::LeftButton);
    QTRY_VERIFY(m_asked->answer);
    QVERIFY(*m_asked->answer && (**m_asked->answer)->trust);
}

void tst_QuestionCard::changedIdentityOffersNoTrust()
{
    Question question;
    question.kind = QuestionKind::ChangedHostKey;
    question.subject = QStringLiteral("vm");
    question.knownFingerprint = QStringLiteral("SHA256:old");
    question.fingerprint = QStringLiteral("SHA256:new");
    question.mayForget = true;
    put(question);
    QCOMPARE(field(QStringLiteral("Known fingerprint"))->text(), QStringLiteral("SHA256:old"));
    QCOMPARE(field(QStringLiteral("Fingerprint now"))->text(), QStringLiteral("SHA256:new"));
    const QList<QLineEdit *> fields = m_card->findChildren<QLineEdit *>();
    for (const QLineEdit *line : fields) {
        QVERIFY(line->isReadOnly());
        QCOMPARE(line->echoMode(), QLineEdit::Normal);
    }
    const QList<QPushButton *> buttons = m_card->findChildren<QPushButton *>();
    for (const QPushButton *shown : buttons)
        QVERIFY2(!shown->text().contains(QLatin1String("trust"), Qt::CaseInsensitive), qPrintable(shown->text()));
    QCOMPARE(qobject_cast<QPushButton *>(QApplication::focusWidget())->text(), QStringLiteral("Do not connect"));
}

void tst_QuestionCard::changedIdentityForgetsOnlyAfterAskingTwice()
{
    Question question;
    question.kind = QuestionKind::ChangedHostKey;
    question.subject = QStringLiteral("vm");
    question.mayForget = true;
    put(question);
    QVERIFY(!button(QStringLiteral("Forget the identity of vm")));
    QTest::mouseClick(button(QStringLiteral("Forget the old identity...")), Qt::LeftButton);
    QVERIFY(!m_asked->answer);
    QCOMPARE(qobject_cast<QPushButton *>(QApplication::focusWidget())->text(), QStringLiteral("Keep the old identity"));
    QTest::mouseClick(button(QStringLiteral("Forget the identity of vm")), Qt::LeftButton);
    QTRY_VERIFY(m_asked->answer);
    QVERIFY(*m_asked->answer && (**m_asked->answer)->forgetOld);
    QVERIFY(!(**m_asked->answer)->trust);
}

void tst_QuestionCard::identityInOwnFilesIsOnlyShown()
{
    Question question;
    question.kind = QuestionKind::ChangedHostKey;
    question.subject = QStringLiteral("vm");
    question.mayForget = false;
    put(question);
    QVERIFY(!button(QStringLiteral("Forget the old identity...")));
}

QTEST_MAIN(tst_QuestionCard)
#include "tst_questioncard.moc"
