// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/jobtrash.h"

#include "models/store/seqarray.h"

#include <QCoreApplication>
#include <QDir>
#include <QSqlError>
#include <QTemporaryFile>
#include <QUrl>
#include <QVariantList>

#include <sqlite3.h>

namespace tallyman {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(JobTrash)
};

const QLatin1StringView belongings[] = {QLatin1StringView("job_payload"), QLatin1StringView("job_results"),
                                        QLatin1StringView("job_events")};
const QLatin1StringView ofThose("WHERE seq IN (SELECT value FROM json_each(?))");

// Beside the database, where there is room for as much again as was deleted; a folder for temporary files
// may be one in memory.
QString fileTemplate(const QString &databaseName)
{
    const QLatin1StringView end(".deleted-XXXXXX");
    return databaseName.startsWith(QLatin1StringView("file:"))
        ? QDir::tempPath() + QLatin1StringView("/tallyman") + end
        : databaseName + end;
}

} // namespace

struct JobTrash::Kept {
    QList<qint64> seqs;
    QList<qint64> free; // those of them that can come back
    QList<JobId> freeIds;
    QString taken; // the id of the first that cannot
};

JobTrash::JobTrash(const SqliteConnection &connection)
    : m_connection(connection)
{
}

Result<void> JobTrash::open()
{
    if (m_open)
        return {};
    if (!m_attached) {
        if (auto attached = attach(); !attached)
            return attached;
        m_attached = true;
    }
    // What a crash leaves of it nobody can read any more, so nothing need be flushed; but a transaction that
    // fails must be undone here too.
    QStringList statements{
        QStringLiteral("PRAGMA trash.journal_mode=MEMORY"),
        QStringLiteral("PRAGMA trash.synchronous=OFF"),
        QStringLiteral("PRAGMA trash.locking_mode=EXCLUSIVE"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS trash.jobs AS "
                       "SELECT 0 AS deletion, * FROM main.jobs WHERE 0"),
        QStringLiteral("CREATE INDEX IF NOT EXISTS trash.jobs_deletion ON jobs (deletion, seq)"),
        QStringLiteral("CREATE INDEX IF NOT EXISTS trash.jobs_seq ON jobs (seq)")};
    for (const QLatin1StringView table : belongings) {
        statements << QStringLiteral("CREATE TABLE IF NOT EXISTS trash.%1 AS SELECT * FROM main.%1 WHERE 0")
                          .arg(table)
                   << QStringLiteral("CREATE INDEX IF NOT EXISTS trash.%1_seq ON %1 (seq)").arg(table);
    }
    for (const QString &statement : std::as_const(statements)) {
        if (auto done = m_connection.execute(statement); !done)
            return done;
    }
    QSqlQuery columns = m_connection.query();
    columns.exec(QStringLiteral("SELECT group_concat(name, ', ') FROM pragma_table_info('jobs', 'main')"));
    if (!columns.next())
        return m_connection.error(columns);
    m_columns = columns.value(0).toString();
    m_open = true;
    return {};
}

Result<void> JobTrash::attach() const
{
    QTemporaryFile file(fileTemplate(m_connection.databaseName()));
    if (!file.open())
        return StoreError{ErrorCode::CannotOpen,
                          Tr::tr("The file %1, which is to keep deleted jobs until they can no longer be put "
                                 "back, cannot be made. Nothing was deleted.")
                              .arg(file.fileTemplate()),
                          file.errorString(),
                          {}};
    // A database in memory has another file system of SQLite's than files have.
    const QString uri = QLatin1StringView("file:")
        + QString::fromLatin1(QUrl::toPercentEncoding(file.fileName(), "/"))
        + QStringLiteral("?mode=rw&vfs=%1").arg(QLatin1StringView(sqlite3_vfs_find(nullptr)->zName));
    file.close();
    return run(QStringLiteral("ATTACH ? AS trash"), {uri});
}

Result<void> JobTrash::run(const QString &sql, const QVariantList &values) const
{
    QSqlQuery query = m_connection.query();
    if (!query.prepare(sql))
        return m_connection.error(query);
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return m_connection.error(query);
    return {};
}

