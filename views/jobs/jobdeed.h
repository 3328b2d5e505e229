// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/bulkchange.h"
#include "models/domain/jobstatus.h"

#include <QList>
#include <QString>

namespace tallyman {

/// What a person does to jobs.
enum class JobDeed { Cancel, Retry, SetFailed, Pin, Unpin, EditNote, Delete };

/// What they mean, and how they are called.
namespace jobdeed {

/// The states of a job that allow it; empty: every state.
[[nodiscard]] QList<JobStatus> possibleFrom(JobDeed deed);
[[nodiscard]] inline bool canBeUndone(JobDeed deed)
{
    return deed == JobDeed::Delete;
}
/// What is to be done to each job; `text` is the error of SetFailed, the note of EditNote. For all but
/// Delete.
[[nodiscard]] JobUpdate update(JobDeed deed, const QString &text);

/// "Cancelling jobs"
[[nodiscard]] QString doing(JobDeed deed);
/// "1,204 jobs cancelled"
[[nodiscard]] QString done(JobDeed deed, qint64 count);
/// "Cancel 1,204 jobs"
[[nodiscard]] QString order(JobDeed deed, qint64 count);

} // namespace jobdeed

/// "1,204 jobs"
[[nodiscard]] QString jobCountText(qint64 count);

} // namespace tallyman
