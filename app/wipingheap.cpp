// The heap of the application overwrites what is given back. Passwords pass through text fields, Qt's network and the pipes of
// QProcess, which keep copies and give them back as they are; no class of ours reaches those. Part of the program and not of a
// library, so that every library of the process is served by it. With a sanitizer the sanitizer's own heap is used.
#include <cstdlib>

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__)

#include <malloc.h>

#include <cstring>

extern "C" {

void __libc_free(void *block);
void *__libc_realloc(void *block, std::size_t size);

void free(void *block) noexcept
{
    if (!block)
        return;
    explicit_bzero(block, malloc_usable_size(block));
    __libc_free(block);
}

void *realloc(void *block, std::size_t size) noexcept
{
    // Blocks from here on are pages of their own, which are moved and not copied.
    constexpr std::size_t ownPages = 128 * 1024;
    const std::size_t old = block ? malloc_usable_size(block) : 0;
    if (!block || old >= ownPages)
        return __libc_realloc(block, size);
    if (size == 0) {
        free(block);
        return nullptr;
    }
    if (size <= old && size >= old / 2)
        return block;
    void *const moved = malloc(size);
    if (!moved)
        return nullptr;
    std::memcpy(moved, block, size < old ? size : old);
    free(block);
    return moved;
}
}

#endif
