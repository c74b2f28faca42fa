#pragma once

#include "values/environmententry.h"
#include "yaml/yamledit.h"

namespace rayhelm {

/// The variables of one pod group: containerEnv and the --env options.
EnvironmentList readEnvironment(const YamlValue &group);
/// The edits that make the group's variables these. InvalidInput: a variable cannot be written like this.
Result<QList<YamlEdit>> environmentEdits(const YamlValue &group, const YamlPath &groupPath, const EnvironmentList &wanted);

} // namespace rayhelm
