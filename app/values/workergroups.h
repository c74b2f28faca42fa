#pragma once

#include "core/result.h"
#include "yaml/yamlvalue.h"

#include <QList>
#include <QString>

namespace rayhelm {

class ValuesDocument;

/// One group of worker pods: the chart's own `worker`, or one of `additionalWorkerGroups`.
struct WorkerGroup {
    QString name;          ///< "worker", or the key
    bool disabled = false;
    bool own = false;      ///< the chart's own group: it can be disabled, not removed or renamed
    qint64 replicas = 0;   ///< as written, or the chart's default
};

/// The worker groups of a document. Each change is one entry in the undo list; all others stay byte for byte.
class WorkerGroups
{
public:
    explicit WorkerGroups(ValuesDocument &document) : m_document(document) {}

    /// The chart's own first. Its `smallGroup` is only listed when the file names it.
    QList<WorkerGroup> all() const;

    /// A copy of a group's settings under a free name, with one worker; the name is returned.
    Result<QString> duplicate(const QString &name);
    Result<> setDisabled(const QString &name, bool disabled);
    Result<> rename(const QString &name, const QString &newName);
    Result<> remove(const QString &name);

    /// Why a group cannot have this name; empty: it can.
    QString nameProblem(const QString &name) const;

private:
    QString freeName(const QString &wanted) const;

    ValuesDocument &m_document;
};

} // namespace rayhelm
