// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/domain/timestamp.h"

#include <QString>

#include <functional>

namespace tallyman::test {

/// How the feed, the counters and the search index of generated jobs come about.
enum class Bookkeeping {
    ByTriggers, ///< as with any job that is written
    InBulk, ///< afterwards and at once, with the same result; ten times as fast
};

/// Makes a new database at `path` and writes `count` jobs of ManyJobs into it, the newest at `end`. Tells
/// `progress` now and then how many there are. A run that is broken off leaves a file of no use.
[[nodiscard]] Result<void> generateJobs(const QString &path, qint64 count, Timestamp end,
                                        Bookkeeping bookkeeping = Bookkeeping::InBulk,
                                        const std::function<void(qint64 written)> &progress = {});

} // namespace tallyman::test
