// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobtableworker.h"

#include "models/firstrows.h"
#include "models/jobrowreader.h"
#include "models/rowmerge.h"
#include "models/store/rowwalk.h"
#include "models/store/seqarray.h"

#include <QSqlError>

#include <sqlite3.h>

#include <algorithm>

namespace tallyman {

namespace {

using namespace std::chrono_literals;
using std::chrono::steady_clock;

// More changes than this between two looks are no longer followed one by one.
constexpr int feedLimit = 5000;
// Below this many rows nobody sees that the first screen came before the rest.
constexpr qsizetype provisionalFrom = 20000;
// The database is written by others, who may keep it locked for a moment; this many looks in a row is no
// moment any more.
constexpr int patience = 20;
constexpr auto retryInterval = 1000ms;
// Placing one changed row costs about as much as walking over this many.
constexpr qsizetype rowsPerMerge = 1000;
// How many steps of SQLite's machine between two questions whether to go on: about a millisecond.
constexpr int stepsPerQuestion = 4000;
// The first screen is shown as far as it is found by then.
constexpr auto firstScreenTime = 50ms;
constexpr auto firstReport = 300ms;
constexpr auto reportInterval = 100ms;
// Rows that are found later are shown now and then, at ever longer intervals.
constexpr auto firstPart = 250ms;
constexpr auto lastPart = 4000ms;

// Whether the first screen is the same. What was sent behind it comes from the same walk.
bool startsWith(const RowMap &rows, const RowMap &first)
{
    const qsizetype count = std::min<qsizetype>(first.size(), JobTableWorker::firstScreen);
    return rows.size() >= first.size() && rows.sliced(0, count) == first.sliced(0, count);
}

} // namespace

// One consistent view of the database for several statements.
class JobTableWorker::Snapshot {
public:
    explicit Snapshot(JobTableWorker &worker)
        : m_worker(worker)
    {
        const Result<void> begun = worker.m_connection->execute(QStringLiteral("BEGIN"));
        m_ok = begun.ok();
        if (!m_ok)
            worker.fail(begun.error());
    }
    ~Snapshot()
    {
        m_worker.m_running = 0; // nothing may cancel the end of it
        if (m_ok && m_worker.m_connection)
            (void)m_worker.m_connection->execute(QStringLiteral("COMMIT"));
    }
    Snapshot(const Snapshot &) = delete;
    Snapshot &operator=(const Snapshot &) = delete;
    [[nodiscard]] bool ok() const { return m_ok; }

private:
    JobTableWorker &m_worker;
    bool m_ok;
};

JobTableWorker::JobTableWorker(QString databaseName, QStringList columns)
    : m_databaseName(std::move(databaseName))
    , m_columns(std::move(columns))
    , m_timer(this)
{
    m_timer.setInterval(pollInterval);
    m_timer.setTimerType(Qt::PreciseTimer); // a coarse one may be late by a twentieth, and often is
    connect(&m_timer, &QTimer::timeout, this, &JobTableWorker::poll);
}

JobTableWorker::~JobTableWorker() = default;

bool JobTableWorker::ensureOpen()
{
    if (m_connection)
        return true;
    auto opened = SqliteConnection::open(m_databaseName, SqliteConnection::Mode::ReadOnly);
    if (!opened) {
        fail(opened.error());
        return false;
    }
    m_connection = std::move(opened).value();
    // In memory, to sort ten million rows would take a gigabyte.
    if (const auto done = m_connection->execute(QStringLiteral("PRAGMA temp_store=FILE")); !done) {
        fail(done.error());
        return false;
    }
    m_dataVersion = std::make_unique<QSqlQuery>(m_connection->query());
    if (!m_dataVersion->prepare(QStringLiteral("PRAGMA data_version"))) {
        fail(m_connection->error(*m_dataVersion));
        return false;
    }
    if (sqlite3 *handle = m_connection->handle()) {
        const auto question = [](void *worker) {
            return static_cast<JobTableWorker *>(worker)->goOn() ? 0 : 1;
        };
        sqlite3_progress_handler(handle, stepsPerQuestion, question, this);
        (void)sqlite3_test_control(SQLITE_TESTCTRL_SORTER_MMAP, handle, 0); // nor map the file instead
    }
    m_seenVersion = -1;
    return true;
}

void JobTableWorker::close()
{
    m_timer.stop();
    disconnectFromDatabase();
}

void JobTableWorker::disconnectFromDatabase()
{
    m_dataVersion.reset();
    m_connection.reset();
}

void JobTableWorker::run(quint64 number, const JobTableQuery &query, bool replace)
{
    m_number = number;
    m_shown.query = query;
    m_mustReadAll = true;
    if (!m_timer.isActive())
        m_timer.start();
    if (ensureOpen())
        readAll(replace);
}

void JobTableWorker::poll()
{
    if (!ensureOpen())
        return;
    if (!m_dataVersion->exec() || !m_dataVersion->next()) {
        check(*m_dataVersion);
        return;
    }
    const qint64 version = m_dataVersion->value(0).toLongLong();
    m_dataVersion->finish();
    if (version != m_seenVersion || m_mustReadAll) {
        m_cancelled = 0; // that was meant for what was read before
        if (!(m_mustReadAll ? readAll(false) : readChanges()))
            return; // noted; the next look tries again
        m_seenVersion = version;
        emit storeChanged();
    }
    m_lockedPolls = 0;
    if (m_failing) {
        m_failing = false;
        m_timer.setInterval(pollInterval);
        emit recovered();
    }
}

bool JobTableWorker::readChanges()
{
    {
        const Snapshot snapshot(*this);
        const auto newest = snapshot.ok() ? newestRevision() : std::nullopt;
        if (!newest)
            return false;
        if (*newest == m_rev)
            return true;
        const auto changed = changedSince(m_rev, *newest);
        const bool amended = changed && amend(*changed);
        if (amended || !m_shown.whole) {
            // What somebody cancelled is not read anew behind his back.
            if (!amended)
                publish({JobTableUpdate::Kind::Amend,
                         JobTableUpdate::State::Stopped,
                         true,
                         false,
                         difference(m_shown.rows, m_shown.rows, SeqSet({})),
                         {}});
            m_rev = *newest;
            return true;
        }
    }
    return readAll(false);
}

// The jobs that changed after that revision; nothing where the feed does not reach back so far, or says so
// much that reading everything is less work.
std::optional<QList<qint64>> JobTableWorker::changedSince(qint64 rev, qint64 newest)
{
    if (newest < rev || newest - rev > feedLimit)
        return {};
    const auto oldest = number(QStringLiteral("SELECT ifnull(min(rev), 0) FROM job_changes"));
    if (!oldest || *oldest > rev + 1)
        return {};
    auto seqs = walkRows(*m_connection, QStringLiteral("SELECT seq FROM job_changes WHERE rev > %1").arg(rev),
                         [] { return false; });
    if (seqs)
        return *std::move(seqs);
    fail(seqs.error());
    return {};
}

// Follows single changes. False where that does not lead to the right rows.
bool JobTableWorker::amend(const QList<qint64> &changedSeqs)
{
    const SeqSet changed(changedSeqs);
    const JobTableQuery &sql = m_shown.query;
    auto present = readKeyedRows(*m_connection, sql, m_columns, changed);
    if (!present) {
        fail(present.error());
        return false;
    }
    JobTableUpdate update;
    update.rows = std::move(present->rows);
    // A walk over every job is quick, one over those of a filter perhaps not.
    if (sql.isEveryJob() && m_shown.whole && update.rows.size() * rowsPerMerge > m_shown.rows.size()) {
        RowMapBuilder rows;
        RowWalk walk(*m_connection, sql.byRow(QStringLiteral("seq")),
                     [&rows](qint64 seq) { rows.append(seq); });
        if (walk.run([] { return true; }) != RowWalk::End::Whole) {
            fail(walk.error());
            return false;
        }
        update.change = difference(m_shown.rows, rows.rows(), changed);
    } else {
        auto change = mergeChanged(*m_connection, sql, m_shown.rows, changed, present->keys, m_shown.whole);
        if (!change)
            return false;
        update.change = std::move(*change);
    }
    update.state = m_shown.whole ? JobTableUpdate::State::Complete : JobTableUpdate::State::Stopped;
    publish(update);
    return true;
}

// First screen, all rows and newest revision from one snapshot.
bool JobTableWorker::readAll(bool replace)
{
    m_running = m_number;
    m_replace = replace;
    m_byParts = replace;
    m_firstIsAll = false;
    const Snapshot snapshot(*this);
    const auto newest = snapshot.ok() ? newestRevision() : std::nullopt;
    const bool read = newest && readFirst(replace) && readRest();
    m_walk = nullptr;
    m_deadline = SteadyTime::max();
    if (!read && !givenUp())
        return false;
    if (read)
        m_shown.whole = true;
    else
        giveUp(replace);
    if (newest && (read || replace))
        m_rev = *newest;
    m_mustReadAll = false;
    m_settled = m_shown;
    return true;
}

bool JobTableWorker::readFirst(bool replace)
{
    const auto all = number(QStringLiteral("SELECT ifnull(sum(present), 0) FROM job_totals"));
    if (!all)
        return false;
    const auto sql = firstRowsSql(*m_connection, m_shown.query, *all);
    if (!sql) {
        if (!superseded() && !givenUp())
            fail(sql.error());
        return false;
    }
    m_ofAbout = *all;
    m_sorts = sortsAllRows(*m_connection, *sql);
    const SteadyTime start = steady_clock::now();
    m_nextReport = start + firstReport;
    m_nextPart = start + firstPart;
    m_partInterval = firstPart;
    if (!m_sorts)
        m_deadline = start + firstScreenTime;
    QList<qint64> seqs;
    RowWalk walk(*m_connection, *sql + QStringLiteral(" LIMIT %1").arg(firstScreen),
                 [&seqs](qint64 seq) { seqs.append(seq); });
    m_walk = &walk;
    const RowWalk::End end = walk.run([this] { return goOn(); });
    m_walk = nullptr;
    m_deadline = SteadyTime::max();
    if (end == RowWalk::End::Failed)
        fail(walk.error());
    if (end == RowWalk::End::Failed || superseded() || givenUp())
        return false;

    const auto rows = rowsOf(seqs);
    if (!rows)
        return false;
    const RowMap first(seqs);
    m_firstIsAll = end == RowWalk::End::Whole && seqs.size() < firstScreen;
    if (m_firstIsAll) {
        JobTableUpdate update;
        update.kind = replace ? JobTableUpdate::Kind::Replace : JobTableUpdate::Kind::Amend;
        update.rereadShown = !replace;
        update.change = replace ? RowMapChange{first, {}, false, {}} : difference(m_shown.rows, first);
        update.rows = *rows;
        publish(update);
    } else if (replace && !seqs.isEmpty()) {
        publish({JobTableUpdate::Kind::Replace,
                 JobTableUpdate::State::Reading,
                 false,
                 false,
                 {first, {}, false, {}},
                 *rows});
        m_replace = false;
    } else if (!replace && m_shown.rows.size() >= provisionalFrom) {
        // Another order of many rows takes a while to find. Until then: the right first screen, and below it
        // what was there before.
        publish({JobTableUpdate::Kind::Amend, JobTableUpdate::State::Reading, false, false,
                 difference(m_shown.rows, broughtToFront(m_shown.rows, seqs), SeqSet({})), *rows});
    }
    return true;
}

bool JobTableWorker::readRest()
{
    if (m_firstIsAll)
        return true;
    const QString sql = m_shown.query.byIndex(QStringLiteral("seq"));
    m_sorts = sortsAllRows(*m_connection, sql);
    m_found = RowMapBuilder();
    RowWalk walk(*m_connection, sql, [this](qint64 seq) { m_found.append(seq); });
    m_walk = &walk;
    const RowWalk::End end = walk.run([this] { return goOn(); });
    if (end == RowWalk::End::Failed)
        fail(walk.error());
    if (end != RowWalk::End::Whole)
        return false;
    const RowMap all = std::exchange(m_found, {}).rows();
    JobTableUpdate update;
    if (m_byParts && !m_replace && startsWith(all, m_shown.rows)) {
        update.change.rows = all;
        if (const qsizetype before = m_shown.rows.size(); all.size() > before)
            update.change.inserted = {{before, all.size() - before}};
    } else if (m_byParts && m_replace) {
        update.kind = JobTableUpdate::Kind::Replace;
        update.change.rows = all;
    } else {
        update.rereadShown = true;
        update.change = difference(m_shown.rows, all);
    }
    publish(update);
    return true;
}

// Somebody cancelled. What was found of new rows stays; another order of the rows there were is dropped.
void JobTableWorker::giveUp(bool replace)
{
    JobTableUpdate update;
    update.state = JobTableUpdate::State::Stopped;
    m_shown.whole = false;
    if (!replace) {
        update.reverted = true;
        update.change = difference(m_shown.rows, m_settled.rows);
        m_shown.query = m_settled.query;
        m_shown.whole = m_settled.whole;
        if (m_shown.whole)
            update.state = JobTableUpdate::State::Complete;
    } else if (m_replace) {
        update.kind = JobTableUpdate::Kind::Replace;
    } else {
        update.change.rows = m_shown.rows;
    }
    publish(update);
}

// The rows found so far, behind those that were sent before.
void JobTableWorker::publishPart()
{
    JobTableUpdate update;
    update.state = JobTableUpdate::State::Reading;
    update.change.rows = m_found.rows();
    if (m_replace)
        update.kind = JobTableUpdate::Kind::Replace;
    else
        update.change.inserted = {{m_shown.rows.size(), m_found.size() - m_shown.rows.size()}};
    m_replace = false;
    publish(update);
}

void JobTableWorker::publish(const JobTableUpdate &update)
{
    m_shown.rows = update.change.rows;
    emit updated(update);
}

std::optional<qint64> JobTableWorker::newestRevision()
{
    return number(QStringLiteral("SELECT ifnull(max(rev), 0) FROM job_changes"));
}

std::optional<qint64> JobTableWorker::number(const QString &sql)
{
    QSqlQuery query = m_connection->query();
    if (!query.exec(sql) || !query.next()) {
        check(query);
        return {};
    }
    return query.value(0).toLongLong();
}

std::optional<QList<JobTableRow>> JobTableWorker::rowsOf(const QList<qint64> &seqs)
{
    QSqlQuery query = m_connection->query();
    query.prepare(QStringLiteral("SELECT seq, ") + m_columns.join(QLatin1StringView(", "))
                  + QStringLiteral(" FROM jobs WHERE seq IN (SELECT value FROM json_each(?))"));
    query.bindValue(0, jsonArray(seqs));
    QList<JobTableRow> rows;
    if (query.exec()) {
        while (query.next())
            rows.append(jobTableRow(query, m_columns.size()));
    }
    if (!check(query))
        return {};
    return rows;
}

// Asked all the time while a statement runs.
bool JobTableWorker::goOn()
{
    if (superseded() || givenUp())
        return false;
    if (!m_walk)
        return true;
    const SteadyTime now = steady_clock::now();
    if (now >= m_deadline && m_walk)
        return false;
    if (now >= m_nextReport)
        report(now);
    return true;
}

void JobTableWorker::report(SteadyTime now)
{
    m_nextReport = now + reportInterval;
    const qint64 lookedAt = m_walk->lookedAt();
    const qint64 found = m_walk->found();
    if (lookedAt > 0) // rows that are sorted are read first and given then
        emit reading(m_sorts ? lookedAt * 3 / 4 + found / 4 : lookedAt, m_ofAbout);
    else
        emit reading(found, m_shown.query.isEveryJob() ? m_ofAbout : -1);
    if (m_byParts && now >= m_nextPart && m_found.size() > (m_replace ? 0 : m_shown.rows.size())) {
        publishPart();
        m_partInterval = std::min<std::chrono::milliseconds>(2 * m_partInterval, lastPart);
        m_nextPart = now + m_partInterval;
    }
}

// Whether the query ran to its end; notes the failure where it did not.
bool JobTableWorker::check(const QSqlQuery &query)
{
    if (!query.lastError().isValid())
        return true;
    if (!superseded() && !givenUp())
        fail(m_connection->error(query));
    return false;
}

void JobTableWorker::fail(const StoreError &error)
{
    m_mustReadAll = true;
    if (error.code == ErrorCode::Locked && ++m_lockedPolls < patience)
        return;
    // Opening it anew also finds a file that was put in the place of the old one. Queries of the old
    // connection are still in use here, so this waits for the next turn.
    QMetaObject::invokeMethod(this, &JobTableWorker::disconnectFromDatabase, Qt::QueuedConnection);
    if (!m_failing) {
        m_failing = true;
        m_timer.setInterval(retryInterval);
        emit failed(error);
    }
}

} // namespace tallyman
