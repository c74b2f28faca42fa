#pragma once

#include "values/valuesschema.h"
#include "yaml/yamledit.h"

namespace rayhelm {

/// What is written for a field; invalid: nothing. `root`: the file, or the pod group for a field per group.
QVariant writtenValue(const YamlValue &root, const FieldSchema &field);
/// The paths that hold a field's value, below `base`.
QList<YamlPath> fieldPaths(const FieldSchema &field, const YamlPath &base);

/// The edits that write a field. `base`: path of `root`. InvalidInput: a sentence for beside the field.
Result<QList<YamlEdit>> writeEdits(const YamlValue &root, const YamlPath &base, const FieldSchema &field, const QVariant &value);
/// The edits that take away what is written.
QList<YamlEdit> resetEdits(const YamlValue &root, const YamlPath &base, const FieldSchema &field);

/// Why a value does not fit the field; empty: it does.
QString valueProblem(const FieldSchema &field, const QVariant &value);

bool toleratesVirtualNode(const YamlValue &tolerations);

} // namespace rayhelm
