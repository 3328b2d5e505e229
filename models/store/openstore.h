// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/store/jobstore.h"
#include "models/store/storelocation.h"

#include <memory>

namespace tallyman {

/// A store and what belongs to it.
struct OpenStore {
    std::unique_ptr<JobStore> jobs;
    QString databaseName; ///< for SqliteConnection and the Qt models: the file, or the memory database's URI
    QString uploadDirectory; ///< absolute; where the uploads of its jobs are (see UploadStore)
};

/// Opens the store, and makes it first where there is none. A file that is not a Tallyman database of a
/// version we know is refused and left as it is; the error's code says what was found.
/// `clock` must outlive the store.
[[nodiscard]] Result<OpenStore> openStore(const StoreLocation &location, const Clock &clock);

} // namespace tallyman
