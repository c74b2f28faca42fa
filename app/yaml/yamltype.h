#pragma once

#include "yaml/yamlindex.h"

namespace rayhelm {

/// The type Helm gives to a scalar node, quoting and tag considered. Aliases: Null (not resolved here).
YamlType nodeType(const YamlNode &node);
/// A key as Helm knows it: `on` is "true", `010` is "8".
QString keyText(const YamlNode &key);
/// Whole numbers as Go's yaml.v2 reads them; empty: none.
std::optional<qint64> helmInteger(const QString &plainText);
std::optional<bool> helmBoolean(const QString &plainText);
/// `<<`, whose value is merged into the map.
bool isMergeKey(const YamlNode &key);

} // namespace rayhelm
