#pragma once

#include "core/newestjourney.h"
#include "jobs/jobhistory.h"

#include <QObject>
#include <QUrl>

namespace rayhelm {

class Session;

/// Looks up the page of a job's run in MLflow while the panel goes on.
class JobRunLink : public QObject
{
    Q_OBJECT
public:
    explicit JobRunLink(Session &session, QObject *parent = nullptr);
    ~JobRunLink() override;

    void find(const JobRecord &job);
    /// Why there is no way to a page; empty: `find` can be asked.
    QString whyNot(const JobRecord &job) const;

Q_SIGNALS:
    void found(const QUrl &page);
    void failed(const rayhelm::Error &error);

private:
    QCoro::Task<void> findJourney(JobRecord job, std::stop_token stop);

    Session &m_session;
    NewestJourney m_journey;
};

} // namespace rayhelm
