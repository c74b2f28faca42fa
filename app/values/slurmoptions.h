#pragma once

#include "core/result.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace rayhelm {

/// The sbatch options of one pod, from the annotation `slurm-job.vk.io/flags`. Each pod is one Slurm job.
/// What is not asked for or not understood stays as it was written, in its place.
class SlurmOptions
{
public:
    /// Words as the gateway splits them; a quoted blank does not split. Never fails.
    static SlurmOptions parse(const QString &flags);
    /// The flags; unchanged options are as they were, changed ones in the portable form `--name=value`, removed ones gone.
    QString toString() const;

    std::optional<QString> partition() const;
    std::optional<QString> account() const;
    std::optional<QString> qos() const;
    std::optional<QString> constraint() const;
    std::optional<int> nodes() const;
    /// GPUs of one pod: from --gres, --gpus, --gpus-per-node (times nodes) or --gpus-per-task (times --ntasks). Not set: not stated.
    std::optional<int> gpus() const;
    QString gpuType() const;
    /// Not set: not stated, or not understood (see `unreadable`).
    std::optional<std::chrono::seconds> timeLimit() const;

    /// nullopt or empty removes the option.
    void setPartition(const std::optional<QString> &partition);
    void setAccount(const std::optional<QString> &account);
    void setQos(const std::optional<QString> &qos);
    void setConstraint(const std::optional<QString> &constraint);
    void setNodes(std::optional<int> nodes);
    /// Keeps the option that the flags use (--gres if none) and the type unless another is given.
    void setGpus(std::optional<int> gpus, const std::optional<QString> &type = std::nullopt);
    void setTimeLimit(std::optional<std::chrono::seconds> limit);
    /// Every occurrence of an option, by its long name.
    void remove(const QString &longName) { set(longName, std::nullopt); }

    /// The value of any option by its long name ("mem-per-cpu"); empty value of a flag; not set: not given.
    std::optional<QString> value(const QString &longName) const;
    /// Long names of all options in the order written; words that are no options as they are.
    QStringList names() const;
    /// Options whose value cannot be used, as written: "--time soon".
    QStringList unreadable() const;
    /// A blank separates the value from its option ("-p gpu"): older gateways break on two such equal values.
    bool hasSeparatedValues() const;
    /// All options in the portable form `--name=value`; empty when a value needs quotes.
    QString joined() const;

    /// Slurm's forms: M, M:S, H:M:S, D-H, D-H:M, D-H:M:S. Empty for "UNLIMITED" and what is not a time.
    static std::optional<std::chrono::seconds> parseTime(const QString &text);
    /// Minutes when it is whole minutes ("230"), else H:MM:SS; seconds are kept.
    static QString timeText(std::chrono::seconds limit);
    /// "230", "3 h 50 min", "3:50:00", "1-00:00:00" as a person types it into the form.
    static Result<std::chrono::seconds> timeFromPerson(const QString &text);

private:
    struct Token {
        QString before;  ///< blanks before it
        QString written; ///< as in the flags, blanks between option and value included
        QString name;    ///< long name; empty: no option
        std::optional<QString> value;
        bool separated = false;
    };

    const Token *find(const QString &name) const;
    void set(const QString &name, const std::optional<QString> &value);
    const Token *gpuToken() const;

    QList<Token> m_tokens;
    QString m_after;
};

} // namespace rayhelm
