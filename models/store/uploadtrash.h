// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/uploadstore.h"

#include <memory>

namespace tallyman {

/// The uploads of deleted jobs that can still be put back: moved into a folder of this object's own beside
/// the others, which is deleted with it. A folder of a program that was killed is deleted by
/// UploadStore::removeOrphans.
class UploadTrash {
public:
    explicit UploadTrash(QString uploadDirectory);
    ~UploadTrash();
    UploadTrash(const UploadTrash &) = delete;
    UploadTrash &operator=(const UploadTrash &) = delete;

    void take(const QList<JobId> &ids);
    /// Those that are here; a job that had none is left out.
    void putBack(const QList<JobId> &ids) const;

    /// Deletes the folders of that kind whose owner is gone.
    static void removeAbandoned(const QString &uploadDirectory);

private:
    [[nodiscard]] bool ensureFolder();

    QString m_uploadDirectory;
    UploadStore m_uploads;
    QString m_folder; // empty until it is needed
    int m_lock = -1; // the folder's descriptor, locked
};

} // namespace tallyman
