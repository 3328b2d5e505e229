// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/jobmutations.h"

#include <QSqlQuery>
#include <QString>

#include <chrono>

namespace tallyman {

/// Looks after a database file while its writer is between transactions: moves the write-ahead log into
/// the file and keeps the change feed short. Of all processes that share a file only one does so, the one
/// that holds the lock on `<path>.keeper`, which the system frees when that process ends, however it ends.
///
/// Only one, because SQLite before 3.51.3 can damage a database when a checkpoint meets a commit of
/// another connection (https://www.sqlite.org/wal.html, "The WAL-Reset Bug"); a TRUNCATE checkpoint holds
/// the write lock, and every other connection of ours makes none.
///
/// Lives in the writer's thread.
class Keeper {
public:
    /// How many changes the feed keeps. Whoever is further behind starts afresh.
    static constexpr qint64 keptChanges = 100000;
    /// From this size the log is moved into the file.
    static constexpr qint64 logBytes = 16 * 1024 * 1024;

    /// An empty path: a database in memory, which needs no keeper's lock and has no log.
    Keeper(const QString &path, JobMutations &mutations);
    Keeper(const Keeper &) = delete;
    Keeper &operator=(const Keeper &) = delete;
    ~Keeper();

    /// Does what is due, and tells whether this process is the one that looks after the file. To be called
    /// between transactions, often; it decides by itself what is due.
    bool look();

private:
    using SteadyTime = std::chrono::steady_clock::time_point;

    [[nodiscard]] bool holdsLock(SteadyTime now);
    void trim();
    void checkpoint(SteadyTime now);

    QString m_path;
    JobMutations &m_mutations;
    int m_lockFile = -1;
    bool m_locked = false;
    SteadyTime m_nextLock;
    SteadyTime m_nextLook;
    SteadyTime m_nextTrim;
};

} // namespace tallyman
