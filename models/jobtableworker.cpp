// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobtableworker.h"

#include "models/rowmerge.h"
#include "models/store/rowwalk.h"
#include "models/store/seqarray.h"

#include <QHash>
#include <QSqlError>

#include <sqlite3.h>

#include <algorithm>

namespace tallyman {

namespace {

// More changes than this between two looks are no longer followed one by one.
constexpr int feedLimit = 5000;
// Below this many rows nobody sees that the first screen came before the rest.
constexpr qsizetype provisionalFrom = 20000;
// The database is written by others, who may keep it locked for a moment; this many looks in a row is no
// moment any more.
constexpr int patience = 20;
constexpr std::chrono::milliseconds retryInterval{1000};
// Placing one changed row costs about as much as walking over this many.
constexpr qsizetype rowsPerMerge = 1000;
// How many steps of SQLite's machine between two questions whether to go on: about a millisecond.
constexpr int stepsPerQuestion = 4000;

JobTableRow rowFrom(const QSqlQuery &query, qsizetype columns)
{
    JobTableRow row;
    row.seq = query.value(0).toLongLong();
    row.values.reserve(columns);
    for (int i = 0; i < columns; ++i)
        row.values.append(query.value(i + 1));
    return row;
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
    m_dataVersion = std::make_unique<QSqlQuery>(m_connection->query());
    m_fetch = std::make_unique<QSqlQuery>(m_connection->query());
    const bool prepared = m_dataVersion->prepare(QStringLiteral("PRAGMA data_version"))
        && m_fetch->prepare(QStringLiteral("SELECT seq, %1 FROM jobs WHERE seq IN "
                                           "(SELECT value FROM json_each(?))")
                                .arg(m_columns.join(QLatin1StringView(", "))));
    if (!prepared) {
        fail(m_connection->error(*m_fetch));
        return false;
    }
    if (sqlite3 *handle = m_connection->handle()) {
        const auto question = [](void *worker) {
            return static_cast<JobTableWorker *>(worker)->cancelled() ? 1 : 0;
        };
        sqlite3_progress_handler(handle, stepsPerQuestion, question, this);
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
    m_fetch.reset();
    m_connection.reset();
}

void JobTableWorker::run(quint64 number, const JobTableQuery &query, bool replace)
{
    m_number = number;
    m_query = query;
    m_mustReadAll = true;
    if (!m_timer.isActive())
        m_timer.start();
    if (ensureOpen())
        readAll(replace);
}

void JobTableWorker::fetch(const QList<qint64> &seqs)
{
    QList<JobTableRow> rows;
    if (ensureOpen())
        rows = rowsOf(seqs).value_or(QList<JobTableRow>());
    emit fetched(rows); // an answer in any case: the model waits for it before it asks for more
}

void JobTableWorker::readIds(const QList<qint64> &seqs)
{
    if (!ensureOpen())
        return;
    QHash<qint64, QString> ids;
    QSqlQuery query = m_connection->query();
    query.prepare(QStringLiteral("SELECT seq, id FROM jobs WHERE seq IN (SELECT value FROM json_each(?))"));
    query.bindValue(0, jsonArray(seqs));
    if (query.exec()) {
        while (query.next())
            ids.insert(query.value(0).toLongLong(), query.value(1).toString());
    }
    if (!check(query))
        return;
    QStringList ordered;
    for (const qint64 seq : seqs) {
        if (const auto id = ids.constFind(seq); id != ids.cend())
            ordered.append(*id);
    }
    emit idsRead(ordered);
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
        if (changed && amend(*changed, *newest))
            return true;
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
    return walk(QStringLiteral("SELECT seq FROM job_changes WHERE rev > %1").arg(rev));
}

// Follows single changes. False where that does not lead to the right rows.
bool JobTableWorker::amend(const QList<qint64> &changedSeqs, qint64 newest)
{
    const SeqSet changed(changedSeqs);
    QSqlQuery query = m_connection->query();
    query.prepare(QStringLiteral("SELECT seq, %1, %2 FROM jobs")
                      .arg(m_columns.join(QLatin1StringView(", ")), m_query.sortKey)
                  + m_query.whereClause(QStringLiteral("seq IN (SELECT value FROM json_each(?))"))
                  + m_query.orderClause());
    query.bindValue(0, jsonArray(changed.sorted()));
    if (!query.exec())
        return check(query);
    JobTableUpdate update;
    QList<KeyedRow> present;
    while (query.next()) {
        update.rows.append(rowFrom(query, m_columns.size()));
        present.append({update.rows.last().seq, query.value(static_cast<int>(m_columns.size()) + 1)});
    }
    if (!check(query))
        return false;
    query.finish();

    const bool many = changed.size() * rowsPerMerge > m_rows.size();
    const auto rows = many
        ? walk(QStringLiteral("SELECT seq FROM jobs") + m_query.whereClause() + m_query.orderClause())
        : mergeChanged(*m_connection, m_query, m_rows, changed, present);
    if (!rows)
        return false;
    update.change = difference(m_rows, *rows, changed);
    m_rev = newest;
    publish(update);
    return true;
}

// First screen, all rows and newest revision from one snapshot.
bool JobTableWorker::readAll(bool replace)
{
    m_running = m_number;
    const Snapshot snapshot(*this);
    if (!snapshot.ok() || cancelled())
        return false;
    const QString select =
        QStringLiteral("SELECT seq FROM jobs") + m_query.whereClause() + m_query.orderClause();
    const auto newest = newestRevision();
    const auto first = newest ? walk(select + QStringLiteral(" LIMIT %1").arg(firstScreen)) : std::nullopt;
    const auto firstRows = first ? rowsOf(*first) : std::nullopt;
    if (!firstRows)
        return false;
    const bool all = first->size() < firstScreen;
    if (replace) {
        JobTableUpdate update{JobTableUpdate::Kind::Replace, all, false, {}, *firstRows};
        update.change.rows = *first;
        publish(update);
    } else if (!all && m_rows.size() >= provisionalFrom) {
        publishProvisional(*first);
    }
    if (!replace || !all) {
        const auto rows = all ? first : walk(select);
        if (!rows)
            return false;
        publish({JobTableUpdate::Kind::Amend, true, !replace, difference(m_rows, *rows), *firstRows});
    }
    m_rev = *newest;
    m_mustReadAll = false;
    return true;
}

// Another order of many rows takes a while to find. Until then: the right first screen, and below it what
// was there before. Only rows that were there before, so that none comes twice.
void JobTableWorker::publishProvisional(const QList<qint64> &firstSeqs)
{
    const SeqSet first(firstSeqs);
    QList<std::pair<qint64, qsizetype>> found;
    const RowMap rest = without(m_rows, first, &found);
    QList<qint64> known;
    for (const auto &[seq, position] : std::as_const(found))
        known.append(seq);
    const SeqSet knownSet(known);
    RowMap provisional;
    provisional.reserve(m_rows.size());
    for (const qint64 seq : firstSeqs) {
        if (knownSet.contains(seq))
            provisional.append(seq);
    }
    provisional.append(rest);
    JobTableUpdate update;
    update.complete = false;
    update.change = difference(m_rows, provisional, SeqSet({}));
    publish(update);
}

void JobTableWorker::publish(const JobTableUpdate &update)
{
    m_rows = update.change.rows;
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

std::optional<RowMap> JobTableWorker::walk(const QString &sql)
{
    auto walked = walkRows(*m_connection, sql, [this] { return cancelled(); });
    if (walked)
        return std::move(walked).value();
    fail(walked.error());
    return {};
}

std::optional<QList<JobTableRow>> JobTableWorker::rowsOf(const QList<qint64> &seqs)
{
    QList<JobTableRow> rows;
    m_fetch->bindValue(0, jsonArray(seqs));
    if (m_fetch->exec()) {
        while (m_fetch->next())
            rows.append(rowFrom(*m_fetch, m_columns.size()));
    }
    if (!check(*m_fetch))
        return {};
    m_fetch->finish();
    return rows;
}

// Whether the query ran to its end; notes the failure where it did not.
bool JobTableWorker::check(const QSqlQuery &query)
{
    if (!query.lastError().isValid())
        return true;
    if (!cancelled())
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
