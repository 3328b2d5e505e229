// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sqljobstore.h"

#include "models/store/filtersql.h"
#include "models/store/manymutations.h"
#include "models/store/rowwalk.h"

#include <QSqlError>

#include <sqlite3.h>

namespace tallyman {

namespace {

// Of a row that begins with item, success, error, details.
JobResult resultOf(const QSqlQuery &row)
{
    return {row.value(0).toString(), row.value(1).toBool(), row.value(2).toString(),
            row.value(3).toString().toUtf8()};
}

// Adds a row of job_totals: provider, status, present, ended, timed, duration_ms, slow; by provider.
void addTotals(Statistics &statistics, const QSqlQuery &row)
{
    const QString name = row.value(0).toString();
    const auto status = jobStatusFromWord(row.value(1).toString());
    if (!status)
        return; // no row of jobs can have it
    if (statistics.providers.isEmpty() || statistics.providers.constLast().name != name)
        statistics.providers << Statistics::Provider{name, {}, {}};
    Statistics::Provider &provider = statistics.providers.last();
    provider.present[*status] += row.value(2).toLongLong();
    statistics.present[*status] += row.value(2).toLongLong();
    Statistics::Ends ends;
    ends.jobs[*status] = row.value(3).toLongLong();
    ends.slow = row.value(6).toLongLong();
    if (*status == JobStatus::Completed) {
        ends.timed = row.value(4).toLongLong();
        ends.duration = std::chrono::milliseconds{row.value(5).toLongLong()};
    }
    provider.ends += ends;
    statistics.ends += ends;
}

// As long as this is there, SQLite asks now and then whether to go on.
class StopWhen {
public:
    StopWhen(const SqliteConnection &connection, const std::function<bool()> &cancelled)
        : m_handle(connection.handle())
    {
        constexpr int stepsPerQuestion = 4000; // of SQLite's machine: about a millisecond
        const auto question = [](void *asked) {
            return (*static_cast<const std::function<bool()> *>(asked))() ? 1 : 0;
        };
        if (m_handle)
            sqlite3_progress_handler(m_handle, stepsPerQuestion, question,
                                     const_cast<std::function<bool()> *>(&cancelled)); // it takes void *
    }
    ~StopWhen()
    {
        if (m_handle)
            sqlite3_progress_handler(m_handle, 0, nullptr, nullptr);
    }
    StopWhen(const StopWhen &) = delete;
    StopWhen &operator=(const StopWhen &) = delete;

private:
    sqlite3 *m_handle;
};

} // namespace

SqlJobStore::SqlJobStore(QString databaseName, QString location, const Clock &clock)
    : m_clock(clock)
    , m_location(std::move(location))
    , m_readers(std::move(databaseName))
{
}

SqlJobStore::~SqlJobStore()
{
    // The connection that writes goes last: it moves the rest of the write-ahead log into the file, which
    // one for reading cannot.
    m_readers.close();
}

Result<std::unique_ptr<SqlJobStore>> SqlJobStore::open(Options options, const Clock &clock)
{
    std::unique_ptr<SqlJobStore> store(
        new SqlJobStore(options.writer.databaseName, std::move(options.location), clock));
    store->m_restoring = std::move(options.restoring);
    auto writer = JobWriter::start(std::move(options.writer), clock);
    if (!writer)
        return writer.error();
    store->m_writer = std::move(*writer);
    return store;
}

void SqlJobStore::createAsync(Job job, Completion<Job> done)
{
    if (job.id.isEmpty())
        job.id = JobId::generate(m_clock.now());
    m_writer->submit(std::make_unique<ChangeTask<Job>>(
        [job = std::move(job)](JobMutations &mutations) { return mutations.create(job); }, std::move(done)));
}

void SqlJobStore::updateAsync(JobId id, JobUpdate update, Completion<std::optional<Job>> done)
{
    m_writer->submit(std::make_unique<ChangeTask<std::optional<Job>>>(
        [id = std::move(id), update = std::move(update)](JobMutations &mutations) {
            return mutations.update(id, update);
        },
        std::move(done)));
}

void SqlJobStore::removeAsync(JobId id, Completion<bool> done)
{
    m_writer->submit(std::make_unique<ChangeTask<bool>>(
        [id = std::move(id)](JobMutations &mutations) { return mutations.remove(id); }, std::move(done)));
}

void SqlJobStore::updateManyAsync(QList<qint64> seqs, JobUpdate update, Completion<ManyOutcome> done)
{
    m_writer->submit(std::make_unique<ChangeTask<ManyOutcome>>(
        [seqs = std::move(seqs), update = std::move(update)](JobMutations &mutations) {
            return many::update(mutations, seqs, update);
        },
        std::move(done)));
}

void SqlJobStore::removeManyAsync(QList<qint64> seqs, Completion<ManyOutcome> done)
{
    m_writer->submit(std::make_unique<ChangeTask<ManyOutcome>>(
        [seqs = std::move(seqs)](JobMutations &mutations) { return many::remove(mutations, seqs); },
        std::move(done)));
}

void SqlJobStore::trashManyAsync(qint64 deletion, QList<qint64> seqs, Completion<ManyOutcome> done)
{
    m_writer->submit(std::make_unique<ChangeTask<ManyOutcome>>(
        [deletion, seqs = std::move(seqs)](JobMutations &mutations) {
            return many::trash(mutations, deletion, seqs);
        },
        std::move(done), [](JobMutations &mutations) { return mutations.trash().open(); }));
}

void SqlJobStore::putBackAsync(qint64 deletion, Completion<ManyOutcome> done)
{
    m_writer->submit(std::make_unique<ChangeTask<ManyOutcome>>(
        [this, deletion](JobMutations &mutations) {
            return mutations.trash().putBack(deletion, manyAtMost, m_restoring);
        },
        std::move(done)));
}

void SqlJobStore::removeFinishedAsync(Timestamp endedBefore, QList<JobStatus> statuses,
                                      Completion<qint64> done)
{
    m_writer->submit(std::make_unique<SweepTask>(
        [endedBefore, statuses = std::move(statuses)](JobMutations &mutations, JobMutations::Sweep sweep) {
            return mutations.removeFinished(endedBefore, statuses, sweep);
        },
        std::move(done)));
}

void SqlJobStore::removeExpiredAsync(Completion<qint64> done)
{
    m_writer->submit(std::make_unique<SweepTask>(
        [](JobMutations &mutations, JobMutations::Sweep sweep) { return mutations.removeExpired(sweep); },
        std::move(done)));
}

void SqlJobStore::addResultsAsync(JobId id, QList<JobResult> results, Completion<qint64> done)
{
    m_writer->submit(std::make_unique<ChangeTask<qint64>>(
        [id = std::move(id), results = std::move(results)](JobMutations &mutations) {
            return mutations.addResults(id, results);
        },
        std::move(done)));
}

Result<std::optional<Job>> SqlJobStore::findById(const JobId &id)
{
    auto reader = m_readers.ofThisThread();
    if (!reader)
        return reader.error();
    auto found = (*reader)->findById(id);
    if (!found)
        return found.error();
    if (!*found)
        return std::optional<Job>();
    return std::optional(std::move((*found)->job));
}

Result<std::optional<Job>> SqlJobStore::findBySeq(qint64 seq)
{
    auto reader = m_readers.ofThisThread();
    if (!reader)
        return reader.error();
    auto found = (*reader)->findBySeq(seq);
    if (!found)
        return found.error();
    if (!*found)
        return std::optional<Job>();
    return std::optional(std::move((*found)->job));
}

Result<void> SqlJobStore::forEachRow(const QString &sql, const QVariantList &values,
                                     const std::function<void(const QSqlQuery &)> &read)
{
    auto reader = m_readers.ofThisThread();
    if (!reader)
        return reader.error();
    const SqliteConnection &connection = (*reader)->connection();
    QSqlQuery query = connection.query();
    if (!query.prepare(sql))
        return connection.error(query);
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return connection.error(query);
    while (query.next())
        read(query);
    if (query.lastError().isValid())
        return connection.error(query);
    return {};
}

QString SqlJobStore::whereClause(const JobFilter &filter) const
{
    const QString where = whereOf(filter, {m_clock.now()});
    return where.isEmpty() ? QString() : QLatin1StringView(" WHERE ") + where;
}

Result<QList<Job>> SqlJobStore::find(const JobFilter &filter, JobPage page)
{
    if (filter.isEmpty() && filter.sort.isEmpty()) {
        auto reader = m_readers.ofThisThread();
        if (!reader)
            return reader.error();
        return (*reader)->newest(page.limit, page.offset);
    }
    // The numbers first, so that only the rows of the page are read whole.
    const QString numbers = QLatin1StringView("SELECT seq FROM jobs") + whereClause(filter) + u' '
        + orderClause(sortKeysOf(filter.sort, {m_clock.now()})) + QLatin1StringView(" LIMIT ? OFFSET ?");
    const QString sql = QStringLiteral("WITH page AS MATERIALIZED (SELECT seq, row_number() OVER () AS at "
                                       "FROM (%1)) SELECT %2 FROM page CROSS JOIN jobs j ON j.seq = page.seq "
                                       "LEFT JOIN job_payload p ON p.seq = j.seq ORDER BY page.at")
                            .arg(numbers, QLatin1StringView(jobColumns));
    QList<Job> jobs;
    const auto done = forEachRow(sql, {page.limit, page.offset},
                                 [&jobs](const QSqlQuery &row) { jobs << decodeJob(QueryRow(row)).job; });
    if (!done)
        return done.error();
    return jobs;
}

Result<qint64> SqlJobStore::count(const JobFilter &filter)
{
    // Everything is counted already.
    const QString sql = filter.isEmpty()
        ? QStringLiteral("SELECT ifnull(sum(present), 0) FROM job_totals")
        : QLatin1StringView("SELECT count(*) FROM jobs") + whereClause(filter);
    qint64 count = 0;
    const auto done =
        forEachRow(sql, {}, [&count](const QSqlQuery &row) { count = row.value(0).toLongLong(); });
    if (!done)
        return done.error();
    return count;
}

Result<std::optional<QList<qint64>>> SqlJobStore::seqsOf(const JobFilter &filter,
                                                         const std::function<bool()> &cancelled)
{
    auto reader = m_readers.ofThisThread();
    if (!reader)
        return reader.error();
    const SqliteConnection &connection = (*reader)->connection();
    const StopWhen stop(connection, cancelled);
    auto seqs = walkRows(connection,
                         QLatin1StringView("SELECT seq FROM jobs") + whereClause(filter) + u' '
                             + orderClause(sortKeysOf(filter.sort, {m_clock.now()})),
                         cancelled);
    if (seqs && cancelled())
        return std::optional<QList<qint64>>();
    return seqs;
}

Result<QList<JobResult>> SqlJobStore::results(const JobId &id, qint64 limit, qint64 offset)
{
    QList<JobResult> results;
    const auto done = forEachRow(
        QStringLiteral("SELECT r.item, r.success, r.error, r.details FROM job_results r JOIN jobs j "
                       "ON j.seq = r.seq WHERE j.id = ? ORDER BY r.item_no LIMIT ? OFFSET ?"),
        {id.text(), limit, offset}, [&results](const QSqlQuery &row) { results << resultOf(row); });
    if (!done)
        return done.error();
    return results;
}

Result<JobResultPage> SqlJobStore::results(qint64 seq, bool success, qint64 after, qint64 limit)
{
    JobResultPage page;
    const auto done = forEachRow(
        QStringLiteral("SELECT item, success, error, details, item_no FROM job_results WHERE seq = ? "
                       "AND item_no > ? AND (success <> 0) = ? ORDER BY item_no LIMIT ?"),
        {seq, after, success ? 1 : 0, limit}, [&page](const QSqlQuery &row) {
            page.results << resultOf(row);
            page.places << row.value(4).toLongLong();
        });
    if (!done)
        return done.error();
    return page;
}

Result<JobSummary> SqlJobStore::summary(const QList<qint64> &seqs)
{
    QByteArray numbers = "[";
    for (const qint64 seq : seqs)
        numbers += (numbers.size() > 1 ? "," : "") + QByteArray::number(seq);
    numbers += ']';
    JobSummary summary;
    const auto done = forEachRow(
        QStringLiteral("SELECT status, count(*), sum(processed_items), sum(total_items), sum(total_size), "
                       "sum(files_count), count(started_at || completed_at), "
                       "sum(round((julianday(completed_at) - julianday(started_at)) * 86400000.0)) "
                       "FROM jobs WHERE seq IN (SELECT value FROM json_each(?)) GROUP BY status"),
        {QString::fromLatin1(numbers)}, [&summary](const QSqlQuery &row) {
            const auto status = jobStatusFromWord(row.value(0).toString()).value_or(JobStatus::Pending);
            summary.present[status] += row.value(1).toLongLong();
            summary.processedItems += row.value(2).toLongLong();
            summary.totalItems += row.value(3).toLongLong();
            summary.totalSize += row.value(4).toLongLong();
            summary.filesCount += row.value(5).toLongLong();
            summary.timed += row.value(6).toLongLong();
            summary.duration += std::chrono::milliseconds{row.value(7).toLongLong()};
        });
    if (!done)
        return done.error();
    return summary;
}

Result<QList<JobEvent>> SqlJobStore::timeline(const JobId &id)
{
    QList<JobEvent> events;
    const auto done = forEachRow(
        QStringLiteral("SELECT e.at, e.from_status, e.to_status, e.error FROM job_events e JOIN jobs "
                       "j ON j.seq = e.seq WHERE j.id = ? ORDER BY e.event_no"),
        {id.text()}, [&events](const QSqlQuery &row) {
            events << JobEvent{timestampFromIsoText(row.value(0).toByteArray()).value_or(Timestamp{}),
                               jobStatusFromWord(row.value(1).toString()).value_or(JobStatus::Pending),
                               jobStatusFromWord(row.value(2).toString()).value_or(JobStatus::Pending),
                               row.value(3).toString()};
        });
    if (!done)
        return done.error();
    return events;
}

Result<Statistics> SqlJobStore::statistics()
{
    Statistics statistics;
    const auto done =
        forEachRow(QStringLiteral("SELECT provider, status, present, ended, timed, duration_ms, slow FROM "
                                  "job_totals ORDER BY provider"),
                   {}, [&statistics](const QSqlQuery &row) { addTotals(statistics, row); });
    if (!done)
        return done.error();
    return statistics;
}

} // namespace tallyman
