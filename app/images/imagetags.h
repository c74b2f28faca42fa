#pragma once

#include "core/task.h"

#include <QByteArray>
#include <QDateTime>
#include <QNetworkAccessManager>
#include <QStringList>

namespace rayhelm {

/// The tags of one repository, and when they were read.
struct ImageTagList {
    QString repository; ///< "intertwin-eu/hython-itwinai-plugin"
    QStringList tags;
    QDateTime readAt;
    bool fromCache = false; ///< the registry could not be reached; this is what it said at `readAt`
    QString problem;        ///< why not, in words
    int leftOut = 0;        ///< texts of the registry that are no tags

    bool isNotebook(const QString &tag) const { return tag.startsWith(QLatin1String("jlab")); }
};

/// Where tags come from. Development images lie in "<repository>-dev".
struct ImageRegistry {
    QUrl base = QUrl(QStringLiteral("https://ghcr.io"));
    QString repository = QStringLiteral("intertwin-eu/hython-itwinai-plugin");
    bool development = false;
    QString cacheDirectory; ///< empty: nothing is kept

    QString repositoryPath() const;
    /// "docker://ghcr.io/intertwin-eu/hython-itwinai-plugin:<tag>", also for digests.
    QString reference(const QString &tag) const;
};

/// Reads all pages, anonymously, following the registry's own challenge. When the registry cannot be reached the last
/// list is given with its date. Errors: Cancelled, Unreachable, NotFound, Forbidden, Protocol (and no cached list).
Task<ImageTagList> readImageTags(QNetworkAccessManager *network, ImageRegistry registry, std::stop_token stop);

/// A tag or digest that a registry can know; false: the field gets a message.
bool isImageTag(const QString &text);

/// `Bearer realm="...",service="...",scope="..."` as the address to ask for a token; invalid when it is none.
QUrl tokenAddress(const QByteArray &challenge);
/// Whether a token for `registry` may be asked for at `realm`, which the registry names: its own host, or by https a name of its own
/// domain ("registry-1.docker.io" and "auth.docker.io"). Never an address of numbers or of this computer, unless that is the registry.
bool mayAskForToken(const QUrl &realm, const QUrl &registry);
/// The next page of `Link: <...>; rel="next"`, resolved against `current`; invalid: no more.
QUrl nextPage(const QByteArray &link, const QUrl &current);

} // namespace rayhelm
