// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/timestamp.h"
#include "models/store/jobstore.h"
#include "models/store/uploadstore.h"

#include <QThreadPool>

namespace tallyman::http {

/// What the handlers work with. Made and destroyed in the server's thread; its thread pool is empty before
/// it goes, so that both the server's thread and the pool's may hold a reference to it. The store's own
/// threads may not.
struct ApiContext {
    JobStore &store;
    const Clock &clock;
    UploadStore uploads;
    qint64 uploadLimit; ///< bytes of one file
    QThreadPool &pool; ///< for what touches files
    QThreadPool &readers; ///< for reads of the store that may take long
};

} // namespace tallyman::http
