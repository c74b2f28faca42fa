#include "changes.h"

#include <algorithm>

using reference::Document;
using reference::Kind;
using reference::Node;

namespace {

struct Range {
    size_t begin = 0;
    size_t end = 0;
};

/// Behind the colon or the dash of a value; 0 for the root.
size_t behindIndicator(const Document &document, int id)
{
    const Node &node = document.node(id);
    if (node.parent < 0)
        return document.lineBegin(0);
    const Node &parent = document.node(node.parent);
    if (parent.kind == Kind::Map)
        return document.node(parent.children[size_t(node.slot - 1)]).end;
    if (!parent.flow)
        return document.entryBegin(id) + 1;
    return node.slot == 0 ? parent.begin + 1 : document.endOf(parent.children[size_t(node.slot - 1)]);
}

bool unchangedOutside(const Document &before, const Document &after, Range range)
{
    const std::string &old = before.text;
    const std::string &now = after.text;
    const size_t tail = old.size() - range.end;
    return now.size() >= range.begin + tail && now.compare(0, range.begin, old, 0, range.begin) == 0
        && now.compare(now.size() - tail, tail, old, range.end, tail) == 0;
}

size_t commonPrefix(const std::string &one, const std::string &other)
{
    const size_t limit = std::min(one.size(), other.size());
    return size_t(std::mismatch(one.begin(), one.begin() + long(limit), other.begin()).first - one.begin());
}

size_t commonSuffix(const std::string &one, const std::string &other)
{
    const size_t limit = std::min(one.size(), other.size());
    return size_t(std::mismatch(one.rbegin(), one.rbegin() + long(limit), other.rbegin()).first - one.rbegin());
}

/// The longer text is the shorter one with something put in at one place.
bool isInsertion(const std::string &shorter, const std::string &longer)
{
    return longer.size() >= shorter.size() && commonPrefix(shorter, longer) + commonSuffix(shorter, longer) >= shorter.size();
}

std::vector<std::string> comments(const Document &document, Range without = {})
{
    std::vector<std::string> all;
    for (const reference::Comment &comment : document.comments) {
        if (comment.begin < without.begin || comment.begin >= without.end)
            all.push_back(document.text.substr(comment.begin, comment.end - comment.begin));
    }
    return all;
}

bool hasOnly(const std::string &text, bool crlf)
{
    for (size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 1)) {
        if ((at > 0 && text[at - 1] == '\r') != crlf)
            return false;
    }
    return true;
}

std::string setProblem(const Document &before, const Document &after, const Change &change)
{
    const Node &node = before.node(change.node);
    Range range{before.skipProperties(node.begin), before.endOf(change.node)};
    range.begin = std::min(range.begin, range.end); // nothing may follow a tag
    if (node.isEmpty() && node.anchor.empty() && node.tag.empty())
        range = {behindIndicator(before, change.node), std::max(node.end, behindIndicator(before, change.node))};
    if (!change.content->tree.children.empty())
        range = {behindIndicator(before, change.node), before.lineEnd(range.end)};
    return unchangedOutside(before, after, range) ? std::string() : "bytes outside the value changed";
}

std::string insertProblem(const Document &before, const Document &after, const Change &change)
{
    const bool single = change.node >= 0 && before.isSinglePair(change.node);
    if (single) {
        const Range pair{before.node(change.node).begin, before.endOf(before.node(change.node).children[1])};
        return unchangedOutside(before, after, pair) ? std::string() : "bytes outside the pair changed";
    }
    if (change.node < 0 || before.node(change.node).count() > 0)
        return isInsertion(before.text, after.text) ? std::string() : "more than an insertion";
    const size_t begin = std::min(behindIndicator(before, change.node), before.node(change.node).begin);
    const Range range{begin, before.lineEnd(std::max(begin, before.endOf(change.node)))};
    return unchangedOutside(before, after, range) ? std::string() : "bytes outside the empty collection changed";
}

