#pragma once

#include <vector>

namespace rayhelm {

/// Every label and help text of the schema, in English.
const std::vector<const char *> &schemaTexts();

} // namespace rayhelm
