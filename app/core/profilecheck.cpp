#include "core/profilecheck.h"

#include "core/names.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace rayhelm {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(rayhelm::ProfileCheck)
};

constexpr qsizetype longestSetting = 4096; ///< the longest path of Linux

/// Holds for every setting. Empty: nothing is wrong.
QString anyProblem(const QString &text)
{
    if (text.size() > longestSetting)
        return Words::tr("This text is too long.");
    if (text.startsWith(QLatin1Char('-')))
        return Words::tr("This must not begin with a hyphen.");
    const bool hidden = std::any_of(text.begin(), text.end(), [](QChar c) {
        return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format || c.category() == QChar::Separator_Line
            || c.category() == QChar::Separator_Paragraph;
    });
    return hidden ? Words::tr("This text contains an invisible character. Type it anew.") : QString();
}

QString nameProblem(NameKind kind, const QString &text)
{
    return isName(kind, text) ? QString() : nameError(kind, text).summary;
}

/// Helm's ways to name a chart that do not depend on the folder it runs in.
QString chartProblem(const QString &text)
{
    static const QRegularExpression ofRepository(QStringLiteral("\\A[A-Za-z0-9][A-Za-z0-9._-]*(?:/[A-Za-z0-9][A-Za-z0-9._-]*)+\\z"));
    static const QRegularExpression address(QStringLiteral("\\A(?:oci|https?)://[A-Za-z0-9][A-Za-z0-9.-]*(?::[0-9]{1,5})?(?:/[A-Za-z0-9._~+%-]+)+\\z"));
    static const QRegularExpression file(QStringLiteral("\\A/[A-Za-z0-9._/+-]+\\z"));
    if (ofRepository.match(text).hasMatch() || address.match(text).hasMatch() || file.match(text).hasMatch())
        return {};
    return Words::tr("Give the chart as repository/name, for example kuberay/ray-cluster, or its full address.");
}

QString versionProblem(const QString &text)
{
    static const QRegularExpression version(QStringLiteral("\\A[~^]?v?[0-9][0-9A-Za-z.+_-]{0,62}\\z"));
    return text.isEmpty() || version.match(text).hasMatch() ? QString() : Words::tr("Give a version such as 1.2.2.");
}

/// A relative path would name whatever lies in the folder in which the command happens to run.
QString programProblem(const QString &text)
{
    const bool relative = text.contains(QLatin1Char('/')) && !text.startsWith(QLatin1Char('/')) && !text.startsWith(QLatin1String("~/"));
    return relative ? Words::tr("Give the whole path, beginning with /.") : QString();
}

QString addressProblem(const QString &text)
{
    if (text.isEmpty())
        return {};
    const QUrl url(text.contains(QLatin1String("://")) ? text : QStringLiteral("https://") + text, QUrl::StrictMode);
    const bool web = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    if (!url.isValid() || !web || url.host().isEmpty())
        return Words::tr("Give a web address such as https://ray.example.org.");
    return url.userInfo().isEmpty() ? QString() : Words::tr("Give the user in its own field, not in the address.");
}

} // namespace

QList<SettingProblem> settingProblems(const Profile &profile)
{
    QList<SettingProblem> problems;
    const QList<ProfileText> texts = profileTexts();
    for (const ProfileText &text : texts) {
        const QString problem = anyProblem(profile.*text.member);
        if (!problem.isEmpty())
            problems.append({QLatin1String(text.key), problem});
    }
    const auto check = [&problems](const char *setting, const QString &problem) {
        const bool known = std::any_of(problems.begin(), problems.end(), [setting](const SettingProblem &p) { return p.setting == QLatin1String(setting); });
        if (!problem.isEmpty() && !known)
            problems.append({QLatin1String(setting), problem});
    };
    check("releaseName", profile.releaseName.isEmpty() ? Words::tr("Give the cluster a name.") : nameProblem(NameKind::Release, profile.releaseName));
    check("namespace", nameProblem(NameKind::Namespace, profile.kubernetesNamespace));
    check("chart", chartProblem(profile.chart));
    check("chartVersion", versionProblem(profile.chartVersion));
    check("helmPath", programProblem(profile.helmPath));
    check("kubectlPath", programProblem(profile.kubectlPath));
    check("rayAddress", addressProblem(profile.rayAddress));
    check("mlflowUri", addressProblem(profile.mlflowUri));
    return problems;
}

} // namespace rayhelm
