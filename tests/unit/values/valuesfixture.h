#pragma once

#include "folders.h"

#include <QByteArray>
#include <QFile>

namespace rayhelm {

inline QByteArray valuesFile(const QString &name)
{
    QFile file(rayhelm::testData("/values/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline QByteArray exampleText()
{
    return valuesFile(QStringLiteral("raycluster_example.yaml"));
}

/// Without the marks that keep numbers in order in right-to-left texts.
inline QString withoutIsolates(QString text)
{
    return text.remove(QChar(0x2068)).remove(QChar(0x2069));
}

} // namespace rayhelm
