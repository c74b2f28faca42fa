// Everything that Ray's dashboard may say, as bytes: the first byte chooses the reader.
#include "jobs/rayaddress.h"
#include "jobs/rayanswers.h"

#include <cstddef>
#include <cstdint>

using namespace rayhelm;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    const QByteArray text(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1));
    switch (data[0] % 6) {
    case 0:
        (void)parseRayVersion(text);
        break;
    case 1:
        (void)parseRayNodes(text);
        break;
    case 2:
        (void)parseJobDetails(text);
        break;
    case 3:
        (void)parseJobList(text);
        break;
    case 4:
        (void)parseMember(text, QStringLiteral("logs"));
        break;
    default: {
        HttpReply reply;
        reply.status = 100 + data[1] * 2;
        reply.body = text;
        (void)rayError(reply, tunnelAddress(1));
    }
    }
    return 0;
}
