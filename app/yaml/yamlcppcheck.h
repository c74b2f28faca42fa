#pragma once

#include "yaml/yamlindex.h"

#include <optional>

namespace rayhelm {

/// yaml-cpp reads the text too; its events must be these nodes, with the same values at the same places.
std::optional<YamlError> compareWithYamlCpp(const QByteArray &text, qsizetype skip, const std::vector<YamlNode> &nodes);

} // namespace rayhelm
