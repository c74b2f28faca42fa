#include "core/profilecheck.h"
#include "core/profilestore.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace rayhelm;

class TestProfileStore : public QObject
{
    Q_OBJECT
private:
    static Profile sample()
    {
        Profile profile;
        profile.name = QStringLiteral("Vega");
        profile.host = QStringLiteral("vm.example");
        profile.port = 2222;
        profile.user = QStringLiteral("ada");
        profile.login = LoginKind::KeyFile;
        profile.identityFile = QStringLiteral("/home/ada/.ssh/id");
        profile.useSudo = false;
        profile.hpcLogin = QStringLiteral("ada@login.example");
        return profile;
    }

private Q_SLOTS:
    void survivesARestart()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("sub/profiles.json"));
        {
            ProfileStore store(path);
            store.save(sample());
        }
        StoredFiles::flush();
        const ProfileStore store(path);
        QCOMPARE(store.profiles().size(), 1);
        const Profile read = store.profiles().first();
        QCOMPARE(toJson(read), [&] {
            Profile expected = sample();
            expected.id = read.id;
            return toJson(expected);
        }());
        QVERIFY(!read.id.isNull());
    }

    void newestUseComesFirst()
    {
        QTemporaryDir folder;
        ProfileStore store(folder.filePath(QStringLiteral("p.json")));
        Profile first = sample();
        first.id = QUuid::createUuid();
        Profile second = first;
        second.id = QUuid::createUuid();
        store.save(first);
        store.save(second);
        store.save(first);
        QCOMPARE(store.profiles().size(), 2);
        QCOMPARE(store.profiles().first().id, first.id);
        store.remove(first.id);
        QCOMPARE(store.find(first.id), nullptr);
        QVERIFY(store.find(second.id));
    }

    void brokenFileIsKeptAside()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("p.json"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{ not json");
        file.close();
        ProfileStore store(path);
        QVERIFY(store.profiles().isEmpty());
        QVERIFY(QFile::exists(path + QStringLiteral(".broken")));
    }

    void aColleaguesFileGetsAnIdOfItsOwn()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("given.json"));
        Profile given = sample();
        given.id = QUuid::createUuid();
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(ProfileStore::fileText(given)) > 0);
        file.close();
        const Result<Profile> imported = ProfileStore::importFile(path);
        QVERIFY(imported);
        QVERIFY(imported->id != given.id);
        QCOMPARE(imported->host, given.host);
    }

    void H4_everySettingIsChecked_data()
    {
        QTest::addColumn<QString>("setting");
        QTest::addColumn<QString>("text");
        const QList<ProfileText> settings = profileTexts();
        for (const ProfileText &setting : settings) {
            const QString key = QLatin1String(setting.key);
            for (const QString &bad : {QStringLiteral("-x"), QStringLiteral("--post-renderer=/tmp/x"), QStringLiteral("a\nb"),
                                       QStringLiteral("a") + QChar(0) + QStringLiteral("b"), QStringLiteral("a\x1b[2J"),
                                       QStringLiteral("a") + QChar(0x202e) + QStringLiteral("b"), QString(5000, QLatin1Char('a'))})
                QTest::addRow("%s %s", setting.key, bad.left(20).toUtf8().toHex().constData()) << key << bad;
        }
        const QList<std::pair<const char *, const char *>> more{
            {"releaseName", ""}, {"releaseName", "Big"}, {"releaseName", "a b"}, {"releaseName", "a/b"}, {"releaseName", "a;rm"},
            {"namespace", ""}, {"namespace", "a.b"}, {"namespace", "$(id)"},
            {"chart", ""}, {"chart", "ray-cluster"}, {"chart", "./chart"}, {"chart", "../chart"}, {"chart", "kuberay/../x"}, {"chart", "a b/c"},
            {"chart", "file:///x"}, {"chartVersion", "1 2"}, {"chartVersion", "latest"}, {"chartVersion", "1.2 --devel"},
            {"helmPath", "bin/helm"}, {"kubectlPath", "./kubectl"},
            {"rayAddress", "ray://x"}, {"rayAddress", "http://"}, {"rayAddress", "http://u:p@h"}, {"mlflowUri", "javascript:alert(1)"},
            {"mlflowUri", "ftp://x"}};
        for (const auto &[setting, text] : more)
            QTest::addRow("%s '%s'", setting, text) << QString::fromLatin1(setting) << QString::fromLatin1(text);
    }

    void H4_everySettingIsChecked()
    {
        QFETCH(QString, setting);
        QFETCH(QString, text);
        QJsonObject object = toJson(sample());
        QVERIFY(profileFromJson(object));
        object.insert(setting, text);
        const Result<Profile> profile = profileFromJson(object);
        QVERIFY(!profile);
        QCOMPARE(profile.error().kind, ErrorKind::InvalidInput);
        QVERIFY(profile.error().summary.contains(setting));
        // What was typed here is kept, to be mended.
        const Result<Profile> own = ownProfileFromJson(object);
        QVERIFY(own);
        QCOMPARE(settingProblems(*own).constFirst().setting, setting);
    }

    void usualSettingsAreAccepted()
    {
        QVERIFY(settingProblems(Profile()).isEmpty());
        const QList<std::pair<const char *, const char *>> good{
            {"releaseName", "ray-1.a"}, {"chart", "oci://ghcr.io/ray/ray-cluster"}, {"chart", "https://x.example:8443/a/ray-cluster-1.2.2.tgz"},
            {"chart", "/opt/charts/ray-cluster"}, {"chartVersion", ""}, {"chartVersion", "v1.3.0-rc.0"}, {"chartVersion", "~1.2"},
            {"helmPath", "/usr/local/bin/helm"}, {"helmPath", "helm3"}, {"kubectlPath", "~/bin/kubectl"}, {"kubeconfig", "/etc/my config"},
            {"workingDirectory", "../group/ray"}, {"rayAddress", "ray.example.org:8443/prefix"}, {"rayAddress", "http://10.0.0.1"},
            {"mlflowUri", "https://mlflow.example.org"}, {"name", "Vega, grüne Gruppe"}};
        for (const auto &[setting, text] : good) {
            QJsonObject object = toJson(sample());
            object.insert(QLatin1String(setting), QString::fromUtf8(text));
            QVERIFY2(profileFromJson(object), text);
        }
    }

    void whatCannotBeReadIsKept()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("p.json"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"([{"of":"a later version"}])");
        file.close();
        ProfileStore store(path);
        QVERIFY(store.profiles().isEmpty());
        store.save(sample());
        QVERIFY(StoredFile(path).read().contains("a later version"));
    }

    void theSameMachineIsFound()
    {
        QTemporaryDir folder;
        ProfileStore store(folder.filePath(QStringLiteral("p.json")));
        Profile first = sample();
        first.id = QUuid::createUuid();
        Profile second = first;
        second.id = QUuid::createUuid();
        second.name = QStringLiteral("Other release");
        store.save(first);
        store.save(second);
        Profile given = sample();
        given.host = QStringLiteral("VM.example");
        QCOMPARE(store.sameMachine(given)->id, first.id);
        given.name = QStringLiteral("unknown");
        QCOMPARE(store.sameMachine(given)->id, second.id);
        given.user = QStringLiteral("eve");
        QCOMPARE(store.sameMachine(given), nullptr);
    }

    void aPipeIsNoProfile()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("pipe"));
        QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
        QCOMPARE(ProfileStore::importFile(path).error().kind, ErrorKind::NotFound);
    }

    void otherFilesAreRefused()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("x.json"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[1, 2]");
        file.close();
        QCOMPARE(ProfileStore::importFile(path).error().kind, ErrorKind::InvalidInput);
        QCOMPARE(ProfileStore::importFile(folder.filePath(QStringLiteral("none"))).error().kind, ErrorKind::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestProfileStore)
#include "tst_profilestore.moc"
