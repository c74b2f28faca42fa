#undef QT_NO_CAST_FROM_ASCII
#include "jobs/loglines.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace rayhelm;

/// A view that follows the changes as LogLines promises them.
class Follower
{
public:
    void follow(const LogLines &lines, const LogChange &change)
    {
        m_rows = m_rows.mid(change.removed);
        if (change.changed >= 0)
            m_rows[change.changed] = lines.at(change.changed).text;
        for (int i = 0; i < change.added; ++i)
            m_rows.append(lines.at(int(m_rows.size())).text);
    }
    bool agrees(const LogLines &lines) const
    {
        if (m_rows.size() != lines.count())
            return false;
        for (int i = 0; i < lines.count(); ++i) {
            if (m_rows[i] != lines.at(i).text)
                return false;
        }
        return true;
    }

private:
    QStringList m_rows;
};

class LogLinesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void partsOfLines();
    void progressFolds();
    void otherBarsStay_data();
    void otherBarsStay();
    void progressInParts();
    void bounded();
    void boundedInMemory();
    void viewsCanFollow_data();
    void viewsCanFollow();
    void unfolded();
    void find();
    void failureLine();
    void progressUpdates_data();
    void progressUpdates();
    void escapesAreRemoved();
    void endlessLineIsCut();
};

void LogLinesTest::partsOfLines()
{
    LogLines lines;
    const LogChange first = lines.append("one\ntw", 1);
    QCOMPARE(first.added, 2);
    QCOMPARE(lines.at(1).text, "tw");
    const LogChange second = lines.append("o\n", 2);
    QCOMPARE(second.added, 0);
    QCOMPARE(second.changed, 1);
    QCOMPARE(lines.at(1).text, "two");
    lines.append("\nfour", 3);
    QCOMPARE(lines.count(), 4);
    QCOMPARE(lines.at(2).text, "");
}

/// A line that never ends is cut where it is shown, and once it is, more of it is no work: nothing changes.
void LogLinesTest::endlessLineIsCut()
{
    LogLines lines;
    const QString part(1000, QLatin1Char('x'));
    for (int i = 0; i < 40; ++i)
        lines.append(part, 1);
    QCOMPARE(lines.count(), 1);
    QCOMPARE(lines.at(0).text.size(), 20001); // with the ellipsis
    for (int i = 0; i < 20000; ++i) {
        const LogChange change = lines.append(part, 1);
        QVERIFY(change.removed == 0 && change.added == 0 && change.changed == -1);
    }
    const LogChange change = lines.append("end\nnext", 2);
    QCOMPARE(change.added, 1);
    QCOMPARE(lines.at(0).text.size(), 20001);
    QCOMPARE(lines.at(1).text, "next");
    lines.append(QString(3000000, QLatin1Char('y')) + '\n', 3);
    QVERIFY(lines.at(1).text.startsWith("nextyyy"));
    QCOMPARE(lines.at(1).text.size(), 20001);
}

void LogLinesTest::progressFolds()
{
    LogLines lines;
    QString text = "start\n";
    for (int i = 0; i < 1000; ++i)
        text += QStringLiteral("epoch 3: %1%|####      | %2/1000 [00:12<00:15, 3.6it/s, loss=0.%3]\n").arg(i / 10).arg(i).arg(1000 - i);
    lines.append(text + "end\n", 1);
    QCOMPARE(lines.count(), 3);
    QCOMPARE(lines.at(1).updates, 1000);
    QVERIFY(lines.at(1).text.contains("999/1000"));
}

void LogLinesTest::otherBarsStay_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::newRow("begun anew") << "epoch: 100%|##| 9/9 [0:01]" << "epoch: 0%|  | 0/9 [0:00]";
    QTest::newRow("other name") << "train: 10%|##| 1/9 [0:01]" << "test: 20%|##| 2/9 [0:00]";
    QTest::newRow("other text") << "10%|##| 1/9 [0:01]" << "done";
}

void LogLinesTest::otherBarsStay()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    LogLines lines;
    lines.append(before + '\n' + after + '\n', 1);
    QCOMPARE(lines.count(), 2);
}

void LogLinesTest::progressInParts()
{
    LogLines lines;
    Follower follower;
    for (int i = 0; i < 100; ++i) {
        const QString update = QStringLiteral("\rload: %1%|###   | %1/100 [00:01<00:01]").arg(i);
        follower.follow(lines, lines.append(update.left(20), i));
        follower.follow(lines, lines.append(update.mid(20), i));
        QVERIFY(follower.agrees(lines));
    }
    QVERIFY2(lines.count() <= 2, qPrintable(QString::number(lines.count())));
}

