// packageprobe FOLDER OPTIONS...: prints the package's address as Ray would name it, then keeps the zip at ZIP.
// Several folders may be given on standard input, one JSON object per line:
// {"folder": "...", "excludes": [...], "zip": "...", "builtIn": true, "rayIgnore": true}; one line answers each.
#include "jobs/folderwalk.h"
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
