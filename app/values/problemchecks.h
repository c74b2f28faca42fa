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
/// One pod group: resources, replicas, Slurm options, container options, environment, tolerations.
void checkPodGroup(ProblemSearch &search, const QString &podGroup, const YamlPath &path);
/// Image and names of the cluster.
void checkCluster(ProblemSearch &search);

} // namespace rayhelm
