#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace rayhelm {

/// The annotations `slurm-job.vk.io/singularity-options` and `-mounts`: words that the gateway pastes unquoted into the
/// line that starts the container. `$NAME` therefore acts on the HPC node. Unknown words stay where they are.
class SingularityOptions
{
public:
    struct Variable {
        QString name;
        QString value; ///< as written after the equals sign; quotes are taken off

        bool operator==(const Variable &) const = default;
    };

    static SingularityOptions parse(const QString &options);
    QString toString() const;

    /// All variables of all --env options in order.
    QList<Variable> environment() const;
    /// Folders of all --bind/-B options, `source[:target[:options]]`.
    QStringList binds() const;
    /// Whether a switch such as "--nv" or "--no-home" is given.
    bool hasSwitch(const QString &name) const;
    std::optional<QString> home() const; ///< of --home/-H
    /// Words that are neither --env nor --bind, as written.
    QStringList others() const;

    /// Changes, adds and removes only what differs. A new variable goes into the last --env option, or into a new one.
    void setEnvironment(const QList<Variable> &variables);
    void setBinds(const QStringList &binds);
    void setSwitch(const QString &name, bool on);
    void setHome(const std::optional<QString> &home);

    /// Why a value cannot be carried by --env (a blank, a comma, a quote); empty: it can.
    static QString environmentProblem(const Variable &variable);
    /// Why a folder cannot be bound; empty: it can.
    static QString bindProblem(const QString &bind);

private:
    struct Token {
        QString before;
        QString written;
        QString name;  ///< "--env", "--bind" or "--home"; empty: another word, which is in `value`
        QString value; ///< without quotes
        QString lead;  ///< "--env " or "--env=", as written
        QChar quote;
        bool equalsForm = false;
    };

    static void rewrite(Token &token, const QString &value);
    void append(const QString &name, const QString &value);
    void removeTokens(const std::function<bool(const Token &)> &goes);
    void removeEmpty(const QString &name);
    Token *last(const QString &name);

    QList<Token> m_tokens;
    QString m_after;
};

} // namespace rayhelm
