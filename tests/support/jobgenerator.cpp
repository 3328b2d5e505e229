// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/jobgenerator.h"

#include "models/store/keeper.h"
#include "models/store/schema.h"
#include "tests/support/manyjobs.h"

#include <QFile>

#include <map>
#include <memory>
#include <sqlite3.h>
#include <tuple>
#include <vector>

namespace tallyman::test {

namespace {

constexpr qint64 jobsPerTransaction = 200'000;

// What the triggers would count; see the schema.
class Counters {
public:
    explicit Counters(std::vector<qint64> bucketEdges)
        : m_edges(std::move(bucketEdges))
    {
    }

    void add(const PlainJob &job)
    {
        Total &total = m_totals[{job.provider, job.status}];
        ++total.present;
        if (!isFinished(job.status))
            return;
        ++total.ended;
        const bool timed = job.startedAt && job.completedAt;
        const qint64 ms = timed ? std::max<qint64>(0, (*job.completedAt - *job.startedAt).count()) : 0;
        total.timed += timed ? 1 : 0;
        total.durationMs += ms;
        total.slow += ms > 3'600'000 ? 1 : 0;
        if (!job.completedAt)
            return;
        const auto edge = std::lower_bound(m_edges.begin(), m_edges.end(), ms);
        const qint64 hour =
            std::chrono::floor<std::chrono::hours>(*job.completedAt).time_since_epoch().count();
        Rollup &rollup = m_rollups[{hour, job.provider, job.status, timed ? edge - m_edges.begin() + 1 : 0}];
        ++rollup.ended;
        rollup.durationMs += ms;
    }

    struct Total {
        qint64 present = 0;
        qint64 ended = 0;
        qint64 timed = 0;
        qint64 durationMs = 0;
        qint64 slow = 0;
    };
    struct Rollup {
        qint64 ended = 0;
        qint64 durationMs = 0;
    };
    using Totals = std::map<std::tuple<std::string, JobStatus>, Total>;
    using Rollups = std::map<std::tuple<qint64, std::string, JobStatus, qint64>, Rollup>;
    [[nodiscard]] const Totals &totals() const { return m_totals; }
    [[nodiscard]] const Rollups &rollups() const { return m_rollups; }

private:
    std::vector<qint64> m_edges;
    Totals m_totals;
    Rollups m_rollups;
};

QByteArray hourText(qint64 hour)
{
    return toIsoText(Timestamp{std::chrono::hours{hour}}).first(13);
}

QByteArray word(JobStatus status)
{
    return QByteArray(toWord(status).data(), toWord(status).size());
}

// One statement, prepared once.
class Statement {
public:
    Statement(sqlite3 *database, const QByteArray &sql)
    {
        sqlite3_prepare_v3(database, sql.constData(), -1, SQLITE_PREPARE_PERSISTENT, &m_statement, nullptr);
    }
    ~Statement() { sqlite3_finalize(m_statement); }
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    // The values of the parameters, in their order.
    void put(const std::string &text)
    {
        if (text.empty())
            sqlite3_bind_null(m_statement, m_next++);
        else
            sqlite3_bind_text(m_statement, m_next++, text.data(), static_cast<int>(text.size()),
                              SQLITE_TRANSIENT);
    }
    void put(qint64 number) { sqlite3_bind_int64(m_statement, m_next++, number); }
    void put(double number) { sqlite3_bind_double(m_statement, m_next++, number); }
    void put(std::optional<qint64> number)
    {
        if (number)
            put(*number);
        else
            sqlite3_bind_null(m_statement, m_next++);
    }
    void put(std::optional<Timestamp> time) { put(time ? toIsoText(*time).toStdString() : std::string()); }
    void putEmptyable(const std::string &text)
    {
        sqlite3_bind_text(m_statement, m_next++, text.data(), static_cast<int>(text.size()),
                          SQLITE_TRANSIENT);
    }

    bool run()
    {
        const bool done = sqlite3_step(m_statement) == SQLITE_DONE;
        sqlite3_reset(m_statement);
        m_next = 1;
        return done;
    }
    bool next() { return sqlite3_step(m_statement) == SQLITE_ROW; }
    [[nodiscard]] qint64 number(int i) const { return sqlite3_column_int64(m_statement, i); }
    [[nodiscard]] QByteArray text(int i) const
    {
        return QByteArray(reinterpret_cast<const char *>(sqlite3_column_text(m_statement, i)));
    }

private:
    sqlite3_stmt *m_statement = nullptr;
    int m_next = 1;
};

class Generator {
public:
    Generator(const QString &path, Bookkeeping bookkeeping)
        : m_path(path)
        , m_bookkeeping(bookkeeping)
    {
        sqlite3_open_v2(QFile::encodeName(path).constData(), &m_database, SQLITE_OPEN_READWRITE, nullptr);
    }
    ~Generator() { sqlite3_close(m_database); }
    Generator(const Generator &) = delete;
    Generator &operator=(const Generator &) = delete;

    bool begin()
    {
        // Nobody else has the file, and a broken one is made again.
        bool ok = execute("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE; "
                          "PRAGMA cache_size=-400000; PRAGMA temp_store=FILE;");
        if (m_bookkeeping == Bookkeeping::InBulk) {
            Statement schema(
                m_database,
                "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND (type = 'trigger' "
                "OR (type = 'index' AND tbl_name = 'jobs')) ORDER BY type, rowid");
            QByteArray drop;
            while (schema.next()) {
                drop += "DROP " + schema.text(0) + ' ' + schema.text(1) + ';';
                m_recreate += schema.text(2) + ';';
            }
            schema.run();
            ok = ok && execute(drop);
        }
        return ok;
    }

