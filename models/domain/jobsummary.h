// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/statistics.h"

#include <chrono>

namespace tallyman {

/// What a number of jobs come to together. A job that does not give a number adds nothing to it.
struct JobSummary {
    StatusCounts present; ///< how many of them are in each state
    qint64 processedItems = 0;
    qint64 totalItems = 0;
    qint64 totalSize = 0; ///< bytes
    qint64 filesCount = 0;
    qint64 timed = 0; ///< how many have a start and an end
    std::chrono::milliseconds duration{0}; ///< of those, added up

    JobSummary &operator+=(const JobSummary &other);
    friend bool operator==(const JobSummary &, const JobSummary &) = default;
};

} // namespace tallyman
