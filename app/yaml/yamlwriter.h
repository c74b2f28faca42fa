#pragma once

#include "yaml/yamlindex.h"

#include <QByteArray>

namespace rayhelm {

/// How a file is laid out, by majority, so that what is added looks like the rest.
struct YamlLayout {
    QByteArray lineEnd = "\n";
    int mapStep = 2;  ///< columns of a map below its key
    int listStep = 2; ///< columns of a list's dashes below its key; 0: not indented

    static YamlLayout of(const YamlIndex &index);
};

/// Makes YAML text. Nothing here is trusted: every result is parsed again and compared.
class YamlWriter
{
public:
    /// Without block scalars every text stands on one line in quotes.
    explicit YamlWriter(YamlLayout layout = {}, bool blockScalars = true)
        : m_layout(std::move(layout)), m_blockScalars(blockScalars) {}

    const YamlLayout &layout() const { return m_layout; }

    /// One line. `style`: the quotes to keep if they can hold the text. InvalidInput for half a character or .inf/.nan.
    static Result<QByteArray> scalar(const YamlValue &value, YamlStyle style, bool flow);
    static Result<QByteArray> key(const QString &key, YamlStyle style, bool flow);
    /// A literal block with its header, its body at `column`; `parentColumn` is the one of the collection around it.
    /// Empty when a literal block cannot hold the text.
    QByteArray literal(const QString &text, int column, int parentColumn) const;

    /// One line, whatever the value is: `{a: 1, b: [2]}`.
    static Result<QByteArray> flow(const YamlValue &value);
    /// What stands behind a colon at `column`, from the blank or line end on; without a last line end.
    Result<QByteArray> afterColon(const YamlValue &value, int column) const;
    /// What stands behind "- " when the dash is at `column`.
    Result<QByteArray> afterDash(const YamlValue &value, int column) const;
    /// Entries or items at `column`; the first line without its indentation, the last one without its line end.
    Result<QByteArray> lines(const YamlValue &value, int column) const;
    Result<QByteArray> entry(const QString &key, const YamlValue &value, int column) const;

private:
    YamlLayout m_layout;
    bool m_blockScalars;
};

} // namespace rayhelm
