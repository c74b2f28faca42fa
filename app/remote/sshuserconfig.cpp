#include "remote/sshtarget.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>

namespace rayhelm {

namespace {

constexpr int maximumIncludeDepth = 8;
constexpr qint64 maximumConfigSize = 1024 * 1024;

/// The words of one line of ssh_config: quotes, "Key=value" and comments.
QStringList words(const QString &line)
{
    static const QRegularExpression word(QStringLiteral(R"re("([^"]*)"|([^\s="]+))re"));
    QStringList found;
    QRegularExpressionMatchIterator matches = word.globalMatch(line);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        found.append(match.captured(1).isNull() || match.captured(1).isEmpty() ? match.captured(2) : match.captured(1));
    }
    return found;
}

/// The files of one Include argument; relative ones are below ~/.ssh.
QStringList includedFiles(QString pattern)
{
    if (pattern.startsWith(QLatin1String("~/")))
        pattern = QDir::homePath() + pattern.mid(1);
    else if (QDir::isRelativePath(pattern))
        pattern = QDir::homePath() + QStringLiteral("/.ssh/") + pattern;
    const QFileInfo info(pattern);
    QStringList files;
    const QStringList names = info.dir().entryList({info.fileName()}, QDir::Files, QDir::Name);
    for (const QString &name : names)
        files.append(info.dir().filePath(name));
    return files;
}

void readHosts(const QString &path, int depth, QSet<QString> *read, QStringList *hosts)
{
    QFile file(path);
    if (depth > maximumIncludeDepth || read->contains(path) || !file.open(QIODevice::ReadOnly))
        return;
    read->insert(path);
    const QStringList lines = QString::fromUtf8(file.read(maximumConfigSize)).split(QLatin1Char('\n'));
    for (const QString &line : lines) {
        const QStringList parts = words(line.trimmed());
        if (parts.size() < 2 || parts.first().startsWith(QLatin1Char('#')))
            continue;
        const bool isHost = parts.first().compare(QLatin1String("Host"), Qt::CaseInsensitive) == 0;
        const bool isInclude = parts.first().compare(QLatin1String("Include"), Qt::CaseInsensitive) == 0;
        for (const QString &part : parts.mid(1)) {
            if (isHost && !part.contains(QLatin1Char('*')) && !part.contains(QLatin1Char('?'))
                && !part.startsWith(QLatin1Char('!')) && !hosts->contains(part))
                hosts->append(part);
            if (!isInclude)
                continue;
            const QStringList files = includedFiles(part);
            for (const QString &included : files)
                readHosts(included, depth + 1, read, hosts);
        }
    }
}

} // namespace

QStringList sshConfigHosts(const QString &path)
{
    QStringList hosts;
    QSet<QString> read;
    readHosts(path, 0, &read, &hosts);
    return hosts;
}

} // namespace rayhelm
