// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/job.h"

#include <QList>

namespace tallyman {

/// Which jobs, in what order and how many: a plain value that every engine understands. Fields that are
/// empty do not narrow.
struct JobFilter {
    QList<JobStatus> statuses; ///< any of these
    QString provider; ///< exactly
    QString user; ///< exactly
    QString name; ///< contained in the name, without regard to ASCII case
    std::optional<Timestamp> since; ///< created at or after
    std::optional<Timestamp> until; ///< created before
    qint64 limit = 1000; ///< how many at the most; at least 0
    qint64 offset = 0; ///< how many to leave out first

    friend bool operator==(const JobFilter &, const JobFilter &) = default;
};

} // namespace tallyman
