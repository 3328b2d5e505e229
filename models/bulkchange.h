// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/job.h"
#include "models/domain/jobfilter.h"
#include "models/domain/manyoutcome.h"
#include "models/domain/result.h"
#include "models/jobchoice.h"

#include <QList>
#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <functional>
#include <optional>

namespace tallyman {

class JobStore;

/// One thing that is done to each of many jobs.
struct BulkAction {
    enum class Kind {
        Update,
        Delete, ///< so that putBack() can undo it
    };

    Kind kind = Kind::Update;
    JobUpdate update; ///< of Update
    qint64 deletion = 0; ///< of Delete: a number of the caller's for it
};

struct BulkProgress {
    qint64 done = 0; ///< jobs that are through, whatever became of them
    qint64 of = 0;
    ManyOutcome jobs; ///< what became of them
};

struct BulkOutcome {
    qint64 of = 0;
    ManyOutcome jobs;
    bool cancelled = false; ///< the rest is as it was
    std::optional<StoreError> error; ///< likewise; the store failed
};

/// Changes any number of jobs in batches, in a thread of its own: one thing at a time. A batch has so many
/// jobs, JobStore::manyAtMost at the most, that it takes about a tenth of a second: so long may cancelling
/// take, and other changes have to wait.
class BulkChange : public QObject {
    Q_OBJECT

public:
    /// The store must outlive this.
    explicit BulkChange(JobStore &store, QObject *parent = nullptr);
    /// Cancels, and waits for the batch that is under way.
    ~BulkChange() override;

    [[nodiscard]] bool isBusy() const { return m_busy; }

    /// Finds the jobs of a query; found() brings them, unless it is cancelled. Not while busy, as the next.
    void find(const JobFilter &filter);
    /// Changes those jobs, in that order.
    void start(const JobChoice &jobs, const BulkAction &action);
    /// Puts `count` jobs of that deletion back.
    void putBack(qint64 deletion, qint64 count);
    /// Ends what is under way, after the batch that is being written.
    void cancel() { m_cancelled = true; }

signals:
    /// The jobs that the query finds, in its order.
    void found(const tallyman::JobChoice &jobs);
    /// find() was cancelled, or failed for that reason.
    void notFound(const std::optional<tallyman::StoreError> &error);
    /// At the beginning, and then every now and then.
    void progressed(const tallyman::BulkProgress &progress);
    void finished(const tallyman::BulkOutcome &outcome);

private:
    using Batch = std::function<Result<ManyOutcome>(qint64 done, qsizetype atMost)>;

    void run(qint64 of, const Batch &batch);
    [[nodiscard]] BulkOutcome runBatches(qint64 of, const Batch &batch);
    [[nodiscard]] Result<ManyOutcome> patiently(const std::function<Result<ManyOutcome>()> &batch) const;
    [[nodiscard]] Result<ManyOutcome> change(const QList<qint64> &seqs, const BulkAction &action) const;
    void post(std::function<void()> call);

    JobStore &m_store;
    QThreadPool m_pool; // of one thread
    std::atomic<bool> m_cancelled = false;
    bool m_busy = false;
};

} // namespace tallyman
