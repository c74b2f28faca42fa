#include "core/memory.h"

#include <cstdlib> // says whether this is glibc

#ifdef __GLIBC__
#include <malloc.h>
#endif
#ifdef __unix__
#include <sys/resource.h>
#endif
#ifdef __linux__
#include <sys/prctl.h>
#endif

namespace rayhelm {

void giveMemoryBack()
{
#ifdef __GLIBC__
    constexpr int large = 128 * 1024; // bytes; where glibc begins
    mallopt(M_MMAP_THRESHOLD, large);
#endif
}

void keepMemoryPrivate()
{
#ifdef __unix__
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
#endif
#ifdef __linux__
    ::prctl(PR_SET_DUMPABLE, 0);
#endif
}

} // namespace rayhelm
