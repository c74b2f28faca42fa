#include "session/imagedesk.h"

#include "core/taskscope.h"
#include "images/imagetags.h"
#include "images/pullimage.h"
#include "session/connection.h"
#include "session/session.h"

namespace rayhelm {

ImageDesk::ImageDesk(SessionEdges &edges, TaskScope &scope, Connection &connection, QObject *parent)
    : QObject(parent)
    , m_edges(edges)
    , m_scope(scope)
    , m_connection(connection)
{
}

ImageDesk::~ImageDesk() = default;

void ImageDesk::refreshTags(bool developmentImages)
{
    m_scope.keep(tagsJourney(developmentImages));
}

void ImageDesk::check(const QString &path)
{
    if (!path.isEmpty())
        m_scope.keep(checkJourney(path));
}

void ImageDesk::pull(const PullRequest &request)
{
    if (!m_pulling)
        m_scope.keep(pullJourney(std::make_shared<PullRequest>(request)));
}

void ImageDesk::cancelPull()
{
    m_stop.request_stop();
}

QCoro::Task<void> ImageDesk::tagsJourney(bool developmentImages)
{
    ImageRegistry registry;
    registry.development = developmentImages;
    registry.cacheDirectory = m_edges.dataDirectory;
    const Result<ImageTagList> tags = co_await readImageTags(m_edges.network, registry, m_scope.stopToken());
    if (tags) {
        m_tags = std::make_unique<ImageTagList>(*tags);
        Q_EMIT tagsChanged();
    } else if (!tags.error().isCancelled()) {
        Q_EMIT tagsFailed(tags.error());
    }
}

QCoro::Task<void> ImageDesk::checkJourney(QString path)
{
    const std::stop_token stop = m_scope.stopToken();
    const Result<> ready = co_await m_connection.ensureHpc(stop);
    if (!ready) {
        Q_EMIT failed(ready.error());
        co_return;
    }
    const Result<ImageFile> image = co_await checkImage(m_connection.hpc(), path, stop);
    if (!image) {
        Q_EMIT failed(image.error());
        co_return;
    }
    m_image = std::make_unique<ImageFile>(*image);
    Q_EMIT imageChanged();
}

QCoro::Task<void> ImageDesk::pullJourney(std::shared_ptr<PullRequest> request)
{
    m_pulling = true;
    m_stop = std::stop_source();
    const std::stop_callback onClose(m_scope.stopToken(), [this] { m_stop.request_stop(); });
    m_steps.plan(pullStepNames());
    m_steps.begin(0);
    m_log.clear();
    Result<> ready = co_await m_connection.ensureHpc(m_stop.get_token());
    Result<ImageFile> image = failure(ErrorKind::Unreachable, QString());
    if (ready) {
        Result<ImageFile> fetched = co_await pullImage(m_connection.hpc(), *request, m_edges.explanations, &m_log, &m_steps,
                                                       m_stop.get_token());
        image = std::move(fetched);
    } else {
        m_steps.fail(ready.error());
        image = failure(ready.error());
    }
    m_pulling = false;
    if (!image) {
        Q_EMIT failed(image.error());
        co_return;
    }
    m_image = std::make_unique<ImageFile>(*image);
    Q_EMIT imageChanged();
    Q_EMIT pulled(image->path);
}

} // namespace rayhelm
