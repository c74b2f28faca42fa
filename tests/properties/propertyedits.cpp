// Makes every edit of every document that a list names, checks bytes and trees, and writes each edit as a JSON line for the
// Go program that asks the library Helm uses. Usage: propertyedits LIST REPORT [--sample N] [--values N] [--kinds LETTERS]
// [--more-values GROUP]
#include "changes.h"

#include "yaml/yamledit.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <random>

using rayhelm::YamlEdit;
using rayhelm::YamlEdited;
using rayhelm::YamlIndex;
using rayhelm::YamlPath;
using reference::Document;
using reference::Kind;
using reference::Node;

namespace {

using Bytes = std::string;

struct Options {
    int sample = 0;      ///< edits of one kind in one document; 0: all
    int values = 1;      ///< values for each scalar and each place of insertion
    Bytes kinds;         ///< of edits, some of "sirnm" (set, insert, remove, rename, move); empty: all
    QString moreValues;  ///< the group of documents whose scalars get a dozen values at least

    bool does(Change::Kind kind) const { return kinds.empty() || kinds.find("sirnm"[int(kind)]) != Bytes::npos; }
};

struct Counts {
    int documents = 0, accepted = 0, refusedRightly = 0, sets = 0, inserts = 0, removals = 0, renames = 0, moves = 0;
    int same = 0, wrong = 0, refused = 0;

    int &of(Change::Kind kind)
    {
        const std::array all{&sets, &inserts, &removals, &renames, &moves};
        return *all[size_t(kind)];
    }
};

Bytes bytes(const QByteArray &array)
{
    return array.toStdString();
}

QJsonArray jsonPath(const YamlPath &path)
{
    QJsonArray steps;
    for (const YamlPath::Step &step : path.steps()) {
        if (const auto *key = std::get_if<QString>(&step))
            steps.append(*key);
        else
            steps.append(std::get<int>(step));
    }
    return steps;
}

class Run
{
public:
    explicit Run(Options options) : m_options(std::move(options)) {}

    void document(const QJsonObject &entry);
    QJsonObject report() const;

private:
    void edits(const Document &before, const YamlIndex &index, bool more);
    std::vector<Change> changesOf(const Document &before, const YamlIndex &index, bool more);
    void addInserts(std::vector<Change> &changes, const Document &before, int id, int times);
    void setToItself(const YamlIndex &index, int id);
    void make(const Document &before, const YamlIndex &index, const Change &change);
    void judge(const Document &before, const YamlEdited &edited, const Change &change, const QString &what);
    void write(const Document &before, const YamlIndex &index, const YamlEdited &edited, const Change &change);
    QString describe(const YamlIndex &index, const Change &change) const;
    void problem(QJsonArray &list, const QString &what, const char *kind);
    std::string newName() { return newKeys()[1 + random(10)]; }
    quint32 random(size_t below) { return quint32(m_random() % below); }

