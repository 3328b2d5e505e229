// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/jobfilter.h"
#include "models/domain/result.h"
#include "models/store/readconnections.h"

#include <QHash>
#include <QList>
#include <QMap>
#include <QSet>

#include <bitset>
#include <functional>
#include <memory>
#include <optional>

namespace tallyman {

/// What became of one job that a watch is after.
struct JobChange {
    enum class Kind {
        Added, ///< it matches now, and did not before or was not there
        Changed, ///< it matches, as it did before
        Left, ///< it is there, and matches no longer
        Deleted,
    };

    Kind kind = Kind::Changed;
    qint64 rev = 0; ///< of the newest change to it
    qint64 seq = 0;
    JobId id; ///< of a deleted job, empty where the watch never knew it
    std::optional<Job> job; ///< as it is now; nothing of a deleted one
};

/// Follows the change feed of a database, whoever writes to it, for the jobs that a query finds. What
/// happened to a job between two looks is one change: the feed says which jobs changed, and not what they
/// were in between.
///
/// It remembers which jobs matched (a bit each), and the ids of some, the newest first, for when they are
/// deleted.
///
/// Used by one thread, over a connection of its own. No statement stays open between two calls.
class JobWatch {
public:
    /// How many ids it remembers to begin with, and at the most.
    static constexpr int idsAtFirst = 100000;
    static constexpr int idsAtMost = 200000;
    /// How many rows of the feed one look goes through.
    static constexpr int rowsOfOneLook = 500;

    /// Finds what matches now. `databaseName`: OpenStore::databaseName. The clock must outlive it.
    [[nodiscard]] static Result<std::unique_ptr<JobWatch>> open(const QString &databaseName, JobFilter filter,
                                                                const Clock &clock);

    struct Look {
        QList<JobChange> changes; ///< the oldest first
        bool more = false; ///< there are others already
        bool startedAfresh =
            false; ///< the feed no longer reaches back: changes were missed; it goes on from now
    };
    /// What is new. Costs a microsecond where nothing was committed since the last look.
    [[nodiscard]] Result<Look> look();

    /// The newest change that it knows of.
    [[nodiscard]] qint64 rev() const { return m_rev; }

private:
    // A set of row numbers, of a bit each where they are dense.
    class SeqBits {
    public:
        [[nodiscard]] bool contains(qint64 seq) const;
        void set(qint64 seq, bool in);
        void clear() { m_blocks.clear(); }

    private:
        static constexpr int blockShift = 12;
        static constexpr qint64 blockBits = qint64{1} << blockShift;
        [[nodiscard]] static std::size_t bitOf(qint64 seq)
        {
            return static_cast<std::size_t>(seq & (blockBits - 1));
        }

        QHash<qint64, std::bitset<blockBits>> m_blocks;
    };

    // What the feed says of one job.
    struct Touched {
        qint64 rev = 0;
        bool inserted = false;
    };

    JobWatch(std::unique_ptr<ReadConnection> reader, JobFilter filter, const Clock &clock);

    [[nodiscard]] QString condition(bool ofFew) const;
    [[nodiscard]] Result<qint64> number(const QString &sql);
    [[nodiscard]] Result<void> forEachRow(const QString &sql,
                                          const std::function<void(const QSqlQuery &)> &read);
    [[nodiscard]] Result<void> begin();
    [[nodiscard]] Result<Look> readFeed();
    [[nodiscard]] Result<Look> changesOf(const QHash<qint64, Touched> &touched);
    [[nodiscard]] Result<std::optional<JobChange>> changeOf(qint64 seq, const Touched &touched, bool matches);
    void remember(qint64 seq, const JobId &id);

    std::unique_ptr<ReadConnection> m_reader;
    JobFilter m_filter;
    const Clock &m_clock;
    qint64 m_rev = 0;
    qint64 m_seenVersion = -1;
    SeqBits m_matched; // unused where every job matches
    QSet<qint64> m_missed; // there and gone again before it was seen; where every job matches
    QMap<qint64, JobId> m_ids; // by seq
};

} // namespace tallyman
