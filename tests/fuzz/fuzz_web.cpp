// What MLflow, an image registry and whoever answers in their place may say: the first byte chooses the reader.
#include "fuzzing.h"
#include "images/imagetags.h"
#include "jobs/rayaddress.h"
#include "mlflow/mlflowaccount.h"
#include "mlflow/mlflowanswers.h"
#include "mlflow/mlflowclient.h"

#include <QJsonObject>

using namespace rayhelm;

const std::size_t fuzzChoices = 2;

void fuzzOne(const std::uint8_t *choices, const QByteArray &text)
{
    const QUrl registry(QStringLiteral("https://registry.example/v2/a/tags/list?n=1000"));
    switch (choices[0] % 5) {
    case 0: {
        const Result<QJsonObject> object = mlflowObject(text);
        if (object)
            (void)runFrom(*object);
        break;
    }
    case 1: {
        HttpReply reply;
        reply.status = 100 + choices[1] * 2;
        reply.body = text;
        (void)mlflowError(reply, registry);
        (void)isHostRefusal(reply);
        break;
    }
    case 2: {
        const QUrl address = tokenAddress(text);
        require(!address.isValid() || address.scheme().startsWith(QLatin1String("http")), "a token from elsewhere than the web");
        break;
    }
    case 3: {
        const QUrl next = nextPage(text, registry);
        require(next != registry, "it would be asked for ever");
        break;
    }
    default: {
        const QString typed = QString::fromUtf8(text.left(500));
        (void)trackingUri(typed);
        const Result<RayAddress> address = ingressAddress(typed, QStringLiteral("u"), Secret(QByteArray("p")));
        require(!address || address->base.userInfo().isEmpty(), "an account in the address");
        (void)isImageTag(typed);
    }
    }
}
