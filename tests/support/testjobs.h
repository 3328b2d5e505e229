// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/job.h"

#include <QList>

namespace tallyman::test {

/// The id of that text, which must be a valid one.
[[nodiscard]] JobId id(const char *text);

/// A pending job of that id and name.
[[nodiscard]] Job job(const char *id, const char *name = "a job");

/// A job with every field set to something that is not its default, awkward characters among them.
[[nodiscard]] Job fullJob(const char *id);

/// `count` jobs such as people have, in all states, that end no later than `now`; the same for the same
/// arguments.
[[nodiscard]] QList<Job> realisticJobs(int count, Timestamp now);

} // namespace tallyman::test