    bool write(ManyJobs &jobs, qint64 count, const std::function<void(qint64)> &progress)
    {
        Statement job(
            m_database,
            "INSERT INTO jobs (id, name, provider, user, status, progress, total_items, processed_items, "
            "retry_count, total_size, files_count, created_at, queued_at, started_at, completed_at, "
            "heartbeat_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        Statement payload(
            m_database,
            "INSERT INTO job_payload (seq, input, output, error, metadata) VALUES (?, ?, ?, ?, ?)");
        m_counters = std::make_unique<Counters>(bucketEdges());
        bool ok = execute("BEGIN");
        for (qint64 i = 1; i <= count && ok; ++i) {
            const PlainJob &next = jobs.next();
            ok = writeOne(job, payload, next);
            if (m_bookkeeping == Bookkeeping::InBulk)
                m_counters->add(next);
            if (i % jobsPerTransaction == 0) {
                ok = ok && execute("COMMIT; BEGIN");
                if (progress)
                    progress(i);
            }
        }
        return ok && execute("COMMIT");
    }

    bool finish(qint64 count)
    {
        if (m_bookkeeping == Bookkeeping::InBulk
            && !(execute("BEGIN") && writeCounters() && writeFeed(count) && execute("COMMIT")
                 && execute(m_recreate)))
            return false;
        if (!(execute("BEGIN") && fillSearch() && execute("COMMIT")))
            return false;
        return execute("PRAGMA locking_mode=NORMAL; PRAGMA journal_mode=WAL");
    }

    [[nodiscard]] StoreError error() const
    {
        return sqliteError(sqlite3_extended_errcode(m_database),
                           QString::fromUtf8(sqlite3_errmsg(m_database)), m_path);
    }

private:
    bool execute(const QByteArray &sql)
    {
        return sqlite3_exec(m_database, sql.constData(), nullptr, nullptr, nullptr) == SQLITE_OK;
    }

    std::vector<qint64> bucketEdges()
    {
        std::vector<qint64> edges;
        Statement query(m_database, "SELECT at_most_ms FROM duration_buckets ORDER BY bucket");
        while (query.next())
            edges.push_back(query.number(0));
        return edges;
    }

    bool writeOne(Statement &job, Statement &payload, const PlainJob &values)
    {
        for (const std::string &text : {values.id, values.name, values.provider, values.user})
            job.put(text);
        job.put(word(values.status).toStdString());
        job.put(values.progress);
        job.put(values.totalItems);
        job.put(values.processedItems);
        job.put(qint64{values.retryCount});
        job.put(values.totalSize);
        job.put(values.filesCount);
        for (const std::optional<Timestamp> &time :
             {std::optional(values.createdAt), std::optional(values.createdAt), values.startedAt,
              values.completedAt, values.heartbeatAt})
            job.put(time);
        if (!job.run())
            return false;
        payload.put(qint64{sqlite3_last_insert_rowid(m_database)});
        for (const std::string &text : {values.input, values.output, values.error, values.metadata})
            payload.put(text);
        return payload.run();
    }

    bool writeCounters()
    {
        Statement total(m_database, "INSERT INTO job_totals VALUES (?, ?, ?, ?, ?, ?, ?)");
        for (const auto &[key, value] : m_counters->totals()) {
            total.putEmptyable(std::get<0>(key));
            total.put(word(std::get<1>(key)).toStdString());
            for (const qint64 number :
                 {value.present, value.ended, value.timed, value.durationMs, value.slow})
                total.put(number);
            if (!total.run())
                return false;
        }
        Statement rollup(m_database, "INSERT INTO job_rollups VALUES (?, ?, ?, ?, ?, ?)");
        for (const auto &[key, value] : m_counters->rollups()) {
            rollup.put(hourText(std::get<0>(key)).toStdString());
            rollup.putEmptyable(std::get<1>(key));
            rollup.put(word(std::get<2>(key)).toStdString());
            for (const qint64 number : {std::get<3>(key), value.ended, value.durationMs})
                rollup.put(number);
            if (!rollup.run())
                return false;
        }
        return true;
    }

    // As long as the keeper would have left it.
    bool writeFeed(qint64 count)
    {
        return execute("INSERT INTO job_changes (rev, seq, op) SELECT seq, seq, 1 FROM jobs WHERE seq > "
                       + QByteArray::number(count - Keeper::keptChanges));
    }

    // As the keeper fills it, some time after the jobs were written.
    bool fillSearch()
    {
        return execute(
            "INSERT INTO job_search (rowid, name, error) SELECT j.seq, j.name, p.error FROM jobs j "
            "LEFT JOIN job_payload p ON p.seq = j.seq;"
            "UPDATE job_search_state SET seq = (SELECT ifnull(max(seq), 0) FROM jobs)");
    }

    QString m_path;
    Bookkeeping m_bookkeeping;
    sqlite3 *m_database = nullptr;
    QByteArray m_recreate;
    std::unique_ptr<Counters> m_counters;
};

} // namespace

Result<void> generateJobs(const QString &path, qint64 count, Timestamp end, Bookkeeping bookkeeping,
                          const std::function<void(qint64 written)> &progress)
{
    if (auto made = prepareDatabaseFile(path); !made)
        return made;
    Generator generator(path, bookkeeping);
    ManyJobs jobs(count, end);
    if (!generator.begin() || !generator.write(jobs, count, progress) || !generator.finish(count))
        return generator.error();
    return {};
}

} // namespace tallyman::test
