#include "core/profilestore.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

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
        QVERIFY(ProfileStore::exportFile(given, path));
        const Result<Profile> imported = ProfileStore::importFile(path);
        QVERIFY(imported);
        QVERIFY(imported->id != given.id);
        QCOMPARE(imported->host, given.host);
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
