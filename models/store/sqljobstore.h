// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/jobstore.h"
#include "models/store/jobwriter.h"
#include "models/store/readconnections.h"

#include <QVariantList>

#include <functional>
#include <memory>

namespace tallyman {

/// The store in a SQLite database, in a file or in memory.
class SqlJobStore final : public JobStore {
public:
    struct Options {
        JobWriter::Options writer;
        QString location; ///< what location() says
        /// Told of deleted jobs that are about to be put back, before the commit, on the writer's thread.
        std::function<void(const QList<JobId> &)> restoring;
    };

    /// Opens a database that prepareDatabaseFile() or migrate() has made ready. `clock` must outlive the
    /// store.
    [[nodiscard]] static Result<std::unique_ptr<SqlJobStore>> open(Options options, const Clock &clock);
    ~SqlJobStore() override;

    void createAsync(Job job, Completion<Job> done) override;
    void updateAsync(JobId id, JobUpdate update, Completion<std::optional<Job>> done) override;
    void removeAsync(JobId id, Completion<bool> done) override;
    void updateManyAsync(QList<qint64> seqs, JobUpdate update, Completion<ManyOutcome> done) override;
    void removeManyAsync(QList<qint64> seqs, Completion<ManyOutcome> done) override;
    void trashManyAsync(qint64 deletion, QList<qint64> seqs, Completion<ManyOutcome> done) override;
    void putBackAsync(qint64 deletion, Completion<ManyOutcome> done) override;
    void removeFinishedAsync(Timestamp endedBefore, QList<JobStatus> statuses,
                             Completion<qint64> done) override;
    void removeExpiredAsync(Completion<qint64> done) override;
    void addResultsAsync(JobId id, QList<JobResult> results, Completion<qint64> done) override;

    [[nodiscard]] Result<std::optional<Job>> findById(const JobId &id) override;
    [[nodiscard]] Result<std::optional<Job>> findBySeq(qint64 seq) override;
    [[nodiscard]] Result<QList<Job>> find(const JobFilter &filter, JobPage page = {}) override;
    [[nodiscard]] Result<qint64> count(const JobFilter &filter) override;
    [[nodiscard]] Result<std::optional<QList<qint64>>>
    seqsOf(const JobFilter &filter, const std::function<bool()> &cancelled) override;
    [[nodiscard]] Result<QList<JobResult>> results(const JobId &id, qint64 limit, qint64 offset) override;
    [[nodiscard]] Result<JobResultPage> results(qint64 seq, bool success, qint64 after,
                                                qint64 limit) override;
    [[nodiscard]] Result<JobSummary> summary(const QList<qint64> &seqs) override;
    [[nodiscard]] Result<QList<JobEvent>> timeline(const JobId &id) override;
    [[nodiscard]] Result<Statistics> statistics() override;
    [[nodiscard]] QString location() const override { return m_location; }

private:
    SqlJobStore(QString databaseName, QString location, const Clock &clock);

    [[nodiscard]] QString whereClause(const JobFilter &filter) const;
    // Runs a query on the calling thread's connection, to its end, and calls `read` on each row.
    [[nodiscard]] Result<void> forEachRow(const QString &sql, const QVariantList &values,
                                          const std::function<void(const QSqlQuery &)> &read);

    const Clock &m_clock;
    QString m_location;
    std::function<void(const QList<JobId> &)> m_restoring;
    ReadConnections m_readers;
    std::unique_ptr<JobWriter> m_writer; // last: it ends first, while everything it calls is still there
};

} // namespace tallyman
