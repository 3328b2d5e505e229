// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/jobsummary.h"

namespace tallyman {

JobSummary &JobSummary::operator+=(const JobSummary &other)
{
    for (const JobStatus status : allJobStatuses)
        present[status] += other.present[status];
    processedItems += other.processedItems;
    totalItems += other.totalItems;
    totalSize += other.totalSize;
    filesCount += other.filesCount;
    timed += other.timed;
    duration += other.duration;
    return *this;
}

} // namespace tallyman
