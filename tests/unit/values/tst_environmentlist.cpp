// Variables that are given several times (field case 4): every entry that is not edited stays byte for byte.
#include "folders.h"
#include "values/environmentlist.h"
#include "values/podkeys.h"
#include "values/secretlook.h"
#include "values/valuesdocument.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTest>

using namespace rayhelm;

namespace {

const YamlPath workerPath{podkey::worker};

EnvironmentList variablesOf(const ValuesDocument &document)
{
    return readEnvironment(document.tree().at(workerPath));
}

/// What the document's text is once the worker has these variables; empty: it could not be changed.
QByteArray changed(const QByteArray &text, const EnvironmentList &wanted)
{
    ValuesDocument document(text);
    const Result<QList<YamlEdit>> edits = environmentEdits(document.tree().at(workerPath), workerPath, wanted);
    if (!edits || !document.apply(*edits, QStringLiteral("test")))
        return {};
    return variablesOf(document) == wanted ? document.text() : QByteArray();
}

QByteArray caseFile()
{
    QFile file(testData("/cases/04-env-twice.yaml"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestEnvironmentList : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void case4_anotherVariableIsChanged();
    void case4_oneIsAdded();
    void case4_oneOfTheTwoIsChangedOrRemoved();
    void othersStay_data();
    void othersStay();
    void case1_whatLooksLikeASecret_data();
    void case1_whatLooksLikeASecret();
};

void TestEnvironmentList::case4_anotherVariableIsChanged()
{
    const QByteArray text = caseFile();
    EnvironmentList list = variablesOf(ValuesDocument(text));
    QCOMPARE(list.size(), 5);
    QCOMPARE(list[1].name, QStringLiteral("OMP_NUM_THREADS"));
    list[1].value = QStringLiteral("16");
    QByteArray expected = text;
    expected.replace("value: \"8\"", "value: \"16\"");
    QCOMPARE(changed(text, list), expected);
}

void TestEnvironmentList::case4_oneIsAdded()
{
    const QByteArray text = caseFile();
    EnvironmentList list = variablesOf(ValuesDocument(text));
    list.append({QStringLiteral("NEW"), QStringLiteral("1"), EnvironmentPlace::Singularity, false});
    QByteArray expected = text;
    expected.replace("--env NCCL_DEBUG=INFO", "--env NCCL_DEBUG=INFO,NEW=1");
    QCOMPARE(changed(text, list), expected);
}

void TestEnvironmentList::case4_oneOfTheTwoIsChangedOrRemoved()
{
    const QByteArray text = caseFile();
    EnvironmentList list = variablesOf(ValuesDocument(text));
    list[2].value = QStringLiteral("2");
    list[3].value = QStringLiteral("TRACE");
    QByteArray expected = text;
    expected.replace("value: \"1\"", "value: \"2\"").replace("NCCL_DEBUG=WARN", "NCCL_DEBUG=TRACE");
    QCOMPARE(changed(text, list), expected);

    list = variablesOf(ValuesDocument(text));
    list.removeAt(4); // the --env option that counts
    expected = text;
    expected.replace(" --env NCCL_DEBUG=INFO", "");
    QCOMPARE(changed(text, list), expected);
}

void TestEnvironmentList::othersStay_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 300; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

/// Few names, so that most stand several times; odd ways to write them; one edit at a time.
void TestEnvironmentList::othersStay()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    const auto below = [&random](int limit) { return int(random.bounded(limit)); };
    const QStringList names{QStringLiteral("A"), QStringLiteral("B"), QStringLiteral("C_D")};
    QString text = QStringLiteral("worker:\n  containerEnv:\n");
    for (int i = 0, count = 1 + below(5); i < count; ++i)
        text += QStringLiteral("    - name: %1 # %2\n      value: '%3'\n").arg(names[below(3)]).arg(i).arg(below(4));
    QString options;
    for (int i = 0, count = below(4); i < count; ++i) {
        options += below(2) ? QStringLiteral("  --nv --env ") : QStringLiteral(" --env=");
        for (int k = 0, many = 1 + below(3); k < many; ++k)
            options += (k ? QStringLiteral(",") : QString()) + QStringLiteral("%1=%2").arg(names[below(3)]).arg(below(3));
        options += below(4) ? QString() : QStringLiteral(",");
    }
    if (!options.isEmpty())
        text += QStringLiteral("  annotations:\n    slurm-job.vk.io/singularity-options: \"%1\"\n").arg(options);
    const QByteArray before = text.toUtf8();
    const EnvironmentList list = variablesOf(ValuesDocument(before));
    QCOMPARE(changed(before, list), before);

    EnvironmentList wanted = list;
    const int at = below(int(list.size()));
    const int kind = below(3);
    if (kind == 0) {
        wanted[at].value = QStringLiteral("changed");
        // Exactly this value is another one; all other bytes are as before.
        const QByteArray after = changed(before, wanted);
        QVERIFY2(after.count("changed") == 1, (before + "----\n" + after).constData());
        const qsizetype place = after.indexOf("changed");
        QVERIFY2(before.startsWith(after.left(place - 1)) && before.endsWith(after.mid(place + 8)), (before + "----\n" + after).constData());
    } else if (kind == 1) {
        wanted.append({QStringLiteral("NEW"), QStringLiteral("1"), list.constLast().place, false});
        const QByteArray after = changed(before, wanted);
        QVERIFY2(!after.isEmpty(), before.constData());
        for (const QByteArray &line : before.split('\n'))
            QVERIFY2(line.contains("singularity") || after.contains(line), (before + "----\n" + after).constData());
    } else {
        wanted.removeAt(at);
        ValuesDocument document(before);
        const Result<QList<YamlEdit>> edits = environmentEdits(document.tree().at(workerPath), workerPath, wanted);
        QVERIFY(edits && document.apply(*edits, QStringLiteral("test")));
        QCOMPARE(variablesOf(document), wanted);
    }
}

void TestEnvironmentList::case1_whatLooksLikeASecret_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("secret");
    const auto add = [](const char *name, const char *value, bool secret) { QTest::newRow(name) << QString::fromLatin1(value) << secret; };
    using Pairs = QList<std::pair<const char *, const char *>>;
    for (const auto &[name, value] : Pairs{{"TOKENIZERS_PARALLELISM", "false"}, {"TOKENIZERS_PARALLELISM_2", "abc"}, {"MAX_NEW_TOKENS", "512"},
                                      {"MAX_TOKENS", "many"}, {"TOKEN_LIMIT", "abc"}, {"TOKEN", "4096"}, {"USE_TOKEN", "true"},
                                      {"HF_TOKEN_PATH", "token"}, {"SECRET_NAME", "my-secret"}, {"PASSWORD_FILE", "x"}, {"API_KEY", "$API_KEY"},
                                      {"DB_PASSWORD", "/run/secret"}, {"DB_PASSWORD_1", ""}, {"COMPASS", "north"}, {"SECRETARY", "Ada"},
                                      {"AWS_ACCESS_KEY_ID", "AKIA123"}, {"MONKEY", "banana"}, {"BYPASS", "abc"}})
        add(name, value, false);
    for (const auto &[name, value] : Pairs{{"MLFLOW_TRACKING_PASSWORD", "abc"}, {"API_KEY_", "abc"}, {"HF_TOKEN", "hf_abcdef"}, {"PGPASSWORD", "x"},
                                      {"WANDB_API_KEY", "0123456789abcdef"}, {"AWS_SECRET_ACCESS_KEY", "wJalr"}, {"github_token", "ghp_x"},
                                      {"CLIENT_SECRET", "12345678901"}, {"DB_PASS", "hunter2"}, {"OPENAI_APIKEY", "sk-x"}})
        add(name, value, true);
}

void TestEnvironmentList::case1_whatLooksLikeASecret()
{
    QFETCH(QString, value);
    QFETCH(bool, secret);
    QString name = QString::fromLatin1(QTest::currentDataTag());
    QCOMPARE(looksLikeSecret(name, value), secret);
}

QTEST_GUILESS_MAIN(TestEnvironmentList)
#include "tst_environmentlist.moc"
