// What helm, squeue, sacct and sinfo print, and the answers of the VM's check: the first byte chooses the reader.
#include "cluster/helm.h"
#include "cluster/leftstate.h"
#include "cluster/releaseguard.h"
#include "cluster/slurmjobs.h"
#include "cluster/slurmpartitions.h"
#include "fuzzing.h"
#include "jobs/jobspec.h"
#include "remote/hostcheck.h"
#include "remote/remotehost.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace rayhelm;

const std::size_t fuzzChoices = 1;

namespace {

void readHost(const QByteArray &text)
{
    const QMap<QString, QString> values = keyValues(text);
    HostFacts facts;
    (void)readTools(values, Profile(), QStringLiteral("vm"), &facts);
    (void)virtualNodesOf(text);
    (void)operatorVersionOf(text);
}

void readHelm(const RemoteOutput &output)
{
    (void)parseHelmVersion(output, nullptr);
    (void)parseHelmList(output, QStringLiteral("raycluster"), nullptr);
    const Result<QList<ReleaseInfo>> history = parseHelmHistory(output, nullptr);
    if (history)
        (void)leftStateFrom(*history, false, QDateTime::fromSecsSinceEpoch(1780000000, Qt::UTC));
    (void)parseHelmValues(output, nullptr);
    (void)parseReleaseLabels(output, QStringLiteral("raycluster"), {}, nullptr);
}

} // namespace

void fuzzOne(const std::uint8_t *choices, const QByteArray &text)
{
    const RemoteOutput output{choices[0] & 0x80 ? 1 : 0, text, choices[0] & 0x40 ? text : QByteArray()};
    const QDateTime now = QDateTime::fromSecsSinceEpoch(1780000000, Qt::UTC);
    switch (choices[0] % 5) {
    case 0: readHelm(output); break;
    case 1: {
        const Result<SlurmAnswer> answer = parseSlurmAnswer(output, {SlurmJobId::orEmpty(QStringLiteral("4711"))}, now, nullptr);
        if (answer)
            (void)answer->find(SlurmJobId::orEmpty(QStringLiteral("4711")), PodUid::orEmpty(QStringLiteral("uid")));
        break;
    }
    case 2: (void)parsePartitions(output, nullptr); break;
    case 3: readHost(text); break;
    default: (void)jobSpecFromJson(QJsonDocument::fromJson(text).object());
    }
}
