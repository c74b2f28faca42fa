#include "values/singularityoptions.h"

#include <QTest>

using namespace rayhelm;

namespace {
const QString example = QStringLiteral("--no-home --compat --no-mount /exa5 --env POD_IP=$POD_IP  --env HYDRA_FULL_ERROR=1,NCCL_SOCKET_IFNAME=br0");

SingularityOptions::Variable variable(const char *name, const char *value)
{
    return {QString::fromUtf8(name), QString::fromUtf8(value)};
}
} // namespace

class TestSingularityOptions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsTheExample();
    void changesOnlyWhatDiffers();
    void binds();
    void switchesAndHome();
    void quotes();
    void problems();
};

void TestSingularityOptions::readsTheExample()
{
    const SingularityOptions options = SingularityOptions::parse(example);
    QCOMPARE(options.toString(), example);
    QCOMPARE(options.environment(), (QList{variable("POD_IP", "$POD_IP"), variable("HYDRA_FULL_ERROR", "1"), variable("NCCL_SOCKET_IFNAME", "br0")}));
    QVERIFY(options.hasSwitch(QStringLiteral("--no-home")));
    QVERIFY(!options.hasSwitch(QStringLiteral("--nv")));
    QCOMPARE(options.others(), (QStringList{QStringLiteral("--no-home"), QStringLiteral("--compat"), QStringLiteral("--no-mount"), QStringLiteral("/exa5")}));
}

void TestSingularityOptions::changesOnlyWhatDiffers()
{
    SingularityOptions options = SingularityOptions::parse(example);
    auto variables = options.environment();
    options.setEnvironment(variables);
    QCOMPARE(options.toString(), example);
    variables[1].value = QStringLiteral("0");
    variables.append(variable("NEW", "x"));
    options.setEnvironment(variables);
    QCOMPARE(options.toString(), QStringLiteral("--no-home --compat --no-mount /exa5 --env POD_IP=$POD_IP  --env HYDRA_FULL_ERROR=0,NCCL_SOCKET_IFNAME=br0,NEW=x"));
    variables.removeFirst();
    options.setEnvironment(variables);
    QCOMPARE(options.toString(), QStringLiteral("--no-home --compat --no-mount /exa5  --env HYDRA_FULL_ERROR=0,NCCL_SOCKET_IFNAME=br0,NEW=x"));
    options.setEnvironment({});
    QCOMPARE(options.toString(), QStringLiteral("--no-home --compat --no-mount /exa5"));
    options.setEnvironment({variable("A", "1")});
    QCOMPARE(options.toString(), QStringLiteral("--no-home --compat --no-mount /exa5 --env A=1"));
    SingularityOptions empty = SingularityOptions::parse(QString());
    empty.setEnvironment({variable("A", "1"), variable("B", "2")});
    QCOMPARE(empty.toString(), QStringLiteral("--env A=1,B=2"));
}

void TestSingularityOptions::binds()
{
    SingularityOptions options = SingularityOptions::parse(QStringLiteral("--bind /ceph -B /a:/b:ro,/c"));
    QCOMPARE(options.binds(), (QStringList{QStringLiteral("/ceph"), QStringLiteral("/a:/b:ro"), QStringLiteral("/c")}));
    options.setBinds({QStringLiteral("/ceph"), QStringLiteral("/c"), QStringLiteral("/d")});
    QCOMPARE(options.toString(), QStringLiteral("--bind /ceph -B /c,/d"));
    options.setBinds({QStringLiteral("/d")});
    QCOMPARE(options.toString(), QStringLiteral("-B /d"));
    options.setBinds({});
    QCOMPARE(options.toString(), QString());
    options.setBinds({QStringLiteral("/x")});
    QCOMPARE(options.toString(), QStringLiteral("--bind /x"));
}

void TestSingularityOptions::switchesAndHome()
{
    SingularityOptions options = SingularityOptions::parse(QStringLiteral("--no-home --home=/a"));
    options.setSwitch(QStringLiteral("--nv"), true);
    options.setSwitch(QStringLiteral("--no-home"), false);
    QCOMPARE(options.home(), std::optional(QStringLiteral("/a")));
    options.setHome(QStringLiteral("/b"));
    QCOMPARE(options.toString(), QStringLiteral("--home=/b --nv"));
    options.setHome(std::nullopt);
    QCOMPARE(options.toString(), QStringLiteral("--nv"));
}

void TestSingularityOptions::quotes()
{
    SingularityOptions options = SingularityOptions::parse(QStringLiteral("--env \"A=b c,D=1\" --env E=x,y"));
    QCOMPARE(options.environment(), (QList{variable("A", "b c"), variable("D", "1"), variable("E", "x,y")}));
    auto variables = options.environment();
    variables[1].value = QStringLiteral("2");
    options.setEnvironment(variables);
    QCOMPARE(options.toString(), QStringLiteral("--env \"A=b c,D=2\" --env E=x,y"));
}

void TestSingularityOptions::problems()
{
    QVERIFY(SingularityOptions::environmentProblem(variable("A_1", "$HOME/x:y=z")).isEmpty());
    for (const char *name : {"", "1A", "A-B", "A B"})
        QVERIFY2(!SingularityOptions::environmentProblem(variable(name, "x")).isEmpty(), name);
    for (const char *value : {"a b", "a,b", "a;b", "$(x)", "a\"b", "a|b", "a\nb"})
        QVERIFY2(!SingularityOptions::environmentProblem(variable("A", value)).isEmpty(), value);
    for (const char *bind : {"/a", "/a:/b", "/a:/b:ro", "$HOME/x"})
        QVERIFY2(SingularityOptions::bindProblem(QString::fromUtf8(bind)).isEmpty(), bind);
    for (const char *bind : {"", "a", "/a b", "/a,/b", "/a:/b:ro:x", "/a;rm"})
        QVERIFY2(!SingularityOptions::bindProblem(QString::fromUtf8(bind)).isEmpty(), bind);
}

QTEST_GUILESS_MAIN(TestSingularityOptions)
#include "tst_singularityoptions.moc"
