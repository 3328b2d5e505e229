// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/uploadstore.h"

#include "models/domain/joblimits.h"
#include "models/store/jobstore.h"
#include "models/store/syncdirectory.h"
#include "models/store/uploadtrash.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QUuid>

#include <unistd.h>

namespace tallyman {

Q_LOGGING_CATEGORY(lcUploads, "tallyman.store.uploads", QtInfoMsg)

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(UploadStore)
};

StoreError badName(const QString &message)
{
    return {ErrorCode::InvalidValue, message, {}, QStringLiteral("file")};
}

// Only ids of our own making have a directory; a producer's may hold anything, slashes too.
bool isOwnId(const QString &text)
{
    const QUuid uuid = QUuid::fromString(text);
    return !uuid.isNull() && uuid.toString(QUuid::WithoutBraces) == text;
}

} // namespace

UploadStore::UploadStore(QString directory)
    : m_directory(std::move(directory))
{
}

Result<void> UploadStore::checkFileName(const QString &name)
{
    if (name.isEmpty() || name == QLatin1StringView(".") || name == QLatin1StringView(".."))
        return badName(Tr::tr("The uploaded file has no usable name. Give it one."));
    if (name.contains(u'/') || name.contains(u'\\'))
        return badName(Tr::tr("The name of the uploaded file is a path. Send the bare file name."));
    if (!isPlainLine(name))
        return badName(Tr::tr("The name of the uploaded file holds a control character or broken Unicode. "
                              "Rename the file."));
    if (name.toUtf8().size() > maximumNameBytes)
        return badName(
            Tr::tr("The name of the uploaded file is too long: %1 bytes, and at most %2 are allowed. "
                   "Shorten it.")
                .arg(name.toUtf8().size())
                .arg(maximumNameBytes));
    return {};
}

QString UploadStore::directoryOf(const JobId &id) const
{
    return m_directory + u'/' + id.text();
}

Result<QString> UploadStore::save(const JobId &id, const QString &fileName, const QByteArray &content) const
{
    if (auto checked = checkFileName(fileName); !checked)
        return checked.error();
    const QString directory = directoryOf(id);
    const QString path = directory + u'/' + fileName;
    const auto failure = [&](const QString &reason) {
        remove(id);
        return StoreError{ErrorCode::Internal,
                          Tr::tr("The uploaded file cannot be stored at %1: %2.").arg(path, reason),
                          {},
                          {}};
    };
    if (!isOwnId(id.text()) || !QDir().mkpath(directory))
        return failure(Tr::tr("the folder cannot be made"));
    // QSaveFile would lengthen the name while it writes, beyond what the file system allows for the
    // longest ones; the directory is new and nobody knows it yet, so a plain file does.
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly) || file.write(content) != content.size()
        || !file.flush() || ::fsync(file.handle()) != 0) {
        auto error = failure(file.errorString());
        if (errno == ENOSPC || errno == EDQUOT)
            error.code = ErrorCode::NoSpace;
        return error;
    }
    file.close();
    if (!syncDirectory(directory) || !syncDirectory(m_directory))
        return failure(qt_error_string(errno));
    return path;
}

void UploadStore::remove(const JobId &id) const
{
    if (!isOwnId(id.text()))
        return;
    QDir directory(directoryOf(id));
    if (directory.exists() && !directory.removeRecursively())
        qCWarning(lcUploads, "The upload folder %ls could not be deleted", qUtf16Printable(directory.path()));
}

void UploadStore::removeOrphans(JobStore &store, Timestamp now) const
{
    UploadTrash::removeAbandoned(m_directory);
    constexpr std::chrono::hours arriving{1};
    const QList<JobId> all = ids();
    for (const JobId &id : all) {
        const auto job = store.findById(id);
        // An id begins with the time it was made.
        if (job && !*job && id.text() < JobId::generate(now - arriving).text())
            remove(id);
    }
}

QString UploadStore::folderOf(const JobId &id) const
{
    if (!isOwnId(id.text()))
        return {};
    const QString folder = directoryOf(id);
    return QFileInfo::exists(folder) ? folder : QString();
}

QList<JobId> UploadStore::ids() const
{
    QList<JobId> ids;
    const QStringList names = QDir(m_directory).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &name : names) {
        if (isOwnId(name))
            ids << JobId::fromStored(name);
    }
    return ids;
}

} // namespace tallyman
