#include "ui/yamltextmap.h"

#include <QRandomGenerator>
#include <QTest>

using namespace rayhelm;

class TestYamlTextMap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsText_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QByteArray() << QString();
        QTest::newRow("plain") << QByteArray("a: 1\nb: 2\n") << QStringLiteral("a: 1\nb: 2\n");
        QTest::newRow("mark at the start") << QByteArray("\xef\xbb\xbf" "a: 1") << QStringLiteral("a: 1");
        QTest::newRow("crlf") << QByteArray("a: 1\r\nb: 2\r\n") << QStringLiteral("a: 1\nb: 2\n");
        QTest::newRow("umlaut") << QByteArray("a: \xc3\xa4\n") << QStringLiteral("a: ä\n");
        QTest::newRow("emoji") << QByteArray("a: \xf0\x9f\x98\x80!\n") << QStringLiteral("a: 😀!\n");
        QTest::newRow("not utf-8") << QByteArray("a: \xff\xc3z\n") << QStringLiteral("a: \ufffd\ufffdz\n");
        QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80") << QStringLiteral("\ufffd\ufffd\ufffd");
        QTest::newRow("overlong") << QByteArray("\xc0\xaf") << QStringLiteral("\ufffd\ufffd");
        QTest::newRow("cut off") << QByteArray("\xe2\x82") << QStringLiteral("\ufffd\ufffd");
        QTest::newRow("lone return") << QByteArray("a\rb") << QStringLiteral("a\u240db");
        QTest::newRow("paragraph separator") << QByteArray("a\xe2\x80\xa9" "b") << QStringLiteral("a\ufffdb");
        QTest::newRow("no-break blank") << QByteArray("a\xc2\xa0" "b") << QStringLiteral("a\u00a0b");
    }

    void showsText()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, text);
        QCOMPARE(YamlTextMap(bytes).text(), text);
    }

    void findsPlaces_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("word");
        QTest::newRow("plain") << QByteArray("a: 1\nb: HERE\n") << QStringLiteral("HERE");
        QTest::newRow("crlf") << QByteArray("a: 1\r\n\r\nb: HERE\r\n") << QStringLiteral("HERE");
        QTest::newRow("behind an emoji") << QByteArray("a: \xf0\x9f\x98\x80 HERE # x\n") << QStringLiteral("HERE");
        QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf" "HERE: 1\n") << QStringLiteral("HERE");
        QTest::newRow("behind broken bytes") << QByteArray("\xff\xfe\r\n\xc3 HERE") << QStringLiteral("HERE");
    }

    void findsPlaces()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, word);
        const YamlTextMap map(bytes);
        const qsizetype position = map.text().indexOf(word);
        const qsizetype byte = bytes.indexOf(word.toUtf8());
        QCOMPARE(map.byteAt(position), byte);
        QCOMPARE(map.positionAt(byte), position);
        QCOMPARE(map.byteAt(position + word.size()), byte + word.toUtf8().size());
    }

    void everyPositionComesBack()
    {
        QRandomGenerator random(20);
        const QList<QByteArray> pieces{"a", ": ", "\n", "\r\n", "\xc3\xa4", "\xf0\x9f\x98\x80", "\xff", "\xe2\x80\xa9", "\r", "#"};
        for (int round = 0; round < 500; ++round) {
            QByteArray bytes = round % 5 == 0 ? QByteArray("\xef\xbb\xbf") : QByteArray();
            for (int i = 0; i < 30; ++i)
                bytes += pieces[random.bounded(pieces.size())];
            const YamlTextMap map(bytes);
            qsizetype last = -1;
            for (qsizetype at = 0; at <= map.text().size(); ++at) {
                const bool inPair = at > 0 && at < map.text().size() && map.text()[at].isLowSurrogate();
                const qsizetype byte = map.byteAt(at);
                QVERIFY(byte >= last);
                last = byte;
                QCOMPARE(map.positionAt(byte), inPair ? at - 1 : at);
            }
            QCOMPARE(last, bytes.size());
        }
    }

    /// What an editor does: the bytes outside the change stay, and the text afterwards is what was typed.
    void typingKeepsOtherBytes()
    {
        QRandomGenerator random(7);
        const QByteArray before("\xef\xbb\xbf" "a: \xc3\xa4\r\nb: \xff keep\r\n  c: \xf0\x9f\x98\x80 # end\r\n");
        const YamlTextMap map(before);
        for (int round = 0; round < 300; ++round) {
            const int at = random.bounded(int(map.text().size()));
            const int removed = random.bounded(int(map.text().size()) - at);
            QString typed = map.text();
            typed.replace(at, removed, QStringLiteral("x\nö"));
            if (typed.isValidUtf16()) {
                const TextChange change = textChange(map.text(), typed);
                QByteArray after = before;
                const qsizetype from = map.byteAt(change.position);
                const qsizetype to = map.byteAt(change.position + change.removed);
                after.replace(from, to - from, map.encoded(change.inserted));
                QCOMPARE(YamlTextMap(after).text(), typed);
                QVERIFY(after.startsWith(before.left(from)));
                QVERIFY(after.endsWith(before.mid(to)));
                QVERIFY(!QByteArray(after).replace("\r\n", "").contains('\n'));
            }
        }
    }

    void smallestChange_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<int>("position");
        QTest::addColumn<int>("removed");
        QTest::addColumn<QString>("inserted");
        QTest::newRow("same") << "abc" << "abc" << 3 << 0 << "";
        QTest::newRow("insert") << "ac" << "abc" << 1 << 0 << "b";
        QTest::newRow("remove one of two") << "aab" << "ab" << 1 << 1 << "";
        QTest::newRow("replace") << "a1c" << "a23c" << 1 << 1 << "23";
        QTest::newRow("to nothing") << "abc" << "" << 0 << 3 << "";
        QTest::newRow("half of a pair") << QStringLiteral("😀") << QStringLiteral("😁") << 0 << 2 << QStringLiteral("😁");
    }

    void smallestChange()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        const TextChange change = textChange(before, after);
        QTEST(int(change.position), "position");
        QTEST(int(change.removed), "removed");
        QTEST(change.inserted, "inserted");
    }
};

QTEST_GUILESS_MAIN(TestYamlTextMap)
#include "tst_yamltextmap.moc"
