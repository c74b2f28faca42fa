#pragma once

#include "yaml/yamlindex.h"

namespace rayhelm {

/// The stages that make an index: libyaml's tree, the exact places, what Helm forbids, yaml-cpp's second opinion.
class YamlIndexBuilder
{
public:
    explicit YamlIndexBuilder(const QByteArray &text);

    tl::expected<YamlIndex::Pointer, YamlError> build(const std::function<void(const YamlIndex::Pointer &)> &meanwhile);

private:
    using Failure = std::optional<YamlError>;

    void findLines();
    Failure readWithLibyaml();
    Failure locate();
    Failure checkMeaning() const;
    Failure compareWithYamlCpp() const;

    std::shared_ptr<YamlIndex> m_index = std::make_shared<YamlIndex>();
};

} // namespace rayhelm
