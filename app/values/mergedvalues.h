#pragma once

#include "yaml/yamlvalue.h"

namespace rayhelm {

/// The values with those of a second file over them, as Helm merges files: maps are merged, lists are replaced.
YamlValue mergedValues(const YamlValue &values, const YamlValue &over);
/// The values a chart works with: its defaults with the user's over them, where `null` takes a default away.
YamlValue effectiveValues(const YamlValue &defaults, const YamlValue &values);
/// With keys in alphabetical order and without the marks that Rayhelm itself writes, so that two can be compared.
YamlValue comparableValues(const YamlValue &values);
/// The same as text; empty for null.
QByteArray comparableText(const YamlValue &values);

} // namespace rayhelm