    Options m_options;
    std::mt19937 m_random;
    std::map<QString, Counts> m_groups;
    std::map<QString, Counts> m_classes;
    std::map<QString, int> m_refusals; ///< by class of edits
    Counts *m_group = nullptr;
    Counts *m_class = nullptr;
    QString m_name;
    reference::Tree m_libyaml, m_yamlCpp;
    QJsonArray m_wrong, m_refused;
};

void Run::problem(QJsonArray &list, const QString &what, const char *kind)
{
    if (list.size() < 200)
        list.append(m_name + QStringLiteral(": ") + what);
    std::fprintf(stderr, "%s %s: %s\n", kind, qPrintable(m_name), qPrintable(what.left(300)));
}

void Run::document(const QJsonObject &entry)
{
    m_name = entry.value(QLatin1String("name")).toString();
    const QString group = entry.value(QLatin1String("group")).toString();
    m_group = &m_groups[group];
    m_class = &m_classes[entry.value(QLatin1String("class")).toString()];
    QFile file(entry.value(QLatin1String("file")).toString());
    const bool opened = file.open(QIODevice::ReadOnly);
    const QByteArray text = file.readAll();
    ++m_group->documents;
    ++m_class->documents;
    const auto index = YamlIndex::parse(text);
    const bool mustRefuse = entry.value(QLatin1String("refuse")).toBool();
    if (!opened || index.has_value() == mustRefuse) {
        ++(mustRefuse ? m_group->wrong : m_group->refused);
        ++(mustRefuse ? m_class->wrong : m_class->refused);
        problem(mustRefuse ? m_wrong : m_refused,
                index ? QStringLiteral("read, but must be refused")
                      : QStringLiteral("line %1 refused: %2").arg(index.error().line).arg(index.error().reason),
                mustRefuse ? "WRONG" : "REFUSED");
    }
    QJsonObject line{{QStringLiteral("doc"), m_name}, {QStringLiteral("text"), QString::fromLatin1(text.toBase64())},
                     {QStringLiteral("accepted"), index.has_value()}, {QStringLiteral("refuse"), mustRefuse}};
    std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    if (!index) {
        m_group->refusedRightly += int(mustRefuse);
        m_class->refusedRightly += int(mustRefuse);
        return;
    }
    ++m_group->accepted;
    ++m_class->accepted;
    const auto before = reference::parse(bytes(text));
    const auto yamlCpp = before ? reference::yamlCppTree(before->text) : std::nullopt;
    if (!yamlCpp || before->nodes.size() != (*index)->nodes().size()) {
        ++m_group->wrong;
        return problem(m_wrong, QStringLiteral("read otherwise than by libyaml and yaml-cpp"), "WRONG");
    }
    m_libyaml = reference::libyamlTree(*before);
    m_yamlCpp = *yamlCpp;
    // The same edits in every run: qHash() differs from one to the next.
    m_random.seed(QCryptographicHash::hash(m_name.toUtf8(), QCryptographicHash::Sha1).left(4).toHex().toUInt(nullptr, 16));
    edits(*before, **index, group == m_options.moreValues);
}

/// Of a merge key no single value can be told, so it is left alone.
bool isMerge(const Document &document, const Node &node)
{
    return node.parent >= 0 && document.node(node.parent).kind == Kind::Map && !node.isKey
        && document.node(document.node(node.parent).children[size_t(node.slot - 1)]).text == "<<";
}

bool isInsideKey(const Document &document, int id)
{
    for (; id >= 0; id = document.node(id).parent) {
        if (document.node(id).isKey || isMerge(document, document.node(id)))
            return true;
    }
    return false;
}

void Run::addInserts(std::vector<Change> &changes, const Document &before, int id, int times)
{
    const Node *node = id < 0 ? nullptr : &before.node(id);
    const int count = node ? node->count() : 0;
    std::vector<int> positions{0, count / 2, count};
    positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
    if (node && node->kind == Kind::Scalar)
        positions = {0};
    for (int position : positions) {
        for (int i = 0; i < times; ++i) {
            Change change{Change::Kind::Insert, id, position, true, {}, nullptr};
            const bool collection = random(2) != 0;
            const auto &contents = collection ? collectionContents() : scalarContents();
            change.content = &contents[random(contents.size())];
            const bool free = !node || node->parent < 0 || node->kind == Kind::Scalar;
            change.intoMap = node && !node->isNull() ? node->kind == Kind::Map : !node || node->parent < 0 || random(2) != 0;
            if (change.intoMap)
                change.key = newKeys()[random(newKeys().size())];
            if (change.intoMap && change.key.empty())
                change.key = free ? "k" : "another";
            changes.push_back(change);
        }
    }
}

std::vector<Change> Run::changesOf(const Document &before, const YamlIndex &index, bool more)
{
    std::vector<Change> sets, inserts, removals, renames, moves;
    const int times = more ? std::max(12, m_options.values) : m_options.values;
    if (before.nodes.empty())
        addInserts(inserts, before, -1, times);
    for (int id = 0; id < int(before.nodes.size()); ++id) {
        const Node &node = before.node(id);
        if (isInsideKey(before, id))
            continue;
        if (node.parent >= 0 && (node.kind == Kind::Scalar || node.kind == Kind::Alias)) {
            if (m_options.does(Change::Kind::Set))
                setToItself(index, id);
            const size_t scalars = scalarContents().size();
            for (int i = 0; i < times; ++i)
                sets.push_back({Change::Kind::Set, id, -1, true, {}, &scalarContents()[random(scalars)]});
            if (more || random(6) == 0)
                sets.push_back({Change::Kind::Set, id, -1, true, {}, &collectionContents()[random(collectionContents().size())]});
        }
        if (node.kind == Kind::Map || node.kind == Kind::List || node.isNull())
            addInserts(inserts, before, id, times);
        if (node.parent < 0)
            continue;
        removals.push_back({Change::Kind::Remove, id, -1, true, {}, nullptr});
        const Node &container = before.node(node.parent);
        if (container.kind == Kind::Map)
            renames.push_back({Change::Kind::Rename, id, -1, true, newName(), nullptr});
        const int number = container.kind == Kind::Map ? node.slot / 2 : node.slot;
        if (container.count() > 1)
            moves.push_back({Change::Kind::Move, id, (number + 1 + int(random(size_t(container.count()) - 1))) % container.count(), true, {}, nullptr});
    }
    std::vector<Change> all;
    for (auto *some : {&sets, &inserts, &removals, &renames, &moves}) {
        if (some->empty() || !m_options.does(some->front().kind))
            continue;
        if (m_options.sample > 0 && some->size() > size_t(m_options.sample)) {
            std::shuffle(some->begin(), some->end(), m_random);
            some->resize(size_t(m_options.sample));
        }
        all.insert(all.end(), some->begin(), some->end());
    }
    return all;
}

void Run::edits(const Document &before, const YamlIndex &index, bool more)
{
    for (const Change &change : changesOf(before, index, more))
        make(before, index, change);
}

void Run::setToItself(const YamlIndex &index, int id)
{
    const YamlPath path = index.pathOf(id);
    if (index.find(path) != id)
        return; // one of several equal keys
    const auto same = rayhelm::applyEdit(index, YamlEdit::set(path, index.value(id)));
    ++m_group->same;
    ++m_class->same;
    if (!same || !same->patch.isEmpty()) {
        ++m_group->wrong;
        ++m_class->wrong;
        problem(m_wrong, QStringLiteral("%1 set to itself: not the same bytes").arg(path.toString()), "WRONG");
    }
}

QString Run::describe(const YamlIndex &index, const Change &change) const
{
    static const char *const names[] = {"set", "insert into", "remove", "rename", "move"};
    QString text = QStringLiteral("%1 %2").arg(QLatin1String(names[int(change.kind)]), index.pathOf(change.node).toString());
    if (change.kind == Change::Kind::Rename)
        text += QStringLiteral(" to \"%1\"").arg(QString::fromStdString(change.key));
    if (change.kind == Change::Kind::Move)
        text += QStringLiteral(" to %1").arg(change.position);
    if (change.kind == Change::Kind::Insert)
        text += QStringLiteral(" \"%1\" at %2").arg(QString::fromStdString(change.key)).arg(change.position);
    if (change.content)
        text += QStringLiteral(" to ") + QString::fromUtf8(QJsonDocument(QJsonArray{change.content->json}).toJson(QJsonDocument::Compact));
    return text;
}

void Run::make(const Document &before, const YamlIndex &index, const Change &change)
{
    const YamlPath path = index.pathOf(change.node);
    YamlEdit edit = YamlEdit::remove(path);
    if (change.kind == Change::Kind::Set)
        edit = YamlEdit::set(path, change.content->value);
    else if (change.kind == Change::Kind::Insert && change.intoMap)
        edit = YamlEdit::insert(path, QString::fromStdString(change.key), change.content->value, change.position);
    else if (change.kind == Change::Kind::Insert)
        edit = YamlEdit::insertItem(path, change.content->value, change.position);
    else if (change.kind == Change::Kind::Rename)
        edit = YamlEdit::rename(path, QString::fromStdString(change.key));
    else if (change.kind == Change::Kind::Move)
        edit = YamlEdit::move(path, change.position);
    const auto edited = rayhelm::applyEdit(index, edit);
    const QString reason = QString::fromStdString(refusalClass(before, change));
    if (!edited) {
        if (!reason.isEmpty()) {
            ++m_refusals[reason];
            return;
        }
        ++m_group->refused;
        ++m_class->refused;
        return problem(m_refused, describe(index, change) + QStringLiteral(": ") + edited.error().summary, "REFUSED");
    }
    for (Counts *counts : {m_group, m_class})
        ++counts->of(change.kind);
    judge(before, *edited, change, describe(index, change));
    write(before, index, *edited, change);
}

void Run::judge(const Document &before, const YamlEdited &edited, const Change &change, const QString &what)
{
    // An alias of `yes` that is set to `true` may stay; whether the value is the same, Helm's library tells.
    if (change.kind == Change::Kind::Set && before.node(change.node).kind == Kind::Alias && edited.patch.isEmpty())
        return;
    QString trouble;
    const Bytes text = bytes(edited.text);
    const auto after = reference::parse(text);
    const auto yamlCpp = reference::yamlCppTree(text);
    if (!after)
        trouble = QStringLiteral("libyaml cannot read it");
    else if (!yamlCpp)
        trouble = QStringLiteral("yaml-cpp cannot read it");
    else if (!(reference::libyamlTree(*after) == changed(m_libyaml, before, change)))
        trouble = QStringLiteral("another tree for libyaml");
    else if (!(*yamlCpp == changed(m_yamlCpp, before, change)))
        trouble = QStringLiteral("another tree for yaml-cpp");
    else
        trouble = QString::fromStdString(bytesProblem(before, *after, change));
    if (trouble.isEmpty())
        return;
    ++m_group->wrong;
    ++m_class->wrong;
    problem(m_wrong, trouble + QStringLiteral(": ") + what, "WRONG");
}

/// Removing a key that hides one of a merged map brings that one back: Go is told the place it comes from.
QJsonValue comesBack(const Document &before, const YamlIndex &index, const Change &change)
{
    const Node &container = before.node(before.node(change.node).parent);
    if (container.kind != Kind::Map)
        return {};
    const QString key = index.pathOf(change.node).lastKey();
    std::vector<int> sources;
    for (size_t i = 0; i < container.children.size(); i += 2) {
        if (before.node(container.children[i]).text != "<<" || !before.node(container.children[i]).plain)
            continue;
        const int merged = container.children[i + 1];
        const std::vector<int> &targets = before.node(merged).kind == Kind::List ? before.node(merged).children : std::vector<int>{merged};
        for (int target : targets)
            sources.push_back(before.node(target).kind == Kind::Alias ? before.node(target).target : target);
    }
    for (int source : sources) {
        if (index.value(source).find(key))
            return jsonPath(index.pathOf(source).child(key));
    }
    return {};
}

void Run::write(const Document &before, const YamlIndex &index, const YamlEdited &edited, const Change &change)
{
    static const char *const names[] = {"set", "insert", "remove", "rename", "move"};
    QJsonObject line{{QStringLiteral("op"), QLatin1String(names[int(change.kind)])},
                     {QStringLiteral("path"), jsonPath(index.pathOf(change.node))},
                     {QStringLiteral("at"), qint64(edited.patch.position)},
                     {QStringLiteral("length"), qint64(edited.patch.length)},
                     {QStringLiteral("new"), QString::fromLatin1(edited.patch.replacement.toBase64())},
                     {QStringLiteral("sha1"), QString::fromLatin1(QCryptographicHash::hash(edited.text, QCryptographicHash::Sha1).toHex())}};
    if (change.content)
        line.insert(QStringLiteral("value"), change.content->json);
    if ((change.kind == Change::Kind::Insert && change.intoMap) || change.kind == Change::Kind::Rename)
        line.insert(QStringLiteral("key"), QString::fromStdString(change.key));
    else if (change.kind == Change::Kind::Insert || change.kind == Change::Kind::Move)
        line.insert(QStringLiteral("position"), change.position);
    if (change.kind == Change::Kind::Remove || change.kind == Change::Kind::Rename) {
        const QJsonValue from = comesBack(before, index, change);
        if (from.isArray())
            line.insert(QStringLiteral("from"), from);
    }
    std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
}

QJsonObject json(const Counts &counts)
{
    return {{QStringLiteral("documents"), counts.documents}, {QStringLiteral("accepted"), counts.accepted},
            {QStringLiteral("refusedRightly"), counts.refusedRightly}, {QStringLiteral("sets"), counts.sets},
            {QStringLiteral("inserts"), counts.inserts}, {QStringLiteral("removals"), counts.removals},
            {QStringLiteral("renames"), counts.renames}, {QStringLiteral("moves"), counts.moves},
            {QStringLiteral("same"), counts.same}, {QStringLiteral("wrong"), counts.wrong}, {QStringLiteral("refused"), counts.refused}};
}

QJsonObject Run::report() const
{
    QJsonObject groups, classes, refusals;
    for (const auto &[name, counts] : m_groups)
        groups.insert(name, json(counts));
    for (const auto &[name, counts] : m_classes)
        classes.insert(name, json(counts));
    for (const auto &[name, count] : m_refusals)
        refusals.insert(name, count);
    return {{QStringLiteral("groups"), groups}, {QStringLiteral("classes"), classes}, {QStringLiteral("refusals"), refusals},
            {QStringLiteral("wrong"), m_wrong}, {QStringLiteral("refused"), m_refused}};
}

} // namespace

int main(int argc, char **argv)
{
    Options options;
    for (int i = 3; i + 1 < argc; i += 2) {
        const Bytes name = argv[i];
        if (name == "--sample")
            options.sample = std::atoi(argv[i + 1]);
        else if (name == "--values")
            options.values = std::max(1, std::atoi(argv[i + 1]));
        else if (name == "--kinds")
            options.kinds = argv[i + 1];
        else if (name == "--more-values")
            options.moreValues = QString::fromUtf8(argv[i + 1]);
    }
    QFile list(QString::fromUtf8(argc > 2 ? argv[1] : ""));
    if (!list.open(QIODevice::ReadOnly)) {
        std::fputs("usage: propertyedits LIST REPORT [--sample N] [--values N] [--kinds LETTERS] [--more-values GROUP]\n", stderr);
        return 2;
    }
    Run run(options);
    while (!list.atEnd())
        run.document(QJsonDocument::fromJson(list.readLine()).object());
    QFile report(QString::fromUtf8(argv[2]));
    const QByteArray text = QJsonDocument(run.report()).toJson();
    return report.open(QIODevice::WriteOnly) && report.write(text) == text.size() ? 0 : 2;
}
