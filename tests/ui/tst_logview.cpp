#include "jobs/loglines.h"
#include "ui/logpane.h"
#include "ui/logsearch.h"
#include "ui/logview.h"

#include <QAccessible>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QPushButton>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace rayhelm;

namespace {

QString numbered(int first, int count, const QString &text = QStringLiteral("line"))
{
    QString all;
    for (int i = first; i < first + count; ++i)
        all += QStringLiteral("%1 %2\n").arg(text).arg(i);
    return all;
}

} // namespace

class TestLogView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Following a growing, bounded log finds the same lines as searching it anew.
    void searchFollows()
    {
        QRandomGenerator random(20261123);
        LogLines lines(50);
        LogSearch followed;
        followed.setText(QStringLiteral("needle"), lines);
        for (int round = 0; round < 400; ++round) {
            const int kind = int(random.bounded(5));
            if (kind == 0)
                lines.append(QStringLiteral("needle %1\n").arg(round), round);
            else if (kind == 1)
                lines.append(QStringLiteral("half a nee"), round);
            else if (kind == 2)
                lines.append(QStringLiteral("dle and hay\n"), round);
            else if (kind == 3)
                lines.append(QStringLiteral("epoch 1:  %1%|###   | %1/100 [00:01<00:02]\n").arg(round % 100), round);
            else
                lines.append(numbered(round, int(random.bounded(20))), round);
            followed.follow(lines);
            LogSearch anew;
            anew.setText(QStringLiteral("needle"), lines);
            QCOMPARE(followed.count(), anew.count());
            for (qint64 line = lines.dropped(); line < lines.dropped() + lines.count(); ++line)
                QCOMPARE(followed.contains(line), anew.contains(line));
        }
        QVERIFY(followed.count() > 0);
    }

    void searchGoesRound()
    {
        LogLines lines;
        lines.append(QStringLiteral("a\nx\nb\nX\n"), 1);
        LogSearch search;
        search.setText(QStringLiteral("x"), lines);
        QCOMPARE(search.count(), 2);
        QCOMPARE(search.next(-1), 1);
        QCOMPARE(search.next(1), 3);
        QCOMPARE(search.next(3), 1);
        QCOMPARE(search.previous(1), 3);
        QCOMPARE(search.previous(3), 1);
        QCOMPARE(search.positionOf(3), 2);
        QCOMPARE(search.positionOf(2), 0);
        search.setText(QStringLiteral("nothing"), lines);
        QCOMPARE(search.next(0), -1);
    }

    void followsUntilScrolledUp()
    {
        LogLines lines;
        lines.append(numbered(0, 500), 1);
        LogView view;
        view.resize(500, 300);
        view.show();
        view.setLines(&lines);
        QVERIFY(view.isFollowing());
        QVERIFY(view.visibleText().contains(QStringLiteral("line 499")));

        QSignalSpy paused(&view, &LogView::followingChanged);
        view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum() - 40); // as a user's drag does
        QCOMPARE(paused.size(), 1);
        QVERIFY(!view.isFollowing());
        const QString before = view.visibleText();
        lines.append(numbered(500, 230), 1);
        view.sync();
        QCOMPARE(view.waitingLines(), 230);
        QCOMPARE(view.visibleText(), before);

        QTest::keyClick(&view, Qt::Key_End);
        QVERIFY(view.isFollowing());
        QCOMPARE(view.waitingLines(), 0);
        QVERIFY(view.visibleText().contains(QStringLiteral("line 729")));
    }

    /// While paused, the lines in sight stay although the oldest lines go.
    void staysWhenOldLinesGo()
    {
        LogLines lines(1000);
        lines.append(numbered(0, 1000), 1);
        LogView view;
        view.resize(500, 300);
        view.show();
        view.setLines(&lines);
        view.showLine(600);
        QVERIFY(!view.isFollowing());
        const QString before = view.visibleText();
        lines.append(numbered(1000, 300), 1);
        view.sync();
        QCOMPARE(lines.dropped(), 300);
        QCOMPARE(view.visibleText(), before);
        QCOMPARE(view.currentLine(), 600);
        lines.append(numbered(1300, 900), 1); // line 600 itself is gone now
        view.sync();
        QVERIFY(view.visibleText().startsWith(QStringLiteral("line 1200")));
    }

    void keysMoveAndSelect()
    {
        LogLines lines;
        lines.append(numbered(0, 100), 1);
        LogView view;
        view.resize(500, 300);
        view.show();
        view.setLines(&lines);
        QTest::keyClick(&view, Qt::Key_Home);
        QCOMPARE(view.currentLine(), 0);
        QTest::keyClick(&view, Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(&view, Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(view.selectedText(), QStringLiteral("line 0\nline 1\nline 2"));
        QTest::keyClick(&view, Qt::Key_Up);
        QCOMPARE(view.selectedText(), QStringLiteral("line 1"));
    }

    void wrapsLongLines()
    {
        LogLines lines;
        lines.append(QString(2000, QLatin1Char('x')) + QLatin1Char('\n') + numbered(0, 3), 1);
        LogView view;
        view.resize(500, 300);
        view.show();
        view.setLines(&lines);
        QVERIFY(view.horizontalScrollBar()->maximum() > 0);
        view.setWrapping(true);
        QCOMPARE(view.horizontalScrollBar()->maximum(), 0);
        QVERIFY(view.visibleText().contains(QStringLiteral("line 2"))); // the end stays in sight
    }

    /// What a screen reader gets: the lines in sight as a text, the caret in the current one.
    void isReadable()
    {
        LogLines lines;
        lines.append(numbered(0, 100), 1);
        LogView view;
        view.resize(500, 300);
        view.show();
        view.setAccessibleName(QStringLiteral("Log of train-7"));
        view.setLines(&lines);
        QAccessibleInterface *access = QAccessible::queryAccessibleInterface(&view);
        QVERIFY(access && access->textInterface());
        QCOMPARE(access->text(QAccessible::Name), QStringLiteral("Log of train-7"));
        QVERIFY(access->state().readOnly);
        view.showLine(view.firstVisible() + 2);
        QAccessibleTextInterface *text = access->textInterface();
        const int caret = text->cursorPosition();
        QVERIFY(text->text(caret, text->characterCount()).startsWith(QStringLiteral("line %1").arg(view.currentLine())));
    }

    void paneCountsAndFinds()
    {
        LogLines lines;
        lines.append(numbered(0, 300), 1);
        LogPane pane;
        pane.resize(800, 400);
        pane.show();
        pane.setLog(&lines, QStringLiteral("Log of train-7"));
        QVERIFY(QTest::qWaitForWindowActive(&pane));
        auto *find = pane.findChild<QLineEdit *>();
        find->setFocus();
        QTest::keyClicks(find, QStringLiteral("line 29"));
        QCOMPARE(pane.view()->search().count(), 11); // 29 and 290 to 299
        const qint64 first = pane.view()->currentLine();
        QTest::keyClick(find, Qt::Key_Return);
        QVERIFY(pane.view()->currentLine() != first);
        QTest::keyClick(find, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(pane.view()->currentLine(), first);
        QTest::keyClick(find, Qt::Key_Escape);
        QCOMPARE(find->text(), QString());

        QVERIFY(!pane.view()->isFollowing()); // going to a hit pauses: new lines would push it away
        QTest::keyClick(pane.view(), Qt::Key_Space, Qt::ControlModifier);
        QVERIFY(pane.view()->isFollowing());
        QTest::keyClick(pane.view(), Qt::Key_Space, Qt::ControlModifier);
        QVERIFY(!pane.view()->isFollowing());
        lines.append(numbered(300, 230), 1);
        pane.linesChanged();
        QTRY_COMPARE(pane.view()->waitingLines(), 230);
    }

    void paneSaves()
    {
        const QTemporaryDir folder;
        LogLines lines;
        lines.append(QStringLiteral("one\ntwo\n"), 1);
        LogPane pane;
        pane.setLog(&lines, QStringLiteral("Log"));
        const QString path = folder.filePath(QStringLiteral("a.log"));
        QSignalSpy saved(&pane, &LogPane::saved);
        QSignalSpy failed(&pane, &LogPane::saveFailed);
        pane.saveTo(path);
        QTRY_COMPARE(saved.size(), 1);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("one\ntwo\n"));
        pane.saveTo(folder.filePath(QStringLiteral("missing/a.log")));
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(!failed.constFirst().constFirst().toString().isEmpty());
    }
};

QTEST_MAIN(TestLogView)
#include "tst_logview.moc"
