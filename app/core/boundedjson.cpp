#include "core/boundedjson.h"

namespace rayhelm {

namespace {

bool isTooDeep(const QByteArray &bytes)
{
    int depth = 0;
    bool inText = false;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char c = bytes.at(i);
        if (inText) {
            if (c == '\\')
                ++i; // whatever follows is not the text's end
            else if (c == '"')
                inText = false;
        } else if (c == '"') {
            inText = true;
        } else if (c == '{' || c == '[') {
            if (++depth > limits::jsonDepth)
                return true;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return false;
}

} // namespace

QJsonDocument boundedJson(const QByteArray &bytes, QJsonParseError *problem)
{
    if (isTooDeep(bytes)) {
        if (problem)
            problem->error = QJsonParseError::DeepNesting;
        return {};
    }
    return QJsonDocument::fromJson(bytes, problem);
}

} // namespace rayhelm
