#pragma once

#include <QByteArray>

#include <cstddef>
#include <cstdint>

// What every target has. It defines these two, and finds its helpers below.

/// So many bytes in front of each input choose what is done with it. The driver draws them at random.
extern const std::size_t fuzzChoices;
/// One execution. Whatever `text` is, nothing may go wrong.
void fuzzOne(const std::uint8_t *choices, const QByteArray &text);

/// Ends the run, saying what is wrong, unless `condition` holds.
void require(bool condition, const char *what);
/// An event loop's owner, for targets with timers or sockets.
void makeApplication();
