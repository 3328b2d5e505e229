// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/readconnections.h"

#include <QSqlError>

#include <algorithm>

namespace tallyman {

namespace {

const QByteArray findSql = QByteArray("SELECT ") + jobColumns + jobTables + "WHERE j.id = ?";
const QByteArray findBySeqSql = QByteArray("SELECT ") + jobColumns + jobTables + "WHERE j.seq = ?";
const QByteArray newestSql = QByteArray("SELECT ") + jobColumns + jobTables
    + "ORDER BY j.created_at DESC, j.seq DESC LIMIT ? OFFSET ?";

// Ends the read transaction of a statement when it goes out of scope.
class StatementUse {
public:
    explicit StatementUse(sqlite3_stmt *statement)
        : m_statement(statement)
    {
    }
    StatementUse(const StatementUse &) = delete;
    StatementUse &operator=(const StatementUse &) = delete;
    ~StatementUse()
    {
        sqlite3_reset(m_statement);
        sqlite3_clear_bindings(m_statement);
    }

private:
    sqlite3_stmt *m_statement;
};

} // namespace

ReadConnection::ReadConnection(std::unique_ptr<SqliteConnection> connection)
    : m_connection(std::move(connection))
    , m_findQuery(m_connection->query())
    , m_findBySeqQuery(m_connection->query())
    , m_newestQuery(m_connection->query())
{
}

ReadConnection::~ReadConnection()
{
    sqlite3_finalize(m_findStatement);
    sqlite3_finalize(m_findBySeqStatement);
    sqlite3_finalize(m_newestStatement);
}

Result<std::unique_ptr<ReadConnection>> ReadConnection::open(const QString &databaseName,
                                                             SqliteConnection::Mode mode)
{
    auto opened = SqliteConnection::open(databaseName, mode);
    if (!opened)
        return opened.error();
    std::unique_ptr<ReadConnection> connection(new ReadConnection(std::move(*opened)));
    if (auto prepared = connection->prepare(); !prepared)
        return prepared.error();
    return connection;
}

Result<void> ReadConnection::prepare()
{
    if (sqlite3 *handle = m_connection->handle()) {
        for (auto [sql, statement] :
             {std::pair(&findSql, &m_findStatement), std::pair(&findBySeqSql, &m_findBySeqStatement),
              std::pair(&newestSql, &m_newestStatement)}) {
            if (sqlite3_prepare_v3(handle, sql->constData(), static_cast<int>(sql->size() + 1),
                                   SQLITE_PREPARE_PERSISTENT, statement, nullptr)
                != SQLITE_OK)
                return lastError();
        }
        return {};
    }
    for (auto [sql, query] : {std::pair(&findSql, &m_findQuery), std::pair(&findBySeqSql, &m_findBySeqQuery),
                              std::pair(&newestSql, &m_newestQuery)}) {
        if (!query->prepare(QString::fromLatin1(*sql)))
            return m_connection->error(*query);
    }
    return {};
}

StoreError ReadConnection::lastError() const
{
    sqlite3 *handle = m_connection->handle();
    return sqliteError(sqlite3_extended_errcode(handle), QString::fromUtf8(sqlite3_errmsg(handle)),
                       m_connection->databaseName());
}

Result<std::optional<StoredJob>> ReadConnection::findById(const JobId &id)
{
    if (m_findStatement) {
        const StatementUse use(m_findStatement);
        const QByteArray text = id.text().toUtf8();
        sqlite3_bind_text(m_findStatement, 1, text.constData(), static_cast<int>(text.size()), SQLITE_STATIC);
        return one(m_findStatement);
    }
    m_findQuery.bindValue(0, id.text());
    return one(m_findQuery);
}

Result<std::optional<StoredJob>> ReadConnection::findBySeq(qint64 seq)
{
    if (m_findBySeqStatement) {
        const StatementUse use(m_findBySeqStatement);
        sqlite3_bind_int64(m_findBySeqStatement, 1, seq);
        return one(m_findBySeqStatement);
    }
    m_findBySeqQuery.bindValue(0, seq);
    return one(m_findBySeqQuery);
}

Result<std::optional<StoredJob>> ReadConnection::one(sqlite3_stmt *statement) const
{
    switch (sqlite3_step(statement)) {
    case SQLITE_ROW:
        return std::optional(decodeJob(StatementRow(statement)));
    case SQLITE_DONE:
        return std::optional<StoredJob>();
    default:
        return lastError();
    }
}

Result<std::optional<StoredJob>> ReadConnection::one(QSqlQuery &query) const
{
    if (!query.exec())
        return m_connection->error(query);
    std::optional<StoredJob> found;
    if (query.next())
        found = decodeJob(QueryRow(query));
    query.finish();
    return found;
}

Result<QList<Job>> ReadConnection::newest(qint64 limit, qint64 offset)
{
    constexpr qint64 usualLimit = 1000; // beyond, it grows as it must
    QList<Job> jobs;
    jobs.reserve(std::clamp<qint64>(limit, 0, usualLimit));
    if (m_newestStatement) {
        const StatementUse use(m_newestStatement);
        sqlite3_bind_int64(m_newestStatement, 1, limit);
        sqlite3_bind_int64(m_newestStatement, 2, offset);
        int code = SQLITE_ROW;
        while ((code = sqlite3_step(m_newestStatement)) == SQLITE_ROW)
            jobs << decodeJob(StatementRow(m_newestStatement)).job;
        if (code != SQLITE_DONE)
            return lastError();
        return jobs;
    }
    m_newestQuery.bindValue(0, limit);
    m_newestQuery.bindValue(1, offset);
    if (!m_newestQuery.exec())
        return m_connection->error(m_newestQuery);
    while (m_newestQuery.next())
        jobs << decodeJob(QueryRow(m_newestQuery)).job;
    m_newestQuery.finish();
    return jobs;
}

ReadConnections::ReadConnections(QString databaseName)
    : m_databaseName(std::move(databaseName))
{
}

Result<ReadConnection *> ReadConnections::ofThisThread()
{
    const std::lock_guard lock(m_mutex);
    auto &connection = m_connections[std::this_thread::get_id()];
    if (!connection) {
        auto opened = ReadConnection::open(m_databaseName);
        if (!opened)
            return opened.error();
        connection = std::move(*opened);
    }
    return connection.get();
}

void ReadConnections::close()
{
    const std::lock_guard lock(m_mutex);
    m_connections.clear();
}

} // namespace tallyman
