#include "folders.h"

namespace rayhelm {

// Only this file is compiled with the folder's name, so that the compiler's cache serves the others in every folder.

QString sourceFile(const char *path)
{
    return QStringLiteral(RAYHELM_SOURCE_DIR) + QString::fromUtf8(path);
}

QString testData(const char *path)
{
    return QStringLiteral(RAYHELM_SOURCE_DIR "/tests/data") + QString::fromUtf8(path);
}

} // namespace rayhelm
