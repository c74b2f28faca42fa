#pragma once

#include "core/compute.h"
#include "core/limits.h"

#include <QByteArray>
#include <QJsonDocument>

namespace rayhelm {

/// JSON from outside. A null document: it is none, or its levels are more than `limits::jsonDepth`.
QJsonDocument boundedJson(const QByteArray &bytes, QJsonParseError *problem = nullptr);

/// What `parse(bytes)`, a Result<T>, gives: at once for a short text, from a worker thread for one so long that the window would feel it.
template<typename T, typename Parse>
Task<T> parsedAside(QByteArray bytes, Parse parse, std::stop_token stop)
{
    if (bytes.size() <= limits::parsedAtOnce)
        co_return parse(bytes);
    const auto work = [bytes, parse] { return parse(bytes); };
    Result<T> answer = co_await compute<T>(work, stop);
    co_return answer;
}

} // namespace rayhelm
