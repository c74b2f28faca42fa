// Reads JSON objects, one per line, and answers each with one line, for the comparisons with Ray and Hydra:
// {"folder": "...", "excludes": [...], "zip": "...", "builtIn": true, "rayIgnore": true}: the package's address as Ray would name it;
//     the package is written to the file "zip";
// {"hydra": "..."}: the value as `hydraValue` and as `hydraText`, as a JSON list.
#include "jobs/folderwalk.h"
#include "jobs/itwinaiconfig.h"
#include "jobs/packagezip.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <iostream>

using namespace rayhelm;

static QString answer(const QJsonObject &request)
{
    if (request.contains(QLatin1String("hydra"))) {
        const QString value = request.value(QLatin1String("hydra")).toString();
        return QString::fromUtf8(QJsonDocument(QJsonArray{hydraValue(value), hydraText(value)}).toJson(QJsonDocument::Compact));
    }
    ScanOptions options;
    options.folder = request.value(QLatin1String("folder")).toString();
    options.builtInExcludes = request.value(QLatin1String("builtIn")).toBool();
    options.rayIgnoreFiles = request.value(QLatin1String("rayIgnore")).toBool();
    for (const QJsonValue &line : request.value(QLatin1String("excludes")).toArray())
        options.excludes.append(line.toString());
    const Result<FolderWalk> walk = walkFolder(options, {});
    if (!walk)
        return QStringLiteral("error ") + walk.error().summary;
    const Result<PackedDirectory> packed = packWalk(*walk, {});
    if (!packed)
        return QStringLiteral("error ") + packed.error().summary;
    const QString target = request.value(QLatin1String("zip")).toString();
    QFile::remove(target);
    if (packed->zip->isOpen()) {
        QFile copy(target);
        if (!copy.open(QIODevice::WriteOnly) || copy.write(packed->zip->readAll()) != packed->size)
            return QStringLiteral("error: cannot write %1").arg(target);
    }
    return packed->uri;
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    std::string line;
    while (std::getline(std::cin, line)) {
        const QJsonDocument request = QJsonDocument::fromJson(QByteArray::fromStdString(line));
        std::cout << answer(request.object()).toStdString() << std::endl;
    }
    return 0;
}
