#include "core/names.h"

#include "core/text.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace rayhelm {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(rayhelm::Names)
};

struct Grammar {
    QRegularExpression form; ///< from \A to \z: `$` also matches before a line end
    qsizetype longest;       ///< characters
};

Grammar grammar(const char *form, qsizetype longest)
{
    return {QRegularExpression(QStringLiteral("\\A(?:%1)\\z").arg(QLatin1String(form))), longest};
}

/// Kubernetes: "Object Names and IDs" (kubernetes.io); Helm: 53 characters, so that what it appends still is a label;
/// Slurm: squeue's %i; tags: the distribution specification of registries.
const Grammar &grammarOf(NameKind kind)
{
    static const Grammar label = grammar("[a-z0-9](?:[a-z0-9-]*[a-z0-9])?", 63);
    static const char subdomainForm[] = "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*";
    static const Grammar subdomain = grammar(subdomainForm, 253);
    static const Grammar release = grammar(subdomainForm, 53);
    static const Grammar uid = grammar("[A-Za-z0-9][A-Za-z0-9-]*", 64);
    static const Grammar submission = grammar("[A-Za-z0-9_][A-Za-z0-9_.-]*", 200);
    static const Grammar slurmJob = grammar("[0-9]{1,18}(?:[_+][0-9]{1,18})?", 40);
    static const Grammar imageTag = grammar("[A-Za-z0-9_][A-Za-z0-9._-]{0,127}|sha256:[0-9a-f]{64}", 128);
    switch (kind) {
    case NameKind::Container:
    case NameKind::Namespace: return label;
    case NameKind::Release: return release;
    case NameKind::ObjectUid: return uid;
    case NameKind::Submission: return submission;
    case NameKind::SlurmJob: return slurmJob;
    case NameKind::ImageTag: return imageTag;
    case NameKind::Pod:
    case NameKind::Node:
    case NameKind::Secret:
    case NameKind::RayCluster: break;
    }
    return subdomain;
}

} // namespace

bool isName(NameKind kind, const QString &text)
{
    const Grammar &rule = grammarOf(kind);
    return text.size() <= rule.longest && rule.form.match(text).hasMatch();
}

Error nameError(NameKind kind, const QString &text)
{
    QString summary;
    switch (kind) {
    case NameKind::ObjectUid: summary = Words::tr("A Kubernetes identity has only letters, digits and hyphens."); break;
    case NameKind::Submission:
        summary = Words::tr("A submission id has letters, digits, underscores, dots and hyphens, at most 200 characters.");
        break;
    case NameKind::SlurmJob: summary = Words::tr("A Slurm job number has only digits."); break;
    case NameKind::ImageTag: summary = Words::tr("A tag has letters, digits, underscores, dots and hyphens, at most 128 characters."); break;
    case NameKind::Container:
    case NameKind::Namespace:
        summary = Words::tr("The name must consist of lower-case letters, digits and hyphens and begin and end with a letter or digit, "
                            "at most 63 characters.");
        break;
    case NameKind::Release:
        summary = Words::tr("The name must consist of lower-case letters, digits, hyphens and dots and begin and end with a letter or "
                            "digit, at most 53 characters.");
        break;
    case NameKind::Pod:
    case NameKind::Node:
    case NameKind::Secret:
    case NameKind::RayCluster:
        summary = Words::tr("The name must consist of lower-case letters, digits, hyphens and dots and begin and end with a letter or "
                            "digit, at most 253 characters.");
        break;
    }
    return {ErrorKind::InvalidInput, summary, plainText(text, 200)};
}

} // namespace rayhelm