std::string removeProblem(const Document &before, const Document &after, const Change &change)
{
    const Node &node = before.node(change.node);
    const Node &container = before.node(node.parent);
    const int first = container.kind == Kind::Map ? node.slot - 1 : node.slot;
    const int next = node.slot + 1;
    const size_t begin = before.entryBegin(change.node);
    const size_t end = std::max({before.endOf(change.node), before.node(container.children[size_t(first)]).end, begin});
    Range range{before.lineBegin(begin), before.nextLine(end)};
    const bool onlyOne = container.count() == 1;
    const bool behindDash = before.text.find_first_not_of(' ', range.begin) < begin;
    if (before.isSinglePair(node.parent)) {
        range = {container.begin, before.endOf(change.node)};
    } else if (container.flow) {
        // An empty value stands at the next token for libyaml, so the end of its key is taken.
        const bool emptyBefore = first > 1 && before.node(container.children[size_t(first - 1)]).isEmpty();
        range.begin = first > 0 ? before.endOf(container.children[size_t(first - 1 - int(emptyBefore))]) : before.skipProperties(container.begin) + 1;
        range.end = next < int(container.children.size()) ? before.node(container.children[size_t(next)]).begin : container.end - 1;
    } else if (onlyOne) {
        range.begin = std::min(begin, behindIndicator(before, node.parent));
    } else if (behindDash) {
        range.begin = begin;
        range.end = before.entryBegin(container.children[size_t(next + int(container.kind == Kind::Map))]);
    }
    if (!unchangedOutside(before, after, range))
        return "bytes outside the entry changed";
    // `{a: , b}` becomes `{a: }`: the blank behind the colon may be a new one.
    const bool exact = container.flow ? !before.isSinglePair(node.parent) && before.text[range.begin - 1] != ':' : !onlyOne;
    if (exact && !isInsertion(after.text, before.text))
        return "more than a removal";
    // Comments on the entry's own lines may go with it, others stay.
    const std::vector<std::string> kept = comments(before, {begin, before.lineEnd(end)});
    const std::vector<std::string> left = comments(after);
    size_t found = 0;
    for (const std::string &comment : left)
        found += size_t(found < kept.size() && kept[found] == comment);
    return found == kept.size() ? std::string() : "a comment is gone";
}

std::string renameProblem(const Document &before, const Document &after, const Change &change)
{
    const Node &key = before.node(change.node - 1);
    // An empty value stands at the next token; a key without a colon gets one.
    const Range range{before.skipProperties(key.begin), key.end};
    return unchangedOutside(before, after, range) ? std::string() : "bytes outside the key changed";
}

/// Nothing is lost or added (but a colon or blank behind a flow key without a value), and all stays within the lines of the container and the comments above its first entry.
std::string moveProblem(const Document &before, const Document &after, const Change &change)
{
    const Node &node = before.node(change.node);
    const Node &container = before.node(node.parent);
    const size_t above = container.flow ? container.begin : behindIndicator(before, node.parent);
    const Range range{above, container.flow ? container.end : before.nextLine(before.endOf(node.parent))};
    if (!unchangedOutside(before, after, range))
        return "bytes outside the container changed";
    const auto sorted = [&container](std::string text) {
        if (container.flow)
            text.erase(std::remove_if(text.begin(), text.end(), [](char c) { return c == ' ' || c == ':'; }), text.end());
        std::sort(text.begin(), text.end());
        return text;
    };
    if (sorted(before.text) != sorted(after.text))
        return "bytes came or went";
    std::vector<std::string> had = comments(before), has = comments(after);
    std::sort(had.begin(), had.end());
    std::sort(has.begin(), has.end());
    return had == has ? std::string() : "another set of comments";
}

} // namespace

std::string bytesProblem(const Document &before, const Document &after, const Change &change)
{
    const bool hadLines = before.text.find('\n') != std::string::npos;
    const bool crlf = before.text.find("\r\n") != std::string::npos;
    if (hadLines && hasOnly(before.text, crlf) && !hasOnly(after.text, crlf))
        return "mixed line ends";
    if (change.kind == Change::Kind::Remove)
        return removeProblem(before, after, change);
    if (change.kind == Change::Kind::Move)
        return moveProblem(before, after, change);
    const bool hasContent = change.node >= 0;
    if (hasContent && (before.text.back() == '\n') != (after.text.back() == '\n'))
        return "the last line end came or went";
    if (comments(before) != comments(after))
        return "another list of comments";
    if (change.kind == Change::Kind::Rename)
        return renameProblem(before, after, change);
    return change.kind == Change::Kind::Set ? setProblem(before, after, change) : insertProblem(before, after, change);
}
