// Everything that Ray's dashboard may say, as bytes: the first byte chooses the reader.
#include "fuzzing.h"
#include "jobs/rayaddress.h"
#include "jobs/rayanswers.h"

using namespace rayhelm;

const std::size_t fuzzChoices = 2;

void fuzzOne(const std::uint8_t *choices, const QByteArray &text)
{
    switch (choices[0] % 6) {
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
        reply.status = 100 + choices[1] * 2;
        reply.body = text;
        (void)rayError(reply, tunnelAddress(1));
    }
    }
}
