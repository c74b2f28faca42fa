#include "secrets/secretstore.h"

namespace rayhelm {

namespace {

QString kindName(SecretKind kind)
{
    switch (kind) {
    case SecretKind::SshPassword: return QStringLiteral("ssh-password");
    case SecretKind::KeyPassphrase: return QStringLiteral("key-passphrase");
    case SecretKind::SudoPassword: return QStringLiteral("sudo-password");
    case SecretKind::MlflowPassword: return QStringLiteral("mlflow-password");
    case SecretKind::IngressPassword: return QStringLiteral("ingress-password");
    }
    return {};
}

} // namespace

QString secretKey(const QUuid &profileId, SecretKind kind, const QString &place)
{
    const QString key = QStringLiteral("io.rayhelm/%1/%2").arg(profileId.toString(QUuid::WithoutBraces), kindName(kind));
    return place.isEmpty() ? key : key + QLatin1Char('/') + place;
}

} // namespace rayhelm
