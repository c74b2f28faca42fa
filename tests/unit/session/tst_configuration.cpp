#include "sessionbench.h"

#include "core/taskscope.h"
#include "session/configuration.h"
#include "session/connection.h"
#include "session/session.h"
#include "values/valuesdocument.h"

#include <QSignalSpy>
#include <QTest>

using namespace rayhelm;
using namespace Qt::StringLiterals;

/// The open configuration while its file is slow: what comes back late must not be taken for what is open by then.
class TestConfiguration : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_bench.reset(); }
    void R4_saveThenOpenKeepsOrigins_data();
    void R4_saveThenOpenKeepsOrigins();
    void R4_openAfterASavingThatFailed();
    void R4_saveThenAnotherProfile();
    void R4_newestOpeningCounts();
    void R4_decisionDuringASaving();
    void secondSavingIsRefused();
    void aFileWithoutEditsIsOpenAfterARestart();

private:
    Configuration &configuration() { return m_bench->session().configuration(); }
    bool open(const QString &name);
    void edit(const QByteArray &line) { configuration().document()->setText(configuration().document()->text() + line, u"edit"_s); }
    void hold() { m_bench->setState(u"hold"_s); }
    void release() { m_bench->removeState(u"hold"_s); }
    bool idle()
    {
        return QTest::qWaitFor([&] { return !configuration().isBusy(); }, 30000);
    }

    std::unique_ptr<SessionBench> m_bench;
    TaskScope m_scope; ///< of what a restart would have
};

void TestConfiguration::init()
{
    m_bench = std::make_unique<SessionBench>();
    m_bench->putFile(u"a.yaml"_s, "worker:\n  replicas: 1\n");
    m_bench->putFile(u"b.yaml"_s, "worker:\n  replicas: 2\n");
    QVERIFY(m_bench->connectNow(m_bench->profile()));
    QVERIFY(open(u"a.yaml"_s));
}

bool TestConfiguration::open(const QString &name)
{
    configuration().openOnVm(name);
    return QTest::qWaitFor([&] { return configuration().fileName() == name && !configuration().isBusy(); }, 30000);
}

void TestConfiguration::R4_saveThenOpenKeepsOrigins_data()
{
    QTest::addColumn<bool>("template_");
    QTest::newRow("a template") << true;
    QTest::newRow("another file") << false;
}

void TestConfiguration::R4_saveThenOpenKeepsOrigins()
{
    QFETCH(bool, template_);
    const QByteArray other = m_bench->file(u"b.yaml"_s);
    edit("# mine\n");
    const QByteArray mine = configuration().document()->text();
    hold();
    configuration().save();
    if (template_)
        configuration().startFromTemplate();
    else
        configuration().openOnVm(u"b.yaml"_s);
    release();
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->file(u"a.yaml"_s), mine, 30000);
    QVERIFY(idle());
    const ValuesOrigin wanted = template_ ? ValuesOrigin::Template : ValuesOrigin::Vm;
    QTRY_VERIFY_WITH_TIMEOUT(configuration().document() && configuration().document()->text() != mine, 30000);
    QVERIFY(idle());
    QCOMPARE(configuration().origin(), wanted);
    QVERIFY(configuration().fileName() != u"a.yaml"_s);
    QCOMPARE(configuration().savedBytes(), template_ ? QByteArray() : other);
    edit("# of the other\n");
    configuration().save();
    QVERIFY(idle());
    QCOMPARE(m_bench->file(u"a.yaml"_s), mine); // not the other one's text
}

void TestConfiguration::R4_openAfterASavingThatFailed()
{
    QSignalSpy failed(&configuration(), &Configuration::failed);
    edit("# mine\n");
    const QByteArray mine = configuration().document()->text();
    m_bench->putFile(u"a.yaml"_s, "changed: elsewhere\n");
    hold();
    configuration().save();
    configuration().startFromTemplate();
    release();
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 30000);
    QVERIFY(idle());
    QCOMPARE(configuration().document()->text(), mine); // the edits that were not stored are not lost
    QCOMPARE(configuration().fileName(), u"a.yaml"_s);
    QVERIFY(configuration().theirs());
}

