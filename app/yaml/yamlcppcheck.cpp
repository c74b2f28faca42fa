#include "yaml/yamlcppcheck.h"

#include "yaml/yamlgate.h"

#include <QCoreApplication>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <istream>
#include <streambuf>

namespace rayhelm {

namespace {

/// Leaves yaml-cpp's parser at the first difference; it never passes `compareWithYamlCpp`.
struct Differs {
    int line = 0;
};

class MemoryBuffer : public std::streambuf
{
public:
    MemoryBuffer(const char *begin, qsizetype size)
    {
        char *const start = const_cast<char *>(begin); // a get area is never written to
        setg(start, start, start + size);
    }
};

class Comparison : public YAML::EventHandler
{
public:
    Comparison(qsizetype skip, const std::vector<YamlNode> &nodes) : m_skip(skip), m_nodes(nodes) {}

    void OnDocumentStart(const YAML::Mark &mark) override
    {
        // Some stray commas make yaml-cpp 0.7 to 0.9 start the same document again for ever.
        if (m_documents++ > 0)
            throw Differs{mark.line + 1};
    }
    void OnDocumentEnd() override {}
    void OnAnchor(const YAML::Mark &, const std::string &) override {}
    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        const YamlNode &node = next(mark, anchor);
        const bool null = node.kind == YamlKind::Scalar
            && (node.style == YamlStyle::Empty || (node.style == YamlStyle::Plain && helmType(QString::fromUtf8(node.value)) == YamlType::Null));
        if (!null)
            throw Differs{node.line};
    }
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t) override
    {
        if (next(mark, 0).kind != YamlKind::Alias)
            throw Differs{mark.line + 1};
    }
    void OnScalar(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor, const std::string &value) override
    {
        const YamlNode &node = next(mark, anchor);
        if (node.kind != YamlKind::Scalar || !isSameText(node, QByteArrayView(value.data(), qsizetype(value.size()))))
            throw Differs{node.line};
    }
    void OnSequenceStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor, YAML::EmitterStyle::value) override
    {
        open(mark, anchor, YamlKind::List);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor, YAML::EmitterStyle::value) override
    {
        open(mark, anchor, YamlKind::Map);
    }
    void OnMapEnd() override { close(); }

    bool isComplete() const { return m_at == m_nodes.size(); }

private:
    const YamlNode &next(const YAML::Mark &mark, YAML::anchor_t anchor)
    {
        if (m_at >= m_nodes.size())
            throw Differs{mark.line + 1};
        const YamlNode &node = m_nodes[m_at++];
        const int parent = m_open.empty() ? -1 : m_open.back();
        // An empty value is reported at the token that follows it.
        const bool placed = node.style == YamlStyle::Empty || mark.pos < 0 || mark.pos + m_skip == node.start;
        if (!placed || node.parent != parent || (anchor != 0) == node.anchor.isEmpty())
            throw Differs{node.line};
        return node;
    }
    void open(const YAML::Mark &mark, YAML::anchor_t anchor, YamlKind kind)
    {
        const int id = int(m_at);
        if (next(mark, anchor).kind != kind)
            throw Differs{mark.line + 1};
        m_open.push_back(id);
    }
    void close() { m_open.pop_back(); }
    /// yaml-cpp counts the line ends that a folded scalar keeps at its end (">+") in another way than YAML says.
    static bool isSameText(const YamlNode &node, QByteArrayView text)
    {
        QByteArrayView value = node.value;
        if (node.style == YamlStyle::Folded && value.endsWith("\n\n")) {
            while (value.endsWith('\n'))
                value.chop(1);
            while (text.endsWith('\n'))
                text.chop(1);
        }
        return value == text;
    }

    qsizetype m_skip;
    const std::vector<YamlNode> &m_nodes;
    std::vector<int> m_open;
    size_t m_at = 0;
    int m_documents = 0;
};

YamlError disagreement(int line)
{
    return {line, QCoreApplication::translate("rayhelm::Yaml", "programs read it in different ways")};
}

} // namespace

std::optional<YamlError> compareWithYamlCpp(const QByteArray &text, qsizetype skip, const std::vector<YamlNode> &nodes)
{
    MemoryBuffer buffer(text.constData() + skip, text.size() - skip);
    std::istream stream(&buffer);
    Comparison comparison(skip, nodes);
    try {
        YAML::Parser parser(stream);
        while (parser.HandleNextDocument(comparison)) {
        }
    } catch (const Differs &difference) {
        return disagreement(difference.line);
    } catch (const YAML::Exception &exception) {
        return YamlError{std::max(0, exception.mark.line + 1), QString::fromStdString(exception.msg)};
    } catch (const std::exception &exception) {
        return YamlError{0, QString::fromUtf8(exception.what())};
    }
    if (!comparison.isComplete())
        return disagreement(nodes.back().line);
    return std::nullopt;
}

} // namespace rayhelm
