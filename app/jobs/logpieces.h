#pragma once

#include <QString>

namespace rayhelm {

/// A piece of `text` from `from` on, short enough for a view to take it in about a millisecond. No character is cut in two.
inline QString logPiece(const QString &text, qsizetype from)
{
    constexpr qsizetype length = 8 * 1024; // characters
    const qsizetype end = from + length;
    const bool cutsOne = end < text.size() && text.at(end - 1).isHighSurrogate();
    return text.mid(from, cutsOne ? length + 1 : length);
}

} // namespace rayhelm
