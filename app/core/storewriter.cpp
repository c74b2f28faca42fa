#include "core/storewriter.h"

#include "core/storedfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QUuid>

#include <utility>

namespace rayhelm {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(rayhelm::StoreWriter)
};

/// Files of one lane are written in the order of the calls. Each draft has its own, but what was typed may move: a connection that is
/// stored leaves its draft for the profiles, a draft that is named by an id leaves it for another id. It must not be gone from one file
/// before it is in the other, so these share a lane.
QString laneName(const QString &path)
{
    const QFileInfo file(path);
    if (file.fileName() == QLatin1String("profiles.json"))
        return QStringLiteral("connections");
    if (file.dir().dirName() != QLatin1String("drafts"))
        return {};
    const QString name = file.completeBaseName();
    return QUuid::fromString(name).toString(QUuid::WithoutBraces) == name ? QStringLiteral("by id") : name;
}

} // namespace

StoreWriter &StoreWriter::instance()
{
    StoredFiles::instance(); // made first, so that it goes last: this object's end may still tell of a failure
    static StoreWriter writer;
    return writer;
}

StoreWriter::~StoreWriter()
{
    for (const auto &[name, lane] : m_lanes)
        lane->end(); // all at once: the last waits no longer than the slowest
}

StoreLane &StoreWriter::laneOf(const QString &path)
{
    const std::lock_guard lock(m_mutex);
    std::unique_ptr<StoreLane> &lane = m_lanes[laneName(path)];
    if (!lane)
        lane = std::make_unique<StoreLane>([this](const Result<> &result) { tell(result); });
    return *lane;
}

void StoreWriter::put(const QString &path, std::optional<QByteArray> bytes, OnFailure onFailure, Listener listener)
{
    if (!m_readOnly) {
        laneOf(path).put(path, std::move(bytes), onFailure, std::move(listener));
        return;
    }
    if (onFailure == OnFailure::TryAgain)
        laneOf(path).remember(path, std::move(bytes));
    if (listener)
        listener(failure(ErrorKind::Conflict, Words::tr("Another Rayhelm uses these data, so nothing can be stored from here.")));
}

std::optional<std::optional<QByteArray>> StoreWriter::waiting(const QString &path)
{
    return laneOf(path).waiting(path);
}

void StoreWriter::flush()
{
    std::vector<StoreLane *> lanes;
    {
        const std::lock_guard lock(m_mutex);
        for (const auto &[name, lane] : m_lanes)
            lanes.push_back(lane.get());
    }
    for (StoreLane *lane : lanes)
        lane->flush();
}

void StoreWriter::tell(const Result<> &result)
{
    bool wasFailing = false;
    {
        const std::lock_guard lock(m_mutex);
        wasFailing = std::exchange(m_failing, !result);
    }
    if (!result && !wasFailing) // once: each further try would say the same
        Q_EMIT StoredFiles::instance().failed(result.error());
    if (result && wasFailing)
        Q_EMIT StoredFiles::instance().worksAgain();
}

} // namespace rayhelm
