// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/jobstatus.h"

namespace tallyman {

QLatin1StringView toWord(JobStatus status)
{
    switch (status) {
    case JobStatus::Pending:
        return QLatin1StringView("pending");
    case JobStatus::Running:
        return QLatin1StringView("running");
    case JobStatus::Completed:
        return QLatin1StringView("completed");
    case JobStatus::Failed:
        return QLatin1StringView("failed");
    case JobStatus::Cancelled:
        return QLatin1StringView("cancelled");
    }
    Q_UNREACHABLE();
}

std::optional<JobStatus> jobStatusFromWord(QStringView word)
{
    for (const JobStatus status : allJobStatuses) {
        if (word == toWord(status))
            return status;
    }
    return {};
}

bool isFinished(JobStatus status)
{
    return status == JobStatus::Completed || status == JobStatus::Failed || status == JobStatus::Cancelled;
}

bool canMove(JobStatus from, JobStatus to)
{
    switch (from) {
    case JobStatus::Pending:
        return to == JobStatus::Running || to == JobStatus::Cancelled;
    case JobStatus::Running:
        return isFinished(to);
    case JobStatus::Completed:
        return false;
    case JobStatus::Failed:
    case JobStatus::Cancelled:
        return to == JobStatus::Pending;
    }
    Q_UNREACHABLE();
}

} // namespace tallyman
