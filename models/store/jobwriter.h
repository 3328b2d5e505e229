// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/store/jobmutations.h"
#include "models/store/jobstore.h"
#include "models/store/keeper.h"
#include "models/store/writetask.h"

#include <QList>
#include <QString>

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace tallyman {

/// The one thread of the process that writes to a database, with the one connection that may. Changes
/// queue up; it takes all that wait, runs them in one transaction, commits, and only then answers: the
/// cost of a flush to disk is shared by all that came in during the last one.
class JobWriter {
public:
    /// How many changes may wait. A full queue refuses with Overloaded.
    static constexpr std::size_t queueLimit = 20000;
    /// How many changes go into one transaction at the most, so that other processes get their turn.
    static constexpr std::size_t batchLimit = 512;

    struct Options {
        QString databaseName; ///< see SqliteConnection::open
        QString keeperPath; ///< the file to keep; empty for a database in memory
        std::function<void(const QList<JobId> &)> removed; ///< told of deletions, after their commit
        std::function<void(const QList<JobId> &)> trashed; ///< told of those that can be undone
        std::chrono::milliseconds expiryInterval{60000}; ///< how often expired jobs are looked for
    };

    [[nodiscard]] static Result<std::unique_ptr<JobWriter>> start(Options options, const Clock &clock);
    JobWriter(const JobWriter &) = delete;
    JobWriter &operator=(const JobWriter &) = delete;
    /// Finishes everything that waits.
    ~JobWriter();

    /// Puts a task into the queue; where it is full, finishes it at once with Overloaded.
    void submit(std::unique_ptr<WriteTask> task);

private:
    using Batch = std::vector<std::unique_ptr<WriteTask>>;

    explicit JobWriter(Options options);

    void run(const Clock &clock, const std::function<void(Result<void>)> &opened);
    [[nodiscard]] bool takeBatch(Batch &batch, std::chrono::milliseconds wait);
    void runBatch(Batch &batch);
    [[nodiscard]] Result<void> transact(std::unique_ptr<WriteTask> *first, std::size_t count);
    void removeExpiredWhenDue();
    void finish(std::unique_ptr<WriteTask> *first, std::size_t count, const StoreError *failure);

    Options m_options;
    std::unique_ptr<JobMutations> m_mutations; // of the writer's thread alone
    std::chrono::steady_clock::time_point m_nextExpiry;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::unique_ptr<WriteTask>> m_queue;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace tallyman
