// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/job.h"
#include "models/domain/jobfilter.h"
#include "models/domain/jobsummary.h"
#include "models/domain/manyoutcome.h"
#include "models/domain/result.h"
#include "models/domain/statistics.h"

#include <QList>

#include <functional>
#include <optional>

namespace tallyman {

/// Some of a job's results.
struct JobResultPage {
    QList<JobResult> results;
    QList<qint64> places; ///< of each of them among all of the job, ascending; never changes
};

/// Where jobs are kept. Every engine keeps the same rules (models/domain/jobrules.h) and passes the same
/// contract tests (tests/unit/jobstorecontract.h).
///
/// Thread-safe: any thread may call. Reads run in the calling thread and see every write that was
/// acknowledged before. Writes are queued; their completion is called once, on a thread of the store's
/// own and after the change is on disk, and must not block. Where too many writes wait, it is called at
/// once in the calling thread with Overloaded.
class JobStore {
public:
    template<typename T>
    using Completion = std::function<void(Result<T>)>;

    JobStore() = default;
    JobStore(const JobStore &) = delete;
    JobStore &operator=(const JobStore &) = delete;
    /// Finishes every write that was accepted.
    virtual ~JobStore() = default;

    /// Adds a job and gives it back with its times and row number. AlreadyExists where its id is taken;
    /// InvalidValue where a field breaks a rule.
    virtual void createAsync(Job job, Completion<Job> done) = 0;

    /// Changes a job and gives back how it is now, or nothing where there is none of that id.
    /// InvalidValue, or IllegalMove where its status does not allow the change.
    virtual void updateAsync(JobId id, JobUpdate update, Completion<std::optional<Job>> done) = 0;

    /// Deletes a job with its results and timeline, and tells whether it was there.
    virtual void removeAsync(JobId id, Completion<bool> done) = 0;

    // One change to many jobs, by their row numbers (Job::seq): whole or not at all. A job that is gone, or
    // that a rule keeps from the change, is left out and counted. InvalidValue for more than manyAtMost.

    static constexpr qsizetype manyAtMost = 1000;
    /// Changes each of them likewise.
    virtual void updateManyAsync(QList<qint64> seqs, JobUpdate update, Completion<ManyOutcome> done) = 0;
    /// Deletes them with results and timeline.
    virtual void removeManyAsync(QList<qint64> seqs, Completion<ManyOutcome> done) = 0;
    /// Deletes them likewise, but so that putBackAsync() can undo it as long as this store is open. Several
    /// calls may be one `deletion`, whose number the caller chooses.
    virtual void trashManyAsync(qint64 deletion, QList<qint64> seqs, Completion<ManyOutcome> done) = 0;
    /// Puts jobs of that deletion back as they were, manyAtMost of them: row number, times, results,
    /// timeline, uploads, and the counters. `refused` are those whose id another job has taken; they are
    /// given up. To be called until nothing is counted.
    virtual void putBackAsync(qint64 deletion, Completion<ManyOutcome> done) = 0;

    /// Deletes the finished jobs that ended before `endedBefore`, and tells how many. Never a pending,
    /// running or pinned one. Empty `statuses` means every end.
    virtual void removeFinishedAsync(Timestamp endedBefore, QList<JobStatus> statuses,
                                     Completion<qint64> done) = 0;

    /// Deletes the finished jobs whose expiresAt has passed and that are not pinned, and tells how many. The
    /// store also does this by itself every minute.
    virtual void removeExpiredAsync(Completion<qint64> done) = 0;

    /// Adds results to a job, each replacing an earlier one of the same item, and tells how many.
    /// NotFound where there is no such job.
    virtual void addResultsAsync(JobId id, QList<JobResult> results, Completion<qint64> done) = 0;

    [[nodiscard]] virtual Result<std::optional<Job>> findById(const JobId &id) = 0;
    /// By Job::seq.
    [[nodiscard]] virtual Result<std::optional<Job>> findBySeq(qint64 seq) = 0;
    /// In the order that the filter asks for; newest first, by createdAt, where it asks for none.
    [[nodiscard]] virtual Result<QList<Job>> find(const JobFilter &filter, JobPage page = {}) = 0;
    [[nodiscard]] virtual Result<qint64> count(const JobFilter &filter) = 0;
    /// The row numbers of all jobs that the filter finds, in the order of find(). Nothing where `cancelled`,
    /// which is asked every few milliseconds, says so.
    [[nodiscard]] virtual Result<std::optional<QList<qint64>>>
    seqsOf(const JobFilter &filter, const std::function<bool()> &cancelled) = 0;
    /// In the order in which they were added.
    [[nodiscard]] virtual Result<QList<JobResult>> results(const JobId &id, qint64 limit, qint64 offset) = 0;
    /// Those of one outcome, in that order, `limit` at the most: what follows the place `after`; from the
    /// first where that is 0. Takes the same time wherever the page is.
    [[nodiscard]] virtual Result<JobResultPage> results(qint64 seq, bool success, qint64 after,
                                                        qint64 limit) = 0;
    /// Of the jobs with those row numbers, as far as they are there. Some thousands at once.
    [[nodiscard]] virtual Result<JobSummary> summary(const QList<qint64> &seqs) = 0;
    /// Oldest first; empty for a job that has not moved yet, or is not there.
    [[nodiscard]] virtual Result<QList<JobEvent>> timeline(const JobId &id) = 0;
    [[nodiscard]] virtual Result<Statistics> statistics() = 0;

    /// The absolute path of the database, or the engine's own address for it, for people to read.
    [[nodiscard]] virtual QString location() const = 0;

    // The same writes for callers that may wait: not for a GUI thread, nor a completion.
    [[nodiscard]] Result<Job> create(const Job &job);
    [[nodiscard]] Result<std::optional<Job>> update(const JobId &id, const JobUpdate &update);
    [[nodiscard]] Result<std::optional<Job>> updateStatus(const JobId &id, JobStatus status);
    [[nodiscard]] Result<std::optional<Job>> updateProgress(const JobId &id, double progress);
    [[nodiscard]] Result<bool> remove(const JobId &id);
    [[nodiscard]] Result<ManyOutcome> updateMany(const QList<qint64> &seqs, const JobUpdate &update);
    [[nodiscard]] Result<ManyOutcome> removeMany(const QList<qint64> &seqs);
    [[nodiscard]] Result<ManyOutcome> trashMany(qint64 deletion, const QList<qint64> &seqs);
    [[nodiscard]] Result<ManyOutcome> putBack(qint64 deletion);
    [[nodiscard]] Result<qint64> removeFinished(Timestamp endedBefore, const QList<JobStatus> &statuses = {});
    [[nodiscard]] Result<qint64> removeExpired();
    [[nodiscard]] Result<qint64> addResults(const JobId &id, const QList<JobResult> &results);

    /// CONTRACT, section 2 (video): the jobs of one user, newest first.
    [[nodiscard]] Result<QList<Job>> findByUserId(const QString &user, std::optional<JobStatus> status = {},
                                                  qint64 limit = 1000, qint64 offset = 0);
    [[nodiscard]] Result<qint64> countByUserId(const QString &user);
    [[nodiscard]] Result<StatusCounts> countByStatus();
};

} // namespace tallyman
