// The tutorial through the real window against the real lab: journeys with and without faults. The flavour of the lab comes from
// RAYHELM_JOURNEY_FLAVOUR (user, root). Results are read from kubectl, squeue, Ray and MLflow, never from the application.
#include "journey.h"
#include "testapplication.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

class TestJourney : public QObject
{
    Q_OBJECT
private:
    QString m_flavour;
    std::unique_ptr<Lab> m_lab;
    std::unique_ptr<QTemporaryDir> m_home;
    QByteArray m_values; ///< the file on the VM as the lab has made it

    Access access() const { return m_flavour == QLatin1String("root") ? rootAccess(*m_lab) : ordinaryAccess(*m_lab); }
    QString pictures() const { return QStringLiteral(RAYHELM_PICTURES "/") + m_flavour; }
    QString valuesFile() const { return QStringLiteral("lab_raycluster.yaml"); }
    QString pipelines() const { return QStringLiteral(RAYHELM_SOURCE_DIR "/tests/lab/pipelines"); }
    bool storeMlflowAccount(Journey &journey) const
    {
        return journey.storeAccount(QStringLiteral("MLflow"), m_lab->value("LAB_MLFLOW_URI"),
                                    m_lab->value("LAB_MLFLOW_USER"), m_lab->fileValue("LAB_MLFLOW_PASSWORD_FILE"));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_flavour = qEnvironmentVariable("RAYHELM_JOURNEY_FLAVOUR", QStringLiteral("user"));
        m_lab = std::make_unique<Lab>(m_flavour);
        QVERIFY2(m_lab->problem().isEmpty(), qPrintable(m_lab->problem()));
        QFile file(m_lab->value("LAB_VALUES"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_values = file.readAll();
    }

    void init() { m_home = std::make_unique<QTemporaryDir>(QStringLiteral("/tmp/rh-journey-XXXXXX")); }

    /// What the journeys change on purpose is put back, so that the snapshots show only what should not have changed.
    void cleanup()
    {
        m_lab->clean();
        QFile file(m_lab->value("LAB_VALUES"));
        if (file.open(QIODevice::WriteOnly))
            file.write(m_values);
    }

    void wholeTutorial()
    {
        const QByteArray before = m_lab->snapshot();
        {
            TestApplication application(m_home->path());
            WindowDriver window(&application.window(), pictures());
            Journey journey(*m_lab, window);
            QVERIFY(journey.connectFirstTime(access()));
            window.picture(QStringLiteral("connected"));
            QVERIFY(storeMlflowAccount(journey));
            QVERIFY(journey.openValues(valuesFile()));
            QVERIFY(journey.editValues(1, QStringLiteral("45 min")));
            QVERIFY(journey.save());
            QVERIFY(journey.startInstall());
            QVERIFY(journey.waitUsable(2, 420));
            window.picture(QStringLiteral("usable"));
            QVERIFY(journey.submitJob(pipelines(), QStringLiteral("journey-tunnel")));
            QVERIFY(journey.waitForJob(180));
            window.picture(QStringLiteral("job"));
            QVERIFY(!m_lab->mlflowRuns(QStringLiteral("journey-tunnel")).isEmpty());
            QVERIFY(journey.deleteCluster(QStringLiteral("Given back"), 180));
            window.picture(QStringLiteral("given-back"));
        }
        cleanup();
        QCOMPARE(m_lab->snapshot(), before);
    }
};

QTEST_MAIN(TestJourney)
#include "tst_journey.moc"
