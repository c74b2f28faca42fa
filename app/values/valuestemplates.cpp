#include "values/valuestemplates.h"

#include "values/valuesdocument.h"
#include "values/valuesform.h"

#include <QCoreApplication>

namespace rayhelm {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(rayhelm::ValuesTemplate)
};

struct Setting {
    const char *field;
    qlonglong value;
};

constexpr qlonglong minute = 60;
constexpr qlonglong hour = 60 * minute;

QList<Setting> settingsOf(const QString &id)
{
    if (id == QLatin1String("small"))
        return {{"worker.maxReplicas", 1}, {"worker.replicas", 1}, {"slurm.time", 30 * minute}};
    if (id == QLatin1String("search")) // one trial per worker
        return {{"worker.maxReplicas", 7}, {"worker.replicas", 7}, {"slurm.time", 8 * hour}};
    return {};
}

} // namespace

QList<ValuesTemplate> valuesTemplates()
{
    return {{QStringLiteral("small"), Tr::tr("Small test: 1 head, 1 worker, 30 min"), Tr::tr("To see whether everything works, at little cost.")},
            {QStringLiteral("training"), Tr::tr("Training"), Tr::tr("The example of the tutorial, with three workers.")},
            {QStringLiteral("search"), Tr::tr("Hyperparameter search"), Tr::tr("Seven workers for eight hours, one trial on each.")}};
}

Result<QByteArray> templateText(const QString &id, const QString &chartVersion)
{
    bool known = id.isEmpty();
    for (const ValuesTemplate &one : valuesTemplates())
        known = known || one.id == id;
    if (!known)
        return failure(ErrorKind::NotFound, Tr::tr("There is no such template."));
    ValuesDocument document(ValuesSchema::exampleFile());
    ValuesForm form(document, ValuesSchema::forChart(chartVersion));
    for (const Setting &setting : settingsOf(id)) {
        const Result<> written = form.write(QLatin1String(setting.field), setting.value);
        if (!written)
            return failure(written.error());
    }
    return document.text();
}

} // namespace rayhelm
