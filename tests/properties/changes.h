#pragma once

#include "reference.h"
#include "yaml/yamlvalue.h"

#include <QJsonValue>

#include <string>
#include <vector>

/// Something to write into a document, once for the editor and once for each reader that judges it.
struct Content {
    rayhelm::YamlValue value;
    QJsonValue json;
    reference::Tree tree;
};

/// One edit, told by the nodes of `reference::Document`.
struct Change {
    enum class Kind { Set, Insert, Remove, Rename, Move };

    Kind kind = Kind::Set;
    int node = -1;     ///< Insert: the map, the list or what is null; -1: the file has no content; else the value
    int position = -1; ///< Insert: before this entry; Move: its new number
    bool intoMap = true;
    std::string key;   ///< Insert into a map, Rename: the new key
    const Content *content = nullptr;
};

const std::vector<Content> &scalarContents();
const std::vector<Content> &collectionContents();
/// Keys for new entries; no generated document has them.
const std::vector<std::string> &newKeys();

/// The tree that the change is meant to give.
reference::Tree changed(reference::Tree tree, const reference::Document &before, const Change &change);

/// The class of edits that may be refused for good reasons (docs: README.md beside this file); empty: must be done.
std::string refusalClass(const reference::Document &before, const Change &change);

/// What is wrong with the bytes of `after`; empty: nothing. Every byte that is no part of the change must be there.
std::string bytesProblem(const reference::Document &before, const reference::Document &after, const Change &change);
