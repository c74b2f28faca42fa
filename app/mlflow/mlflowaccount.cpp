#include "mlflow/mlflowaccount.h"

#include "remote/http.h"

#include <QCoreApplication>

namespace rayhelm {

namespace {

struct Account {
    Q_DECLARE_TR_FUNCTIONS(rayhelm::MlflowAccount)
};

/// A value as Python's configparser reads it back: a percent sign begins an interpolation unless it is doubled.
QByteArray iniValue(QByteArrayView value)
{
    return value.toByteArray().replace('%', "%%");
}

/// What one line of the file cannot carry: line ends, and blanks that are cut off.
bool fitsOneLine(QByteArrayView value)
{
    for (const char c : value) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            return false;
    }
    QString text = QString::fromUtf8(value);
    const bool fits = !text.isEmpty() && QByteArrayView(text.toUtf8()) == value && !text.front().isSpace() && !text.back().isSpace()
        && !text.contains(QChar(0x85)) && !text.contains(QChar(0x2028)) && !text.contains(QChar(0x2029));
    wipe(text);
    return fits;
}

} // namespace

MlflowAccount MlflowAccount::clone() const
{
    return MlflowAccount{uri, user, password.clone()};
}

QString credentialsKey()
{
    return QStringLiteral("credentials");
}

Result<Secret> credentialsFile(const MlflowAccount &account)
{
    const QByteArray user = account.user.toUtf8();
    const QByteArrayView password = account.password.reveal();
    if (account.user.isEmpty())
        return failure(ErrorKind::InvalidInput, Account::tr("The MLflow user name is empty."));
    if (account.password.isEmpty())
        return failure(ErrorKind::InvalidInput, Account::tr("The MLflow password is empty."));
    if (!fitsOneLine(user))
        return failure(ErrorKind::InvalidInput,
                       Account::tr("MLflow's file cannot hold this user name: it begins or ends with a blank, or has a line break."));
    if (!fitsOneLine(password))
        return failure(ErrorKind::InvalidInput,
                       Account::tr("MLflow's file cannot hold this password: it begins or ends with a blank, or has a line break."));
    QByteArray value = iniValue(password);
    Secret file("[mlflow]\nmlflow_tracking_username = " + iniValue(user) + "\nmlflow_tracking_password = " + value + "\n");
    wipe(value);
    return file;
}

Result<QUrl> trackingUri(const QString &text)
{
    const QString typed = text.trimmed();
    if (typed.isEmpty())
        return failure(ErrorKind::InvalidInput, Account::tr("The tracking URI is empty."));
    const QUrl url(typed, QUrl::StrictMode);
    if (url.scheme() != QLatin1String("http") && url.scheme() != QLatin1String("https"))
        return failure(ErrorKind::InvalidInput, Account::tr("The tracking URI must begin with http:// or https://."));
    if (!url.isValid() || url.host().isEmpty())
        return failure(ErrorKind::InvalidInput, Account::tr("This is not an address: %1").arg(typed), url.errorString());
    if (!url.userInfo().isEmpty())
        return failure(ErrorKind::InvalidInput,
                       Account::tr("Leave user name and password out of the tracking URI; they have fields of their own."));
    if (url.hasQuery() || url.hasFragment())
        return failure(ErrorKind::InvalidInput,
                       Account::tr("The tracking URI must end before \"?\" and \"#\". Copy the server's address, not a page's."));
    return withPath(url, QString());
}

bool isUnencrypted(const QUrl &uri)
{
    return uri.scheme() == QLatin1String("http") && !isLoopback(uri);
}

QUrl signupPage(const QUrl &uri)
{
    return withPath(uri, QStringLiteral("/signup"));
}

} // namespace rayhelm
