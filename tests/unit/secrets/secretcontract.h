#pragma once

#include "awaiting.h"
#include "core/secretscope.h"
#include "secrets/secretstore.h"

#include <QTest>
#include <QUuid>

/// What every secret store must do, the one in memory as well as the real keychain.
namespace secretcontract {

inline std::shared_ptr<rayhelm::Secret> secret(const QByteArray &bytes)
{
    return std::make_shared<rayhelm::Secret>(QByteArray(bytes.constData(), bytes.size()));
}

inline QByteArray stored(rayhelm::SecretStore *store, const QString &key)
{
    const auto read = awaited(store->read(key, {}));
    if (!read)
        return "error " + rayhelm::errorKindName(read.error().kind).toUtf8();
    return *read ? (*read)->reveal().toByteArray() : QByteArray("(none)");
}

inline QList<QByteArray> values()
{
    return {"simple", QByteArray("Zoë 中文 🐟"), "two\nlines", "with\0nul" + QByteArray(1, '\0') + "x", QByteArray(20000, 'x'), QByteArray("\377\376\0binary", 9)};
}

inline void check(rayhelm::SecretStore *store)
{
    const QString key = rayhelm::SecretScope::mlflow(QStringLiteral("http://mlflow/%1").arg(QUuid::createUuid().toString(QUuid::WithoutBraces)), QStringLiteral("ada")).key();
    const QString other = key + QStringLiteral("2");
    QCOMPARE(stored(store, key), QByteArray("(none)"));
    QVERIFY(awaited(store->remove(key, {}))); // what is not there is gone
    for (const QByteArray &value : values()) {
        QVERIFY(awaited(store->write(key, secret(value), {})));
        QCOMPARE(stored(store, key), value);
    }
    QVERIFY(awaited(store->write(other, secret("other"), {})));
    QVERIFY(awaited(store->write(key, secret("replaced"), {})));
    QCOMPARE(stored(store, key), QByteArray("replaced"));
    QVERIFY(awaited(store->remove(key, {})));
    QCOMPARE(stored(store, key), QByteArray("(none)"));
    QCOMPARE(stored(store, other), QByteArray("other"));
    QVERIFY(awaited(store->remove(other, {})));
    QCOMPARE(store->state(), rayhelm::SecretStoreState::Available);
}

} // namespace secretcontract
