#pragma once

#include <QString>

namespace rayhelm {

/// Whether a variable looks like a secret by its name and by its value. TOKENIZERS_PARALLELISM, MAX_NEW_TOKENS or SECRET_FILE do
/// not, nor does anything that is a number, a switch, a path or a reference.
bool looksLikeSecret(const QString &name, const QString &value);

} // namespace rayhelm
