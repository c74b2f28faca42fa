#include "driverscreens.h"
#include "translations/translations.h"
#include "visibletextsdriver.h"
#include "folders.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QKeySequence>
#include <QLabel>
#include <QMenuBar>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace rayhelm;

namespace {

constexpr char16_t opens = u'\u27e6';
constexpr char16_t closes = u'\u27e7';

/// German with every translated stretch between marks, and what is put in for %1 outside of them: what then stands outside has
/// not come from a translation.
class MarkingTranslator : public QTranslator
{
public:
    MarkingTranslator() { QVERIFY(m_german.load(QStringLiteral(":/rayhelm/translations/rayhelm_de.qm"))); }
    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *source, const char *comment, int n) const override
    {
        QString text = m_german.translate(context, source, comment, n);
        if (text.isEmpty())
            return {};
        static const QRegularExpression placeholder(QStringLiteral("(%L?\\d{1,2})"));
        text.replace(placeholder, QString(closes) + QStringLiteral("\\1") + QString(opens));
        return opens + text + closes;
    }

private:
    QTranslator m_german;
};

/// The stretches of `text` that stand outside every pair of marks.
QStringList outside(const QString &text)
{
    QStringList found;
    QString stretch;
    int depth = 0;
    for (const QChar c : text) {
        if (c == opens || c == closes) {
            if (depth == 0)
                found.append(stretch);
            stretch.clear();
            depth = qMax(0, depth + (c == opens ? 1 : -1));
        } else if (depth == 0) {
            stretch += c;
        }
    }
    found.append(stretch);
    return found;
}

/// The texts of rayhelm_de.ts, without mnemonics.
struct Texts {
    QSet<QString> english; ///< those whose German is another one
    QString german;        ///< all, one a line
};

Texts translatedTexts()
{
    QFile file(rayhelm::sourceFile("/translations/rayhelm_de.ts"));
    Texts texts;
    if (!file.open(QIODevice::ReadOnly))
        return texts;
    QXmlStreamReader xml(&file);
    QString source;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "source"_L1)
            source = xml.readElementText().remove(u'&');
        if (xml.name() != "translation"_L1)
            continue;
        const QString german = xml.readElementText(QXmlStreamReader::IncludeChildElements).remove(u'&');
        texts.german += german + u'\n';
        if (german != source)
            texts.english.insert(source);
    }
    return texts;
}

/// What may stand untranslated: one regular expression a line, for a whole stretch. Lines of comment begin with "# ".
QStringList allowedLines()
{
    QFile file(rayhelm::sourceFile("/tests/ui/german_allowed.txt"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    lines.removeIf([](const QString &line) { return line.startsWith("# "_L1); });
    return lines;
}

/// Keys (Alt and a letter) that two visible controls or menus of the window have, with their texts.
QStringList sameMnemonics(QWidget *in)
{
    QMap<QString, QStringList> owners;
    const auto note = [&owners](const QString &text) {
        const QKeySequence key = QKeySequence::mnemonic(text);
        if (!key.isEmpty())
            owners[key.toString()].append(text);
    };
    for (const QLabel *label : in->findChildren<QLabel *>())
        if (label->buddy() && label->isVisible() && label->buddy()->isEnabled())
            note(label->text());
    for (const QAbstractButton *button : in->findChildren<QAbstractButton *>())
        if (button->isVisible() && button->isEnabled() && !button->objectName().startsWith("qt_"_L1))
            note(button->text());
    for (const QMenuBar *menus : in->findChildren<QMenuBar *>())
        for (const QAction *action : menus->actions())
            note(action->text());
    QStringList twice;
    for (const QStringList &texts : std::as_const(owners))
        if (texts.size() > 1)
            twice.append(texts.join(u" and "_s));
    return twice;
}

} // namespace

/// The German window: every text of every screen comes from the translation, or is a name, a command or a key.
class tst_German : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void theMarkingMarks();
    void everythingIsGerman();
    void itFits_data();
    void itFits();

private:
    QStringList untranslated(const QString &text) const;

    std::unique_ptr<MarkingTranslator> m_marking;
    bool isAllowed(const QString &stretch) const;

    Texts m_texts;
    QStringList m_allowedLines;
    QRegularExpression m_allowed;
};

void tst_German::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    installTranslations(QLocale());
    m_marking = std::make_unique<MarkingTranslator>();
    QCoreApplication::installTranslator(m_marking.get());
    m_texts = translatedTexts();
    QVERIFY(m_texts.english.size() > 1500);
    m_allowedLines = allowedLines();
    m_allowed.setPattern(QRegularExpression::anchoredPattern(m_allowedLines.join(u'|')));
    QVERIFY2(m_allowed.isValid(), qPrintable(m_allowed.errorString()));
}