void LogLinesTest::bounded()
{
    LogLines lines(100);
    QString text;
    for (int i = 0; i < 1000; ++i)
        text += QString::number(i) + '\n';
    const LogChange change = lines.append(text, 1);
    QCOMPARE(lines.count(), 100);
    QCOMPARE(lines.dropped(), 900);
    QCOMPARE(change.removed, 0);
    QCOMPARE(change.added, 100);
    QCOMPARE(lines.at(0).text, "900");
}

/// Few lines can be long, and what is taken out of a line takes no room either.
void LogLinesTest::boundedInMemory()
{
    LogLines lines(1000, 100000);
    for (int i = 0; i < 500; ++i)
        lines.append(QString(1000, 'x') + '\n' + QString("\x1b[31m").repeated(200) + "red\n", 1);
    QVERIFY(lines.bytes() <= 100000);
    QVERIFY2(lines.count() > 60 && lines.count() < 110, qPrintable(QString::number(lines.count())));
    QCOMPARE(lines.dropped() + lines.count(), 1000);
    QCOMPARE(lines.at(lines.count() - 1).text, "red");
    QVERIFY(lines.at(lines.count() - 1).text.capacity() < 100);
    lines.clear();
    QCOMPARE(lines.bytes(), 0);
}

void LogLinesTest::viewsCanFollow_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 0; seed < 20; ++seed)
        QTest::newRow(qPrintable(QString::number(seed))) << seed;
}

void LogLinesTest::viewsCanFollow()
{
    QFETCH(int, seed);
    QRandomGenerator random{quint32(seed)};
    LogLines lines(random.bounded(1, 12));
    Follower follower;
    QStringList pieces{"a", "\n", "b\n", "10%|#| x", "20%|##| y\n", "\r", "long\nlonger\n", "5%|", "|\n", "30%|###|\n40%|####|\n"};
    for (int i = 0; i < 500; ++i) {
        QString text;
        for (int j = random.bounded(4); j >= 0; --j)
            text += pieces[random.bounded(pieces.size())];
        follower.follow(lines, lines.append(text, i));
        QVERIFY(follower.agrees(lines));
    }
}

void LogLinesTest::unfolded()
{
    LogLines lines;
    lines.setFolding(false);
    lines.append("1%|#|\n2%|#|\n", 1);
    QCOMPARE(lines.count(), 2);
    lines.clear();
    QCOMPARE(lines.count(), 0);
}

void LogLinesTest::find()
{
    LogLines lines;
    lines.append("Epoch\nloss\nEPOCH 2\n", 1);
    QCOMPARE(lines.find("epoch"), (QList<int>{0, 2}));
    QCOMPARE(lines.find(""), QList<int>());
}

void LogLinesTest::failureLine()
{
    LogLines lines;
    lines.append("hello\nTraceback (most recent call last):\n  File \"a.py\", line 3\n    x()\nKeyError: 'a'\n\n"
                 "Traceback (most recent call last):\n  File \"a.py\", line 4\nown.module.Broken: it broke\nbye\n",
                 1);
    QCOMPARE(lines.at(lines.firstFailureLine()).text, "own.module.Broken: it broke");
    LogLines remote;
    remote.append("(fn pid=7, ip=127.0.0.1) Traceback (most recent call last):\n(fn pid=7, ip=127.0.0.1)   File \"a\"\n"
                  "(fn pid=7, ip=127.0.0.1) ValueError: x\n", 1);
    QCOMPARE(remote.firstFailureLine(), 2);
    LogLines none;
    none.append("all is well\n", 1);
    QCOMPARE(none.firstFailureLine(), -1);
}

void LogLinesTest::progressUpdates_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("progress");
    QTest::newRow("tqdm") << "epoch 3:  45%|####5     | 45/100 [00:12<00:15,  3.60it/s]" << true;
    QTest::newRow("no total") << "100it [00:01, 99.1it/s]" << true;
    QTest::newRow("Keras") << "32/32 [==============>.....] - 1s" << true;
    QTest::newRow("from Ray") << "(train pid=1) 45%|####5     | 45/100 [00:12<00:15]" << true;
    QTest::newRow("percent") << "accuracy 45% of all" << false;
    QTest::newRow("table") << "| 45% | 3 |" << false;
    QTest::newRow("list") << "[1, 2, 3]" << false;
    QTest::newRow("empty") << "" << false;
}

void LogLinesTest::progressUpdates()
{
    QFETCH(QString, line);
    QFETCH(bool, progress);
    QCOMPARE(isProgressUpdate(line), progress);
}

void LogLinesTest::escapesAreRemoved()
{
    LogLines lines;
    lines.append("\x1b[31mred\x1b[0m\n", 1);
    QCOMPARE(lines.at(0).text, "red");
}

QTEST_GUILESS_MAIN(LogLinesTest)
#include "tst_loglines.moc"
