#include "ui/hostkeycard.h"

#include "ui/availability.h"
#include "ui/formfield.h"
#include "ui/statelabel.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace rayhelm {

namespace {

/// A fingerprint that can be read, selected and copied by keyboard. A field scrolls where a label would be cut.
QLineEdit *fingerprintField(const QString &text, const QString &name)
{
    auto *field = new QLineEdit(text);
    field->setReadOnly(true);
    field->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    field->setAccessibleName(name);
    field->setLayoutDirection(Qt::LeftToRight);
    field->setCursorPosition(0);
    return field;
}

QPushButton *button(const QString &text, const QString &description)
{
    auto *made = new QPushButton(text);
    made->setAutoDefault(false);
    made->setAccessibleDescription(description);
    made->setToolTip(description);
    return made;
}

} // namespace

FirstContactCard::FirstContactCard(const Question &question, QuestionDesk *desk, QWidget *parent)
    : QuestionCard(question, desk, parent)
{
    addTexts(tr("First contact with %1").arg(question.subject),
             tr("This computer has never met this machine. Compare the fingerprint with the one you were given."));
    addFingerprint();
    addButtons();
    follow();
}

void FirstContactCard::addFingerprint()
{
    auto *shown = fingerprintField(question().fingerprint, tr("Fingerprint of the machine"));
    auto *copy = button(tr("Copy fingerprint"), tr("Copies the fingerprint of the machine."));
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(question().fingerprint); });
    auto *row = new QHBoxLayout;
    row->addWidget(new FormField(tr("Its fingerprint (%1)").arg(question().keyType), shown), 1);
    row->addWidget(copy, 0, Qt::AlignBottom);
    column()->addLayout(row);

    m_expected = new QLineEdit;
    m_expected->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_expected->setLayoutDirection(Qt::LeftToRight);
    m_expected->setClearButtonEnabled(false);
    column()->addWidget(new FormField(tr("Paste the one you were given, optional"), m_expected));
    m_verdict = new StateLabel;
    column()->addWidget(m_verdict);
    connect(m_expected, &QLineEdit::textChanged, this, &FirstContactCard::follow);
}

void FirstContactCard::addButtons()
{
    auto *refuse = button(tr("Do not connect"), tr("Nothing is sent to this machine."));
    m_trust = new QPushButton(tr("They match: trust it"));
    m_trust->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->addWidget(refuse);
    row->addWidget(m_trust);
    row->addStretch();
    column()->addLayout(row);
    connect(refuse, &QPushButton::clicked, this, [this] { cancel(); });
    connect(m_trust, &QPushButton::clicked, this, [this] {
        Answer answer;
        answer.trust = true;
        send(std::move(answer));
    });
}

FirstContactCard::Comparison FirstContactCard::compare(const QString &pasted, const QString &fingerprint)
{
    const auto bare = [](QString text) {
        static const QRegularExpression inside(QStringLiteral("SHA256:([A-Za-z0-9+/]+=*)"));
        const QRegularExpressionMatch match = inside.match(text);
        if (match.hasMatch())
            text = match.captured(1);
        text.remove(QRegularExpression(QStringLiteral("[\\s=]")));
        return text;
    };
    const QString expected = bare(pasted);
    if (expected.isEmpty())
        return Comparison::None;
    return expected == bare(fingerprint) ? Comparison::Same : Comparison::Different;
}

void FirstContactCard::follow()
{
    const Comparison comparison = compare(m_expected->text(), question().fingerprint);
    m_verdict->setVisible(comparison != Comparison::None);
    QString verdict;
    if (comparison == Comparison::Same)
        m_verdict->setState(StateKind::Good, verdict = tr("They are the same."));
    if (comparison == Comparison::Different)
        m_verdict->setState(StateKind::Bad, verdict = tr("They are different: this may be another machine. Do not trust it."));
    m_expected->setAccessibleDescription(verdict);
    setAvailable(m_trust, comparison != Comparison::Different, tr("The fingerprint that you pasted is different."),
                 tr("Remembers this machine and goes on."));
}

void FirstContactCard::focusFirst()
{
    m_expected->setFocus(Qt::OtherFocusReason);
}

ChangedIdentityCard::ChangedIdentityCard(const Question &question, QuestionDesk *desk, QWidget *parent)
    : QuestionCard(question, desk, parent)
{
    const QString known = question.knownSince.isEmpty() ? QString() : tr("Known: %1.").arg(question.knownSince) + QLatin1Char(' ');
    addTexts(tr("STOP: %1 has changed its identity").arg(question.subject),
             known
                 + tr("It was reinstalled, or someone stands in between. Your password was not sent. Ask the VM's owner before "
                      "you go on."),
             true);
    column()->addWidget(new FormField(tr("Known fingerprint"),
                                      fingerprintField(question.knownFingerprint, tr("Known fingerprint"))));
    column()->addWidget(new FormField(tr("Fingerprint now"), fingerprintField(question.fingerprint, tr("Fingerprint now"))));
    m_refuse = button(tr("Do not connect"), tr("Nothing is sent to this machine."));
    connect(m_refuse, &QPushButton::clicked, this, [this] { cancel(); });
    addForget(m_refuse);
}

void ChangedIdentityCard::addForget(QPushButton *refuse)
{
    auto *row = new QHBoxLayout;
    row->addWidget(refuse);
    column()->addLayout(row);
    if (!question().mayForget) {
        row->addStretch();
        column()->addWidget(new StateText(
            StateKind::Muted, tr("The old identity is kept in your own SSH files, which Rayhelm does not change.")));
        return;
    }
    auto *forget = button(tr("Forget the old identity..."), tr("Asks once more, then starts as with a new machine."));
    row->addWidget(forget);
    row->addStretch();
    auto *again = new QWidget;
    auto *againColumn = new QVBoxLayout(again);
    againColumn->setContentsMargins(0, 0, 0, 0);
    auto *sentence = new QLabel(tr("Forget the identity of %1? Do this only if its owner told you that it is new.").arg(question().subject));
    sentence->setTextFormat(Qt::PlainText);
    sentence->setWordWrap(true);
    auto *keep = button(tr("Keep the old identity"), tr("Nothing changes."));
    auto *sure = button(tr("Forget the identity of %1").arg(question().subject), tr("Its new fingerprint is then shown for comparison."));
    auto *againRow = new QHBoxLayout;
    againRow->addWidget(keep);
    againRow->addWidget(sure);
    againRow->addStretch();
    againColumn->addWidget(sentence);
    againColumn->addLayout(againRow);
    again->hide();
    column()->addWidget(again);
    connect(forget, &QPushButton::clicked, this, [again, keep] {
        again->show();
        keep->setFocus();
    });
    connect(keep, &QPushButton::clicked, this, [this, again] {
        again->hide();
        focusFirst();
    });
    connect(sure, &QPushButton::clicked, this, [this] {
        Answer answer;
        answer.forgetOld = true;
        send(std::move(answer));
    });
}

void ChangedIdentityCard::focusFirst()
{
    m_refuse->setFocus(Qt::OtherFocusReason);
}

} // namespace rayhelm
