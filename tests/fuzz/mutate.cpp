// Runs a fuzz target on seeds that are changed at random, without a special compiler: fuzz_NAME COUNT FOLDER [NUMBER [FOLDER...]].
// The input of the running execution is kept in the file fuzz-last-input-NUMBER, so that a crash can be repeated: fuzz_NAME FILE.
// An input that takes more than 10 s of computing ends the run (SIGVTALRM). Live memory is read ten times: it may not grow.
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <sys/mman.h>
#include <sys/time.h>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__)
extern "C" std::size_t __sanitizer_get_current_allocated_bytes(); // gcc ships no header for it
/// Freed memory is kept for a while, but not so much that growth could not be seen.
extern "C" const char *__asan_default_options()
{
    return "quarantine_size_mb=8";
}
#else
#include <malloc.h>
#endif

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

/// How many bytes at an input's begin are choices of the target (fuzzing.h).
extern const std::size_t fuzzChoices;
/// What the target has counted.
void fuzzReport() __attribute__((weak));

namespace {

constexpr int longestTime = 10; // seconds of computing for one input
constexpr std::size_t mostGrowth = 2 * 1024 * 1024;
constexpr std::size_t longestInput = 64 * 1024;
using Bytes = std::vector<std::uint8_t>;

Bytes readFile(const std::filesystem::path &path)
{
    std::ifstream file(path, std::ios::binary);
    Bytes bytes(std::istreambuf_iterator<char>(file), {});
    bytes.resize(std::min(bytes.size(), longestInput));
    return bytes;
}

std::vector<Bytes> readSeeds(const std::vector<std::filesystem::path> &folders)
{
    std::vector<std::filesystem::path> files;
    for (const auto &folder : folders) {
        for (const auto &entry : std::filesystem::recursive_directory_iterator(folder)) {
            if (entry.is_regular_file())
                files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end()); // the same number gives the same inputs everywhere
    std::vector<Bytes> seeds{Bytes()};
    for (const auto &file : files)
        seeds.push_back(readFile(file));
    return seeds;
}

class Mutator
{
public:
    Mutator(std::vector<Bytes> seeds, unsigned number)
        : m_seeds(std::move(seeds))
        , m_random(number)
    {
    }

    Bytes next()
    {
        Bytes input = m_seeds[below(m_seeds.size())];
        const std::size_t dice = below(12);
        if (dice < 9)
            takeLines(input);
        else if (dice < 11)
            cut(input);
        for (std::size_t left = 1 + below(6); left > 0; --left)
            below(3) == 0 ? changeLines(input) : change(input);
        for (std::size_t i = 0; i < fuzzChoices; ++i)
            input.insert(input.begin(), std::uint8_t(below(256)));
        input.resize(std::min(input.size(), longestInput));
        return input;
    }

private:
    std::size_t below(std::size_t limit) { return limit == 0 ? 0 : std::size_t(m_random() % limit); }

    void cut(Bytes &input)
    {
        const std::size_t from = below(input.size() + 1);
        const std::size_t length = below(std::min<std::size_t>(input.size() - from, 400) + 1);
        input = Bytes(input.begin() + long(from), input.begin() + long(from + length));
    }

    /// Where lines begin, the end of the input included.
    static std::vector<std::size_t> lineBegins(const Bytes &input)
    {
        std::vector<std::size_t> begins{0};
        for (std::size_t i = 0; i < input.size(); ++i) {
            if (input[i] == '\n')
                begins.push_back(i + 1);
        }
        if (begins.back() != input.size())
            begins.push_back(input.size());
        return begins;
    }

    static std::size_t indentOf(const Bytes &input, std::size_t begin)
    {
        std::size_t at = begin;
        while (at < input.size() && input[at] == ' ')
            ++at;
        return at - begin;
    }

    /// Some lines that are not less indented than their first one: a part that can often be read alone.
    void takeLines(Bytes &input)
    {
        const std::vector<std::size_t> begins = lineBegins(input);
        const std::size_t first = below(begins.size() - 1);
        const std::size_t most = std::min(begins.size() - 1, first + 1 + below(16));
        const std::size_t indent = indentOf(input, begins[first]);
        std::size_t last = first + 1;
        while (last < most && (input[begins[last]] == '\n' || indentOf(input, begins[last]) >= indent))
            ++last;
        if (last < begins.size())
            input = Bytes(input.begin() + long(begins[first]), input.begin() + long(begins[last]));
    }

    /// A line is doubled, moved to another place, deleted, or indented more or less.
    void changeLines(Bytes &input)
    {
        const std::vector<std::size_t> begins = lineBegins(input);
        if (begins.size() < 2)
            return;
        const std::size_t number = below(begins.size() - 1);
        const auto begin = input.begin() + long(begins[number]);
        const Bytes line(begin, input.begin() + long(begins[number + 1]));
        switch (below(4)) {
        case 0: {
            const std::size_t to = begins[below(begins.size())];
            input.insert(input.begin() + long(to), line.begin(), line.end());
            break;
        }
        case 1:
            input.erase(begin, begin + long(line.size()));
            break;
        case 2:
            input.insert(begin, 1 + below(4), std::uint8_t(' '));
            break;
        default:
            input.erase(begin, begin + long(std::min(indentOf(input, begins[number]), below(4) + 1)));
        }
    }

    void change(Bytes &input)
    {
        static constexpr std::array<const char *, 24> words{
            "\n", "\r\n", "\t", ": ", "- ", "#", "'", "\"", "{", "}", "[", "]", "&a ", "*a", "|\n", ">-\n", "\xEF\xBB\xBF",
            "\xC3\xA4", "\xED\xA0\x80", "\x1b[31m", "null", "99999999999999999999", "\\u0000", "!!binary "};
        const std::size_t at = below(input.size() + 1);
        const auto place = input.begin() + long(at);
        switch (below(5)) {
        case 0: {
            const std::string word = words[below(words.size())];
            input.insert(place, word.begin(), word.end());
            break;
        }
        case 1:
            input.insert(place, std::uint8_t(below(256)));
            break;
        case 2:
            if (at < input.size())
                input[at] = std::uint8_t(below(256));
            break;
        case 3:
            input.erase(place, place + long(below(std::min<std::size_t>(input.size() - at, 20) + 1)));
            break;
        default: {
            const std::size_t length = below(std::min<std::size_t>(input.size() - at, 60) + 1);
            const Bytes part(place, place + long(length));
            input.insert(input.begin() + long(below(input.size() + 1)), part.begin(), part.end());
        }
        }
    }

    std::vector<Bytes> m_seeds;
    std::mt19937 m_random;
};

std::size_t liveBytes()
{
#if defined(__SANITIZE_ADDRESS__)
    return __sanitizer_get_current_allocated_bytes();
#else
    return mallinfo2().uordblks;
#endif
}

std::size_t residentBytes()
{
    std::size_t size = 0, resident = 0;
    std::ifstream("/proc/self/statm") >> size >> resident;
    return resident * std::size_t(::sysconf(_SC_PAGESIZE));
}

/// The time limit of one input: of computing, so that a busy machine does not end it.
void allow(int seconds)
{
    const itimerval limit{{0, 0}, {seconds, 0}};
    ::setitimer(ITIMER_VIRTUAL, &limit, nullptr);
}

/// A file in memory keeps what was written last even when the program aborts.
std::uint8_t *lastInput(const std::string &name)
{
    const int file = ::open(name.c_str(), O_RDWR | O_CREAT | O_TRUNC, 0600);
    if (file < 0 || ::ftruncate(file, long(longestInput) + 3) != 0)
        return nullptr;
    void *memory = ::mmap(nullptr, longestInput + 3, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    return memory == MAP_FAILED ? nullptr : static_cast<std::uint8_t *>(memory);
}

} // namespace

int main(int argc, char **argv)
{
    if (argc == 2) {
        Bytes input = readFile(argv[1]);
        std::error_code none;
        if (std::filesystem::file_size(argv[1], none) == longestInput + 3) { // what a crash has left
            std::ifstream file(argv[1], std::ios::binary);
            const Bytes all(std::istreambuf_iterator<char>(file), {});
            input.resize(all[longestInput] + all[longestInput + 1] * 256u + all[longestInput + 2] * 65536u);
        }
        return LLVMFuzzerTestOneInput(input.data(), input.size());
    }
    if (argc < 3)
        return 2;
    const long count = std::atol(argv[1]);
    std::vector<std::filesystem::path> folders{argv[2]};
    folders.insert(folders.end(), argv + std::min(4, argc), argv + argc);
    std::vector<Bytes> seeds = readSeeds(folders);
    if (count <= 0 || seeds.size() < 2) {
        std::fprintf(stderr, "no seeds in %s, or no count\n", argv[2]);
        return 2;
    }
    const int number = argc > 3 ? std::atoi(argv[3]) : 1;
    const std::string name = std::filesystem::path(argv[0]).filename().string() + "-last-input-" + std::to_string(number);
    std::uint8_t *last = lastInput(name);
    Mutator mutator(std::move(seeds), unsigned(number));
    std::size_t first = 0, live = 0;
    for (long i = 0; i < count; ++i) {
        const Bytes input = mutator.next();
        if (last) {
            std::copy(input.begin(), input.end(), last);
            last[longestInput] = std::uint8_t(input.size() & 0xff); // the file's last bytes are the input's size
            last[longestInput + 1] = std::uint8_t(input.size() >> 8);
            last[longestInput + 2] = std::uint8_t(input.size() >> 16);
        }
        allow(longestTime);
        LLVMFuzzerTestOneInput(input.data(), input.size());
        if ((i + 1) % std::max(1l, count / 10) != 0)
            continue;
        live = liveBytes();
        first = first == 0 ? live : first;
        std::printf("%ld executions, %zu kB live, %zu MB resident\n", i + 1, live / 1024, residentBytes() / 1024 / 1024);
        std::fflush(stdout);
    }
    allow(0);
    ::unlink(name.c_str());
    if (fuzzReport)
        fuzzReport();
    std::printf("%ld executions\n", count);
    if (live <= first + mostGrowth)
        return 0;
    std::printf("Memory grew from %zu to %zu bytes.\n", first, live);
    return 1;
}
