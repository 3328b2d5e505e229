// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/rawsqlite.h"

#include "models/store/jobrow.h"
#include "models/store/keeper.h"

#include <cstdio>
#include <cstdlib>
#include <sqlite3.h>

namespace tallyman::bench {

namespace {

// What a caller without any library of ours would read into.
struct PlainJob {
    std::string texts[24];
    qint64 numbers[24];
    double progress;
};

void bindText(sqlite3_stmt *statement, int i, const QByteArray &text)
{
    sqlite3_bind_text(statement, i, text.constData(), static_cast<int>(text.size()), SQLITE_STATIC);
}

std::size_t readRow(sqlite3_stmt *statement, PlainJob &job)
{
    std::size_t bytes = 0;
    const int columns = sqlite3_column_count(statement);
    for (int i = 0, text = 0, number = 0; i < columns; ++i) {
        switch (sqlite3_column_type(statement, i)) {
        case SQLITE_TEXT: {
            const void *data = sqlite3_column_text(statement, i);
            job.texts[text++].assign(static_cast<const char *>(data),
                                     static_cast<std::size_t>(sqlite3_column_bytes(statement, i)));
            bytes += job.texts[text - 1].size();
            break;
        }
        case SQLITE_INTEGER:
            job.numbers[number++] = sqlite3_column_int64(statement, i);
            break;
        case SQLITE_FLOAT:
            job.progress = sqlite3_column_double(statement, i);
            break;
        default:
            break;
        }
    }
    return bytes;
}

} // namespace

RawSqlite::RawSqlite(const QString &path, const QByteArray &more)
{
    check(sqlite3_open_v2(path.toUtf8().constData(), &m_db, SQLITE_OPEN_READWRITE, nullptr) == SQLITE_OK);
    execute("PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=0; PRAGMA cache_size=-16384;");
    // The log is moved into the file as often as the store does it.
    sqlite3_wal_hook(
        m_db,
        [](void *frames, sqlite3 *, const char *, int count) {
            *static_cast<int *>(frames) = count;
            return SQLITE_OK;
        },
        &m_logFrames);
    execute(more);
    const QByteArray select = QByteArray("SELECT ") + jobColumns + jobTables;
    m_begin = prepare("BEGIN IMMEDIATE");
    m_commit = prepare("COMMIT");
    m_insertJob =
        prepare("INSERT INTO jobs (id, name, provider, created_at, queued_at) VALUES (?, ?, ?, ?, ?)");
    m_insertPayload = prepare("INSERT INTO job_payload (seq, input) VALUES (?, ?)");
    m_read = prepare(select + "WHERE j.id = ?");
    m_list = prepare(select + "ORDER BY j.created_at DESC, j.seq DESC LIMIT ?");
    m_progress = prepare("UPDATE jobs SET progress = ?, heartbeat_at = ? WHERE seq = ?");
    m_start =
        prepare("UPDATE jobs SET status = 'running', started_at = ?1, heartbeat_at = ?1 WHERE seq = ?2");
    m_remove = prepare("DELETE FROM jobs WHERE id = ?");
}

RawSqlite::~RawSqlite()
{
    for (sqlite3_stmt *statement : std::as_const(m_statements))
        sqlite3_finalize(statement);
    sqlite3_close(m_db);
}

void RawSqlite::check(bool ok)
{
    if (ok)
        return;
    std::fprintf(stderr, "SQLite: %s\n", sqlite3_errmsg(m_db));
    std::exit(1);
}

void RawSqlite::execute(const QByteArray &sql)
{
    check(sqlite3_exec(m_db, sql.constData(), nullptr, nullptr, nullptr) == SQLITE_OK);
}

sqlite3_stmt *RawSqlite::prepare(const QByteArray &sql)
{
    sqlite3_stmt *statement = nullptr;
    check(sqlite3_prepare_v3(m_db, sql.constData(), -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr)
          == SQLITE_OK);
    m_statements << statement;
    return statement;
}

void RawSqlite::run(sqlite3_stmt *statement)
{
    check(sqlite3_step(statement) == SQLITE_DONE);
    sqlite3_reset(statement);
}

void RawSqlite::begin()
{
    run(m_begin);
}

void RawSqlite::commit()
{
    run(m_commit);
    constexpr int pageBytes = 4096;
    if (m_logFrames >= Keeper::logBytes / pageBytes) {
        sqlite3_wal_checkpoint_v2(m_db, nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
        m_logFrames = 0;
    }
}

void RawSqlite::create(const QByteArray &id, const QByteArray &createdAt)
{
    const QByteArray name("track_0001.wav");
    const QByteArray provider("songmap");
    const QByteArray input("/srv/songmap/in/track_0001.wav");
    bindText(m_insertJob, 1, id);
    bindText(m_insertJob, 2, name);
    bindText(m_insertJob, 3, provider);
    bindText(m_insertJob, 4, createdAt);
    bindText(m_insertJob, 5, createdAt);
    run(m_insertJob);
    sqlite3_bind_int64(m_insertPayload, 1, sqlite3_last_insert_rowid(m_db));
    bindText(m_insertPayload, 2, input);
    run(m_insertPayload);
}

std::size_t RawSqlite::read(const QByteArray &id)
{
    PlainJob job;
    bindText(m_read, 1, id);
    check(sqlite3_step(m_read) == SQLITE_ROW);
    const std::size_t bytes = readRow(m_read, job);
    sqlite3_reset(m_read);
    return bytes;
}

std::size_t RawSqlite::list(int limit)
{
    std::size_t bytes = 0;
    QList<PlainJob> jobs;
    sqlite3_bind_int(m_list, 1, limit);
    while (sqlite3_step(m_list) == SQLITE_ROW) {
        jobs.emplaceBack();
        bytes += readRow(m_list, jobs.last());
    }
    sqlite3_reset(m_list);
    return bytes;
}

// The store reads a job before it changes it, since the change must be allowed; so the floor does too.
qint64 RawSqlite::seqOf(const QByteArray &id)
{
    PlainJob job;
    bindText(m_read, 1, id);
    check(sqlite3_step(m_read) == SQLITE_ROW);
    readRow(m_read, job);
    const qint64 seq = job.numbers[0];
    sqlite3_reset(m_read);
    return seq;
}

void RawSqlite::setProgress(const QByteArray &id, double progress, const QByteArray &at)
{
    const qint64 seq = seqOf(id);
    sqlite3_bind_double(m_progress, 1, progress);
    bindText(m_progress, 2, at);
    sqlite3_bind_int64(m_progress, 3, seq);
    run(m_progress);
}

void RawSqlite::start(const QByteArray &id, const QByteArray &at)
{
    const qint64 seq = seqOf(id);
    bindText(m_start, 1, at);
    sqlite3_bind_int64(m_start, 2, seq);
    run(m_start);
}

void RawSqlite::remove(const QByteArray &id)
{
    bindText(m_remove, 1, id);
    run(m_remove);
}

} // namespace tallyman::bench
