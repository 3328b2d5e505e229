// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/jobid.h"
#include "models/store/jobrow.h"
#include "models/store/sqliteconnection.h"

#include <QList>

#include <memory>
#include <mutex>
#include <thread>
#include <unordered_map>

namespace tallyman {

/// A connection for reading, with the two hot queries prepared once.
class ReadConnection {
public:
    [[nodiscard]] static Result<std::unique_ptr<ReadConnection>>
    open(const QString &databaseName, SqliteConnection::Mode mode = SqliteConnection::Mode::ReadOnly);
    ReadConnection(const ReadConnection &) = delete;
    ReadConnection &operator=(const ReadConnection &) = delete;
    ~ReadConnection();

    [[nodiscard]] const SqliteConnection &connection() const { return *m_connection; }

    [[nodiscard]] Result<std::optional<StoredJob>> findById(const JobId &id);
    [[nodiscard]] Result<std::optional<StoredJob>> findBySeq(qint64 seq);
    [[nodiscard]] Result<QList<Job>> newest(qint64 limit, qint64 offset);

private:
    explicit ReadConnection(std::unique_ptr<SqliteConnection> connection);

    [[nodiscard]] Result<void> prepare();
    [[nodiscard]] StoreError lastError() const;
    [[nodiscard]] Result<std::optional<StoredJob>> one(sqlite3_stmt *statement) const;
    [[nodiscard]] Result<std::optional<StoredJob>> one(QSqlQuery &query) const;

    std::unique_ptr<SqliteConnection> m_connection;
    // By the C API, twice as fast as QSqlQuery on reads; or by QSqlQuery where Qt's driver brings its own
    // SQLite.
    sqlite3_stmt *m_findStatement = nullptr;
    sqlite3_stmt *m_findBySeqStatement = nullptr;
    sqlite3_stmt *m_newestStatement = nullptr;
    QSqlQuery m_findQuery;
    QSqlQuery m_findBySeqQuery;
    QSqlQuery m_newestQuery;
};

/// One ReadConnection for each thread that reads, opened when it first does.
class ReadConnections {
public:
    explicit ReadConnections(QString databaseName);

    /// That of the calling thread; valid until close().
    [[nodiscard]] Result<ReadConnection *> ofThisThread();

    /// Closes all; no thread may be reading.
    void close();

private:
    QString m_databaseName;
    std::mutex m_mutex;
    std::unordered_map<std::thread::id, std::unique_ptr<ReadConnection>> m_connections;
};

} // namespace tallyman
