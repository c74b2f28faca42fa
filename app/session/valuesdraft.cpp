#include "session/valuesdraft.h"

#include "core/storedfile.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace rayhelm {

namespace {

QJsonValue encoded(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray decoded(const QJsonValue &value)
{
    return QByteArray::fromBase64(value.toString().toLatin1());
}

} // namespace

void writeDraft(const QString &path, const ValuesDraft &draft)
{
    const QJsonObject object{{QStringLiteral("origin"), int(draft.origin)},
                             {QStringLiteral("fileName"), draft.fileName},
                             {QStringLiteral("otherOwner"), draft.otherOwner},
                             {QStringLiteral("saved"), encoded(draft.saved)},
                             {QStringLiteral("text"), encoded(draft.text)}};
    StoredFile(path).write(QJsonDocument(object).toJson());
}

std::optional<ValuesDraft> readDraft(const QString &path)
{
    const QJsonObject object = StoredFile(path).readJson().object();
    ValuesDraft draft;
    draft.origin = ValuesOrigin(qBound(0, object.value(QLatin1String("origin")).toInt(), int(ValuesOrigin::Release)));
    draft.fileName = object.value(QLatin1String("fileName")).toString();
    draft.otherOwner = object.value(QLatin1String("otherOwner")).toString();
    draft.saved = decoded(object.value(QLatin1String("saved")));
    draft.text = decoded(object.value(QLatin1String("text")));
    return draft.text.isEmpty() ? std::nullopt : std::optional(draft);
}

} // namespace rayhelm
