#include "core/memory.h"

#include <cstdlib> // says whether this is glibc

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace rayhelm {

void giveMemoryBack()
{
#ifdef __GLIBC__
    constexpr int large = 128 * 1024; // bytes; where glibc begins
    mallopt(M_MMAP_THRESHOLD, large);
#endif
}

} // namespace rayhelm
