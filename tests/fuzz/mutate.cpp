// Runs a fuzz target on seeds that are changed at random, without a special compiler: fuzz_NAME COUNT FOLDER [NUMBER].
// The input of the running execution is kept in the file fuzz-last-input, so that a crash can be repeated: fuzz_NAME FILE.
// An execution of more than 20 s ends the run, and so does memory that grows by more than 100 MB after the first tenth.
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
#include <vector>

#include <fcntl.h>
#include <unistd.h>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace {

constexpr std::size_t longestInput = 64 * 1024;
using Bytes = std::vector<std::uint8_t>;

Bytes readFile(const std::filesystem::path &path)
{
    std::ifstream file(path, std::ios::binary);
    Bytes bytes(std::istreambuf_iterator<char>(file), {});
    bytes.resize(std::min(bytes.size(), longestInput));
    return bytes;
}

std::vector<Bytes> readSeeds(const std::filesystem::path &folder)
{
    std::vector<std::filesystem::path> files;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file())
            files.push_back(entry.path());
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
        if (below(3) == 0)
            cut(input);
        else if (below(2) == 0)
            cutLines(input);
        for (std::size_t left = below(6); left > 0; --left)
            change(input);
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

    /// Some whole lines, which are more often sound than any piece.
    void cutLines(Bytes &input)
    {
        const auto lineFrom = [&input](std::size_t at) {
            return std::find(input.begin() + long(at), input.end(), '\n');
        };
        const auto begin = lineFrom(below(input.size() + 1));
        const auto first = begin == input.end() ? input.begin() : begin + 1;
        auto last = first;
        for (std::size_t lines = 1 + below(60); lines > 0 && last != input.end(); --lines) {
            last = std::find(last, input.end(), '\n');
            last += last == input.end() ? 0 : 1;
        }
        input = Bytes(first, last);
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

/// A file in memory keeps what was written last even when the program aborts.
std::uint8_t *lastInput()
{
    const int file = ::open("fuzz-last-input", O_RDWR | O_CREAT | O_TRUNC, 0600);
    if (file < 0 || ::ftruncate(file, longestInput) != 0)
        return nullptr;
    void *memory = ::mmap(nullptr, longestInput, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    return memory == MAP_FAILED ? nullptr : static_cast<std::uint8_t *>(memory);
}

double residentMegabytes()
{
    long pages = 0;
    if (std::FILE *file = std::fopen("/proc/self/statm", "r")) {
        if (std::fscanf(file, "%*d %ld", &pages) != 1)
            pages = 0;
        std::fclose(file);
    }
    return double(pages) * double(::sysconf(_SC_PAGESIZE)) / 1e6;
}

constexpr unsigned longestSeconds = 20;
constexpr double mostGrowth = 100; // megabytes; the sanitizer itself keeps freed memory for a while

} // namespace

/// A smaller quarantine of freed memory, so that growth shows.
extern "C" const char *__asan_default_options()
{
    return "quarantine_size_mb=32";
}

int main(int argc, char **argv)
{
    if (argc == 2) {
        const Bytes input = readFile(argv[1]);
        return LLVMFuzzerTestOneInput(input.data(), input.size());
    }
    if (argc < 3)
        return 2;
    const long count = std::atol(argv[1]);
    std::vector<Bytes> seeds = readSeeds(argv[2]);
    if (count <= 0 || seeds.size() < 2) {
        std::fprintf(stderr, "no seeds in %s, or no count\n", argv[2]);
        return 2;
    }
    std::uint8_t *last = lastInput();
    Mutator mutator(std::move(seeds), argc > 3 ? unsigned(std::atoi(argv[3])) : 1);
    double settled = 0;
    for (long i = 0; i < count; ++i) {
        const Bytes input = mutator.next();
        if (last)
            std::copy(input.begin(), input.end(), last);
        ::alarm(longestSeconds);
        LLVMFuzzerTestOneInput(input.data(), input.size());
        if (i == count / 10)
            settled = residentMegabytes();
    }
    ::alarm(0);
    ::unlink("fuzz-last-input");
    const double resident = residentMegabytes();
    std::printf("%ld executions, %.0f MB resident after a tenth, %.0f MB at the end\n", count, settled, resident);
    return resident - settled > mostGrowth ? 3 : 0;
}
