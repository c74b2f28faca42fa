// What MLflow, an image registry and whoever answers in their place may say: the first byte chooses the reader.
#include "images/imagetags.h"
#include "jobs/rayaddress.h"
#include "mlflow/mlflowaccount.h"
#include "mlflow/mlflowanswers.h"
#include "mlflow/mlflowclient.h"

#include <QJsonObject>

#include <cstdlib>

using namespace rayhelm;

/// mutate.cpp puts so many random bytes in front of every input.
extern const std::size_t fuzzChoices;
const std::size_t fuzzChoices = 1;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 3)
        return 0;
    const QByteArray text(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1));
    const QUrl registry(QStringLiteral("https://registry.example/v2/a/tags/list?n=1000"));
    switch (data[0] % 5) {
    case 0: {
        const Result<QJsonObject> object = mlflowObject(text);
        if (object)
            (void)runFrom(*object);
        break;
    }
    case 1: {
        HttpReply reply;
        reply.status = 100 + data[1] * 2;
        reply.body = text;
        (void)mlflowError(reply, registry);
        (void)isHostRefusal(reply);
        break;
    }
    case 2: {
        const QUrl address = tokenAddress(text);
        if (address.isValid() && !address.scheme().startsWith(QLatin1String("http")))
            std::abort();
        break;
    }
    case 3: {
        const QUrl next = nextPage(text, registry);
        if (next == registry)
            std::abort(); // it would be asked for ever
        break;
    }
    default: {
        const QString typed = QString::fromUtf8(text.left(500));
        (void)trackingUri(typed);
        const Result<RayAddress> address = ingressAddress(typed, QStringLiteral("u"), Secret(QByteArray("p")));
        if (address && !address->base.userInfo().isEmpty())
            std::abort();
        (void)isImageTag(typed);
    }
    }
    return 0;
}
