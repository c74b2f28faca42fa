#pragma once

#include "core/task.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace rayhelm {

/// One pipeline of a configuration: a map with `_target_: itwinai.pipeline.Pipeline` and `steps`.
struct ItwinaiPipeline {
    QString key; ///< dot path of the map: the pipe_key
    QStringList steps; ///< their names, or "0", "1" ... when `steps` is a list
};

enum class FieldKind { Text, Integer, Real, Boolean, Nothing, List, Interpolation, Required };

/// One top-level setting that a job can change.
struct ItwinaiField {
    QString key;
    FieldKind kind = FieldKind::Text;
    QString value;   ///< as in the file, unquoted; a list as "[1, 2]"
    QString comment; ///< what stands behind it or above it in the file

    bool isReadOnly() const { return kind == FieldKind::Interpolation; }
};

struct ItwinaiConfig {
    QString path;   ///< relative to the scanned folder: "configs/vega_training.yaml"
    QString folder; ///< of the file, relative: for --config-path; empty: the scanned folder itself
    QString name;   ///< file name without .yaml: for --config-name
    QList<ItwinaiPipeline> pipelines;
    QList<ItwinaiField> fields;
    QStringList absolutePaths; ///< texts anywhere in the file that begin with '/'

    const ItwinaiField *field(const QString &key) const; ///< nullptr: not in the file
    bool has(const QString &key) const { return field(key) != nullptr; }
};

/// A .yaml file that is no usable configuration, and why.
struct SkippedConfig {
    QString path;
    QString reason; ///< a whole sentence
};

struct ConfigScan {
    QList<ItwinaiConfig> configs; ///< files with at least one pipeline
    QList<SkippedConfig> skipped;
    int filesSeen = 0; ///< .yaml files looked at
};

/// The configurations in a folder and its sub-folders (hidden ones, virtual environments and files above 1 MiB are left
/// alone), in a worker thread. Errors: Cancelled, NotFound (no such folder).
Task<ConfigScan> scanItwinaiConfigs(QString folder, std::stop_token stop);

/// One configuration from its text. InvalidInput: not YAML, or no map.
Result<ItwinaiConfig> readItwinaiConfig(const QByteArray &yaml, const QString &path);

/// Absolute paths in the settings: data that is on the HPC (or not) and is not sent with the job.
QStringList dataPaths(const ItwinaiConfig &config);

/// A value in Hydra's grammar: quoted only where an unquoted one would be read as something else.
QString hydraValue(const QString &value);
/// The same for something that is always text: "2024" is quoted, so that it stays one.
QString hydraText(const QString &value);
/// "++epochs=20"; a value that begins with [ or { is taken as a list or map in Hydra's grammar.
QString hydraOverride(const QString &prefix, const QString &key, const QString &value);
/// Why a key cannot be used in an override ("The name may hold letters, digits, _ - and dots."); empty: it can.
QString overrideKeyProblem(const QString &key);

} // namespace rayhelm
