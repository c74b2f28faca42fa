#pragma once

#include "core/result.h"

#include <QHashFunctions>
#include <QString>
#include <QStringList>

namespace rayhelm {

/// What a checked name is the name of. Each kind has a grammar of its own (names.cpp says where it comes from).
enum class NameKind {
    Pod,           ///< DNS-1123 subdomain, at most 253 characters
    Container,     ///< DNS-1123 label, at most 63
    Node,          ///< DNS-1123 subdomain, at most 253
    Namespace,     ///< DNS-1123 label, at most 63
    Release,       ///< Helm: DNS-1123 subdomain, at most 53
    Secret,        ///< DNS-1123 subdomain, at most 253
    RayCluster,    ///< DNS-1123 subdomain, at most 253
    ObjectUid,     ///< what Kubernetes calls a UID: letters, digits and `-`, at most 64
    Submission,    ///< of a job at Ray: letters, digits, `_`, `.`, `-`, at most 200
    SlurmJob,      ///< "123", "123_4" of an array, "123+1" of a heterogeneous job
    ImageTag,      ///< "v1.2" or "sha256:..."
};

/// Whether a text is a name of this kind. ASCII only, never beginning with `-` or `.`, no separator, no control character.
bool isName(NameKind kind, const QString &text);
/// InvalidInput: says what such a name looks like.
Error nameError(NameKind kind, const QString &text);

/// A name that was checked by its grammar. Only `parse` makes one, so whoever has one may put it into a command, an address or
/// the name of a file. The default is "no name".
template<NameKind Kind>
class CheckedName
{
public:
    CheckedName() = default;

    /// InvalidInput: the text is no such name; also the empty text.
    static Result<CheckedName> parse(const QString &text)
    {
        if (!isName(Kind, text))
            return failure(nameError(Kind, text));
        return CheckedName(text);
    }
    /// No name when the text is none, for what may be missing.
    static CheckedName orEmpty(const QString &text) { return isName(Kind, text) ? CheckedName(text) : CheckedName(); }

    const QString &text() const { return m_text; }
    bool isEmpty() const { return m_text.isEmpty(); }

    friend bool operator==(const CheckedName &a, const CheckedName &b) { return a.m_text == b.m_text; }
    friend bool operator<(const CheckedName &a, const CheckedName &b) { return a.m_text < b.m_text; }
    friend size_t qHash(const CheckedName &name, size_t seed = 0) { return qHash(name.m_text, seed); }

private:
    explicit CheckedName(QString text)
        : m_text(std::move(text))
    {
    }

    QString m_text;
};

/// The texts of names, to join or to show.
template<NameKind Kind>
QStringList textsOf(const QList<CheckedName<Kind>> &names)
{
    QStringList texts;
    for (const CheckedName<Kind> &name : names)
        texts.append(name.text());
    return texts;
}

using PodName = CheckedName<NameKind::Pod>;
using ContainerName = CheckedName<NameKind::Container>;
using NodeName = CheckedName<NameKind::Node>;
using Namespace = CheckedName<NameKind::Namespace>;
using ReleaseName = CheckedName<NameKind::Release>;
using SecretName = CheckedName<NameKind::Secret>;
using RayClusterName = CheckedName<NameKind::RayCluster>;
using PodUid = CheckedName<NameKind::ObjectUid>;
using SubmissionId = CheckedName<NameKind::Submission>;
using SlurmJobId = CheckedName<NameKind::SlurmJob>;
using ImageTag = CheckedName<NameKind::ImageTag>;

} // namespace rayhelm
