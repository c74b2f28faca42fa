#pragma once

#include <QString>

namespace rayhelm {

/// A path below the root of the repository: `sourceFile("/tests/lab/lab")`.
QString sourceFile(const char *path);
/// A path below tests/data.
QString testData(const char *path);

} // namespace rayhelm
