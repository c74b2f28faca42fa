#pragma once

#include "values/problem.h"

namespace rayhelm {

/// What the checks work on and write into.
struct ProblemSearch {
    const ValuesDocument &document;
    const YamlValue &values;
    const ProblemContext &context;
    const ValuesSchema &schema;
    QList<Problem> found;

    /// Adds a problem; the line follows from the path.
    Problem &add(Severity severity, const char *rule, const YamlPath &path, const QString &sentence);
};

/// Things of the text itself: doubled keys, infinite numbers, null where it takes a default away.
void checkText(ProblemSearch &search);
/// Unknown keys, and kinds of values that the chart cannot use.
void checkKeys(ProblemSearch &search);
/// One pod group: resources, replicas, environment, tolerations, and what Slurm and the gateway are asked for.
void checkPodGroup(ProblemSearch &search, const QString &podGroup, const YamlPath &path);
/// The options for Slurm of the group at this path.
void checkSlurm(ProblemSearch &search, const YamlPath &group);
/// Annotations, labels, container options and volumes of the group at this path, as the gateway takes them.
void checkGateway(ProblemSearch &search, const YamlPath &group);
/// Things that only some versions of the chart do wrong.
void checkChartTraps(ProblemSearch &search);
/// Image and names of the cluster.
void checkCluster(ProblemSearch &search);

} // namespace rayhelm
