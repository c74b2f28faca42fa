#include "ui/jobfilemodel.h"
#include "ui/joblook.h"
#include "ui/jobmodel.h"
#include "ui/joboverridemodel.h"
#include "ui/jobview.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace rayhelm;

namespace {

JobEntry own(const QString &name, HistoryState state, int minutes = 41)
{
    JobEntry entry;
    entry.record.spec.submissionId = QStringLiteral("rayhelm-") + name;
    entry.record.spec.name = name;
    entry.record.state = state;
    entry.record.submitted = QDateTime::currentDateTime().addSecs(-60 * minutes);
    return entry;
}

QString readable(QString text)
{
    return text.remove(QChar(0x2068)).remove(QChar(0x2069));
}

ItwinaiField field(const QString &key, const QString &value, FieldKind kind = FieldKind::Integer)
{
    ItwinaiField field;
    field.key = key;
    field.value = value;
    field.kind = kind;
    return field;
}

} // namespace

class TestJobModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void words_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("words");
        QTest::addColumn<bool>("runs");
        const auto row = [](const char *words, HistoryState state, bool runs) {
            QTest::newRow(words) << int(state) << QString::fromLatin1(words) << runs;
        };
        row("Being sent", HistoryState::Submitting, true);
        row("Waiting to start", HistoryState::Waiting, true);
        row("Running", HistoryState::Running, true);
        row("Finished", HistoryState::Finished, false);
        row("Failed", HistoryState::Failed, false);
        row("Stopped", HistoryState::Stopped, false);
        row("Not started", HistoryState::NotStarted, false);
        row("Lost with the cluster", HistoryState::LostWithCluster, false);
    }

    void words()
    {
        QFETCH(int, state);
        QFETCH(QString, words);
        QFETCH(bool, runs);
        JobEntry entry = own(QStringLiteral("train-7"), HistoryState(state));
        QCOMPARE(jobStateWords(entry), words);
        QCOMPARE(entry.runs(), runs);
        entry.askedToStop = true;
        // Until Ray says so, a job is only asked to stop.
        QCOMPARE(jobStateWords(entry), runs ? QStringLiteral("Asked to stop...") : words);
    }

    void othersAreOnlyViewed()
    {
        JobEntry entry;
        entry.own = false;
        entry.foreign.jobId = QStringLiteral("01000000");
        entry.foreign.status = JobStatus::Running;
        entry.foreign.entrypoint = QStringLiteral("python  train.py");
        QCOMPARE(entry.id(), QStringLiteral("01000000"));
        QCOMPARE(jobStateWords(entry), QStringLiteral("Running, sent by another program"));
        QCOMPARE(jobNote(entry), QStringLiteral("python train.py"));
    }

    void headings()
    {
        const QDateTime now = QDateTime::currentDateTime();
        QCOMPARE(readable(jobHeading(own(QStringLiteral("a"), HistoryState::Running), now)), QStringLiteral("Running for 41 min"));
        JobEntry failed = own(QStringLiteral("a"), HistoryState::Failed);
        QCOMPARE(jobHeading(failed, now), QStringLiteral("Failed")); // its end is not known
        failed.record.ended = failed.record.submitted.addSecs(180);
        QCOMPARE(readable(jobHeading(failed, now)), QStringLiteral("Failed after 3 min"));
    }

    void names()
    {
        QCOMPARE(nextJobName(QStringLiteral("train"), {}), QStringLiteral("train-1"));
        QCOMPARE(nextJobName(QStringLiteral("train"), {QStringLiteral("train-1"), QStringLiteral("train-3")}), QStringLiteral("train-2"));
    }

    void reasons_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char *name, const char *message, const char *line, const char *reason) {
            QTest::newRow(name) << QString::fromLatin1(message) << QString::fromLatin1(line) << QString::fromLatin1(reason);
        };
        row("log says it", "x", "ValueError: no data", "ValueError: no data.");
        row("only Ray says it", "a\nJob failed\n", "", "Job failed.");
        row("nobody says it", "", "", "The program ended with an error.");
        row("with a full stop", "", "Done.", "Done.");
        row("control characters", "", "\x1b[31mred\x1b[0m", "red.");
    }

    void reasons()
    {
        QFETCH(QString, message);
        QFETCH(QString, line);
        QFETCH(QString, reason);
        JobRecord record;
        record.message = message;
        QCOMPARE(JobView::failureReason(record, line), reason);
    }

    void jobsFollow()
    {
        JobModel model;
        const QAbstractItemModelTester tester(&model);
        model.setJobs({own(QStringLiteral("b"), HistoryState::Running), own(QStringLiteral("a"), HistoryState::Failed)});
        model.setJobs({own(QStringLiteral("c"), HistoryState::Waiting), own(QStringLiteral("b"), HistoryState::Finished),
                       own(QStringLiteral("a"), HistoryState::Failed)});
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.rowOf(QStringLiteral("rayhelm-b")), 1);
        QCOMPARE(model.index(1, JobModel::State).data().toString(), QStringLiteral("Finished"));
        model.setJobs({});
        QCOMPARE(model.rowCount(), 0);
    }

    /// A Ray that lists a job twice, or in another order each time.
    void jobsListedTwice()
    {
        JobModel model;
        const QAbstractItemModelTester tester(&model);
        const auto job = [](const char *name) { return own(QString::fromLatin1(name), HistoryState::Running); };
        model.setJobs({job("a"), job("a"), job("b"), job("a")});
        QCOMPARE(model.rowCount(), 2);
        model.setJobs({job("c"), job("b"), job("b"), job("a")});
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.rowOf(QStringLiteral("rayhelm-a")), 2);
        model.setJobs({job("a"), job("b"), job("c")});
        QCOMPARE(model.rowOf(QStringLiteral("rayhelm-a")), 0);
        QCOMPARE(model.rowOf(QStringLiteral("rayhelm-c")), 2);
    }

    void changes()
    {
        JobOverrideModel model;
        const QAbstractItemModelTester tester(&model);
        QSignalSpy edited(&model, &JobOverrideModel::changeEdited);
        const QList<ItwinaiField> fields{field(QStringLiteral("epochs"), QStringLiteral("10")),
                                         field(QStringLiteral("tracking_uri"), QString(), FieldKind::Nothing),
                                         field(QStringLiteral("path"), QStringLiteral("${work_dir}/x"), FieldKind::Interpolation)};
        model.setFields(fields, {}, {QStringLiteral("tracking_uri")});
        QCOMPARE(model.rowCount(), 2);

        const QModelIndex epochs = model.index(0, JobOverrideModel::ForThisJob);
        QCOMPARE(epochs.data(Qt::EditRole).toString(), QStringLiteral("10")); // an edit begins from the file's value
        QVERIFY(model.setData(epochs, QStringLiteral(" 20 "), Qt::EditRole));
        QCOMPARE(edited.takeFirst(), (QVariantList{QStringLiteral("epochs"), QStringLiteral("20")}));
        QVERIFY(model.setData(epochs, QStringLiteral("10"), Qt::EditRole)); // what the file says is no change
        QCOMPARE(edited.takeFirst(), (QVariantList{QStringLiteral("epochs"), QString()}));
        QCOMPARE(epochs.data().toString(), QString());

        const QModelIndex made = model.index(1, JobOverrideModel::ForThisJob);
        QVERIFY(!made.flags().testFlag(Qt::ItemIsEditable));
        QVERIFY(!model.setData(made, QStringLiteral("y"), Qt::EditRole));
        QVERIFY(edited.isEmpty());

        const QModelIndex added = model.addRow();
        QVERIFY(model.setData(added, QStringLiteral("strategy"), Qt::EditRole));
        QVERIFY(edited.isEmpty()); // no value yet
        model.setFields(fields, {}, {QStringLiteral("tracking_uri")}); // a change elsewhere keeps the unfinished row
        QCOMPARE(model.rowCount(), 3);
        QVERIFY(model.setData(added.siblingAtColumn(JobOverrideModel::ForThisJob), QStringLiteral("ddp"), Qt::EditRole));
        QCOMPARE(edited.takeFirst(), (QVariantList{QStringLiteral("strategy"), QStringLiteral("ddp")}));
        model.setFields(fields, {{QStringLiteral("strategy"), QStringLiteral("ddp")}}, {});
        QCOMPARE(model.rowCount(), 4); // tracking_uri is back, strategy stays once
    }

    void files()
    {
        JobFileModel model;
        const QAbstractItemModelTester tester(&model);
        PlannedFile sent;
        sent.path = QStringLiteral("train.py");
        sent.size = 2000;
        PlannedFile secret;
        secret.path = QStringLiteral(".env");
        secret.suspicious = true;
        PlannedFile left;
        left.path = QStringLiteral("data");
        left.isFolder = true;
        left.leftOut = LeftOutReason::IgnoreFile;
        left.line = IgnoreLine{QStringLiteral(".gitignore"), 3, QStringLiteral("data")};
        model.setFiles({secret, left, sent});
        QCOMPARE(model.index(2, JobFileModel::Fate).data().toString(), QStringLiteral("sent"));
        QVERIFY(model.index(0, JobFileModel::Fate).data().toString().contains(QStringLiteral("password")));
        QCOMPARE(model.index(1, JobFileModel::Fate).data().toString(), leftOutText(left));
        QCOMPARE(model.index(1, JobFileModel::Name).data().toString(), QStringLiteral("data/"));
        QCOMPARE(model.rowOf(QStringLiteral("train.py")), 2);
        model.setFiles({sent});
        QCOMPARE(model.rowCount(), 1);
    }
};

QTEST_MAIN(TestJobModels)
#include "tst_jobmodels.moc"
