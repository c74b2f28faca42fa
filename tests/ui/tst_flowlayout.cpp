#include "ui/flowlayout.h"

#include <QLabel>
#include <QTest>
#include <QWidget>

using namespace rayhelm;

class TestFlowLayout : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// Words stand on one line with what is beside them, on the second line as on the first.
    void wordsStandInTheMiddle()
    {
        QWidget holder;
        auto *flow = new FlowLayout(&holder);
        QList<QWidget *> widgets;
        for (const QSize size : {QSize(100, 30), QSize(40, 12), QSize(100, 20), QSize(40, 12)}) {
            widgets.append(new QWidget);
            widgets.last()->setFixedSize(size);
            flow->addWidget(widgets.last());
        }
        holder.resize(160, 100);
        holder.show();
        QCOMPARE(widgets[1]->geometry().center().y(), widgets[0]->geometry().center().y());
        QVERIFY(widgets[2]->y() > widgets[0]->geometry().bottom());
        QCOMPARE(widgets[3]->geometry().center().y(), widgets[2]->geometry().center().y());
        QCOMPARE(flow->heightForWidth(160), widgets[2]->geometry().bottom() + 1);
    }
};

QTEST_MAIN(TestFlowLayout)
#include "tst_flowlayout.moc"
