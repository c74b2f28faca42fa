#include "watcher.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <ctime>
#include <fcntl.h>
#include <sys/inotify.h>
#include <unistd.h>

#ifdef __SANITIZE_ADDRESS__
extern "C" size_t __sanitizer_get_current_allocated_bytes(); // its header is not installed everywhere
#endif

namespace rayhelm {

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// "0100007F:1F90"
QPair<QByteArray, quint16> endOf(const QByteArray &text)
{
    const qsizetype colon = text.lastIndexOf(':');
    return {text.left(colon), quint16(text.mid(colon + 1).toUInt(nullptr, 16))};
}

bool isThisComputer(const QByteArray &address)
{
    return address == "0100007F" || address == "00000000000000000000000001000000" || address == "0000000000000000FFFF00000100007F";
}

} // namespace

ProcessWatcher::ProcessWatcher(QSet<quint16> listening, quint16 allowed, QSet<QString> allowedPrograms)
    : m_listening(std::move(listening))
    , m_allowed(allowed)
    , m_programs(std::move(allowedPrograms))
{
    start();
}

ProcessWatcher::~ProcessWatcher()
{
    m_over = true;
    wait();
}

QStringList ProcessWatcher::wrong() const
{
    const QMutexLocker lock(&m_mutex);
    return m_wrong;
}

QString ProcessWatcher::mostDuring() const
{
    const QMutexLocker lock(&m_mutex);
    return m_mostDuring;
}

void ProcessWatcher::during(const QString &what)
{
    const QMutexLocker lock(&m_mutex);
    m_during = what;
}

bool ProcessWatcher::countsAllocated()
{
#ifdef __SANITIZE_ADDRESS__
    return true;
#else
    return false;
#endif
}

void ProcessWatcher::note(const QString &what)
{
    const QMutexLocker lock(&m_mutex);
    if (!m_wrong.contains(what))
        m_wrong.append(what);
}

void ProcessWatcher::run()
{
    while (!m_over) {
        lookAtProcesses();
        lookAtConnections();
        lookAtMemory();
        msleep(20);
    }
}

void ProcessWatcher::lookAtProcesses()
{
    const QString self = QString::number(getpid());
    const QString own = QString::fromUtf8(contentOf(QStringLiteral("/proc/self/comm"))).trimmed();
    const QStringList tasks = QDir(QStringLiteral("/proc/self/task")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &task : tasks) {
        const QByteArrayList children = contentOf(QStringLiteral("/proc/%1/task/%2/children").arg(self, task)).simplified().split(' ');
        for (const QByteArray &child : children) {
            const QString program = QString::fromUtf8(contentOf(QStringLiteral("/proc/%1/comm").arg(QString::fromLatin1(child)))).trimmed();
            // Between fork and exec a child has this program's own name, or its thread's.
            if (!child.isEmpty() && !program.isEmpty() && program != own && !m_programs.contains(program))
                note(QStringLiteral("process %1").arg(program));
        }
    }
}

void ProcessWatcher::lookAtConnections()
{
    QSet<QByteArray> own; // inodes
    const QFileInfoList descriptors = QDir(QStringLiteral("/proc/self/fd")).entryInfoList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System);
    for (const QFileInfo &descriptor : descriptors) {
        char target[256];
        const ssize_t size = readlink(descriptor.filePath().toLocal8Bit().constData(), target, sizeof target);
        const QByteArray link(target, qMax<ssize_t>(0, size));
        if (link.startsWith("socket:["))
            own.insert(link.mid(8).chopped(1));
    }
    // Where a socket is connected to does not change: a socket that was there the last few times needs no further look.
    m_unchanged = own == m_sockets ? m_unchanged + 1 : 0;
    m_sockets = own;
    if (m_unchanged > 3)
        return;
    for (const char *table : {"/proc/self/net/tcp", "/proc/self/net/tcp6", "/proc/self/net/udp", "/proc/self/net/udp6"}) {
        const QByteArrayList lines = contentOf(QString::fromLatin1(table)).split('\n').mid(1);
        for (const QByteArray &line : lines) {
            const QByteArrayList fields = line.simplified().split(' ');
            if (fields.size() < 10 || !own.contains(fields.at(9)))
                continue;
            const auto [localAddress, localPort] = endOf(fields.at(1));
            const auto [remoteAddress, remotePort] = endOf(fields.at(2));
            if (m_listening.contains(localPort) && (remotePort == 0 || isThisComputer(remoteAddress)))
                continue; // the test's own servers
            if (isThisComputer(remoteAddress) && remotePort == m_allowed)
                continue;
            note(QStringLiteral("%1: %2 to %3").arg(QString::fromLatin1(table), QString::fromLatin1(fields.at(1)), QString::fromLatin1(fields.at(2))));
        }
    }
}

