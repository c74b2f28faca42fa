// Looks at the arguments and the environment of every process of this machine every 10 ms and writes each distinct string
// once to the file that is its only argument (mode 0600), as "cmdline of NAME: ..." or "environ of NAME: ...". What it
// collected is then scanned by secretscan.py, with every encoding opened. Ends after SIGTERM or SIGINT and prints its rounds.
#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <thread>
#include <unordered_set>

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

volatile std::sig_atomic_t stopped = 0;

/// What can be read of it: a process may end between opening and reading, which a stream would report as an exception.
std::string readAll(const std::filesystem::path &path)
{
    std::string content;
    const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return content;
    char part[65536];
    for (ssize_t size; (size = read(file, part, sizeof part)) > 0;)
        content.append(part, static_cast<std::size_t>(size));
    close(file);
    return content;
}

bool isNumber(const std::string &name)
{
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
}

class Collection
{
public:
    explicit Collection(const char *path)
        : m_file(path, std::ios::binary)
    {
    }

    bool isOpen() const { return m_file.is_open(); }

    void look(const std::filesystem::path &process, const char *what)
    {
        const std::string content = readAll(process / what);
        if (content.empty() || !m_seen.insert(std::hash<std::string>()(content)).second)
            return;
        std::string name = readAll(process / "comm");
        name.erase(std::remove(name.begin(), name.end(), '\n'), name.end());
        for (std::size_t begin = 0; begin < content.size();) {
            const std::size_t end = std::min(content.find('\0', begin), content.size());
            m_file << what << " of " << name << ": " << content.substr(begin, end - begin) << '\n';
            begin = end + 1;
        }
        m_file.flush(); // it is scanned while this runs
    }

private:
    std::ofstream m_file;
    std::unordered_set<std::size_t> m_seen;
};

} // namespace

int main(int argc, char **argv)
{
    std::signal(SIGTERM, [](int) { stopped = 1; });
    std::signal(SIGINT, [](int) { stopped = 1; });
    prctl(PR_SET_PDEATHSIG, SIGTERM); // a test that is killed leaves nothing behind
    umask(077);
    Collection collection(argc == 2 ? argv[1] : "");
    if (!collection.isOpen()) {
        std::fprintf(stderr, "procwatch: cannot write the file for what is seen\n");
        return 2;
    }
    const std::string self = std::to_string(getpid());
    long rounds = 0;
    for (; !stopped; ++rounds) {
        std::error_code error;
        std::filesystem::directory_iterator entry("/proc", error);
        for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
            const std::string pid = entry->path().filename().string();
            if (!isNumber(pid) || pid == self)
                continue;
            collection.look(entry->path(), "cmdline");
            collection.look(entry->path(), "environ");
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    std::printf("%ld rounds\n", rounds);
    return 0;
}
