#pragma once

#include "core/result.h"

#include <QCoroTask>

#include <stop_token>

namespace rayhelm {

/// Every operation that waits. It starts at once and always ends, cancelled or not, exactly once.
template<typename T = void>
using Task = QCoro::Task<Result<T>>;

} // namespace rayhelm