void ProcessWatcher::lookAtMemory()
{
#ifdef __SANITIZE_ADDRESS__
    const auto bytes = qint64(__sanitizer_get_current_allocated_bytes());
#else
    const qint64 bytes = contentOf(QStringLiteral("/proc/self/statm")).split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE);
#endif
    if (bytes <= m_mostBytes)
        return;
    m_mostBytes = bytes;
    const QMutexLocker lock(&m_mutex);
    m_mostDuring = m_during;
}

LoopWatcher::LoopWatcher()
    : m_waits(open("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC))
{
    m_last = now();
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &LoopWatcher::beat);
    m_timer.start(5);
}

LoopWatcher::~LoopWatcher()
{
    close(m_waits);
}

/// ns; stands still while another thread has the processor that this one wants.
qint64 LoopWatcher::now() const
{
    char text[128];
    const ssize_t size = pread(m_waits, text, sizeof text, 0);
    const QByteArray waited = QByteArray(text, qMax<ssize_t>(0, size)).split(' ').value(1);
    timespec time{};
    clock_gettime(CLOCK_MONOTONIC, &time);
    return qint64(time.tv_sec) * 1000000000 + time.tv_nsec - waited.toLongLong();
}

void LoopWatcher::beat()
{
    const qint64 moment = now();
    const double ms = double(moment - m_last) / 1e6;
    m_last = moment;
    if (ms <= m_longest)
        return;
    m_longest = ms;
    m_longestDuring = m_during;
}

void LoopWatcher::forget()
{
    m_last = now();
    m_longest = 0;
}

FolderWatcher::FolderWatcher(const QString &folder)
    : m_folder(folder)
    , m_before(listing(folder))
    , m_inotify(inotify_init1(IN_NONBLOCK | IN_CLOEXEC))
{
    watch(folder);
    QDirIterator folders(folder, QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (folders.hasNext())
        watch(folders.next());
}

FolderWatcher::~FolderWatcher()
{
    close(m_inotify);
}

void FolderWatcher::watch(const QString &folder)
{
    const int id = inotify_add_watch(m_inotify, QFile::encodeName(folder).constData(),
                                     IN_CREATE | IN_MODIFY | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE | IN_ATTRIB | IN_OPEN);
    m_watched.insert(id, folder);
}

QHash<QString, QByteArray> FolderWatcher::listing(const QString &folder)
{
    QHash<QString, QByteArray> all;
    QDirIterator files(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const QFileInfo info(path);
        QByteArray about = QByteArray::number(int(info.permissions())) + (info.isSymLink() ? info.symLinkTarget().toUtf8() : QByteArray());
        if (info.isFile() && !info.isSymLink())
            about += QCryptographicHash::hash(contentOf(path), QCryptographicHash::Sha256).toHex();
        all.insert(path.mid(folder.size() + 1), about);
    }
    return all;
}

QStringList FolderWatcher::changes()
{
    QStringList found;
    alignas(inotify_event) char buffer[65536];
    for (ssize_t size = read(m_inotify, buffer, sizeof buffer); size > 0; size = read(m_inotify, buffer, sizeof buffer)) {
        for (ssize_t at = 0; at < size;) {
            const auto *event = reinterpret_cast<const inotify_event *>(buffer + at);
            at += ssize_t(sizeof(inotify_event)) + event->len;
            if (event->mask & IN_ISDIR && !(event->mask & (IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO)))
                continue; // somebody looked through a folder
            found.append(QStringLiteral("seen %1 %2/%3").arg(event->mask, 0, 16).arg(m_watched.value(event->wd),
                                                                                   event->len > 0 ? QString::fromUtf8(event->name) : QString()));
        }
    }
    const QHash<QString, QByteArray> now = listing(m_folder);
    for (auto file = now.cbegin(); file != now.cend(); ++file) {
        if (m_before.value(file.key()) != file.value())
            found.append(QStringLiteral("new or changed %1").arg(file.key()));
    }
    for (auto file = m_before.cbegin(); file != m_before.cend(); ++file) {
        if (!now.contains(file.key()))
            found.append(QStringLiteral("gone %1").arg(file.key()));
    }
    while (read(m_inotify, buffer, sizeof buffer) > 0) { // what this look itself has opened
    }
    m_before = now;
    found.removeDuplicates();
    return found;
}

} // namespace rayhelm
