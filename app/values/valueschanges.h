#pragma once

#include "values/valuesschema.h"

namespace rayhelm {

/// When a change reaches what runs. KubeRay compares no pod templates, so most reach new pods only.
enum class ChangeEffect { Now, NewPodsOnly, AfterReinstall };

struct ValuesChange {
    YamlPath path;
    QString fieldId;  ///< empty: no field shows it
    QString podGroup;
    QString sentence; ///< "Workers: 2 to 3"
    ChangeEffect effect = ChangeEffect::NewPodsOnly;
};

/// The differences in plain words, one per setting; settings of the form by their names, others by their path.
QList<ValuesChange> describeChanges(const YamlValue &before, const YamlValue &after, const ValuesSchema &schema);
/// "now", "new pods only", "after delete and install".
QString effectText(ChangeEffect effect);

} // namespace rayhelm
