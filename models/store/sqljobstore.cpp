// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sqljobstore.h"

#include <QSqlError>
#include <QStringList>
#include <QVariantList>

namespace tallyman {

namespace {

// A WHERE clause and the values bound to it, in order.
struct Condition {
    QString sql;
    QVariantList values;
};

QString likePattern(QString text)
{
    text.replace(u'\\', QLatin1StringView("\\\\"));
    text.replace(u'%', QLatin1StringView("\\%"));
    text.replace(u'_', QLatin1StringView("\\_"));
    return u'%' + text + u'%';
}

Condition conditionOf(const JobFilter &filter)
{
    QStringList parts;
    Condition condition;
    const auto add = [&](const QString &sql, const QVariant &value) {
        parts << sql;
        condition.values << value;
    };
    if (!filter.statuses.isEmpty()) {
        QStringList marks;
        for (const JobStatus status : filter.statuses) {
            marks << QStringLiteral("?");
            condition.values << QString(toWord(status));
        }
        parts << QStringLiteral("j.status IN (%1)").arg(marks.join(u','));
    }
    if (!filter.provider.isEmpty())
        add(QStringLiteral("j.provider = ?"), filter.provider);
    if (!filter.user.isEmpty())
        add(QStringLiteral("j.user = ?"), filter.user);
    if (!filter.name.isEmpty())
        add(QStringLiteral("j.name LIKE ? ESCAPE '\\'"), likePattern(filter.name));
    if (filter.since)
        add(QStringLiteral("j.created_at >= ?"), QString::fromLatin1(toIsoText(*filter.since)));
    if (filter.until)
        add(QStringLiteral("j.created_at < ?"), QString::fromLatin1(toIsoText(*filter.until)));
    if (!parts.isEmpty())
        condition.sql = QLatin1StringView("WHERE ") + parts.join(QLatin1StringView(" AND ")) + u' ';
    return condition;
}

Result<void> run(const SqliteConnection &connection, QSqlQuery &query, const QString &sql,
                 const QVariantList &values)
{
    if (!query.prepare(sql))
        return connection.error(query);
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return connection.error(query);
    return {};
}

bool narrows(const JobFilter &filter)
{
    return !filter.statuses.isEmpty() || !filter.provider.isEmpty() || !filter.user.isEmpty()
        || !filter.name.isEmpty() || filter.since || filter.until;
}

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

Result<QList<Job>> SqlJobStore::find(const JobFilter &filter)
{
    auto reader = m_readers.ofThisThread();
    if (!reader)
        return reader.error();
    if (!narrows(filter))
        return (*reader)->newest(filter.limit, filter.offset);
    const SqliteConnection &connection = (*reader)->connection();
    Condition condition = conditionOf(filter);
    condition.values << filter.limit << filter.offset;
    QSqlQuery query = connection.query();
    if (auto done = run(connection, query,
                        QLatin1StringView("SELECT ") + QLatin1StringView(jobColumns)
                            + QLatin1StringView(jobTables) + condition.sql
                            + QLatin1StringView("ORDER BY j.created_at DESC, j.seq DESC LIMIT ? OFFSET ?"),
                        condition.values);
        !done)
        return done.error();
    QList<Job> jobs;
    while (query.next())
        jobs << decodeJob(QueryRow(query)).job;
    if (query.lastError().isValid())
        return connection.error(query);
    return jobs;
}

Result<qint64> SqlJobStore::count(const JobFilter &filter)
{
    auto reader = m_readers.ofThisThread();
    if (!reader)
        return reader.error();
    const SqliteConnection &connection = (*reader)->connection();
    const Condition condition = conditionOf(filter);
    // Everything is counted already.
    const QString sql = narrows(filter) ? QLatin1StringView("SELECT count(*) FROM jobs j ") + condition.sql
                                        : QStringLiteral("SELECT ifnull(sum(present), 0) FROM job_totals");
    QSqlQuery query = connection.query();
    if (auto done = run(connection, query, sql, condition.values); !done)
        return done.error();
    if (!query.next())
        return connection.error(query);
    return query.value(0).toLongLong();
}

Result<QList<JobResult>> SqlJobStore::results(const JobId &id, qint64 limit, qint64 offset)
{
    auto reader = m_readers.ofThisThread();
    if (!reader)
        return reader.error();
    const SqliteConnection &connection = (*reader)->connection();
    QSqlQuery query = connection.query();
    if (auto done =
            run(connection, query,
                QStringLiteral("SELECT r.item, r.success, r.error, r.details FROM job_results r JOIN jobs j "
                               "ON j.seq = r.seq WHERE j.id = ? ORDER BY r.item_no LIMIT ? OFFSET ?"),
                {id.text(), limit, offset});
        !done)
        return done.error();
    QList<JobResult> results;
    while (query.next())
        results << JobResult{query.value(0).toString(), query.value(1).toBool(), query.value(2).toString(),
                             query.value(3).toString().toUtf8()};
    if (query.lastError().isValid())
        return connection.error(query);
    return results;
}

Result<QList<JobEvent>> SqlJobStore::timeline(const JobId &id)
{
    auto reader = m_readers.ofThisThread();
    if (!reader)
        return reader.error();
    const SqliteConnection &connection = (*reader)->connection();
    QSqlQuery query = connection.query();
    if (auto done =
            run(connection, query,
                QStringLiteral("SELECT e.at, e.from_status, e.to_status, e.error FROM job_events e JOIN jobs "
                               "j ON j.seq = e.seq WHERE j.id = ? ORDER BY e.event_no"),
                {id.text()});
        !done)
        return done.error();
    QList<JobEvent> events;
    while (query.next())
        events << JobEvent{timestampFromIsoText(query.value(0).toByteArray()).value_or(Timestamp{}),
                           jobStatusFromWord(query.value(1).toString()).value_or(JobStatus::Pending),
                           jobStatusFromWord(query.value(2).toString()).value_or(JobStatus::Pending),
                           query.value(3).toString()};
    if (query.lastError().isValid())
        return connection.error(query);
    return events;
}

Result<Statistics> SqlJobStore::statistics()
{
    auto reader = m_readers.ofThisThread();
    if (!reader)
        return reader.error();
    const SqliteConnection &connection = (*reader)->connection();
    QSqlQuery query = connection.query();
    if (auto done =
            run(connection, query,
                QStringLiteral("SELECT provider, status, present, ended, timed, duration_ms, slow FROM "
                               "job_totals ORDER BY provider"),
                {});
        !done)
        return done.error();
    Statistics statistics;
    while (query.next()) {
        const QString name = query.value(0).toString();
        const auto status = jobStatusFromWord(query.value(1).toString());
        if (!status)
            continue; // no row of jobs can have it
        if (statistics.providers.isEmpty() || statistics.providers.constLast().name != name)
            statistics.providers << Statistics::Provider{name, {}, {}};
        Statistics::Provider &provider = statistics.providers.last();
        provider.present[*status] += query.value(2).toLongLong();
        statistics.present[*status] += query.value(2).toLongLong();
        Statistics::Ends ends;
        ends.jobs[*status] = query.value(3).toLongLong();
        ends.slow = query.value(6).toLongLong();
        if (*status == JobStatus::Completed) {
            ends.timed = query.value(4).toLongLong();
            ends.duration = std::chrono::milliseconds{query.value(5).toLongLong()};
        }
        provider.ends += ends;
        statistics.ends += ends;
    }
    if (query.lastError().isValid())
        return connection.error(query);
    return statistics;
}

} // namespace tallyman
