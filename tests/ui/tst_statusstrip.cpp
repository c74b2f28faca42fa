#include "ui/statusstrip.h"

#include <QSignalSpy>
#include <QTest>

using namespace rayhelm;

class tst_StatusStrip : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void noCellIsCut_data();
    void noCellIsCut();
    void longestThatFits();
    void nameIsAlwaysFull();
    void cellsOpenTheirPanel();

private:
    static void fill(StatusStrip &strip, const QString &more = {});
};

void tst_StatusStrip::fill(StatusStrip &strip, const QString &more)
{
    const auto state = [&](const char *full, const char *brief, const char *tiny) {
        return StripState{{QLatin1String(full) + more, QLatin1String(brief), QLatin1String(tiny)}, StateKind::Good, {}};
    };
    strip.setState(StatusStrip::ConnectionCell, state("Connected to rayvm.hpc.example.org, as root", "rayvm.hpc.example.org", ""));
    strip.setState(StatusStrip::ClusterCell, state("3 of 4 pods usable", "3 of 4", "3/4"));
    strip.setState(StatusStrip::HeldCell, state("Held: 3 nodes, 3 GPUs, about 2 h 41 min left", "3 GPUs, 2 h 41", "3"));
    strip.setState(StatusStrip::JobsCell, state("1 job running", "1 job", "1"));
}

void tst_StatusStrip::noCellIsCut_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<QString>("more");
    for (const int width : {640, 700, 760, 900, 1100, 1280})
        for (const QString &more : {QString(), QStringLiteral(" und noch etwas dazu, wie in anderen Sprachen")})
            QTest::addRow("%d px%s", width, more.isEmpty() ? "" : ", long") << width << more;
}

void tst_StatusStrip::noCellIsCut()
{
    QFETCH(int, width);
    QFETCH(QString, more);
    StatusStrip strip;
    fill(strip, more);
    strip.setWindowSize(width >= 1100 ? WindowSize::Wide : width >= 760 ? WindowSize::Medium : WindowSize::Narrow);
    strip.resize(width, 40);
    strip.show();
    int right = 0;
    for (int i = 0; i < 4; ++i) {
        const StripCell *cell = strip.cell(StatusStrip::Cell(i));
        QVERIFY2(cell->width() >= cell->widthFor(cell->length()), qPrintable(cell->text()));
        QVERIFY(cell->height() >= 24);
        QVERIFY(cell->x() >= right);
        right = cell->x() + cell->width();
    }
    QVERIFY2(right <= width, qPrintable(QString::number(right)));
}

void tst_StatusStrip::longestThatFits()
{
    StatusStrip strip;
    fill(strip);
    strip.resize(1280, 40);
    strip.show();
    for (int i = 0; i < 4; ++i)
        QCOMPARE(strip.cell(StatusStrip::Cell(i))->length(), StripCell::Length::Full);
    strip.resize(120, 40);
    QCOMPARE(strip.cell(StatusStrip::HeldCell)->length(), StripCell::Length::Tiny);
    QCOMPARE(strip.cell(StatusStrip::HeldCell)->text(), QStringLiteral("3"));
}

void tst_StatusStrip::nameIsAlwaysFull()
{
    StatusStrip strip;
    fill(strip);
    strip.resize(120, 40);
    strip.show();
    QCOMPARE(strip.cell(StatusStrip::HeldCell)->accessibleName(), QStringLiteral("Held: 3 nodes, 3 GPUs, about 2 h 41 min left"));
    QVERIFY(!strip.cell(StatusStrip::HeldCell)->accessibleDescription().isEmpty());
}

void tst_StatusStrip::cellsOpenTheirPanel()
{
    StatusStrip strip;
    fill(strip);
    strip.resize(1280, 40);
    strip.show();
    QSignalSpy clicked(&strip, &StatusStrip::cellClicked);
    strip.cell(StatusStrip::JobsCell)->setFocus();
    QTest::keyClick(strip.cell(StatusStrip::JobsCell), Qt::Key_Space);
    QCOMPARE(clicked.size(), 1);
    QCOMPARE(clicked.constFirst().constFirst().value<StatusStrip::Cell>(), StatusStrip::JobsCell);
}

QTEST_MAIN(tst_StatusStrip)
#include "tst_statusstrip.moc"
