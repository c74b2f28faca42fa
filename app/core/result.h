#pragma once

#include "core/error.h"

#include <tl/expected.hpp>

#include <utility>

namespace rayhelm {

/// The outcome of everything that can fail: a value or an Error.
template<typename T = void>
using Result = tl::expected<T, Error>;

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
