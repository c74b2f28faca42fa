#pragma once

#include <optional>
#include <string>
#include <vector>

/// What a text says and where, found without the editor's code: by libyaml's events and by yaml-cpp's nodes.
namespace reference {

enum class Kind { Scalar, Map, List, Alias };
enum class Plain { No, Yes, Any };

/// One node of libyaml, in the order of events. Offsets are bytes.
struct Node {
    Kind kind = Kind::Scalar;
    bool plain = false;
    bool block = false; ///< a literal or folded scalar
    bool keeps = false; ///< of a block scalar: "+"
    bool flow = false;
    bool isKey = false;
    int parent = -1;
    int slot = -1;   ///< among the parent's children
    int target = -1; ///< of an alias
    size_t begin = 0;
    size_t end = 0;
    std::string text;
    std::string anchor;
    std::string tag;
    std::vector<int> children; ///< of a map: key, value, key, value, ...

    bool isEmpty() const { return kind == Kind::Scalar && plain && text.empty(); }
    bool isNull() const;
    int count() const { return int(children.size()) / (kind == Kind::Map ? 2 : 1); }
};

struct Comment {
    size_t begin = 0;
    size_t end = 0;
    bool operator==(const Comment &) const = default;
};

struct Document {
    std::string text;
    std::vector<Node> nodes;
    std::vector<Comment> comments;

    const Node &node(int id) const { return nodes[size_t(id)]; }
    /// The map of `[a: b]`.
    bool isSinglePair(int id) const;
    /// Behind the value's last byte; trailing blank lines belong to block scalars that keep them.
    size_t endOf(int id) const;
    /// Where an entry (its key) or item (its dash) begins.
    size_t entryBegin(int id) const;
    int lastLeaf(int id) const;
    size_t lineBegin(size_t offset) const;
    size_t lineEnd(size_t offset) const;
    size_t nextLine(size_t offset) const;
    /// Behind blanks, line ends and comments.
    size_t skipGap(size_t offset) const;
    /// Behind anchors and tags.
    size_t skipProperties(size_t offset) const;
};

/// Nothing: libyaml refuses the text.
std::optional<Document> parse(const std::string &text);

/// Data with the aliases written out. Of scalars the text and whether it stands without quotes, no types.
struct Tree {
    Kind kind = Kind::Scalar;
    Plain plain = Plain::Yes;
    std::string text;
    std::string tag;
    std::vector<Tree> children;

    bool operator==(const Tree &other) const;
};

Tree libyamlTree(const Document &document);
/// Nothing: yaml-cpp refuses the text.
std::optional<Tree> yamlCppTree(const std::string &text);

} // namespace reference
