#include "jobs/packagezip.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QTemporaryDir>
#include <QThread>

#include <zip.h>

#include <array>
#include <cstring>

namespace rayhelm {

namespace {

struct Packing {
    Q_DECLARE_TR_FUNCTIONS(rayhelm::Packing)
};

/// Ray's name of a package: the first eight bytes of each path's SHA-1, folded together, starting from eight characters '0'.
class NameHash
{
public:
    void fold(const QByteArray &digest)
    {
        for (size_t i = 0; i < m_bytes.size(); ++i)
            m_bytes[i] = char(m_bytes[i] ^ digest[qsizetype(i)]);
    }
    QString uri() const
    {
        const QByteArray hex = QByteArray(m_bytes.data(), qsizetype(m_bytes.size())).toHex();
        return QStringLiteral("gcs://_ray_pkg_") + QString::fromLatin1(hex) + QStringLiteral(".zip");
    }

private:
    std::array<char, 8> m_bytes{'0', '0', '0', '0', '0', '0', '0', '0'};
};

/// A file on its way into the zip; what libzip reads is hashed in passing.
class HashedFile
{
public:
    HashedFile(const VisitedPath &visited, NameHash &name, std::stop_token stop)
        : m_path(visited.path)
        , m_identity(visited.identity)
        , m_relative(visited.name)
        , m_size(visited.size)
        , m_name(name)
        , m_stop(std::move(stop))
    {
        zip_error_init(&m_error);
    }
    ~HashedFile() { zip_error_fini(&m_error); }
    Q_DISABLE_COPY_MOVE(HashedFile)

    static zip_int64_t call(void *self, void *data, zip_uint64_t length, zip_source_cmd_t command)
    {
        auto *file = static_cast<HashedFile *>(self);
        switch (command) {
        case ZIP_SOURCE_OPEN:
            return file->open();
        case ZIP_SOURCE_READ:
            return file->read(static_cast<char *>(data), qint64(length));
        case ZIP_SOURCE_CLOSE:
            file->close();
            return 0;
        case ZIP_SOURCE_STAT:
            return file->stat(static_cast<zip_stat_t *>(data));
        case ZIP_SOURCE_ERROR:
            return zip_error_to_data(&file->m_error, data, length);
        case ZIP_SOURCE_FREE:
            delete file;
            return 0;
        case ZIP_SOURCE_SUPPORTS:
            return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT,
                                                  ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, -1);
        default:
            zip_error_set(&file->m_error, ZIP_ER_INVAL, 0);
            return -1;
        }
    }

private:
    zip_int64_t open()
    {
        m_sha1.reset();
        m_sha1.addData(m_relative);
        if (openOrdinary(m_file, m_path, m_identity))
            return 0;
        zip_error_set(&m_error, ZIP_ER_OPEN, 0);
        return -1;
    }

    zip_int64_t read(char *data, qint64 length)
    {
        const qint64 count = m_stop.stop_requested() ? -1 : m_file.read(data, length);
        if (count < 0)
            zip_error_set(&m_error, ZIP_ER_READ, 0);
        else
            m_sha1.addData(QByteArrayView(data, count));
        return count;
    }

    void close()
    {
        m_file.close();
        m_name.fold(m_sha1.result());
    }

    zip_int64_t stat(zip_stat_t *stat) const
    {
        zip_stat_init(stat);
        stat->valid = ZIP_STAT_SIZE;
        stat->size = zip_uint64_t(m_size);
        return sizeof(zip_stat_t);
    }

