// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/manymutations.h"

#include "models/store/jobstore.h"
#include "models/store/jobtrash.h"

#include <QCoreApplication>

namespace tallyman::many {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ManyMutations)
};

Result<void> checkCount(const QList<qint64> &seqs)
{
    if (seqs.size() <= JobStore::manyAtMost)
        return {};
    return StoreError{ErrorCode::InvalidValue,
                      Tr::tr("%1 jobs are too many for one change; at most %2 are allowed.")
                          .arg(seqs.size())
                          .arg(JobStore::manyAtMost),
                      {},
                      {}};
}

Result<ManyOutcome> removeWith(JobMutations::Uploads uploads, JobMutations &mutations,
                               const QList<qint64> &seqs)
{
    const auto removed = mutations.remove(seqs, uploads);
    if (!removed)
        return removed.error();
    ManyOutcome outcome;
    outcome.changed = *removed;
    outcome.gone = seqs.size() - *removed;
    return outcome;
}

} // namespace

Result<ManyOutcome> update(JobMutations &mutations, const QList<qint64> &seqs, const JobUpdate &update)
{
    if (auto checked = checkCount(seqs); !checked)
        return checked.error();
    ManyOutcome outcome;
    for (const qint64 seq : seqs) {
        const auto updated = mutations.update(seq, update);
        if (updated) {
            ++(*updated ? outcome.changed : outcome.gone);
            continue;
        }
        if (!JobMutations::isRefusal(updated.error().code))
            return updated.error();
        if (outcome.refused++ == 0)
            outcome.firstReason = updated.error().message;
    }
    return outcome;
}

Result<ManyOutcome> remove(JobMutations &mutations, const QList<qint64> &seqs)
{
    if (auto checked = checkCount(seqs); !checked)
        return checked.error();
    return removeWith(JobMutations::Uploads::Delete, mutations, seqs);
}

Result<ManyOutcome> trash(JobMutations &mutations, qint64 deletion, const QList<qint64> &seqs)
{
    if (auto checked = checkCount(seqs); !checked)
        return checked.error();
    if (auto copied = mutations.trash().copy(deletion, seqs); !copied)
        return copied.error();
    return removeWith(JobMutations::Uploads::Keep, mutations, seqs);
}

} // namespace tallyman::many
