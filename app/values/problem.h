#pragma once

#include "values/slurmpartition.h"
#include "values/valuesschema.h"
#include "yaml/yamledit.h"

#include <QStringList>

#include <optional>

namespace rayhelm {

class ValuesDocument;

/// An Error stops installing, never saving. A Hint stops nothing.
enum class Severity { Error, Hint };

struct Correction {
    QString label; ///< "Use \"replicas\""
    QList<YamlEdit> edits;
};

struct Problem {
    Severity severity = Severity::Hint;
    int line = 0;     ///< from 1; 0: the whole file
    YamlPath path;
    QString fieldId;  ///< empty: no field shows it
    QString podGroup; ///< "head", "worker", ...; empty: the cluster
    QString sentence;
    QString rule;     ///< short stable name of the check, "requests-above-limits"
    std::optional<Correction> correction;
    QString maybeSecret; ///< the variable that the user may say to be no secret; empty: it is not about that
};

/// What is known from outside the file; empty parts are not checked.
struct ProblemContext {
    QString chartVersion = QStringLiteral("1.2.2");
    QString releaseName = QStringLiteral("raycluster");
    QStringList virtualNodes;
    SlurmPartitions partitions; ///< as the HPC login node lists them
    QVersionNumber operatorVersion; ///< of KubeRay on the VM; null: not known
    QStringList noSecrets; ///< variables of this file that the user has said to be no secrets
};

/// Everything that is wrong or doubtful, in the order of the lines. A text that cannot be read gives one Error (M9).
QList<Problem> findProblems(const ValuesDocument &document, const ProblemContext &context);

/// The name of the RayCluster that the chart will make of this release name and these values.
QString rayClusterName(const YamlValue &values, const QString &releaseName);

} // namespace rayhelm