    std::filesystem::path m_path;
    FileIdentity m_identity;
    QFile m_file;
    QByteArray m_relative;
    qint64 m_size;
    NameHash &m_name;
    std::stop_token m_stop;
    QCryptographicHash m_sha1{QCryptographicHash::Sha1};
    zip_error_t m_error;
};

/// The package's file together with the folder it lies in.
class PackageFile : public QFile
{
public:
    explicit PackageFile(std::unique_ptr<QTemporaryDir> folder)
        : QFile(folder->filePath(QStringLiteral("package.zip")))
        , m_folder(std::move(folder))
    {
    }
    ~PackageFile() override { close(); }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

tl::unexpected<Error> notWritten(const QString &detail)
{
    return failure(ErrorKind::CommandFailed, Packing::tr("The files could not be packed."), detail);
}

constexpr zip_uint16_t firstDosDate = (1 << 5) | 1; // 1980-01-01, the earliest date a zip can hold

/// Adds one member with permissions that old servers cannot turn into an unreadable file. False: libzip refused.
bool addMember(zip_t *zip, const VisitedPath &visited, NameHash &name, const std::stop_token &stop)
{
    zip_int64_t index = -1;
    if (visited.isFolder) {
        index = zip_dir_add(zip, visited.name.constData(), ZIP_FL_ENC_UTF_8);
    } else {
        auto *file = new HashedFile(visited, name, stop);
        zip_source_t *source = zip_source_function(zip, &HashedFile::call, file);
        if (!source) {
            delete file;
            return false;
        }
        index = zip_file_add(zip, visited.name.constData(), source, ZIP_FL_ENC_UTF_8);
        if (index < 0)
            zip_source_free(source);
    }
    if (index < 0)
        return false;
    const uint type = visited.isFolder ? 0040755 : 0100644;
    const auto attributes = zip_uint32_t((type | (visited.mode & 0777)) << 16 | (visited.isFolder ? 0x10 : 0));
    return zip_set_file_compression(zip, zip_uint64_t(index), ZIP_CM_STORE, 0) == 0
        && zip_file_set_dostime(zip, zip_uint64_t(index), 0, firstDosDate, 0) == 0
        && zip_file_set_external_attributes(zip, zip_uint64_t(index), 0, ZIP_OPSYS_UNIX, attributes) == 0;
}

QByteArray nameDigest(const QByteArray &name)
{
    return QCryptographicHash::hash(name, QCryptographicHash::Sha1);
}

} // namespace

qint64 packedSizeOf(const FolderWalk &walk)
{
    constexpr qint64 localHeader = 30;
    constexpr qint64 centralHeader = 46;
    qint64 size = 22; // the end record
    for (const VisitedPath &visited : walk.visited) {
        if (visited.isMember)
            size += localHeader + centralHeader + 2 * (visited.name.size() + (visited.isFolder ? 1 : 0)) + visited.size;
    }
    return size;
}

Result<PackedDirectory> packWalk(const FolderWalk &walk, std::stop_token stop)
{
    auto folder = std::make_unique<QTemporaryDir>();
    const auto package = std::make_shared<PackageFile>(std::move(folder));
    int problem = 0;
    zip_t *zip = zip_open(QFile::encodeName(package->fileName()).constData(), ZIP_CREATE | ZIP_TRUNCATE, &problem);
    if (!zip)
        return notWritten(package->fileName());
    NameHash name;
    for (const VisitedPath &visited : walk.visited) {
        if (visited.isFolder || !visited.isMember)
            name.fold(nameDigest(visited.name));
        if (visited.isMember && !addMember(zip, visited, name, stop)) {
            const QString detail = QString::fromUtf8(zip_strerror(zip));
            zip_discard(zip);
            return notWritten(detail);
        }
    }
    if (zip_close(zip) != 0) {
        const QString detail = QString::fromUtf8(zip_strerror(zip));
        zip_discard(zip);
        if (stop.stop_requested())
            return cancelled();
        return notWritten(detail);
    }
    PackedDirectory packed;
    packed.uri = name.uri();
    if (package->open(QIODevice::ReadOnly))
        packed.size = package->size();
    package->moveToThread(QCoreApplication::instance()->thread());
    packed.zip = package;
    return packed;
}

} // namespace rayhelm
