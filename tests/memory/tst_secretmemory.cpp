#include "testaccounts.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <sys/resource.h>

/// After the user has disconnected nothing of a password is left in memory, in no spelling, and a crash writes no memory to a file.
class TestSecretMemory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void nothingStays();
    void crashLeavesNoCore_data();
    void crashLeavesNoCore();

private:
    void startHolder(const QStringList &arguments);
    void givePasswords();
    QStringList cores() const { return QDir(m_folder->path()).entryList({QStringLiteral("core*")}, QDir::Files); }
    bool says(const QByteArray &what);
    /// Name of what was found -> how often, in all memory that can be read.
    QMap<QString, int> found(const QByteArray &memory) const;
    QByteArray memoryOfHolder() const;
    static int total(const QMap<QString, int> &found);

    TestAccounts m_server;
    QTcpServer m_mlflow;
    QProcess m_holder;
    std::unique_ptr<QTemporaryDir> m_folder;
    QMap<QString, QByteArray> m_needles;
    QByteArray m_login;
    QByteArray m_mlflowPassword;
};

namespace {

QByteArray newPassword(const char *beginning)
{
    return beginning + QByteArray::number(QRandomGenerator::system()->generate64(), 36);
}

QByteArray wide(const QByteArray &text)
{
    const QString string = QString::fromLatin1(text);
    return QByteArray(reinterpret_cast<const char *>(string.utf16()), string.size() * 2);
}

} // namespace

void TestSecretMemory::initTestCase()
{
    if (!TestAccounts::isPossible())
        QSKIP("accounts of our own need root and a mount namespace");
    m_login = newPassword("Log-");
    m_mlflowPassword = newPassword("Mlf-");
    QVERIFY(m_server.start(m_login));
    // A server that wants a login, and believes every one.
    connect(&m_mlflow, &QTcpServer::newConnection, this, [this] {
        QTcpSocket *socket = m_mlflow.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket] {
            const QByteArray request = socket->readAll();
            const bool loggedIn = request.toLower().contains("authorization: basic ");
            socket->write(loggedIn ? "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}" : "HTTP/1.1 401 No\r\nContent-Length: 0\r\n\r\n");
        });
    });
    QVERIFY(m_mlflow.listen(QHostAddress::LocalHost));
    for (const auto &[name, password] : {std::pair(QStringLiteral("login"), m_login), std::pair(QStringLiteral("MLflow"), m_mlflowPassword)}) {
        m_needles.insert(name + QStringLiteral(" plain"), password);
        m_needles.insert(name + QStringLiteral(" UTF-16"), wide(password));
        m_needles.insert(name + QStringLiteral(" base64"), password.toBase64(QByteArray::OmitTrailingEquals));
    }
    // In the middle of three bytes as in "ada:<password>": what does not depend on the neighbours.
    m_needles.insert(QStringLiteral("MLflow header"), ("ada:" + m_mlflowPassword).toBase64(QByteArray::OmitTrailingEquals).left(20));
}

void TestSecretMemory::init()
{
    QVERIFY(m_holder.state() == QProcess::NotRunning);
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestSecretMemory::startHolder(const QStringList &arguments)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    // Fills what is freed, whatever its size; and what dies stays in quarantine, filled.
    environment.insert(QStringLiteral("ASAN_OPTIONS"), QStringLiteral("max_free_fill_size=1073741824:free_fill_byte=90:detect_leaks=0:handle_abort=0:disable_coredump=0"));
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    m_holder.setProcessEnvironment(environment);
    m_holder.setWorkingDirectory(m_folder->path());
    // Cores are wanted by whoever starts it: none must appear all the same.
    m_holder.setChildProcessModifier([] {
        rlimit core{0, 0};
        ::getrlimit(RLIMIT_CORE, &core);
        core.rlim_cur = core.rlim_max;
        ::setrlimit(RLIMIT_CORE, &core);
    });
    m_holder.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_holder.start(qEnvironmentVariable("SECRETHOLDER"), arguments);
    QVERIFY(m_holder.waitForStarted());
}

void TestSecretMemory::givePasswords()
{
    m_holder.write(QByteArray::number(m_server.sshd().port()) + "\nrhpw\n" + m_login + "\nunused\n" + QByteArray::number(m_mlflow.serverPort()) + '\n'
                   + m_mlflowPassword + '\n');
}

bool TestSecretMemory::says(const QByteArray &what)
{
    QByteArray said;
    const bool heard = QTest::qWaitFor([&] {
        said += m_holder.readAllStandardOutput();
        return said.contains('\n') || m_holder.state() == QProcess::NotRunning;
    }, 120000);
    if (said.trimmed() != what)
        qWarning("it says: %s", said.constData());
    return heard && said.trimmed() == what;
}

