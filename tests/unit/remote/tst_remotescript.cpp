#include "remote/remotescript.h"

#include "core/text.h"

#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace rayhelm;

/// The command line as login shells really run it.
class TestRemoteScript : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void argumentsArrive_data();
    void argumentsArrive();
    void startsInTheFolder_data();
    void startsInTheFolder();
    void noSecretPlaces();

private:
    QByteArray run(const QString &shell, const RemoteScript &script, QByteArray *errors = nullptr);

    QTemporaryDir m_home;
};

namespace {

/// The 31 arguments that broke other ways of quoting.
QStringList awkwardArguments()
{
    QStringList all{QString(), QStringLiteral(" "), QStringLiteral("a b"), QStringLiteral("'"), QStringLiteral("\""), QStringLiteral("\\"),
                    QStringLiteral("a\nb"), QStringLiteral("a\rb"), QStringLiteral("a\r\nb"), QStringLiteral("\t"), QStringLiteral("$HOME"),
                    QStringLiteral("$(id)"), QStringLiteral("`id`"), QStringLiteral("!history"), QStringLiteral("!!"), QStringLiteral("*"),
                    QStringLiteral("?"), QStringLiteral("[a]"), QStringLiteral("{a,b}"), QStringLiteral("~"), QStringLiteral("-n"),
                    QStringLiteral("--"), QStringLiteral("-oProxyCommand=x"), QStringLiteral("a;b"), QStringLiteral("a&b"), QStringLiteral("a|b"),
                    QStringLiteral("<>"), QStringLiteral("#no"), QStringLiteral("%s"), QString::fromUtf8("ünï中文🐟"), QString(20000, QLatin1Char('x'))};
    return all;
}

} // namespace

QByteArray TestRemoteScript::run(const QString &shell, const RemoteScript &script, QByteArray *errors)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("HOME"), m_home.path());
    process.setProcessEnvironment(environment);
    process.start(shell, {QStringLiteral("-c"), commandLine(script)});
    process.waitForFinished(20000);
    if (errors)
        *errors = process.readAllStandardError();
    const QByteArray out = process.readAllStandardOutput();
    const QByteArray marker = startMarker(script.token) + '\n';
    return out.mid(out.indexOf(marker) + marker.size());
}

void TestRemoteScript::argumentsArrive_data()
{
    QTest::addColumn<QString>("shell");
    for (const char *shell : {"bash", "dash", "zsh", "fish", "tcsh"})
        QTest::newRow(shell) << QString::fromLatin1(shell);
}

void TestRemoteScript::argumentsArrive()
{
    QFETCH(QString, shell);
    const QString program = QStandardPaths::findExecutable(shell);
    if (program.isEmpty())
        QSKIP("this shell is not installed");
    const QStringList arguments = awkwardArguments();
    QCOMPARE(arguments.size(), 31);
    for (const ScriptCarrier carrier : {ScriptCarrier::WithInput, ScriptCarrier::UntilInputEnds, ScriptCarrier::WithHeartbeat}) {
        RemoteScript script;
        script.script = QStringLiteral("printf '%s\\0' ") + shellCommand(arguments) + QStringLiteral("; exit 9");
        script.token = newScriptToken();
        script.carrier = carrier;
        QByteArray errors;
        const QByteArray out = run(program, script, &errors);
        QByteArray expected;
        for (const QString &argument : arguments)
            expected += argument.toUtf8() + '\0';
        QCOMPARE(out, expected);
        QVERIFY2(errors.contains(startMarker(script.token)), errors.constData());
        QVERIFY2(errors.endsWith(endMarker(script.token) + " 9\n"), errors.constData());
    }
}

void TestRemoteScript::startsInTheFolder_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("made");
    QTest::addColumn<QString>("start"); // below the home
    QTest::newRow("home") << "" << "" << "";
    QTest::newRow("relative") << ".interlink" << ".interlink" << "/.interlink";
    QTest::newRow("with a blank and a quote") << "it's mine" << "it's mine" << "/it's mine";
    QTest::newRow("tilde") << "~/work" << "work" << "/work";
    QTest::newRow("missing") << "nowhere" << "" << "";
}

void TestRemoteScript::startsInTheFolder()
{
    QFETCH(QString, folder);
    QFETCH(QString, made);
    QFETCH(QString, start);
    if (!made.isEmpty())
        QVERIFY(QDir(m_home.path()).mkpath(made));
    RemoteScript script;
    script.script = QStringLiteral("pwd; printf '%s\\n' \"$RAYHELM_FOLDER\"");
    script.token = newScriptToken();
    script.workingDirectory = folder;
    script.carrier = ScriptCarrier::WithInput;
    const QList<QByteArray> lines = run(QStringLiteral("/bin/sh"), script).split('\n');
    QCOMPARE(QString::fromUtf8(lines.at(0)), m_home.path() + start);
    QVERIFY(QString::fromUtf8(lines.at(1)).startsWith(m_home.path()));
}

void TestRemoteScript::noSecretPlaces()
{
    RemoteScript script;
    script.script = QStringLiteral("true");
    script.token = "abc";
    script.throughSudo = true;
    const QString line = commandLine(script);
    const QString encoded = line.section(QStringLiteral("echo "), 1).section(QLatin1Char(' '), 0, 0);
    const QByteArray text = QByteArray::fromBase64(encoded.toLatin1());
    QVERIFY2(text.startsWith("export LC_ALL=C; exec sudo -S -H -p '[sudo-abc]' -- /bin/sh -c "), text.constData());
}

QTEST_GUILESS_MAIN(TestRemoteScript)
#include "tst_remotescript.moc"