Result<void> JobTrash::copy(qint64 deletion, const QList<qint64> &seqs) const
{
    const QString those = jsonArray(seqs);
    if (auto done = run(QLatin1StringView("INSERT INTO trash.jobs SELECT ?, * FROM main.jobs ") + ofThose,
                        {deletion, those});
        !done)
        return done;
    for (const QLatin1StringView table : belongings) {
        if (auto done = run(
                QStringLiteral("INSERT INTO trash.%1 SELECT * FROM main.%1 ").arg(table) + ofThose, {those});
            !done)
            return done;
    }
    // SQLite commits one file after the other, ours last. What can fail there for want of room is to fail
    // here, before anything is deleted.
    if (sqlite3 *handle = m_connection.handle()) {
        if (const int code = sqlite3_db_cacheflush(handle); code != SQLITE_OK)
            return sqliteError(code, QString::fromUtf8(sqlite3_errmsg(handle)), m_connection.databaseName());
    }
    return {};
}

Result<JobTrash::Kept> JobTrash::keptOf(qint64 deletion, qint64 limit) const
{
    QSqlQuery query = m_connection.query();
    query.prepare(
        QStringLiteral("SELECT seq, id, EXISTS (SELECT 1 FROM main.jobs j WHERE j.id = t.id) OR EXISTS "
                       "(SELECT 1 FROM main.jobs j WHERE j.seq = t.seq) FROM trash.jobs t "
                       "WHERE deletion = ? ORDER BY seq LIMIT ?"));
    query.addBindValue(deletion);
    query.addBindValue(limit);
    query.exec();
    Kept kept;
    while (query.next()) {
        const qint64 seq = query.value(0).toLongLong();
        const QString id = query.value(1).toString();
        kept.seqs << seq;
        if (!query.value(2).toBool()) {
            kept.free << seq;
            kept.freeIds << JobId::fromStored(id);
        } else if (kept.taken.isEmpty()) {
            kept.taken = id;
        }
    }
    if (query.lastError().isValid())
        return m_connection.error(query);
    return kept;
}

Result<ManyOutcome> JobTrash::putBack(qint64 deletion, qint64 limit,
                                      const std::function<void(const QList<JobId> &)> &restoring)
{
    if (!m_open)
        return ManyOutcome{};
    const auto kept = keptOf(deletion, limit);
    if (!kept)
        return kept.error();
    if (restoring && !kept->freeIds.isEmpty())
        restoring(kept->freeIds);
    const QString free = jsonArray(kept->free);
    if (auto done = run(QStringLiteral("INSERT INTO main.jobs (%1) SELECT %1 FROM trash.jobs ").arg(m_columns)
                            + ofThose + QLatin1StringView(" ORDER BY seq"),
                        {free});
        !done)
        return done.error();
    // Their ends were counted for good when they came. Inserting counts them again.
    if (auto done =
            run(QLatin1StringView(
                    "INSERT INTO main.job_ends SELECT -1, ifnull(provider, ''), status, started_at, "
                    "completed_at FROM trash.jobs ")
                    + ofThose + QLatin1StringView(" AND status IN ('completed', 'failed', 'cancelled')"),
                {free});
        !done)
        return done.error();
    for (const QLatin1StringView table : belongings) {
        if (auto done = run(
                QStringLiteral("INSERT INTO main.%1 SELECT * FROM trash.%1 ").arg(table) + ofThose, {free});
            !done)
            return done.error();
    }
    const QString all = jsonArray(kept->seqs);
    for (const QLatin1StringView table :
         {belongings[0], belongings[1], belongings[2], QLatin1StringView("jobs")}) {
        if (auto done = run(QStringLiteral("DELETE FROM trash.%1 ").arg(table) + ofThose, {all}); !done)
            return done.error();
    }
    ManyOutcome outcome;
    outcome.changed = kept->free.size();
    outcome.refused = kept->seqs.size() - kept->free.size();
    if (outcome.refused > 0)
        outcome.firstReason = Tr::tr("Another job has the id %1 by now.").arg(kept->taken);
    return outcome;
}

} // namespace tallyman
