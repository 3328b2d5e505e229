// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/job.h"
#include "models/domain/result.h"

#include <QList>

namespace tallyman {

/// The rules of the record, the same for every engine. All errors are InvalidValue or IllegalMove with
/// `field` set to the API name of what is at fault.

/// A job as it is to be stored for the first time: checked, with the times that its status implies
/// filled in where the producer gave none, and a progress of 1 if it is completed.
[[nodiscard]] Result<Job> prepareNewJob(Job job, Timestamp now);

/// The job after the update. A move of status sets times and progress: to running, started; to an end,
/// completed; back to pending, queued, one more retry, and the marks of the last attempt cleared. The
/// status it has already is not a move. Progress of a finished job is refused.
[[nodiscard]] Result<Job> applyUpdate(const Job &job, const JobUpdate &update, Timestamp now);

/// Checks results before they are stored.
[[nodiscard]] Result<void> validateResults(const QList<JobResult> &results);

/// The error for text that is no status word; it lists the words there are.
[[nodiscard]] StoreError unknownStatusError(const QString &word);

} // namespace tallyman
