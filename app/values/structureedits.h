#pragma once

#include "yaml/yamledit.h"

namespace rayhelm {

/// The smallest edits that make one map or list into another: what is the same in both keeps its bytes and comments.
QList<YamlEdit> editsBetween(const YamlValue &before, const YamlValue &after, const YamlPath &path);

} // namespace rayhelm
