#pragma once

#include "yaml/yamlvalue.h"

namespace rayhelm {

/// The values with others over them, as Helm puts the user's over the chart's defaults: maps are merged, lists are replaced, and
/// `null` takes a key away.
YamlValue mergedValues(const YamlValue &values, const YamlValue &over);
/// With keys in alphabetical order and without the marks that Rayhelm itself writes, so that two can be compared.
YamlValue comparableValues(const YamlValue &values);
/// The same as text; empty for null.
QByteArray comparableText(const YamlValue &values);

} // namespace rayhelm
