#include "jobs/folderwalk.h"

#include "jobs/ignorerules.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>

namespace rayhelm {

namespace fs = std::filesystem;

namespace {

struct Walk {
    Q_DECLARE_TR_FUNCTIONS(rayhelm::FolderWalk)
};

const QStringList builtIn{QStringLiteral(".git"), QStringLiteral(".venv"), QStringLiteral("venv"), QStringLiteral("__pycache__")};

/// One source of rules and the folder they are relative to.
struct RuleSource {
    IgnoreRules rules;
    QString folder; ///< relative to the root; "." is the root
    QString file;   ///< relative name of the ignore file; empty: built-in and `excludes`
    QList<int> without;
};

QString relativeTo(const QString &folder, const QString &path)
{
    if (folder == path)
        return QStringLiteral(".");
    return folder == QLatin1String(".") ? path : path.mid(folder.size() + 1);
}

QString joined(const QString &folder, const QString &name)
{
    return folder == QLatin1String(".") ? name : folder + QLatin1Char('/') + name;
}

class Walker
{
public:
    Walker(const ScanOptions &options, std::stop_token stop)
        : m_options(options)
        , m_stop(std::move(stop))
    {
        if (options.builtInExcludes)
            m_builtInLines = builtIn;
        addSource(m_builtInLines + options.excludes, QStringLiteral("."), {});
    }

    FolderWalk walk()
    {
        const fs::path root = toPath(m_options.folder);
        m_root = fs::canonical(root, m_ignored);
        visit(root, QStringLiteral("."), fs::status(root, m_ignored), QString());
        return std::move(m_result);
    }

private:
    void addSource(const QStringList &lines, const QString &folder, const QString &file)
    {
        RuleSource source{IgnoreRules(lines), folder, file, {}};
        for (const IgnoreLine &ignored : m_options.ignoredLines) {
            if (!file.isEmpty() && ignored.file == file)
                source.without.append(ignored.line - 1);
        }
        m_sources.push_back(std::move(source));
    }

    int addIgnoreFiles(const fs::path &path, const QString &folder)
    {
        QStringList names{QStringLiteral(".gitignore")};
        if (m_options.rayIgnoreFiles)
            names.append(QStringLiteral(".rayignore"));
        int added = 0;
        for (const QString &name : std::as_const(names)) {
            const fs::path file = path / toPath(name);
            if (!fs::is_regular_file(file, m_ignored))
                continue;
            QFile rules;
            const std::optional<FileIdentity> identity = identityOf(file);
            if (!identity || !openOrdinary(rules, fs::canonical(file, m_ignored), *identity))
                continue;
            addSource(ignoreLines(rules.read(1024 * 1024)), folder, joined(folder, name));
            ++added;
        }
        return added;
    }

    /// Says which line leaves `path` out, and why.
    bool isLeftOut(PlannedFile &file) const
    {
        for (const RuleSource &source : m_sources) {
            const int line = source.rules.leavesOut(relativeTo(source.folder, file.path), source.without);
            if (line < 0)
                continue;
            file.line = IgnoreLine{source.file, line + 1, source.rules.line(line).trimmed()};
            file.leftOut = LeftOutReason::IgnoreFile;
            if (source.file.isEmpty())
                file.leftOut = line < m_builtInLines.size() ? LeftOutReason::BuiltIn : LeftOutReason::Excludes;
            return true;
        }
        return false;
    }

    void visit(const fs::path &path, const QString &name, const fs::file_status &status, const QString &leadsTo)
    {
        if (m_stop.stop_requested() || m_result.tooMany)
            return;
        if (m_result.files.size() >= maximumPaths) {
            m_result.tooMany = true;
            return;
        }
        PlannedFile file;
        file.path = name;
        file.isFolder = fs::is_directory(status);
        file.leadsTo = leadsTo;
        const bool stays = !leadsTo.isEmpty() && !m_options.sendOutsideLinks;
        const int added = file.isFolder && !stays ? addIgnoreFiles(path, name) : 0;
        if (isLeftOut(file)) {
            if (name == QLatin1String("."))
                m_result.leavesOutAll = file.line;
            m_result.files.append(file);
        } else if (stays) {
            file.leftOut = LeftOutReason::OutsideLink;
            m_result.files.append(file);
        } else if (file.isFolder) {
            visitFolder(path, file);
        } else {
            visitFile(path, file, status);
        }
        m_sources.resize(m_sources.size() - size_t(added));
    }

    void visitFolder(const fs::path &path, PlannedFile &file)
    {
        const fs::path real = fs::canonical(path, m_ignored);
        if (std::find(m_above.begin(), m_above.end(), real) != m_above.end()) {
            file.leftOut = LeftOutReason::LinkCycle;
            m_result.files.append(file);
            return;
        }
        std::error_code problem;
        std::vector<fs::directory_entry> entries;
        for (fs::directory_iterator entry(path, problem); !problem && entry != fs::directory_iterator(); entry.increment(problem))
            entries.push_back(*entry);
        addVisited(path, file, true, entries.empty() && !problem);
        if (problem) {
            file.leftOut = LeftOutReason::Unreadable;
            m_result.files.append(file);
            return;
        }
        std::sort(entries.begin(), entries.end());
        m_above.push_back(real);
        for (const fs::directory_entry &entry : entries)
            visitEntry(entry, file.path);
        m_above.pop_back();
    }

