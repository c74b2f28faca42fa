#include "fuzzing.h"

#include <QCoreApplication>

#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size >= fuzzChoices)
        fuzzOne(data, QByteArray(reinterpret_cast<const char *>(data) + fuzzChoices, qsizetype(size - fuzzChoices)));
    return 0;
}

void require(bool condition, const char *what)
{
    if (condition)
        return;
    std::fprintf(stderr, "WRONG: %s\n", what);
    std::abort();
}

void makeApplication()
{
    static int count = 1;
    static char name[] = "fuzz";
    static char *arguments[] = {name, nullptr};
    static const QCoreApplication application(count, arguments);
}
