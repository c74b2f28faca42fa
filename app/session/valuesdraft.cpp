#include "session/valuesdraft.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace rayhelm {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(rayhelm::ValuesDraft)
};

QJsonValue encoded(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray decoded(const QJsonValue &value)
{
    return QByteArray::fromBase64(value.toString().toLatin1());
}

} // namespace

Result<> writePrivateFile(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && file.write(bytes) == bytes.size() && file.commit();
    if (!written)
        return failure(ErrorKind::InvalidInput, Words::tr("The file %1 could not be written.").arg(path), file.errorString());
    return {};
}

Result<> writeDraft(const QString &path, const ValuesDraft &draft)
{
    const QJsonObject object{{QStringLiteral("origin"), int(draft.origin)},
                             {QStringLiteral("fileName"), draft.fileName},
                             {QStringLiteral("otherOwner"), draft.otherOwner},
                             {QStringLiteral("saved"), encoded(draft.saved)},
                             {QStringLiteral("text"), encoded(draft.text)}};
    return writePrivateFile(path, QJsonDocument(object).toJson());
}

std::optional<ValuesDraft> readDraft(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    ValuesDraft draft;
    draft.origin = ValuesOrigin(qBound(0, object.value(QLatin1String("origin")).toInt(), int(ValuesOrigin::Release)));
    draft.fileName = object.value(QLatin1String("fileName")).toString();
    draft.otherOwner = object.value(QLatin1String("otherOwner")).toString();
    draft.saved = decoded(object.value(QLatin1String("saved")));
    draft.text = decoded(object.value(QLatin1String("text")));
    return draft.text.isEmpty() ? std::nullopt : std::optional(draft);
}

} // namespace rayhelm
