// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/uploadtrash.h"

#include <QDir>
#include <QFile>
#include <QLoggingCategory>
#include <QTemporaryDir>

#include <cstdio>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace tallyman {

Q_LOGGING_CATEGORY(lcUploadTrash, "tallyman.store.uploadtrash", QtInfoMsg)

namespace {

const QLatin1StringView prefix("deleted-");

// The lock tells that the owner lives: the system frees it with the process.
int lockFolder(const QString &folder)
{
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor >= 0 && ::flock(descriptor, LOCK_EX | LOCK_NB) == 0)
        return descriptor;
    if (descriptor >= 0)
        ::close(descriptor);
    return -1;
}

void moveFolder(const QString &from, const QString &to)
{
    if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        qCWarning(lcUploadTrash, "The upload folder %ls could not be moved to %ls: %ls",
                  qUtf16Printable(from), qUtf16Printable(to), qUtf16Printable(qt_error_string(errno)));
}

} // namespace

UploadTrash::UploadTrash(QString uploadDirectory)
    : m_uploadDirectory(std::move(uploadDirectory))
    , m_uploads(m_uploadDirectory)
{
}

UploadTrash::~UploadTrash()
{
    if (m_lock < 0)
        return;
    QDir(m_folder).removeRecursively();
    ::close(m_lock);
}

bool UploadTrash::ensureFolder()
{
    if (m_lock >= 0)
        return true;
    QTemporaryDir folder(m_uploadDirectory + u'/' + prefix + QLatin1StringView("XXXXXX"));
    folder.setAutoRemove(false);
    m_folder = folder.path();
    m_lock = lockFolder(m_folder);
    if (m_lock < 0)
        qCWarning(lcUploadTrash, "The folder %ls for uploads of deleted jobs cannot be made",
                  qUtf16Printable(m_folder));
    return m_lock >= 0;
}

void UploadTrash::take(const QList<JobId> &ids)
{
    for (const JobId &id : ids) {
        const QString folder = m_uploads.folderOf(id);
        if (!folder.isEmpty() && ensureFolder())
            moveFolder(folder, m_folder + u'/' + id.text());
    }
}

void UploadTrash::putBack(const QList<JobId> &ids) const
{
    if (m_lock < 0)
        return;
    const UploadStore here(m_folder);
    for (const JobId &id : ids) {
        const QString folder = here.folderOf(id);
        if (!folder.isEmpty())
            moveFolder(folder, m_uploadDirectory + u'/' + id.text());
    }
}

void UploadTrash::removeAbandoned(const QString &uploadDirectory)
{
    const QDir directory(uploadDirectory);
    const QStringList names = directory.entryList({prefix + u'*'}, QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &name : names) {
        const int lock = lockFolder(directory.filePath(name));
        if (lock < 0)
            continue;
        QDir(directory.filePath(name)).removeRecursively();
        ::close(lock);
    }
}

} // namespace tallyman
