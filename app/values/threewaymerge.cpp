#include "values/threewaymerge.h"

#include "values/textdiff.h"

#include <algorithm>
#include <vector>

namespace rayhelm {

namespace {

/// For each line of `base` its line in `other`, from 0; -1: it is not there.
std::vector<int> partners(const QByteArray &base, const QByteArray &other, qsizetype lines)
{
    std::vector<int> found(size_t(lines), -1);
    for (const DiffLine &line : diffLines(base, other)) {
        if (line.kind == DiffLine::Kind::Same)
            found[size_t(line.oldLine - 1)] = line.newLine - 1;
    }
    return found;
}

QByteArray joined(const QByteArrayList &lines, qsizetype begin, qsizetype end)
{
    return lines.mid(begin, end - begin).join();
}

MergePart::Kind kindOf(const MergePart &part)
{
    if (part.mine == part.theirs)
        return part.mine == part.base ? MergePart::Kind::Same : MergePart::Kind::Both;
    if (part.mine == part.base)
        return MergePart::Kind::Theirs;
    return part.theirs == part.base ? MergePart::Kind::Mine : MergePart::Kind::Conflict;
}

} // namespace

QList<MergePart> mergeParts(const QByteArray &base, const QByteArray &mine, const QByteArray &theirs)
{
    const QByteArrayList lines = textLines(base);
    const QByteArrayList mineLines = textLines(mine);
    const QByteArrayList theirLines = textLines(theirs);
    const std::vector<int> inMine = partners(base, mine, lines.size());
    const std::vector<int> inTheirs = partners(base, theirs, lines.size());
    QList<MergePart> parts;
    qsizetype b = 0;
    qsizetype m = 0;
    qsizetype t = 0;
    const auto add = [&](qsizetype toB, qsizetype toM, qsizetype toT) {
        if (toB == b && toM == m && toT == t)
            return;
        MergePart part{MergePart::Kind::Same, joined(lines, b, toB), joined(mineLines, m, toM), joined(theirLines, t, toT), int(m + 1)};
        part.kind = kindOf(part);
        parts.append(part);
        b = toB;
        m = toM;
        t = toT;
    };
    while (b < lines.size() || m < mineLines.size() || t < theirLines.size()) {
        // Lines that all three have, one after the other.
        qsizetype same = 0;
        while (b + same < lines.size() && inMine[size_t(b + same)] == m + same && inTheirs[size_t(b + same)] == t + same)
            ++same;
        add(b + same, m + same, t + same);
        // And what stands before the next such line.
        qsizetype next = b;
        while (next < lines.size() && (inMine[size_t(next)] < 0 || inTheirs[size_t(next)] < 0))
            ++next;
        if (next < lines.size())
            add(next, inMine[size_t(next)], inTheirs[size_t(next)]);
        else
            add(lines.size(), mineLines.size(), theirLines.size());
    }
    return parts;
}

int conflictCount(const QList<MergePart> &parts)
{
    return int(std::count_if(parts.cbegin(), parts.cend(), [](const MergePart &part) { return part.kind == MergePart::Kind::Conflict; }));
}

QByteArray mergedText(const QList<MergePart> &parts, const QList<MergeSide> &sides)
{
    QByteArray text;
    qsizetype conflict = 0;
    for (const MergePart &part : parts) {
        bool theirs = part.kind == MergePart::Kind::Theirs;
        if (part.kind == MergePart::Kind::Conflict)
            theirs = sides.value(conflict++, MergeSide::Mine) == MergeSide::Theirs;
        // A last line without a line end must not run into what follows it.
        if (!text.isEmpty() && !text.endsWith('\n') && !(theirs ? part.theirs : part.mine).isEmpty())
            text += text.contains("\r\n") ? "\r\n" : "\n";
        text += theirs ? part.theirs : part.mine;
    }
    return text;
}

} // namespace rayhelm
