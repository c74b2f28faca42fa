#pragma once

#include "core/task.h"

#include <QCoroTask>

/// Runs a task to its end inside a test.
template<typename T>
rayhelm::Result<T> awaited(rayhelm::Task<T> task)
{
    return QCoro::waitFor(std::move(task));
}

/// QVERIFY for a Result: shows the error. The expression is evaluated once.
#define VERIFY_RESULT(expression)                                                                                                     \
    do {                                                                                                                              \
        const auto &verified = (expression);                                                                                          \
        QVERIFY2(verified, verified ? "" : qPrintable(verified.error().summary + QLatin1Char('\n') + verified.error().detail));      \
    } while (false)
