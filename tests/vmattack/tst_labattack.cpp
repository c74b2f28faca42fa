// On the running practice VM (root flavour: real sshd, sudo, helm, Kubernetes) another account owns the working folder and plays against an
// install. What the real helm was given is recorded right where it begins, and compared byte for byte with what was reviewed.
#include "awaiting.h"
#include "testsshd.h"

#include "cluster/installcomparison.h"
#include "cluster/installrelease.h"
#include "explain/explain.h"

#include <QCryptographicHash>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace rayhelm;
using namespace Qt::StringLiterals;

namespace {

constexpr uid_t attacker = 61003; ///< labnosudo of the practice VM

/// Keeps what a real install is given. In root's home of the VM.
const QByteArray recorder = R"sh(#!/bin/sh
case " $* " in *" upgrade "*)
    case " $* " in *" --dry-run"*) ;; *)
        rm -rf /root/seen; mkdir -m 700 /root/seen
        for word in "$@"; do
            case "$before" in --values|-f) cat "$word" >/root/seen/"$(basename "$word")" ;; esac
            case "$word" in *.tgz) cat "$word" >/root/seen/chart.tgz ;; esac
            before=$word
        done ;;
    esac ;;
esac
exec /usr/local/bin/helm.real "$@"
)sh";

QString setting(const char *name)
{
    return qEnvironmentVariable(name);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

class TestLabAttack : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void cleanupTestCase();
    void whatWasReviewedIsInstalled_data();
    void whatWasReviewedIsInstalled();

private:
    static bool run(const QString &commandLine);
    QString folder() const { return setting("LAB_SSH_HOME") + u"/.interlink"_s; }
    QString root() const { return setting("LAB_ROOT_HOME"); }
    QByteArray helm(const QString &arguments) const;
    QByteArray treasury() const;
    ClusterHost host() const;

    SystemProcessLauncher m_launcher;
    QuestionDesk m_desk;
    DeskUser m_user{&m_desk};
    Redactor m_redactor;
    CommandLog m_commands{m_redactor};
    std::unique_ptr<SshSession> m_vm;
    std::unique_ptr<QProcess> m_racer;
    QTemporaryDir m_data;
    Profile m_profile;
    Steps m_steps;
    Result<Explanations> m_explanations = Explanations::load();
};

bool TestLabAttack::run(const QString &commandLine)
{
    return QProcess::execute(u"/bin/sh"_s, {u"-c"_s, commandLine}) == 0;
}

QByteArray TestLabAttack::helm(const QString &arguments) const
{
    QProcess process;
    process.start(u"/bin/sh"_s, {u"-c"_s, u"\"$LAB_HELM\" --kubeconfig \"$LAB_KUBECONFIG\" "_s + arguments});
    process.waitForFinished(60000);
    return process.readAllStandardOutput();
}

/// Everything of root's that the attacker is after.
QByteArray TestLabAttack::treasury() const
{
    QProcess process;
    process.start(u"/bin/sh"_s, {u"-c"_s, u"cd \"$LAB_ROOT_HOME/treasury\" && find . -printf '%p %U:%G %m %s\\n' | sort && cat treasure"_s});
    process.waitForFinished(60000);
    return process.readAllStandardOutput();
}

void TestLabAttack::initTestCase()
{
    if (setting("LAB_FLAVOUR") != "root"_L1) {
        if (qEnvironmentVariableIsSet("RAYHELM_LAB_REQUIRED"))
            QFAIL("no practice VM of the root flavour: its settings are not in the environment");
        QSKIP("no practice VM of the root flavour: its settings are not in the environment");
    }
    m_user.reply([](const Question &) { return std::optional<Answer>(DeskUser::trust()); });
    m_profile.id = QUuid::createUuid();
    m_profile.host = setting("LAB_SSH_HOST");
    m_profile.port = setting("LAB_SSHD_PORT").toUShort();
    m_profile.user = setting("LAB_SSH_USER");
    m_profile.login = LoginKind::KeyFile;
    m_profile.identityFile = setting("LAB_SSH_KEY");
    SshPaths paths;
    paths.askpass = setting("RAYHELM_ASKPASS");
    paths.knownHosts = m_data.filePath(u"known_hosts"_s);
    for (QString *config : {&paths.userConfig, &paths.systemConfig}) {
        *config = m_data.filePath(u"ssh_config"_s);
        QVERIFY(write(*config, {}));
    }
    SshServices services{&m_launcher, &m_desk, nullptr, &m_commands, &m_redactor};
    m_vm = std::make_unique<SshSession>(vmPlace(m_profile), paths, services);
    const Result<> opened = awaited(m_vm->openLink({}));
    VERIFY_RESULT(opened);
    QVERIFY(run(u"cd \"$LAB_ROOT_HOME/../usr/local/bin\" && mv helm helm.real"_s));
    const QString wrapper = root() + u"/../usr/local/bin/helm"_s;
    QVERIFY(write(wrapper, recorder));
    QCOMPARE(::chmod(qPrintable(wrapper), 0755), 0);
    QVERIFY(run(u"mkdir -m 700 \"$LAB_ROOT_HOME/treasury\" && echo 'of root' >\"$LAB_ROOT_HOME/treasury/treasure\""_s));
    QVERIFY(run(u"mkdir -p '%1/kuberay/ray-cluster' && echo 'name: evil' >'%1/kuberay/ray-cluster/Chart.yaml' && chown -R %2:%2 '%1'"_s
                    .arg(folder()).arg(attacker)));
}

