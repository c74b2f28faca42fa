// Answers of kubectl, helm and squeue: whatever arrives, a picture of the cluster comes out.
#include "cluster/clusterpicture.h"
#include "cluster/givebackreport.h"
#include "cluster/helm.h"
#include "cluster/releaseguard.h"
#include "fuzzing.h"

#include <QJsonDocument>

using namespace rayhelm;

const std::size_t fuzzChoices = 0;

void fuzzOne(const std::uint8_t *, const QByteArray &bytes)
{
    const QDateTime now = QDateTime::fromSecsSinceEpoch(1780000000, Qt::UTC);
    ClusterPicture picture(QStringLiteral("raycluster"), nullptr);
    const RemoteOutput output{0, bytes, bytes};
    for (const ResourceKind kind : {ResourceKind::RayClusters, ResourceKind::Pods, ResourceKind::Events, ResourceKind::Nodes}) {
        const Result<QJsonArray> items = parseKubectlList(output, nullptr);
        if (items)
            picture.setList(kind, *items, now);
        const QList<QByteArray> lines = bytes.split('\n');
        for (const QByteArray &line : lines) {
            if (const auto event = parseWatchLine(line))
                picture.applyWatch(kind, *event, now);
        }
    }
    const Result<SlurmAnswer> slurm = parseSlurmAnswer(output, {SlurmJobId::orEmpty(QStringLiteral("1"))}, now, nullptr);
    if (slurm)
        picture.setSlurm(*slurm);
    picture.status(now);
    dropped(parseHelmHistory(output, nullptr), "only that it does not crash");
    dropped(parseHelmList(output, QStringLiteral("raycluster"), nullptr), "only that it does not crash");
    dropped(parseReleaseLabels(output, QStringLiteral("raycluster"), {}, nullptr), "only that it does not crash");
    if (const auto report = giveBackReportFromJson(QJsonDocument::fromJson(bytes).object())) {
        report->sentences();
        report->headline();
    }
}
