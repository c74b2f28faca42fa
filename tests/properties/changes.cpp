#include "changes.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <cstdlib>
#include <set>

using rayhelm::YamlValue;
using reference::Document;
using reference::Kind;
using reference::Node;
using reference::Plain;
using reference::Tree;

namespace {

Content text(const char *utf8)
{
    const QString string = QString::fromUtf8(utf8);
    return {YamlValue::string(string), string, Tree{Kind::Scalar, Plain::Any, utf8, {}, {}}};
}

Content plain(const char *written, const QJsonValue &json)
{
    return {YamlValue::plain(QString::fromUtf8(written)), json, Tree{Kind::Scalar, Plain::Yes, json.isNull() ? "" : written, {}, {}}};
}

Content list(const std::vector<Content> &items)
{
    Content all{YamlValue::list(), {}, Tree{Kind::List, Plain::Yes, {}, {}, {}}};
    QJsonArray json;
    for (const Content &item : items) {
        all.value.append(item.value);
        json.append(item.json);
        all.tree.children.push_back(item.tree);
    }
    all.json = json;
    return all;
}

Content map(const std::vector<std::pair<const char *, Content>> &entries)
{
    Content all{YamlValue::map(), {}, Tree{Kind::Map, Plain::Yes, {}, {}, {}}};
    QJsonObject json;
    for (const auto &[key, content] : entries) {
        all.value.insert(QString::fromUtf8(key), content.value);
        json.insert(QString::fromUtf8(key), content.json);
        all.tree.children.push_back(text(key).tree);
        all.tree.children.push_back(content.tree);
    }
    all.json = json;
    return all;
}

/// The child slots from the root to a node.
std::vector<int> wayTo(const Document &document, int id)
{
    std::vector<int> way;
    for (; id >= 0 && document.node(id).parent >= 0; id = document.node(id).parent)
        way.insert(way.begin(), document.node(id).slot);
    return way;
}

bool contains(const Document &document, int outer, int id)
{
    for (; id >= 0; id = document.node(id).parent) {
        if (id == outer)
            return true;
    }
    return false;
}

/// Numbers and Booleans as keys become texts for Helm: `036`, `30` and `3e1` are one key, `yes` and `true` too.
std::string keyForHelm(const Node &key)
{
    if (!key.plain || key.text.empty())
        return key.text;
    static const std::set<std::string> on{"y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "true", "True", "TRUE"};
    static const std::set<std::string> off{"n", "N", "no", "No", "NO", "off", "Off", "OFF", "false", "False", "FALSE"};
    if (on.count(key.text) || off.count(key.text))
        return on.count(key.text) ? "true" : "false";
    std::string text = key.text;
    text.erase(std::remove(text.begin(), text.end(), '_'), text.end());
    const bool binary = text.rfind("0b", 0) == 0;
    const bool octal = text.rfind("0o", 0) == 0;
    char *end = nullptr;
    const std::string digits = text.substr(binary || octal ? 2 : 0);
    const long long whole = std::strtoll(digits.c_str(), &end, binary ? 2 : octal ? 8 : 0);
    if (end != digits.c_str() && *end == 0)
        return std::to_string(whole);
    const double number = std::strtod(text.c_str(), &end);
    if (end == text.c_str() || *end != 0 || !(number > -1e18 && number < 1e18))
        return key.text;
    return number == double(int64_t(number)) ? std::to_string(int64_t(number)) : std::to_string(number);
}

bool hasDoubledKey(const Document &document, const Node &map)
{
    std::vector<std::string> keys;
    for (size_t i = 0; i < map.children.size(); i += 2) {
        if (document.node(map.children[i]).text != "<<")
            keys.push_back(keyForHelm(document.node(map.children[i])));
    }
    std::sort(keys.begin(), keys.end());
    return std::adjacent_find(keys.begin(), keys.end()) != keys.end();
}

bool hasUnusualKey(const Document &document, const Node &map)
{
    for (size_t i = 0; i < map.children.size(); i += 2) {
        const Node &key = document.node(map.children[i]);
        const size_t before = key.begin == 0 ? std::string::npos : document.text.find_last_not_of(' ', key.begin - 1);
        const bool mark = before != std::string::npos && document.text[before] == '?' && before + 1 < key.begin;
        if (key.kind == Kind::Alias || mark)
            return true;
    }
    return false;
}

bool hasLongKey(const Document &document, const Node &map)
{
    for (size_t i = 0; i < map.children.size(); i += 2) {
        if (document.node(map.children[i]).text.size() > 1000)
            return true;
    }
    return false;
}

/// Someone else would change too: an alias outside of `part` points into it, or to something that holds `touched`.
bool isShared(const Document &document, int part, int touched)
{
    for (size_t i = 0; i < document.nodes.size(); ++i) {
        const Node &alias = document.nodes[i];
        if (alias.kind != Kind::Alias || (part >= 0 && contains(document, part, int(i))))
            continue;
        if ((part >= 0 && contains(document, part, alias.target)) || contains(document, alias.target, touched))
            return true;
    }
    return false;
}

/// Removing the entry would put a deeper comment, or blank lines that count, right behind a block scalar.
bool wouldFeedBlockScalar(const Document &document, int id)
{
    const int container = document.node(id).parent;
    const int first = document.node(container).kind == Kind::Map ? document.node(container).children[size_t(document.node(id).slot - 1)] : id;
    if (document.node(container).flow || first == 0 || !document.node(first - 1).block)
        return false;
    const Node &scalar = document.node(first - 1);
    const size_t behind = document.nextLine(document.endOf(id));
    if (scalar.keeps && behind < document.text.size() && document.lineEnd(behind) == document.text.find_first_not_of(' ', behind))
        return true;
    const size_t next = document.text.find_first_not_of(" \r\n", behind);
    if (next == std::string::npos || document.text[next] != '#')
        return false;
    const Node &parent = document.node(scalar.parent);
    return next - document.lineBegin(next) > parent.begin - document.lineBegin(parent.begin);
}

/// The nodes of an entry or item, from its key to its last leaf.
std::pair<int, int> nodesOf(const Document &document, int container, int entry)
{
    const Node &node = document.node(container);
    const int width = node.kind == Kind::Map ? 2 : 1;
    return {node.children[size_t(entry * width)], document.lastLeaf(node.children[size_t(entry * width + width - 1)])};
}

std::string moveRefusal(const Document &before, const Change &change)
{
    const Node &node = before.node(change.node);
    const int from = node.slot / (before.node(node.parent).kind == Kind::Map ? 2 : 1);
    const int begin = nodesOf(before, node.parent, std::min(from, change.position)).first;
    const int end = nodesOf(before, node.parent, std::max(from, change.position)).second;
    if (isShared(before, -1, node.parent))
        return "anchor in use";
    for (int i = begin; i <= end; ++i) {
        if (before.node(i).isEmpty() && !before.node(i).tag.empty())
            return "null with properties";
    }
    bool anchor = false, alias = false;
    for (int i = begin; i <= end; ++i) {
        anchor = anchor || !before.node(i).anchor.empty();
        alias = alias || before.node(i).kind == Kind::Alias;
    }
    if (anchor && alias)
        return "anchor behind its alias";
    std::vector<std::string> names;
    for (int i = begin; i <= end; ++i) {
        if (!before.node(i).anchor.empty())
            names.push_back(before.node(i).anchor);
    }
    std::sort(names.begin(), names.end());
    if (std::adjacent_find(names.begin(), names.end()) != names.end())
        return "anchor written twice";
    if (before.node(node.parent).flow)
        return {};
    // Comments and blank lines count as text right behind a block scalar, and the last line of a file may have no end.
    for (int entry = std::min(from, change.position); entry <= std::max(from, change.position); ++entry) {
        const int last = nodesOf(before, node.parent, entry).second;
        if (before.node(last).block)
            return "moved past a block scalar";
    }
    const int first = nodesOf(before, node.parent, std::min(from, change.position)).first;
    return first > 0 && before.node(first - 1).block ? "moved past a block scalar" : "";
}

} // namespace

const std::vector<Content> &scalarContents()
{
    static const std::vector<Content> all{
        text("plain"), text("two words"), text(""), text(" "), text("yes"), text("No"), text("on"), text("y"), text("true"),
        text("null"), text("~"), text("0777"), text("0o17"), text("08"), text("0x1F"), text("0b101"), text("1_000"), text("+1"),
        text("1e3"), text("72044e011"), text(".5"), text("5."), text("1.10"), text("2.9.0"), text("12:30:45"), text("2024-01-02"),
        text("12345"), text("="), text("<<"), text("a: b # c"), text("a #b"), text("a#b"), text("two\nlines"), text("ends\n"),
        text("ends twice\n\n"), text("\n"), text(" \n x"), text("  leading"), text("trailing "), text("tab\there"), text("\tx"),
        text("a\r\nb"), text("gr\xc3\xbcn \"x\" 'y' \\ z"), text("- x"), text("-"), text("?"), text("*star"), text("&amp"), text("!x"),
        text("x:"), text(":x"), text("{{ .Values.a }}"), text("[1, 2"), text("{a: 1}"), text("a, b"), text("a]b"), text("%x"), text("@x"),
        text("`x`"), text("|"), text(">-"), text("---"), text("--- #"), text("..."), text("# no comment"), text("a\xe2\x80\xa8" "b"),
        text("a\xc2\x85" "b"), text("x\xef\xbb\xbf"), text("\x07\x1b\x7f"), text("\xf0\x9f\x9a\x80 up"), text("$(HOME)"),
        text("--partition=gpu --gres=gpu:1"), text("http://host:80/a?b=c#d"), text(".inf"), text("#\n#"), text("a\n  b\n\tc\n"),
        plain("4", 4), plain("-7", -7), plain("true", true), plain("false", false), plain("null", QJsonValue::Null), plain("1.5", 1.5)};
    return all;
}

const std::vector<Content> &collectionContents()
{
    static const std::vector<Content> all{
        list({}), map({}), list({text("x"), plain("1", 1)}), map({{"in", text("yes")}}),
        map({{"a", plain("1", 1)}, {"on", list({text("x"), text("y: z")})}, {"m", map({{"n", text("two\nlines\n")}})}}),
        list({map({{"k", text("v")}, {"l", list({})}}), list({text("in")}), text("#")})};
    return all;
}

const std::vector<std::string> &newKeys()
{
    static const std::vector<std::string> all{"newKey", "on", "null", "010", "a new key", "\xd0\xba\xd0\xbb\xd1\x8e\xd1\x87", "x.y/z-new",
                                              "1.50", "#new", "new: key", "- new", "", "{new}", "new\nline", "it's \"new\""};
    return all;
}

Tree changed(Tree tree, const Document &before, const Change &change)
{
    if (change.node < 0) {
        tree = Tree{Kind::Map, Plain::Yes, {}, {}, {text("").tree, change.content->tree}};
        tree.children[0].text = change.key;
        return tree;
    }
    const bool insert = change.kind == Change::Kind::Insert;
    std::vector<int> way = wayTo(before, change.node);
    const int slot = insert || change.kind == Change::Kind::Set ? -1 : way.back();
    if (slot >= 0)
        way.pop_back();
    Tree *at = &tree;
    for (int step : way)
        at = &at->children[size_t(step)];
    if (change.kind == Change::Kind::Set) {
        // What takes the place of an alias has not the tag of what the alias stood for.
        const std::string tag = before.node(change.node).kind == Kind::Alias ? std::string() : at->tag;
        *at = change.content->tree;
        at->tag = tag;
    } else if (insert) {
        if (at->kind == Kind::Scalar || at->children.empty())
            *at = Tree{change.intoMap ? Kind::Map : Kind::List, Plain::Yes, {}, {}, {}};
        std::vector<Tree> added{change.content->tree};
        if (change.intoMap) {
            added.insert(added.begin(), text("").tree);
            added.front().text = change.key;
        }
        at->children.insert(at->children.begin() + long(size_t(change.position) * added.size()), added.begin(), added.end());
    } else if (change.kind == Change::Kind::Rename) {
        at->children[size_t(slot) - 1] = text("").tree;
        at->children[size_t(slot) - 1].text = change.key;
    } else {
        const int width = at->kind == Kind::Map ? 2 : 1;
        const auto first = at->children.begin() + slot + 1 - width;
        const std::vector<Tree> entry(first, first + width);
        at->children.erase(first, first + width);
        if (change.kind == Change::Kind::Move)
            at->children.insert(at->children.begin() + long(change.position) * width, entry.begin(), entry.end());
    }
    return tree;
}

std::string refusalClass(const Document &before, const Change &change)
{
    if (change.node < 0)
        return {};
    const Node &node = before.node(change.node);
    const bool insert = change.kind == Change::Kind::Insert;
    for (int at = insert ? change.node : node.parent; at >= 0; at = before.node(at).parent) {
        const Node &container = before.node(at);
        if (container.kind != Kind::Map)
            continue;
        if (hasDoubledKey(before, container))
            return "doubled key";
        if (hasUnusualKey(before, container))
            return "unusual key";
        if (hasLongKey(before, container))
            return "long key";
    }
    if (change.kind == Change::Kind::Rename)
        return isShared(before, change.node - 1, node.parent) ? "anchor in use" : "";
    if (change.kind == Change::Kind::Move)
        return moveRefusal(before, change);
    const bool filled = insert && node.count() > 0;
    if (!node.tag.empty() && change.kind != Change::Kind::Remove && !filled) {
        const bool text = node.tag == "tag:yaml.org,2002:str" && change.content->json.isString();
        if (!text || insert)
            return "tag";
    }
    if (node.isEmpty() && change.kind != Change::Kind::Remove && (!node.anchor.empty() || !node.tag.empty()))
        return "null with properties";
    const int key = change.kind == Change::Kind::Remove && before.node(node.parent).kind == Kind::Map ? change.node - 1 : change.node;
    if (isShared(before, filled ? -1 : change.node, insert ? change.node : node.parent) || isShared(before, key, node.parent))
        return "anchor in use";
    if (insert && filled && change.position == node.count() && !node.flow) {
        const int last = before.lastLeaf(change.node);
        if (before.node(last).block && before.endOf(last) == before.text.size())
            return "behind a block scalar at the end of the file";
    }
    if (change.kind == Change::Kind::Remove && wouldFeedBlockScalar(before, change.node))
        return "would become text of a block scalar";
    return {};
}