bool tst_German::isAllowed(const QString &stretch) const
{
    static const QRegularExpression word(QStringLiteral("\\p{L}{2}"));
    if (!word.match(stretch).hasMatch() || m_allowedLines.contains(stretch))
        return true;
    if (m_texts.english.contains(stretch)) // whatever a wider pattern says
        return false;
    // A message is cut into its first sentence and the rest: then the marks are lost, but it is German.
    return m_allowed.match(stretch).hasMatch() || (stretch.size() > 20 && m_texts.german.contains(stretch));
}

/// The parts of a shown text that no translation gave.
QStringList tst_German::untranslated(const QString &text) const
{
    static const QString edges = QStringLiteral(" \t\n.,:;()\"'\u2068\u2069\u201e\u201c\u00b7");
    QStringList wrong;
    const QStringList stretches = outside(text);
    for (const QString &stretch : stretches) {
        qsizetype from = 0;
        qsizetype to = stretch.size();
        while (from < to && edges.contains(stretch.at(from)))
            ++from;
        while (to > from && edges.contains(stretch.at(to - 1)))
            --to;
        const QString bare = stretch.mid(from, to - from).remove(u'&');
        if (!isAllowed(bare))
            wrong.append(bare);
    }
    return wrong;
}

void tst_German::theMarkingMarks()
{
    const QString marked = QCoreApplication::translate("rayhelm::StatusStrip", "Step %1 of %2").arg(1).arg(u"Something"_s);
    QCOMPARE(QString(marked).remove(opens).remove(closes), u"Schritt 1 von Something"_s);
    QCOMPARE(untranslated(marked), QStringList{u"Something"_s});
    QCOMPARE(untranslated(u"Connect"_s), QStringList{u"Connect"_s});
    QVERIFY(untranslated(u"kubectl"_s).isEmpty());
    QVERIFY(untranslated(QCoreApplication::translate("rayhelm::MainMenu", "&File")).isEmpty());
}

void tst_German::everythingIsGerman()
{
    int screens = 0;
    int texts = 0;
    QMap<QString, QString> wrong; // the text and where it was seen first
    visitEveryScreen(QSize(1280, 800), [&](const QString &name, QWidget *shown) {
        ++screens;
        const QList<VisibleText> seen = visibleTexts(shown);
        texts += int(seen.size());
        for (const VisibleText &text : seen) {
            const QStringList parts = untranslated(text.text);
            for (const QString &part : parts)
                if (!wrong.contains(part))
                    wrong.insert(part, name + u' ' + text.where);
        }
    });
    QVERIFY2(screens >= 30, qPrintable(QString::number(screens)));
    QVERIFY2(texts > 5000, qPrintable(QString::number(texts)));
    QStringList lines;
    for (auto entry = wrong.constBegin(); entry != wrong.constEnd(); ++entry)
        lines.append(u"\"%1\"  (%2)"_s.arg(entry.key(), entry.value()));
    for (const QString &line : std::as_const(lines))
        qWarning("%s", qPrintable(line)); // the message of a failure is cut at some length
    QVERIFY2(lines.isEmpty(), "texts without a translation, named above");
}

void tst_German::itFits_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("wide") << QSize(1280, 800);
    QTest::newRow("narrow") << QSize(640, 400);
}

/// German words are longer: still no panel scrolls sideways, no window grows, no two keys are the same.
void tst_German::itFits()
{
    QFETCH(QSize, size);
    QCoreApplication::removeTranslator(m_marking.get());
    const QString folder = QStringLiteral(RAYHELM_SCREENSHOTS "/german-") + QLatin1String(QTest::currentDataTag());
    QVERIFY(QDir().mkpath(folder));
    QStringList wrong;
    visitEveryScreen(size, [&](const QString &name, QWidget *shown) {
        shown->grab().save(folder + u'/' + name + ".png"_L1);
        const QStringList scrolled = sidewaysScrolled(shown);
        for (const QString &area : scrolled)
            wrong.append(name + ": scrolls sideways: "_L1 + area);
        if (!qobject_cast<QDialog *>(shown) && shown->size() != size)
            wrong.append(u"%1: grew to %2x%3"_s.arg(name).arg(shown->width()).arg(shown->height()));
        const QStringList twice = sameMnemonics(shown);
        for (const QString &key : twice)
            wrong.append(name + ": twice: "_L1 + key);
    });
    QCoreApplication::installTranslator(m_marking.get());
    wrong.removeDuplicates();
    for (const QString &line : std::as_const(wrong))
        qWarning("%s", qPrintable(line));
    QVERIFY2(wrong.isEmpty(), "named above");
}

QTEST_MAIN(tst_German)
#include "tst_german.moc"
