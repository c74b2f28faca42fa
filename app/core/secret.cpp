#include "core/secret.h"

#include <algorithm>
#include <utility>

namespace rayhelm {

namespace {

/// A volatile write is not removed by the compiler although nobody reads the bytes again.
void overwrite(void *memory, qsizetype size)
{
    volatile char *bytes = static_cast<volatile char *>(memory);
    for (qsizetype i = 0; i < size; ++i)
        bytes[i] = 0;
}

} // namespace

void wipe(QByteArray &bytes)
{
    // Not isDetached() alone: a literal is no array of anybody, and its memory cannot be written.
    if (!bytes.isEmpty() && bytes.isDetached())
        overwrite(bytes.data(), bytes.size());
    bytes.clear();
}

void wipe(QString &text)
{
    if (!text.isEmpty() && text.isDetached())
        overwrite(text.data(), text.size() * qsizetype(sizeof(QChar)));
    text.clear();
}

Secret::Secret(QByteArrayView bytes)
    : m_bytes(bytes.isEmpty() ? nullptr : new char[std::size_t(bytes.size())])
    , m_size(bytes.size())
{
    std::copy(bytes.begin(), bytes.end(), m_bytes.get());
}

Secret::Secret(QByteArray bytes)
    : Secret(QByteArrayView(bytes))
{
    wipe(bytes);
}

Secret::Secret(QString text)
    : Secret(text.toUtf8())
{
    wipe(text);
}

Secret::Secret(Secret &&other) noexcept
    : m_bytes(std::move(other.m_bytes))
    , m_size(std::exchange(other.m_size, 0))
{
}

Secret &Secret::operator=(Secret &&other) noexcept
{
    if (this != &other) {
        clear();
        m_bytes = std::move(other.m_bytes);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

Secret::~Secret()
{
    clear();
}

Secret Secret::clone() const
{
    return Secret(reveal());
}

void Secret::clear()
{
    overwrite(m_bytes.get(), m_size);
    m_bytes.reset();
    m_size = 0;
}

} // namespace rayhelm
