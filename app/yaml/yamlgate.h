#pragma once

#include "yaml/yamlerror.h"

#include <QByteArray>

#include <optional>

namespace rayhelm {

/// Limits that keep both parsers fast and small on hostile input.
namespace yamllimit {
inline constexpr qsizetype bytes = 4 * 1024 * 1024;
inline constexpr int nodes = 200000;
inline constexpr int depth = 500;
inline constexpr double expandedNodes = 400000;
} // namespace yamllimit

/// Refuses what Helm refuses or reads differently from an editor, before any parser sees it: other encodings than UTF-8,
/// control characters, line ends that only some readers know.
std::optional<YamlError> checkYamlGate(const QByteArray &text);

/// 3 for a leading byte order mark, else 0.
qsizetype byteOrderMarkLength(const QByteArray &text);

} // namespace rayhelm
