#pragma once

#include <QString>

#include <optional>

namespace rayhelm {

/// A Kubernetes quantity ("128G", "1500m", "2Gi", "1e3") as a number: bytes, or CPUs. Empty: not a quantity.
std::optional<double> parseQuantity(const QString &text);

/// "128 GB", "5 GiB": a quantity of memory in words; the text itself when it is none.
QString memoryText(const QString &quantity);

} // namespace rayhelm
