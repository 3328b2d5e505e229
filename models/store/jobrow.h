// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/job.h"

#include <QByteArray>
#include <QSqlQuery>
#include <QVariant>

#include <sqlite3.h>

namespace tallyman {

/// The columns that decodeJob() reads, in its order: a FROM clause with `jobs j` and `job_payload p`.
inline constexpr const char *jobColumns =
    "j.seq, j.id, j.name, j.provider, j.user, j.status, j.progress, j.total_items, j.processed_items, "
    "j.retry_count, j.max_retries, j.total_size, j.files_count, j.created_at, j.queued_at, j.started_at, "
    "j.completed_at, j.expires_at, j.heartbeat_at, p.seq, p.input, p.output, p.error, p.options, p.result, "
    "p.metadata, p.progress_details, p.webhook, j.pinned, p.note";
inline constexpr const char *jobTables = " FROM jobs j LEFT JOIN job_payload p ON p.seq = j.seq ";

/// A row of a statement of SQLite's C API.
class StatementRow {
public:
    explicit StatementRow(sqlite3_stmt *statement)
        : m_statement(statement)
    {
    }
    [[nodiscard]] bool isNull(int i) const { return sqlite3_column_type(m_statement, i) == SQLITE_NULL; }
    [[nodiscard]] qint64 number(int i) const { return sqlite3_column_int64(m_statement, i); }
    [[nodiscard]] double real(int i) const { return sqlite3_column_double(m_statement, i); }
    [[nodiscard]] QByteArrayView view(int i) const
    {
        const void *text = sqlite3_column_text(m_statement, i);
        return {static_cast<const char *>(text), text ? sqlite3_column_bytes(m_statement, i) : 0};
    }
    [[nodiscard]] QString text(int i) const { return QString::fromUtf8(view(i)); }
    [[nodiscard]] QByteArray bytes(int i) const { return view(i).toByteArray(); }

private:
    sqlite3_stmt *m_statement;
};

/// A row of a QSqlQuery.
class QueryRow {
public:
    explicit QueryRow(const QSqlQuery &query)
        : m_query(query)
    {
    }
    [[nodiscard]] bool isNull(int i) const { return m_query.isNull(i); }
    [[nodiscard]] qint64 number(int i) const { return m_query.value(i).toLongLong(); }
    [[nodiscard]] double real(int i) const { return m_query.value(i).toDouble(); }
    [[nodiscard]] QByteArray view(int i) const { return bytes(i); }
    [[nodiscard]] QString text(int i) const { return m_query.value(i).toString(); }
    [[nodiscard]] QByteArray bytes(int i) const { return text(i).toUtf8(); }

private:
    const QSqlQuery &m_query;
};

/// A job and whether it has a row in job_payload.
struct StoredJob {
    Job job;
    bool hasPayload = false;
};

namespace rowdetail {

template<typename Row>
std::optional<qint64> maybeNumber(const Row &row, int i)
{
    return row.isNull(i) ? std::nullopt : std::optional(row.number(i));
}

template<typename Row>
std::optional<Timestamp> maybeTime(const Row &row, int i)
{
    return row.isNull(i) ? std::nullopt : timestampFromIsoText(row.view(i));
}

} // namespace rowdetail

/// Reads the row that a query on jobColumns stands on.
template<typename Row>
StoredJob decodeJob(const Row &row)
{
    using namespace rowdetail;
    StoredJob stored;
    Job &job = stored.job;
    job.seq = row.number(0);
    job.id = JobId::fromStored(row.text(1));
    job.name = row.text(2);
    if (!row.isNull(3))
        job.provider = row.text(3);
    if (!row.isNull(4))
        job.user = row.text(4);
    job.status = jobStatusFromWord(row.text(5)).value_or(JobStatus::Pending); // CHECK allows no other word
    job.progress = row.real(6);
    job.totalItems = maybeNumber(row, 7);
    job.processedItems = row.number(8);
    job.retryCount = static_cast<int>(row.number(9));
    job.maxRetries = static_cast<int>(row.number(10));
    job.totalSize = maybeNumber(row, 11);
    job.filesCount = maybeNumber(row, 12);
    job.createdAt = maybeTime(row, 13).value_or(Timestamp{});
    job.queuedAt = maybeTime(row, 14);
    job.startedAt = maybeTime(row, 15);
    job.completedAt = maybeTime(row, 16);
    job.expiresAt = maybeTime(row, 17);
    job.heartbeatAt = maybeTime(row, 18);
    job.pinned = row.number(28) != 0;
    stored.hasPayload = !row.isNull(19);
    if (!stored.hasPayload)
        return stored;
    for (auto [i, text] : {std::pair(20, &job.input), std::pair(21, &job.output), std::pair(22, &job.error),
                           std::pair(29, &job.note)}) {
        if (!row.isNull(i))
            *text = row.text(i);
    }
    for (auto [i, json] :
         {std::pair(23, &job.options), std::pair(24, &job.result), std::pair(25, &job.metadata),
          std::pair(26, &job.progressDetails), std::pair(27, &job.webhook)}) {
        if (!row.isNull(i))
            *json = row.bytes(i);
    }
    return stored;
}

} // namespace tallyman
