// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/statistics.h"

#include <numeric>

namespace tallyman {

qint64 StatusCounts::total() const
{
    return std::accumulate(m_counts.begin(), m_counts.end(), qint64{0});
}

std::optional<double> Statistics::Ends::successRate() const
{
    const qint64 judged = jobs[JobStatus::Completed] + jobs[JobStatus::Failed];
    if (judged <= 0)
        return {};
    return 100.0 * static_cast<double>(jobs[JobStatus::Completed]) / static_cast<double>(judged);
}

std::optional<std::chrono::milliseconds> Statistics::Ends::averageDuration() const
{
    if (timed <= 0)
        return {};
    return duration / timed;
}

Statistics::Ends &Statistics::Ends::operator+=(const Ends &other)
{
    for (const JobStatus status : allJobStatuses)
        jobs[status] += other.jobs[status];
    timed += other.timed;
    duration += other.duration;
    slow += other.slow;
    return *this;
}

} // namespace tallyman
