// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/job.h"
#include "models/domain/result.h"
#include "models/store/jobrow.h"
#include "models/store/jobtrash.h"
#include "models/store/readconnections.h"

#include <QList>
#include <QSqlQuery>

#include <memory>
#include <unordered_map>

namespace tallyman {

/// The changes to a database, statement by statement, on the one connection that writes. Each call runs
/// within a transaction that the caller has begun. A refusal (see isRefusal) has changed nothing; after
/// any other error the transaction must be rolled back.
class JobMutations {
public:
    /// How many rows one call of a removing method deletes at the most, so that another process never
    /// waits long for its turn.
    static constexpr qint64 removalBatch = 1000;

    [[nodiscard]] static Result<std::unique_ptr<JobMutations>> open(const QString &databaseName,
                                                                    const Clock &clock);

    /// Whether the code stands for a refusal of one change, rather than for a failure of the store.
    [[nodiscard]] static bool isRefusal(ErrorCode code);

    [[nodiscard]] const SqliteConnection &connection() const { return m_reader->connection(); }

    [[nodiscard]] Result<void> begin();
    [[nodiscard]] Result<void> commit();
    void rollback();
    /// What becomes of the uploads of a job that is deleted.
    enum class Uploads { Delete, Keep };
    /// The ids of the jobs that were deleted since this was last called, by what becomes of their uploads.
    [[nodiscard]] QList<JobId> takeRemoved(Uploads uploads) { return std::exchange(removed(uploads), {}); }

    /// Where deleted jobs are kept that can be put back.
    [[nodiscard]] JobTrash &trash() { return m_trash; }

    [[nodiscard]] Result<Job> create(const Job &job);
    [[nodiscard]] Result<std::optional<Job>> update(const JobId &id, const JobUpdate &update);
    /// By Job::seq.
    [[nodiscard]] Result<std::optional<Job>> update(qint64 seq, const JobUpdate &update);
    [[nodiscard]] Result<bool> remove(const JobId &id);
    /// Tells how many of them were there.
    [[nodiscard]] Result<qint64> remove(const QList<qint64> &seqs, Uploads uploads);
    [[nodiscard]] Result<qint64> addResults(const JobId &id, const QList<JobResult> &results);

    /// Where a removal over all rows has come to.
    struct Sweep {
        qint64 afterSeq = 0;
        qint64 removed = 0;
        bool done = false;
    };
    /// Goes one batch further.
    [[nodiscard]] Result<Sweep> removeFinished(Timestamp endedBefore, const QList<JobStatus> &statuses,
                                               Sweep sweep);
    [[nodiscard]] Result<Sweep> removeExpired(Sweep sweep);

    /// Puts the next `most` jobs into the search index that are not in it yet, oldest first.
    [[nodiscard]] Result<void> indexSearch(qint64 most);

    /// Deletes changes that are older than the newest `keep`, at most some thousands at once; tells
    /// whether there are more to delete.
    [[nodiscard]] Result<bool> trimChanges(qint64 keep);

private:
    JobMutations(std::unique_ptr<ReadConnection> reader, const Clock &clock);

    [[nodiscard]] Result<void> prepare();
    [[nodiscard]] Result<void> writePayload(const Job &job, bool exists);
    [[nodiscard]] Result<void> updateColumns(const Job &before, const Job &after, bool touch);
    [[nodiscard]] Result<std::optional<Job>> update(const Result<std::optional<StoredJob>> &found,
                                                    const JobUpdate &update);
    [[nodiscard]] Result<qint64> runRemoval(QSqlQuery &query, Uploads uploads = Uploads::Delete);
    [[nodiscard]] QList<JobId> &removed(Uploads uploads)
    {
        return uploads == Uploads::Delete ? m_removed : m_trashed;
    }
    [[nodiscard]] StoreError error(const QSqlQuery &query) const { return connection().error(query); }

    std::unique_ptr<ReadConnection> m_reader; // on the connection that writes: it sees its own changes
    const Clock &m_clock;
    JobTrash m_trash;
    QList<JobId> m_removed;
    QList<JobId> m_trashed;
    QSqlQuery m_begin;
    QSqlQuery m_commit;
    QSqlQuery m_rollback;
    QSqlQuery m_insertJob;
    QSqlQuery m_insertPayload;
    QSqlQuery m_updatePayload;
    QSqlQuery m_removeJob;
    QSqlQuery m_insertResult;
    std::unordered_map<quint32, QSqlQuery> m_updates; // by the set of columns that change
};

} // namespace tallyman
