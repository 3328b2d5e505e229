// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/jobid.h"
#include "models/domain/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace tallyman {

class JobStore;

/// The files that were uploaded with jobs: `<directory>/<job id>/<file name>`. A store deletes them with
/// their jobs (openStore). Stateless but for the directory; safe to use from several threads and processes.
class UploadStore {
public:
    /// What file systems allow for one name, in bytes of UTF-8.
    static constexpr qsizetype maximumNameBytes = 255;

    explicit UploadStore(QString directory);

    /// Whether the name is fit to be one file's name and no path: not empty, `.` or `..`, no slash or
    /// backslash, no control character, at most maximumNameBytes. The error is InvalidValue, field `file`.
    [[nodiscard]] static Result<void> checkFileName(const QString &name);

    /// Writes the content under the job's directory, flushed to disk before it returns, and gives the
    /// absolute path. Only for ids of our own making (JobId::generate).
    [[nodiscard]] Result<QString> save(const JobId &id, const QString &fileName,
                                       const QByteArray &content) const;

    /// Deletes the job's directory and what is in it; nothing where it has none.
    void remove(const JobId &id) const;

    /// The job's directory; empty where it has none.
    [[nodiscard]] QString folderOf(const JobId &id) const;

    /// The ids that have a directory here.
    [[nodiscard]] QList<JobId> ids() const;

    /// Deletes the directories whose job is not in the store, as a program leaves them that was killed
    /// between two steps. One that is younger than an hour may belong to an upload that is just arriving.
    /// Likewise those of deleted jobs that nobody can put back any more (UploadTrash).
    void removeOrphans(JobStore &store, Timestamp now) const;

private:
    [[nodiscard]] QString directoryOf(const JobId &id) const;

    QString m_directory;
};

} // namespace tallyman