void TestLabAttack::cleanup()
{
    if (m_racer) {
        m_racer->closeWriteChannel();
        m_racer->waitForFinished(10000);
        m_racer.reset();
    }
    helm(u"uninstall raycluster --wait"_s);
}

void TestLabAttack::cleanupTestCase()
{
    if (!m_vm)
        return;
    QVERIFY(run(u"cd \"$LAB_ROOT_HOME/../usr/local/bin\" && mv -f helm.real helm; rm -rf \"$LAB_ROOT_HOME/treasury\" \"$LAB_ROOT_HOME/seen\""_s));
    QVERIFY(awaited(m_vm->closeLink({})));
}

ClusterHost TestLabAttack::host() const
{
    ClusterHost host;
    host.session = m_vm.get();
    host.explanations = &*m_explanations;
    host.profile = m_profile;
    host.dataDirectory = m_data.path();
    return host;
}

void TestLabAttack::whatWasReviewedIsInstalled_data()
{
    QTest::addColumn<QString>("way");
    for (const char *way : {"links", "contents", "folders"})
        QTest::newRow(way) << QString::fromLatin1(way);
}

void TestLabAttack::whatWasReviewedIsInstalled()
{
    QFETCH(QString, way);
    const QByteArray values = contentOf(setting("LAB_VALUES_FIRST"));
    QVERIFY(!values.isEmpty());
    const QByteArray before = treasury();
    QVERIFY(before.contains("of root"));
    m_racer = std::make_unique<QProcess>();
    m_racer->start(QStringLiteral(RAYHELM_RACER), {QString::number(attacker), folder(), way, way == u"folders"_s ? u"/root/treasury"_s : u"/root/treasury/treasure"_s});
    QVERIFY(m_racer->waitForReadyRead(10000));
    int played = 0;
    for (int i = 0; i < 5; ++i) { // an install, then upgrades
        const auto reviewed = awaited(compareInstall(host(), values, i > 0, {}));
        VERIFY_RESULT(reviewed);
        QVERIFY2(!(*reviewed)->objectsProblem, qPrintable((*reviewed)->objectsProblem ? (*reviewed)->objectsProblem->summary : QString()));
        QCOMPARE((*reviewed)->chartSha256.size(), 64);
        InstallRequest request;
        request.host = host();
        request.values = values;
        request.reviewedChart = (*reviewed)->chartSha256;
        const Result<InstallOutcome> installed = awaited(installRelease(request, &m_steps, {}));
        VERIFY_RESULT(installed);
        QCOMPARE(contentOf(root() + u"/seen/values.yaml"_s), values);
        const QByteArray chart = contentOf(root() + u"/seen/chart.tgz"_s);
        QCOMPARE(QCryptographicHash::hash(chart, QCryptographicHash::Sha256).toHex(), (*reviewed)->chartSha256);
        // And made of nothing else.
        const QString seen = root() + u"/seen"_s;
        const QByteArray rendered = helm(u"template raycluster '%1/chart.tgz' --values '%1/values.yaml' --values '%1/added.yaml'"_s.arg(seen));
        QVERIFY(rendered.contains("kind: RayCluster") && !rendered.contains("evil"));
        QCOMPARE(helm(u"get manifest raycluster"_s).trimmed(), rendered.trimmed());
        QCOMPARE(treasury(), before);
        ++played;
    }
    qInfo("%s: %d installs, each byte for byte what was reviewed", qPrintable(way), played);
}

QTEST_GUILESS_MAIN(TestLabAttack)
#include "tst_labattack.moc"
