/* A slow disk: fsync and fdatasync take their time, and tell which thread asked. Linked into a test program, or preloaded into any
 * other one. SLOWFSYNC_MS: how long (0 or not set: no delay); SLOWFSYNC_LOG: a file that gets "window" or "worker" per call. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static int slow(long call, int file)
{
    const char *milliseconds = getenv("SLOWFSYNC_MS");
    const char *log = getenv("SLOWFSYNC_LOG");
    if (log) {
        const char *who = syscall(SYS_gettid) == getpid() ? "window\n" : "worker\n";
        const int notes = open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        if (notes >= 0) {
            if (write(notes, who, strlen(who)) < 0)
                abort();
            close(notes);
        }
    }
    if (milliseconds && atol(milliseconds) > 0) {
        const long time = atol(milliseconds);
        const struct timespec pause = {time / 1000, time % 1000 * 1000000};
        nanosleep(&pause, NULL);
    }
    return (int)syscall(call, file);
}

int fsync(int file)
{
    return slow(SYS_fsync, file);
}

int fdatasync(int file)
{
    return slow(SYS_fdatasync, file);
}