QByteArray TestSecretMemory::memoryOfHolder() const
{
    const QString process = QStringLiteral("/proc/%1/").arg(m_holder.processId());
    QFile maps(process + QStringLiteral("maps"));
    QFile memory(process + QStringLiteral("mem"));
    if (!maps.open(QIODevice::ReadOnly) || !memory.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return {};
    QByteArray all;
    const QList<QByteArray> lines = maps.readAll().split('\n');
    for (const QByteArray &line : lines) {
        const QList<QByteArray> words = line.simplified().split(' ');
        const QList<QByteArray> range = words.value(0).split('-');
        const quint64 from = range.value(0).toULongLong(nullptr, 16);
        const quint64 size = range.value(1).toULongLong(nullptr, 16) - from;
        // The shadow of a sanitizer is huge and holds no bytes of the program.
        if (!words.value(1).startsWith("rw") || size == 0 || size > (quint64(1) << 32) || words.value(5).startsWith("[v"))
            continue;
        memory.seek(qint64(from));
        all += memory.read(qint64(size));
        all += '|';
    }
    return all;
}

QMap<QString, int> TestSecretMemory::found(const QByteArray &memory) const
{
    QMap<QString, int> found;
    for (auto needle = m_needles.cbegin(); needle != m_needles.cend(); ++needle) {
        if (const int count = int(memory.count(needle.value())))
            found.insert(needle.key(), count);
    }
    return found;
}

int TestSecretMemory::total(const QMap<QString, int> &found)
{
    int sum = 0;
    for (const int count : found)
        sum += count;
    return sum;
}

void TestSecretMemory::nothingStays()
{
    startHolder({QStringLiteral("none"), m_folder->path()}); // what a core would hold
    givePasswords();
    QVERIFY(says("held"));
    const QByteArray before = memoryOfHolder();
    QVERIFY2(before.size() > 1000000, "the memory can be read");
    const QMap<QString, int> held = found(before);
    QVERIFY(held.contains(QStringLiteral("login plain"))); // it is looked for in the right place
    QVERIFY(held.contains(QStringLiteral("MLflow plain")));
    m_holder.write("\n");
    QVERIFY(says("let go"));
    const QMap<QString, int> left = found(memoryOfHolder());
    qInfo() << "held:" << held << "left:" << left << "of" << before.size() << "bytes";
    QCOMPARE(total(left), 0);
    m_holder.write("\n");
    QVERIFY(m_holder.waitForFinished(120000));
    QCOMPARE(m_holder.exitStatus(), QProcess::CrashExit);
    if (cores().isEmpty())
        QSKIP("this system keeps cores elsewhere; the memory itself was looked at");
    QFile core(m_folder->filePath(cores().first()));
    QVERIFY(core.open(QIODevice::ReadOnly));
    const uchar *const bytes = core.map(0, core.size());
    QVERIFY(bytes);
    const QByteArray dump = QByteArray::fromRawData(reinterpret_cast<const char *>(bytes), core.size());
    qInfo() << "core:" << core.size() << "bytes";
    QCOMPARE(total(found(dump)), 0);
}

void TestSecretMemory::crashLeavesNoCore_data()
{
    QTest::addColumn<QString>("guards");
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<bool>("leavesCore");
    QTest::newRow("as the application is") << QStringLiteral("both") << QByteArray("dumpable 0, cores none") << false;
    QTest::newRow("the flag alone") << QStringLiteral("flag") << QByteArray("dumpable 0, cores allowed") << false;
    QTest::newRow("the limit alone") << QStringLiteral("limit") << QByteArray("dumpable 1, cores none") << false;
    QTest::newRow("without any guard") << QStringLiteral("none") << QByteArray("dumpable 1, cores allowed") << true;
}

/// The guards are looked at in the process, too: a system may keep cores elsewhere.
void TestSecretMemory::crashLeavesNoCore()
{
    QFETCH(QString, guards);
    QFETCH(QByteArray, said);
    QFETCH(bool, leavesCore);
    rlimit core{0, 0};
    ::getrlimit(RLIMIT_CORE, &core);
    if (core.rlim_max == 0 && said.endsWith("allowed"))
        QSKIP("nobody may have cores here");
    startHolder({guards});
    QVERIFY(says(said));
    QTRY_COMPARE_WITH_TIMEOUT(m_holder.state(), QProcess::NotRunning, 120000); // it may have ended while its words were read
    QCOMPARE(m_holder.exitStatus(), QProcess::CrashExit);
    if (leavesCore && cores().isEmpty())
        QSKIP("this system keeps cores elsewhere; the guards themselves were looked at");
    QCOMPARE(!cores().isEmpty(), leavesCore);
}

QTEST_GUILESS_MAIN(TestSecretMemory)
#include "tst_secretmemory.moc"
