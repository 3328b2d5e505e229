// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/jobmutations.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>

namespace tallyman {

/// Looks after a database file while its writer is between transactions: moves the write-ahead log into
/// the file, keeps the change feed short and fills the search index. Of all processes that share a file only
/// one does so, the one that holds the lock on `<path>.keeper`, which the system frees when that process
/// ends, however it ends.
///
/// Only one, because SQLite before 3.51.3 can damage a database when a checkpoint meets the commit of
/// another connection that starts the log again (https://www.sqlite.org/wal.html, "The WAL-Reset Bug").
/// So a checkpoint is made while the writing connection holds the write lock, which nobody can commit
/// without; and every other connection of ours makes none.
///
/// The log is started again at its beginning, not cut: to write over blocks that the file has already
/// takes a flush half the time that to append to it does.
///
/// Lives in the writer's thread.
class Keeper {
public:
    /// How many changes the feed keeps. Whoever is further behind starts afresh.
    static constexpr qint64 keptChanges = 100000;
    /// When this much of the log is not in the file yet, it is moved there.
    static constexpr qint64 logBytes = 16 * 1024 * 1024;

    /// An empty path: a database in memory, which needs no keeper's lock and has no log.
    Keeper(const QString &path, JobMutations &mutations);
    Keeper(const Keeper &) = delete;
    Keeper &operator=(const Keeper &) = delete;
    ~Keeper();

    /// How many jobs may wait for the search index while other writes go on.
    static constexpr qint64 searchBacklog = 1000;

    /// Does what is due, and tells whether this process is the one that looks after the file. To be called
    /// between transactions, often; it decides by itself what is due. `idle`: nothing else has been written
    /// for a while, and nothing waits.
    bool look(bool idle);
    /// Whether more is to be done as soon as there is nothing else to write.
    [[nodiscard]] bool hasBacklog() const { return m_unindexed > 0; }

private:
    using SteadyTime = std::chrono::steady_clock::time_point;

    // How far the log was moved into the file: the salt that the present log began with, and how many of
    // its frames.
    struct Moved {
        QByteArray salt;
        qint64 frames = 0;
    };

    [[nodiscard]] bool holdsLock(SteadyTime now);
    void trim();
    void index(bool idle);
    // Runs it in a transaction of its own; a failure is logged as that of `what`.
    bool transact(const char *what, const std::function<Result<void>()> &change);
    [[nodiscard]] QString logPath() const { return m_path + QLatin1StringView("-wal"); }
    [[nodiscard]] bool logHasGrown() const;
    [[nodiscard]] Result<bool> checkpoint();

    QString m_path;
    JobMutations &m_mutations;
    std::unique_ptr<SqliteConnection> m_checkpointer;
    Moved m_moved;
    qint64 m_unindexed = 0; // about; numbers may have gaps
    int m_lockFile = -1;
    bool m_locked = false;
    SteadyTime m_nextLock;
    SteadyTime m_nextLook;
    SteadyTime m_nextTrim;
};

} // namespace tallyman
