// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/job.h"

#include <algorithm>

namespace tallyman {

std::optional<std::chrono::milliseconds> elapsed(const Job &job, Timestamp now)
{
    if (!job.startedAt)
        return {};
    const Timestamp end = job.completedAt.value_or(now);
    return std::max(end - *job.startedAt, std::chrono::milliseconds::zero());
}

std::chrono::milliseconds waited(const Job &job, Timestamp now)
{
    const Timestamp end = job.startedAt.value_or(job.completedAt.value_or(now));
    return std::max(end - job.queuedAt.value_or(job.createdAt), std::chrono::milliseconds::zero());
}

std::optional<std::chrono::milliseconds> estimatedRemaining(const Job &job, Timestamp now)
{
    const auto soFar = elapsed(job, now);
    if (job.status != JobStatus::Running || !soFar || job.progress <= 0.0)
        return {};
    const double left = static_cast<double>(soFar->count()) * (1.0 - job.progress) / job.progress;
    // A job at a billionth of its way would overflow; beyond a century the figure means nothing.
    constexpr double century = 100.0 * 365 * 24 * 3600 * 1000;
    if (left > century)
        return {};
    return std::chrono::milliseconds{static_cast<qint64>(left)};
}

} // namespace tallyman