    void visitEntry(const fs::directory_entry &entry, const QString &folder)
    {
        const std::u8string raw = entry.path().filename().generic_u8string();
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        const QString name =
            decoder.decode(QByteArrayView(reinterpret_cast<const char *>(raw.data()), qsizetype(raw.size())));
        if (decoder.hasError()) {
            PlannedFile file;
            file.path = joined(folder, name);
            file.leftOut = LeftOutReason::NameNotUtf8;
            m_result.files.append(file);
            return;
        }
        std::error_code problem;
        const fs::file_status status = fs::status(entry.path(), problem);
        visit(entry.path(), joined(folder, name), status, placeOutside(entry));
    }

    /// Where a link leads that leaves the folder; empty: it is none.
    QString placeOutside(const fs::directory_entry &entry)
    {
        std::error_code problem;
        if (!entry.is_symlink(problem))
            return {};
        const fs::path place = fs::canonical(entry.path(), problem);
        const auto [end, rest] = std::mismatch(m_root.begin(), m_root.end(), place.begin(), place.end());
        return problem || end == m_root.end() ? QString() : QString::fromStdU16String(place.u16string());
    }

    void visitFile(const fs::path &path, PlannedFile &file, const fs::file_status &status)
    {
        const bool isRegular = fs::is_regular_file(status);
        if (isRegular) {
            file.size = qint64(fs::file_size(path, m_ignored));
            file.suspicious = looksSecret(file.path) || looksSecret(file.leadsTo);
            if (!QFileInfo(path).isReadable())
                file.leftOut = LeftOutReason::Unreadable;
        } else {
            file.leftOut = fs::exists(status) ? LeftOutReason::SpecialFile : LeftOutReason::BrokenLink;
        }
        addVisited(path, file, false, file.isSent());
        m_result.files.append(file);
    }

    void addVisited(const fs::path &path, const PlannedFile &file, bool isFolder, bool isMember)
    {
        VisitedPath visited;
        visited.name = file.path.toUtf8();
        visited.path = isMember && !isFolder ? fs::canonical(path, m_ignored) : path;
        visited.identity = identityOf(visited.path).value_or(FileIdentity());
        visited.isFolder = isFolder;
        visited.isMember = isMember;
        visited.size = file.size;
        visited.mode = uint(fs::status(path, m_ignored).permissions()) & 0777;
        m_result.visited.push_back(std::move(visited));
    }

    ScanOptions m_options;
    std::stop_token m_stop;
    QStringList m_builtInLines;
    fs::path m_root; ///< without links
    std::vector<RuleSource> m_sources;
    std::vector<fs::path> m_above; ///< the folders that lead to the present one, without links
    FolderWalk m_result;
    std::error_code m_ignored;
};

} // namespace

std::filesystem::path toPath(const QString &text)
{
    return fs::path(text.toStdU16String());
}

Result<FolderWalk> walkFolder(const ScanOptions &options, std::stop_token stop)
{
    const QFileInfo folder(options.folder);
    if (options.folder.isEmpty() || !folder.exists())
        return failure(ErrorKind::NotFound, Walk::tr("The folder %1 does not exist.").arg(options.folder));
    if (!folder.isDir())
        return failure(ErrorKind::InvalidInput, Walk::tr("%1 is a file, not a folder.").arg(options.folder));
    if (!folder.isReadable() || !folder.isExecutable())
        return failure(ErrorKind::Forbidden, Walk::tr("You may not read the folder %1.").arg(options.folder));
    Walker walker(options, stop);
    FolderWalk walk = walker.walk();
    if (stop.stop_requested())
        return cancelled();
    return walk;
}

bool looksSecret(const QString &relativePath)
{
    static const QRegularExpression names(
        QStringLiteral("(^|/)(\\.env(\\.(?!example$|sample$|template$|dist$)[^/]*)?|\\.?credentials(\\.[^/]*)?|[._]netrc|\\.pypirc|"
                       "\\.pgpass|\\.htpasswd|\\.git-credentials|id_(rsa|dsa|ecdsa|ed25519)(_sk)?|kube-?config|"
                       "\\.?secrets?(\\.[^/]*)?|[^/]*passwords?(\\.(txt|ya?ml|json|ini|cfg))?|\\.?token|"
                       "[^/]*\\.(pem|key|p12|pfx|kdbx|jks|token|ppk))$"),
        QRegularExpression::CaseInsensitiveOption);
    return names.match(relativePath).hasMatch();
}

} // namespace rayhelm
