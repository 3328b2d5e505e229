// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/jobstore.h"

#include <future>

namespace tallyman {

namespace {

// Waits for the completion of an asynchronous call.
template<typename T, typename Call>
Result<T> wait(Call call)
{
    std::promise<Result<T>> promise;
    auto future = promise.get_future();
    call([&promise](Result<T> result) { promise.set_value(std::move(result)); });
    return future.get();
}

} // namespace

Result<Job> JobStore::create(const Job &job)
{
    return wait<Job>([&](Completion<Job> done) { createAsync(job, std::move(done)); });
}

Result<std::optional<Job>> JobStore::update(const JobId &id, const JobUpdate &update)
{
    return wait<std::optional<Job>>(
        [&](Completion<std::optional<Job>> done) { updateAsync(id, update, std::move(done)); });
}

Result<std::optional<Job>> JobStore::updateStatus(const JobId &id, JobStatus status)
{
    JobUpdate change;
    change.status = status;
    return update(id, change);
}

Result<std::optional<Job>> JobStore::updateProgress(const JobId &id, double progress)
{
    JobUpdate change;
    change.progress = progress;
    return update(id, change);
}

Result<bool> JobStore::remove(const JobId &id)
{
    return wait<bool>([&](Completion<bool> done) { removeAsync(id, std::move(done)); });
}

Result<ManyOutcome> JobStore::updateMany(const QList<qint64> &seqs, const JobUpdate &update)
{
    return wait<ManyOutcome>(
        [&](Completion<ManyOutcome> done) { updateManyAsync(seqs, update, std::move(done)); });
}

Result<ManyOutcome> JobStore::removeMany(const QList<qint64> &seqs)
{
    return wait<ManyOutcome>([&](Completion<ManyOutcome> done) { removeManyAsync(seqs, std::move(done)); });
}

Result<ManyOutcome> JobStore::trashMany(qint64 deletion, const QList<qint64> &seqs)
{
    return wait<ManyOutcome>(
        [&](Completion<ManyOutcome> done) { trashManyAsync(deletion, seqs, std::move(done)); });
}

Result<ManyOutcome> JobStore::putBack(qint64 deletion)
{
    return wait<ManyOutcome>([&](Completion<ManyOutcome> done) { putBackAsync(deletion, std::move(done)); });
}

Result<qint64> JobStore::removeFinished(Timestamp endedBefore, const QList<JobStatus> &statuses)
{
    return wait<qint64>(
        [&](Completion<qint64> done) { removeFinishedAsync(endedBefore, statuses, std::move(done)); });
}

Result<qint64> JobStore::removeExpired()
{
    return wait<qint64>([&](Completion<qint64> done) { removeExpiredAsync(std::move(done)); });
}

Result<qint64> JobStore::addResults(const JobId &id, const QList<JobResult> &results)
{
    return wait<qint64>([&](Completion<qint64> done) { addResultsAsync(id, results, std::move(done)); });
}

Result<QList<Job>> JobStore::findByUserId(const QString &user, std::optional<JobStatus> status, qint64 limit,
                                          qint64 offset)
{
    JobFilter filter;
    filter.addText(FilterField::User, user);
    if (status)
        filter.addStatuses({*status});
    return find(filter, {limit, offset});
}

Result<qint64> JobStore::countByUserId(const QString &user)
{
    JobFilter filter;
    filter.addText(FilterField::User, user);
    return count(filter);
}

Result<StatusCounts> JobStore::countByStatus()
{
    auto all = statistics();
    if (!all)
        return all.error();
    return all->present;
}

} // namespace tallyman
