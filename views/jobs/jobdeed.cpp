// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/jobs/jobdeed.h"

#include "views/format.h"

#include <QCoreApplication>

#include <algorithm>
#include <climits>

namespace tallyman {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(JobDeed)
};

} // namespace

namespace jobdeed {

QList<JobStatus> possibleFrom(JobDeed deed)
{
    switch (deed) {
    case JobDeed::Cancel:
        return {JobStatus::Pending, JobStatus::Running};
    case JobDeed::Retry:
        return {JobStatus::Failed, JobStatus::Cancelled};
    case JobDeed::SetFailed:
        return {JobStatus::Running};
    case JobDeed::Pin:
    case JobDeed::Unpin:
    case JobDeed::EditNote:
    case JobDeed::Delete:
        return {};
    }
    Q_UNREACHABLE();
}

JobUpdate update(JobDeed deed, const QString &text)
{
    JobUpdate update;
    switch (deed) {
    case JobDeed::Cancel:
        update.status = JobStatus::Cancelled;
        break;
    case JobDeed::Retry:
        update.status = JobStatus::Pending;
        break;
    case JobDeed::SetFailed:
        update.status = JobStatus::Failed;
        if (!text.isEmpty())
            update.error = text;
        break;
    case JobDeed::Pin:
    case JobDeed::Unpin:
        update.pinned = deed == JobDeed::Pin;
        break;
    case JobDeed::EditNote:
        update.note = text;
        break;
    case JobDeed::Delete:
        break;
    }
    return update;
}

QString doing(JobDeed deed)
{
    switch (deed) {
    case JobDeed::Cancel:
        return Tr::tr("Cancelling jobs");
    case JobDeed::Retry:
        return Tr::tr("Sending jobs back to pending");
    case JobDeed::SetFailed:
        return Tr::tr("Setting jobs failed");
    case JobDeed::Pin:
        return Tr::tr("Pinning jobs");
    case JobDeed::Unpin:
        return Tr::tr("Unpinning jobs");
    case JobDeed::EditNote:
        return Tr::tr("Writing notes");
    case JobDeed::Delete:
        return Tr::tr("Deleting jobs");
    }
    Q_UNREACHABLE();
}

QString done(JobDeed deed, qint64 count)
{
    const QString jobs = jobCountText(count);
    switch (deed) {
    case JobDeed::Cancel:
        return Tr::tr("%1 cancelled", "3 jobs").arg(jobs);
    case JobDeed::Retry:
        return Tr::tr("%1 sent back to pending", "3 jobs").arg(jobs);
    case JobDeed::SetFailed:
        return Tr::tr("%1 set failed", "3 jobs").arg(jobs);
    case JobDeed::Pin:
        return Tr::tr("%1 pinned", "3 jobs").arg(jobs);
    case JobDeed::Unpin:
        return Tr::tr("%1 unpinned", "3 jobs").arg(jobs);
    case JobDeed::EditNote:
        return Tr::tr("Note of %1 written", "3 jobs").arg(jobs);
    case JobDeed::Delete:
        return Tr::tr("%1 deleted", "3 jobs").arg(jobs);
    }
    Q_UNREACHABLE();
}

QString order(JobDeed deed, qint64 count)
{
    const QString jobs = jobCountText(count);
    switch (deed) {
    case JobDeed::Cancel:
        return Tr::tr("Cancel %1", "3 jobs").arg(jobs);
    case JobDeed::Retry:
        return Tr::tr("Retry %1", "3 jobs").arg(jobs);
    case JobDeed::SetFailed:
        return Tr::tr("Set %1 failed", "3 jobs").arg(jobs);
    case JobDeed::Pin:
        return Tr::tr("Pin %1", "3 jobs").arg(jobs);
    case JobDeed::Unpin:
        return Tr::tr("Unpin %1", "3 jobs").arg(jobs);
    case JobDeed::EditNote:
        return Tr::tr("Replace the note of %1", "3 jobs").arg(jobs);
    case JobDeed::Delete:
        return Tr::tr("Delete %1", "3 jobs").arg(jobs);
    }
    Q_UNREACHABLE();
}

} // namespace jobdeed

QString jobCountText(qint64 count)
{
    if (count == 1)
        return Tr::tr("1 job");
    return Tr::tr("%1 jobs", nullptr, static_cast<int>(std::min<qint64>(count, INT_MAX)))
        .arg(format::count(count));
}

} // namespace tallyman
