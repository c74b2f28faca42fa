#include "mlflow/mlflowclient.h"

#include <QCoreApplication>

namespace rayhelm {

namespace {

struct Verdict {
    Q_DECLARE_TR_FUNCTIONS(rayhelm::ExperimentVerdict)
};

QString yours(const ExperimentCheck &check)
{
    if (!check.rightsKnown)
        return Verdict::tr("It exists, and you may read it. Whether you may write, the server does not say.");
    if (check.runs < 0)
        return Verdict::tr("Yours: new runs are added");
    return Verdict::tr("Yours, %n run(s): new runs are added", nullptr, check.runs);
}

} // namespace

QString experimentVerdictText(const ExperimentCheck &check)
{
    switch (check.verdict) {
    case ExperimentVerdict::Free:
        return Verdict::tr("Free");
    case ExperimentVerdict::Yours:
        return yours(check);
    case ExperimentVerdict::ReadOnly:
        return Verdict::tr("Taken: no right to write");
    case ExperimentVerdict::Forbidden:
        return Verdict::tr("Taken: it belongs to someone else");
    case ExperimentVerdict::Deleted:
        return Verdict::tr("Deleted: choose another or restore");
    }
    return {};
}

QString experimentNameProblem(const QString &name)
{
    if (name.trimmed().isEmpty())
        return Verdict::tr("The experiment needs a name.");
    if (name.size() > 500)
        return Verdict::tr("The name may have at most 500 characters.");
    return {};
}

} // namespace rayhelm
