#pragma once

#include "core/result.h"

#include <QList>
#include <QRegularExpression>
#include <QString>

#include <optional>

namespace rayhelm {

/// Where a text comes from: patterns of one area are not tried on another's texts.
enum class ExplainArea {
    Ssh,        ///< stderr of ssh and of commands that could not start
    Kubectl,    ///< stderr of kubectl
    Helm,       ///< stderr of helm
    Scheduling, ///< events and conditions of the Kubernetes scheduler
    Gateway,    ///< pod status, events and node conditions written by interLink
    Slurm,      ///< sbatch, squeue and job output
    Container,  ///< log of a pod: container tool and start script
    Ray,        ///< KubeRay events and Ray's logs
    Deleting,   ///< stderr and states while deleting
};

/// Who can mend it.
enum class ExplainWho { Nobody, User, VmOwner, UserOrVmOwner, HpcSupport, UserOrHpcSupport };

/// One row of the failure catalogue: a signal in plain words.
struct Explanation {
    QString id;     ///< "K9"
    QString words;  ///< what it means, a whole sentence, translated
    QString remedy; ///< what to do, translated
    ExplainWho who = ExplainWho::Nobody;

    /// `words` and `remedy` as one text.
    QString sentence() const;
};

/// The failure catalogue. Data, not code: it is read from a JSON resource.
class Explanations
{
public:
    /// The catalogue that is shipped. Its expressions are compiled when they are first needed: all at once take 25 ms of a start.
    static Result<Explanations> load();
    /// Any catalogue. InvalidInput names the row that cannot be used.
    static Result<Explanations> fromJson(const QByteArray &json);

    /// The first (most specific) row of the area that matches. No value: nothing is known about this text.
    std::optional<Explanation> explain(ExplainArea area, const QString &text) const;
    /// One row by its id, for signals that are no texts (an old lock, a silent operator).
    std::optional<Explanation> find(const QString &id) const;
    qsizetype size() const { return m_rows.size(); }

private:
    struct Row {
        Explanation explanation;
        ExplainArea area;
        QRegularExpression pattern; ///< empty pattern: found by id only
        bool last = false;          ///< only after every other area that is asked
    };
    static Explanation translated(const Row &row);
    static Result<Explanations> parse(const QByteArray &json, bool checkExpressions);

    QList<Row> m_rows;
};

/// A failed command's Error: `summary` in the catalogue's words when it is known there, else `otherwise`; the raw text
/// becomes the detail. `explanations` may be nullptr.
Error explainedError(const Explanations *explanations, ExplainArea area, ErrorKind kind, const QString &otherwise,
                     const QString &rawText);

} // namespace rayhelm
