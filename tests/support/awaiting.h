#pragma once

#include "core/task.h"

#include <QCoroTask>

/// Runs a task to its end inside a test.
template<typename T>
rayhelm::Result<T> awaited(rayhelm::Task<T> task)
{
    return QCoro::waitFor(std::move(task));
}
