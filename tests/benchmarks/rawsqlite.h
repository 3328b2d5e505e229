// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <string>

struct sqlite3;
struct sqlite3_stmt;

namespace tallyman::bench {

/// The floor: the statements that the store runs, on the store's own schema, by SQLite's C API alone, in
/// the calling thread, without checks and without handing anything to another thread. Exits the program
/// on an error.
class RawSqlite {
public:
    /// Opens the database; runs `more` first, for leaving out triggers.
    explicit RawSqlite(const QString &path, const QByteArray &more = {});
    RawSqlite(const RawSqlite &) = delete;
    RawSqlite &operator=(const RawSqlite &) = delete;
    ~RawSqlite();

    void begin();
    void commit();
    void create(const QByteArray &id, const QByteArray &createdAt);
    /// Reads every column of the job into strings and numbers; its size in bytes, for the optimiser.
    std::size_t read(const QByteArray &id);
    std::size_t list(int limit);
    void setProgress(const QByteArray &id, double progress, const QByteArray &at);
    void start(const QByteArray &id, const QByteArray &at);
    void remove(const QByteArray &id);

private:
    void run(sqlite3_stmt *statement);
    [[nodiscard]] sqlite3_stmt *prepare(const QByteArray &sql);
    void execute(const QByteArray &sql);
    void check(bool ok);
    [[nodiscard]] qint64 seqOf(const QByteArray &id);

    sqlite3 *m_db = nullptr;
    int m_logFrames = 0;
    QList<sqlite3_stmt *> m_statements;
    sqlite3_stmt *m_begin, *m_commit, *m_insertJob, *m_insertPayload, *m_read, *m_list, *m_progress, *m_start,
        *m_remove;
};

} // namespace tallyman::bench