void TestConfiguration::R4_saveThenAnotherProfile()
{
    edit("# mine\n");
    const QByteArray mine = configuration().document()->text();
    hold();
    configuration().save();
    m_bench->session().connection().disconnectFromHost();
    Profile other = m_bench->profile();
    other.id = QUuid::createUuid();
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->session().connection().state(), LinkState::Disconnected, 30000);
    m_bench->session().connection().setProfile(other);
    release();
    QVERIFY(idle());
    QVERIFY(!configuration().document() || configuration().document()->text() != mine);
    QVERIFY(configuration().fileName() != u"a.yaml"_s);
    m_bench->session().connection().setProfile(m_bench->profile()); // the edits are kept with their profile
    QTRY_VERIFY_WITH_TIMEOUT(configuration().document() && configuration().document()->text() == mine, 30000);
}

void TestConfiguration::R4_newestOpeningCounts()
{
    hold();
    configuration().openOnVm(u"b.yaml"_s);
    configuration().startFromTemplate();
    configuration().openOnVm(u"a.yaml"_s);
    configuration().startFromTemplate();
    release();
    QTRY_COMPARE_WITH_TIMEOUT(configuration().origin(), ValuesOrigin::Template, 30000);
    QVERIFY(idle());
    QTest::qWait(300); // nothing that was asked for before comes after it
    QCOMPARE(configuration().origin(), ValuesOrigin::Template);
}

void TestConfiguration::R4_decisionDuringASaving()
{
    edit("# mine\n");
    m_bench->putFile(u"a.yaml"_s, "changed: elsewhere\n");
    configuration().save();
    QTRY_VERIFY_WITH_TIMEOUT(configuration().theirs(), 30000);
    QVERIFY(idle());
    hold();
    configuration().saveOnVm(u"copy.yaml"_s);
    configuration().takeTheirs();
    release();
    QVERIFY(idle());
    QCOMPARE(configuration().fileName(), u"a.yaml"_s); // what is open is theirs, whatever was stored as a copy
    QCOMPARE(configuration().savedBytes(), "changed: elsewhere\n");
    QVERIFY(!m_bench->file(u"copy.yaml"_s).isEmpty());
}

void TestConfiguration::secondSavingIsRefused()
{
    QSignalSpy saved(&configuration(), &Configuration::saved);
    edit("# mine\n");
    hold();
    configuration().save();
    configuration().save();
    configuration().saveOnVm(u"c.yaml"_s);
    QVERIFY(configuration().isBusy());
    release();
    QVERIFY(idle());
    QCOMPARE(saved.size(), 1);
    QVERIFY(m_bench->file(u"c.yaml"_s).isEmpty());
}

void TestConfiguration::aFileWithoutEditsIsOpenAfterARestart()
{
    Connection &connection = m_bench->session().connection();
    const QByteArray text = configuration().document()->text();
    QVERIFY(!configuration().isModified());
    // A second one on the same folders is what a start after a crash finds.
    const auto restarted = [&] {
        auto again = std::make_unique<Configuration>(m_bench->session().edges(), m_scope, connection);
        Profile profile = connection.profile();
        profile.name += u'x';
        connection.setProfile(profile);
        return again;
    };
    QVERIFY(restarted()->document());
    QCOMPARE(restarted()->document()->text(), text);
    QCOMPARE(restarted()->fileName(), u"a.yaml"_s);
    QCOMPARE(restarted()->origin(), ValuesOrigin::Vm);
    QVERIFY(!restarted()->isModified());
    edit("# mine\n");
    configuration().save();
    QVERIFY(idle());
    QVERIFY(!configuration().isModified());
    QCOMPARE(restarted()->document()->text(), text + "# mine\n");
    QVERIFY(!restarted()->isModified());
    configuration().close();
    QVERIFY(!restarted()->document());
}

QTEST_GUILESS_MAIN(TestConfiguration)
#include "tst_configuration.moc"
