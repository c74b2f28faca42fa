#pragma once

#include "yaml/yamledit.h"

namespace rayhelm {

/// Whether a node is exactly this value: type, text, and order of keys.
bool holdsValue(const YamlIndex &index, int node, const YamlValue &value);

/// Whether `after` is `before` with this (normalised) edit and nothing else: values, types, tags, anchors, aliases, order.
bool isEditedTree(const YamlIndex &before, const YamlEdit &edit, const YamlIndex &after);

} // namespace rayhelm
