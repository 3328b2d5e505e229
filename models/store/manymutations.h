// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/manyoutcome.h"
#include "models/store/jobmutations.h"

/// Changes to many jobs within one transaction, at most JobStore::manyAtMost; InvalidValue for more.
namespace tallyman::many {

/// Changes each of the jobs likewise. A refusal of one leaves the others be.
[[nodiscard]] Result<ManyOutcome> update(JobMutations &mutations, const QList<qint64> &seqs,
                                         const JobUpdate &update);

[[nodiscard]] Result<ManyOutcome> remove(JobMutations &mutations, const QList<qint64> &seqs);

/// The same, and keeps what was deleted in the trash, which must be open.
[[nodiscard]] Result<ManyOutcome> trash(JobMutations &mutations, qint64 deletion, const QList<qint64> &seqs);

} // namespace tallyman::many
