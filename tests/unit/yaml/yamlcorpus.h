#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace rayhelm {

struct CorpusFile {
    QString name;
    QByteArray text;
};

/// All files of tests/data/values, each also with CRLF, with byte order mark and a comment that is not ASCII, without
/// the last line end, with lists that are not indented, and with four blanks per level.
QList<CorpusFile> genuineValuesFiles(bool withVariants);

/// Documents made up of every construct of YAML that values files use. The same seed makes the same document.
QByteArray generatedDocument(quint32 seed);

/// What people type that is read as something else than text, or cannot stand without quotes.
QStringList trickyTexts();

/// RAYHELM_LONG=1: the long form of a test that samples otherwise.
bool isLongRun();

} // namespace rayhelm
