// An account of the VM that owns the working folder and plays against whoever works there: as uid ARG1 in folder ARG2, in the way ARG3,
// with the foreign file or folder ARG4. It ends when its input ends.
//   links     each file that appears becomes a link to ARG4 at once
//   contents  each file that appears gets other bytes at once
//   folders   each folder that appears is moved away, and a link to ARG4 takes its place at once
//   flip      the folder itself and a link to ARG4 take turns
#include <fcntl.h>
#include <grp.h>
#include <poll.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

namespace {

constexpr char evil[] = "evil: 1\n";
constexpr unsigned exchange = 2; // RENAME_EXCHANGE

void makeLink(const char *name, const char *target)
{
    struct stat found {};
    if (lstat(name, &found) != 0 || !S_ISREG(found.st_mode))
        return;
    if (unlink(name) == 0)
        (void)!symlink(target, name);
}

/// Unfinished files are checked before they are used: a clever attacker waits for the names that count.
bool isUnfinished(const char *name)
{
    const char *const end = strrchr(name, '.');
    return end && strlen(end) == 7 && strcmp(end, ".yaml") != 0;
}

void makeEvil(const char *name)
{
    if (isUnfinished(name))
        return;
    struct stat found {};
    if (lstat(name, &found) != 0 || !S_ISREG(found.st_mode) || found.st_size == sizeof evil - 1 || strcmp(name, ".evil") == 0)
        return;
    const int file = open(".evil", O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, 0600);
    if (file < 0)
        return;
    (void)!write(file, evil, sizeof evil - 1);
    close(file);
    (void)!rename(".evil", name);
}

void takePlace(const char *name, const char *target)
{
    static int count = 0;
    struct stat found {};
    if (lstat(name, &found) != 0 || !S_ISDIR(found.st_mode) || strncmp(name, ".gone", 5) == 0)
        return;
    const std::string away = ".gone" + std::to_string(++count);
    if (rename(name, away.c_str()) == 0)
        (void)!symlink(target, name);
}

bool inputEnded(int wait, int other, bool *otherReady)
{
    pollfd watched[2] = {{STDIN_FILENO, POLLIN, 0}, {other, POLLIN, 0}};
    poll(watched, other < 0 ? 1 : 2, wait);
    *otherReady = other >= 0 && (watched[1].revents & POLLIN);
    return watched[0].revents != 0;
}

void playNames(const std::string &way, const char *target)
{
    const bool contents = way == "contents";
    const int news = inotify_init1(IN_NONBLOCK);
    inotify_add_watch(news, ".", contents ? IN_CLOSE_WRITE | IN_MOVED_TO : IN_CREATE | IN_MOVED_TO);
    puts("ready");
    fflush(stdout);
    alignas(inotify_event) char buffer[16384];
    for (bool ready = false; !inputEnded(-1, news, &ready);) {
        const ssize_t size = read(news, buffer, sizeof buffer);
        for (ssize_t at = 0; at < size;) {
            const auto *event = reinterpret_cast<const inotify_event *>(buffer + at);
            if (event->len > 0 && contents)
                makeEvil(event->name);
            else if (event->len > 0)
                way == "folders" ? takePlace(event->name, target) : makeLink(event->name, target);
            at += ssize_t(sizeof(inotify_event) + event->len);
        }
    }
}

void playFolder(const char *folder, const char *target)
{
    const std::string trap = std::string(folder) + ".trap";
    unlink(trap.c_str());
    if (symlink(target, trap.c_str()) != 0)
        exit(3);
    puts("ready");
    fflush(stdout);
    bool unused = false;
    int turns = 0;
    while (!inputEnded(0, -1, &unused)) {
        syscall(SYS_renameat2, AT_FDCWD, folder, AT_FDCWD, trap.c_str(), exchange);
        ++turns;
        usleep(useconds_t(rand() % 3000));
    }
    if (turns % 2)
        syscall(SYS_renameat2, AT_FDCWD, folder, AT_FDCWD, trap.c_str(), exchange);
    unlink(trap.c_str());
}

} // namespace

int main(int count, char **words)
{
    if (count != 5)
        return 2;
    const uid_t account = uid_t(atoi(words[1]));
    // The folder first: on the practice VM the way to it is open only where the attacker's sessions live.
    if (chdir(words[2]) != 0 || setgroups(0, nullptr) != 0 || setgid(account) != 0 || setuid(account) != 0)
        return 2;
    if (strcmp(words[3], "flip") == 0)
        playFolder(words[2], words[4]);
    else
        playNames(words[3], words[4]);
    return 0;
}
