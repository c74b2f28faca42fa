#pragma once

#include "cluster/clusterhost.h"
#include "core/task.h"
#include "yaml/yamlvalue.h"

#include <memory>

namespace rayhelm {

/// What an install would make of the values, to look at beforehand. Texts are as helm prints them, without control characters.
struct InstallComparison {
    YamlValue chartDefaults;   ///< the chart's values.yaml
    QByteArray chartSha256;    ///< hex, of the archive of the chart that was read; empty: it could not be read
    QByteArray objects;        ///< what Kubernetes would get, as YAML documents
    QByteArray runningObjects; ///< what it got from the newest revision; empty: nothing is installed
    std::optional<Error> defaultsProblem, objectsProblem; ///< why these could not be read
};

/// `values`: what would be installed, the second values file included; given to helm on its standard input, so nothing is
/// written on the VM. `isInstalled`: there is a release to compare with.
Task<std::shared_ptr<InstallComparison>> compareInstall(ClusterHost host, QByteArray values, bool isInstalled, std::stop_token stop);

} // namespace rayhelm
