#pragma once

#include "core/error.h"

#include <tl/expected.hpp>

#include <utility>

namespace rayhelm {

/// The outcome of everything that can fail: a value or an Error. Whoever gets one looks at it (the compiler says when a call's is
/// dropped, tests/architecture when a `co_await`'s is); what may be dropped is said with `dropped`.
template<typename T = void>
class [[nodiscard]] Result : public tl::expected<T, Error>
{
public:
    using tl::expected<T, Error>::expected;
    using tl::expected<T, Error>::operator=;
};

/// A result that changes nothing for the caller, and why that is so.
template<typename T>
void dropped(const Result<T> &, const char *why)
{
    static_cast<void>(why);
}

/// `return failure(ErrorKind::NotFound, tr("..."), detail);`
inline tl::unexpected<Error> failure(ErrorKind kind, QString summary, QString detail = {})
{
    return tl::unexpected<Error>(Error{kind, std::move(summary), std::move(detail)});
}

inline tl::unexpected<Error> failure(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

/// The end of a cancelled step. It has no text because it is never shown.
inline tl::unexpected<Error> cancelled()
{
    return failure(ErrorKind::Cancelled, QString());
}

} // namespace rayhelm
