#pragma once

#include "core/outputlines.h"
#include "core/steps.h"
#include "core/task.h"

#include <QDateTime>
#include <QObject>

#include <memory>

namespace rayhelm {

class Connection;
class SessionEdges;
class TaskScope;
struct ImageFile;
struct ImageTagList;
struct PullRequest;

/// Container images: which exist in the registry, which lies on the HPC, fetching one.
class ImageDesk : public QObject
{
    Q_OBJECT
public:
    ImageDesk(SessionEdges &edges, TaskScope &scope, Connection &connection, QObject *parent = nullptr);
    ~ImageDesk() override;

    /// The newest list, possibly an old one with its date; nullptr: none was ever read.
    const ImageTagList *tags() const { return m_tags.get(); }
    /// The image file that was checked or fetched last; nullptr: none.
    const ImageFile *image() const { return m_image.get(); }
    Steps *steps() { return &m_steps; }
    bool isPulling() const { return m_pulling; }
    OutputLines *log() { return &m_log; }

public Q_SLOTS:
    void refreshTags(bool developmentImages);
    void check(const QString &path);
    void pull(const rayhelm::PullRequest &request);
    void cancelPull();

Q_SIGNALS:
    void tagsChanged();
    void tagsFailed(const rayhelm::Error &error);
    void imageChanged();
    void pulled(const QString &path);
    void failed(const rayhelm::Error &error);

private:
    QCoro::Task<void> tagsJourney(bool developmentImages);
    QCoro::Task<void> checkJourney(QString path);
    QCoro::Task<void> pullJourney(std::shared_ptr<PullRequest> request);

    SessionEdges &m_edges;
    TaskScope &m_scope;
    Connection &m_connection;
    std::unique_ptr<ImageTagList> m_tags;
    std::unique_ptr<ImageFile> m_image;
    Steps m_steps;
    OutputLines m_log;
    std::stop_source m_stop;
    bool m_pulling = false;
};

} // namespace rayhelm
