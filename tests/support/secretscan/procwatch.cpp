// Looks at the arguments and the environment of every process of this machine every 10 ms and reports each that holds one of
// the byte strings given on standard input (hexadecimal, one a line; see secretscan.py). Ends with status 1 after SIGTERM or
// SIGINT when there was a hit, else 0. The strings themselves are never printed.
#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include <unistd.h>

namespace {

volatile std::sig_atomic_t stopped = 0;

std::string fromHex(const std::string &hex)
{
    std::string bytes;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
        bytes.push_back(static_cast<char>(std::strtol(hex.substr(i, 2).c_str(), nullptr, 16)));
    return bytes;
}

std::string readAll(const std::filesystem::path &path)
{
    std::ifstream file(path, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(file), {});
}

bool isNumber(const std::string &name)
{
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool holdsAny(const std::string &text, const std::vector<std::string> &needles)
{
    return std::any_of(needles.begin(), needles.end(),
                       [&](const std::string &needle) { return text.find(needle) != std::string::npos; });
}

} // namespace

int main()
{
    std::signal(SIGTERM, [](int) { stopped = 1; });
    std::signal(SIGINT, [](int) { stopped = 1; });
    std::vector<std::string> needles;
    for (std::string line; std::getline(std::cin, line);) {
        if (!line.empty())
            needles.push_back(fromHex(line));
    }
    if (needles.empty()) {
        std::fprintf(stderr, "procwatch: no byte strings were given\n");
        return 2;
    }
    std::set<std::string> reported;
    long rounds = 0;
    const std::string self = std::to_string(getpid());
    while (!stopped) {
        ++rounds;
        std::error_code error;
        for (const auto &entry : std::filesystem::directory_iterator("/proc", error)) {
            const std::string pid = entry.path().filename().string();
            if (!isNumber(pid) || pid == self)
                continue;
            for (const char *what : {"cmdline", "environ"}) {
                if (holdsAny(readAll(entry.path() / what), needles)) {
                    const std::string name = readAll(entry.path() / "comm");
                    const std::string hit = std::string(what) + " of " + name.substr(0, name.find('\n'));
                    if (reported.insert(hit).second)
                        std::printf("%s (pid %s)\n", hit.c_str(), pid.c_str());
                    std::fflush(stdout);
                }
            }
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    std::printf("%ld rounds, %zu kinds of hits\n", rounds, reported.size());
    return reported.empty() ? 0 : 1;
}
