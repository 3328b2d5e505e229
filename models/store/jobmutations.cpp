// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/jobmutations.h"

#include "models/domain/jobrules.h"
#include "models/store/seqarray.h"

#include <QCoreApplication>
#include <QSqlError>
#include <QStringList>

#include <iterator>

namespace tallyman {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(JobMutations)
};

// How far a removal looks in one transaction, where few rows match.
constexpr qint64 sweepWindow = 20000;
constexpr qint64 trimBatch = 5000;
// Sets of columns whose UPDATE stays prepared. A producer uses a handful; this bounds what it can make us
// keep.
constexpr std::size_t maximumPreparedUpdates = 64;

QVariant textOrNull(const QString &text)
{
    return text.isEmpty() ? QVariant(QMetaType::fromType<QString>()) : QVariant(text);
}

QVariant jsonOrNull(const JsonText &json)
{
    return textOrNull(QString::fromUtf8(json));
}

QVariant toVariant(Timestamp time)
{
    return QString::fromLatin1(toIsoText(time));
}
QVariant toVariant(const std::optional<Timestamp> &time)
{
    return time ? toVariant(*time) : QVariant(QMetaType::fromType<QString>());
}
QVariant toVariant(const std::optional<qint64> &number)
{
    return number ? QVariant(*number) : QVariant(QMetaType::fromType<qint64>());
}
QVariant toVariant(const QString &text)
{
    return textOrNull(text);
}
QVariant toVariant(JobStatus status)
{
    return QString(toWord(status));
}
QVariant toVariant(qint64 number)
{
    return number;
}
QVariant toVariant(int number)
{
    return number;
}
QVariant toVariant(bool value)
{
    return value ? 1 : 0;
}
QVariant toVariant(double number)
{
    return number;
}

// A column of `jobs`, and the field of Job it keeps.
struct Column {
    const char *name;
    bool (*differs)(const Job &, const Job &);
    QVariant (*value)(const Job &);
};

template<auto Field>
constexpr Column column(const char *name)
{
    return {name, [](const Job &a, const Job &b) { return a.*Field != b.*Field; },
            [](const Job &job) { return toVariant(job.*Field); }};
}

const Column columns[] = {
    // The one text that is never NULL.
    {"name", [](const Job &a, const Job &b) { return a.name != b.name; },
     [](const Job &job) { return QVariant(job.name.isNull() ? QStringLiteral("") : job.name); }},
    column<&Job::provider>("provider"),
    column<&Job::user>("user"),
    column<&Job::status>("status"),
    column<&Job::progress>("progress"),
    column<&Job::totalItems>("total_items"),
    column<&Job::processedItems>("processed_items"),
    column<&Job::retryCount>("retry_count"),
    column<&Job::maxRetries>("max_retries"),
    column<&Job::totalSize>("total_size"),
    column<&Job::filesCount>("files_count"),
    column<&Job::queuedAt>("queued_at"),
    column<&Job::startedAt>("started_at"),
    column<&Job::completedAt>("completed_at"),
    column<&Job::expiresAt>("expires_at"),
    column<&Job::heartbeatAt>("heartbeat_at"),
    column<&Job::createdAt>("created_at"),
    column<&Job::pinned>("pinned"),
};
constexpr quint32 nameColumn = 1;

bool hasPayload(const Job &job)
{
    return !job.input.isEmpty() || !job.output.isEmpty() || !job.error.isEmpty() || !job.options.isEmpty()
        || !job.result.isEmpty() || !job.metadata.isEmpty() || !job.progressDetails.isEmpty()
        || !job.webhook.isEmpty() || !job.note.isEmpty();
}

bool samePayload(const Job &a, const Job &b)
{
    return a.input == b.input && a.output == b.output && a.error == b.error && a.options == b.options
        && a.result == b.result && a.metadata == b.metadata && a.progressDetails == b.progressDetails
        && a.webhook == b.webhook && a.note == b.note;
}

void bindPayload(QSqlQuery &query, const Job &job)
{
    int i = 0;
    for (const QString *text : {&job.input, &job.output, &job.error, &job.note})
        query.bindValue(i++, textOrNull(*text));
    for (const JsonText *json :
         {&job.options, &job.result, &job.metadata, &job.progressDetails, &job.webhook})
        query.bindValue(i++, jsonOrNull(*json));
    query.bindValue(i, job.seq);
}

} // namespace

JobMutations::JobMutations(std::unique_ptr<ReadConnection> reader, const Clock &clock)
    : m_reader(std::move(reader))
    , m_clock(clock)
    , m_trash(connection())
    , m_begin(connection().query())
    , m_commit(connection().query())
    , m_rollback(connection().query())
    , m_insertJob(connection().query())
    , m_insertPayload(connection().query())
    , m_updatePayload(connection().query())
    , m_removeJob(connection().query())
    , m_insertResult(connection().query())
{
}

Result<std::unique_ptr<JobMutations>> JobMutations::open(const QString &databaseName, const Clock &clock)
{
    auto reader = ReadConnection::open(databaseName, SqliteConnection::Mode::ReadWrite);
    if (!reader)
        return reader.error();
    std::unique_ptr<JobMutations> mutations(new JobMutations(std::move(*reader), clock));
    if (auto prepared = mutations->prepare(); !prepared)
        return prepared.error();
    return mutations;
}

bool JobMutations::isRefusal(ErrorCode code)
{
    return code == ErrorCode::InvalidValue || code == ErrorCode::NotFound || code == ErrorCode::AlreadyExists
        || code == ErrorCode::IllegalMove;
}

Result<void> JobMutations::prepare()
{
    QStringList names;
    QStringList marks;
    for (const Column &column : columns) {
        names << QLatin1StringView(column.name);
        marks << QStringLiteral("?");
    }
    const QString insertJob =
        QStringLiteral("INSERT INTO jobs (id, %1) VALUES (?, %2)")
            .arg(names.join(QLatin1StringView(", ")), marks.join(QLatin1StringView(", ")));
    for (const auto &[query, sql] :
         {std::pair(&m_begin, QStringLiteral("BEGIN IMMEDIATE")),
          std::pair(&m_commit, QStringLiteral("COMMIT")), std::pair(&m_rollback, QStringLiteral("ROLLBACK")),
          std::pair(&m_insertJob, insertJob),
          std::pair(&m_insertPayload,
                    QStringLiteral(
                        "INSERT INTO job_payload (input, output, error, note, options, result, "
                        "metadata, progress_details, webhook, seq) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")),
          std::pair(
              &m_updatePayload,
              QStringLiteral(
                  "UPDATE OR FAIL job_payload SET input = ?, output = ?, error = ?, note = ?, "
                  "options = ?, result = ?, metadata = ?, progress_details = ?, webhook = ? WHERE seq = ?")),
          std::pair(&m_removeJob, QStringLiteral("DELETE FROM jobs WHERE id = ?")),
          // A retried item keeps its number, and so its place in the list.
          std::pair(
              &m_insertResult,
              QStringLiteral("INSERT INTO job_results (seq, item_no, item, success, error, details) "
                             "VALUES (?, (SELECT ifnull(max(item_no), 0) + 1 FROM job_results WHERE "
                             "seq = ?), ?, ?, ?, ?) ON CONFLICT (seq, item) DO UPDATE SET success "
                             "= excluded.success, error = excluded.error, details = excluded.details"))}) {
        if (!query->prepare(sql))
            return error(*query);
    }
    return {};
}

Result<void> JobMutations::begin()
{
    if (!m_begin.exec())
        return error(m_begin);
    return {};
}

Result<void> JobMutations::commit()
{
    if (!m_commit.exec())
        return error(m_commit);
    return {};
}

void JobMutations::rollback()
{
    m_rollback.exec();
    m_removed.clear();
    m_trashed.clear();
}

Result<Job> JobMutations::create(const Job &job)
{
    auto prepared = prepareNewJob(job, m_clock.now());
    if (!prepared)
        return prepared;
    m_insertJob.bindValue(0, prepared->id.text());
    int i = 1;
    for (const Column &column : columns)
        m_insertJob.bindValue(i++, column.value(*prepared));
    if (!m_insertJob.exec()) {
        constexpr int uniqueViolated = SQLITE_CONSTRAINT_UNIQUE;
        const QSqlError problem = m_insertJob.lastError();
        if (problem.nativeErrorCode().toInt() == uniqueViolated
            || problem.databaseText().contains(QLatin1StringView("jobs.id")))
            return StoreError{ErrorCode::AlreadyExists,
                              Tr::tr("A job with the id %1 exists already.").arg(prepared->id.text()),
                              {},
                              QStringLiteral("id")};
        return error(m_insertJob);
    }
    prepared->seq = m_insertJob.lastInsertId().toLongLong();
    if (hasPayload(*prepared)) {
        if (auto written = writePayload(*prepared, false); !written)
            return written.error();
    }
    return prepared;
}

Result<void> JobMutations::writePayload(const Job &job, bool exists)
{
    QSqlQuery &query = exists ? m_updatePayload : m_insertPayload;
    bindPayload(query, job);
    if (!query.exec())
        return error(query);
    return {};
}

Result<std::optional<Job>> JobMutations::update(const JobId &id, const JobUpdate &update)
{
    return this->update(m_reader->findById(id), update);
}

Result<std::optional<Job>> JobMutations::update(qint64 seq, const JobUpdate &update)
{
    return this->update(m_reader->findBySeq(seq), update);
}

Result<std::optional<Job>> JobMutations::update(const Result<std::optional<StoredJob>> &found,
                                                const JobUpdate &update)
{
    if (!found)
        return found.error();
    if (!*found)
        return std::optional<Job>();
    const StoredJob &stored = **found;
    auto changed = applyUpdate(stored.job, update, m_clock.now());
    if (!changed)
        return changed.error();
    const bool payload = !samePayload(stored.job, *changed);
    // The narrow row first: its trigger keeps the error of a failed attempt before a retry clears it. A
    // new row of payload is not in the change feed by itself, so the job is touched.
    if (auto written = updateColumns(stored.job, *changed, payload && !stored.hasPayload); !written)
        return written.error();
    if (payload) {
        if (auto written = writePayload(*changed, stored.hasPayload); !written)
            return written.error();
    }
    return std::optional(std::move(*changed));
}

Result<void> JobMutations::updateColumns(const Job &before, const Job &after, bool touch)
{
    quint32 set = touch ? nameColumn : 0;
    for (std::size_t i = 0; i < std::size(columns); ++i) {
        if (columns[i].differs(before, after))
            set |= 1U << i;
    }
    if (set == 0)
        return {};
    if (m_updates.size() >= maximumPreparedUpdates && !m_updates.contains(set))
        m_updates.clear();
    auto known = m_updates.find(set);
    if (known == m_updates.end()) {
        QStringList assignments;
        for (std::size_t i = 0; i < std::size(columns); ++i) {
            if (set & (1U << i))
                assignments << QLatin1StringView(columns[i].name) + QLatin1StringView(" = ?");
        }
        QSqlQuery query = connection().query();
        // OR FAIL: what fails here rolls the whole transaction back, so SQLite need not be able to take this
        // statement back alone, for which it would copy each page before it changes it.
        if (!query.prepare(QStringLiteral("UPDATE OR FAIL jobs SET %1 WHERE seq = ?")
                               .arg(assignments.join(QLatin1StringView(", ")))))
            return error(query);
        known = m_updates.emplace(set, std::move(query)).first;
    }
    int i = 0;
    for (std::size_t c = 0; c < std::size(columns); ++c) {
        if (set & (1U << c))
            known->second.bindValue(i++, columns[c].value(after));
    }
    known->second.bindValue(i, after.seq);
    if (!known->second.exec())
        return error(known->second);
    return {};
}

Result<bool> JobMutations::remove(const JobId &id)
{
    m_removeJob.bindValue(0, id.text());
    if (!m_removeJob.exec())
        return error(m_removeJob);
    if (m_removeJob.numRowsAffected() == 0)
        return false;
    m_removed << id;
    return true;
}

Result<qint64> JobMutations::remove(const QList<qint64> &seqs, Uploads uploads)
{
    QSqlQuery query = connection().query();
    query.prepare(
        QStringLiteral("DELETE FROM jobs WHERE seq IN (SELECT value FROM json_each(?)) RETURNING id"));
    query.addBindValue(jsonArray(seqs));
    return runRemoval(query, uploads);
}

Result<qint64> JobMutations::addResults(const JobId &id, const QList<JobResult> &results)
{
    if (auto valid = validateResults(results); !valid)
        return valid.error();
    auto found = m_reader->findById(id);
    if (!found)
        return found.error();
    if (!*found)
        return StoreError{
            ErrorCode::NotFound, Tr::tr("There is no job with the id %1.").arg(id.text()), {}, {}};
    const Job &job = (*found)->job;
    for (const JobResult &result : results) {
        m_insertResult.bindValue(0, job.seq);
        m_insertResult.bindValue(1, job.seq);
        m_insertResult.bindValue(2, result.item);
        m_insertResult.bindValue(3, result.success ? 1 : 0);
        m_insertResult.bindValue(4, textOrNull(result.error));
        m_insertResult.bindValue(5, jsonOrNull(result.details));
        if (!m_insertResult.exec())
            return error(m_insertResult);
    }
    Job touched = job;
    if (job.status == JobStatus::Running)
        touched.heartbeatAt = m_clock.now();
    if (auto written = updateColumns(job, touched, true); !written)
        return written.error();
    return static_cast<qint64>(results.size());
}

Result<qint64> JobMutations::runRemoval(QSqlQuery &query, Uploads uploads)
{
    if (!query.exec())
        return error(query);
    qint64 removed = 0;
    while (query.next()) {
        this->removed(uploads) << JobId::fromStored(query.value(0).toString());
        ++removed;
    }
    if (query.lastError().isValid())
        return error(query);
    query.finish();
    return removed;
}

Result<JobMutations::Sweep> JobMutations::removeFinished(Timestamp endedBefore,
                                                         const QList<JobStatus> &statuses, Sweep sweep)
{
    QSqlQuery next = connection().query();
    // The rows of this batch end where a thousand match, or where the window does.
    next.prepare(
        QStringLiteral("SELECT max(seq) FROM (SELECT seq FROM jobs WHERE seq > ? ORDER BY seq LIMIT %1)")
            .arg(sweepWindow));
    next.addBindValue(sweep.afterSeq);
    if (!next.exec() || !next.next())
        return error(next);
    const QVariant windowEnd = next.value(0);
    next.finish();
    if (windowEnd.isNull()) {
        sweep.done = true;
        return sweep;
    }
    QStringList words;
    for (const JobStatus status : allJobStatuses) {
        if (isFinished(status) && (statuses.isEmpty() || statuses.contains(status)))
            words << QStringLiteral("'%1'").arg(toWord(status));
    }
    QSqlQuery query = connection().query();
    query.prepare(
        QStringLiteral(
            "DELETE FROM jobs WHERE seq IN (SELECT seq FROM jobs WHERE seq > ? AND seq <= ? "
            "AND +status IN (%1) AND completed_at < ? AND pinned = 0 ORDER BY seq LIMIT %2) RETURNING id")
            .arg(words.join(QLatin1StringView(", ")))
            .arg(removalBatch));
    query.addBindValue(sweep.afterSeq);
    query.addBindValue(windowEnd);
    query.addBindValue(toVariant(endedBefore));
    const auto removed = runRemoval(query);
    if (!removed)
        return removed.error();
    sweep.removed += *removed;
    if (*removed < removalBatch) // else the window may hold more
        sweep.afterSeq = windowEnd.toLongLong();
    return sweep;
}

Result<JobMutations::Sweep> JobMutations::removeExpired(Sweep sweep)
{
    QSqlQuery query = connection().query();
    query.prepare(
        QStringLiteral(
            "DELETE FROM jobs WHERE seq IN (SELECT seq FROM jobs WHERE expires_at <= ? AND pinned = 0 "
            "AND +status IN ('completed', 'failed', 'cancelled') LIMIT %1) RETURNING id")
            .arg(removalBatch));
    query.addBindValue(toVariant(m_clock.now()));
    const auto removed = runRemoval(query);
    if (!removed)
        return removed.error();
    sweep.removed += *removed;
    sweep.done = *removed < removalBatch;
    return sweep;
}

Result<void> JobMutations::indexSearch(qint64 most)
{
    // One statement each, so that the last row of the batch is the same for both.
    const QString last = QStringLiteral("(SELECT max(seq) FROM (SELECT seq FROM jobs WHERE seq > (SELECT seq "
                                        "FROM job_search_state) ORDER BY seq LIMIT %1))")
                             .arg(most);
    QSqlQuery query = connection().query();
    if (!query.exec(
            QStringLiteral("INSERT INTO job_search (rowid, name, error) SELECT j.seq, j.name, p.error "
                           "FROM jobs j LEFT JOIN job_payload p ON p.seq = j.seq WHERE j.seq > (SELECT "
                           "seq FROM job_search_state) AND j.seq <= %1")
                .arg(last))
        || !query.exec(QStringLiteral("UPDATE job_search_state SET seq = ifnull(%1, seq)").arg(last)))
        return error(query);
    return {};
}

Result<bool> JobMutations::trimChanges(qint64 keep)
{
    QSqlQuery query = connection().query();
    query.prepare(
        QStringLiteral("DELETE FROM job_changes WHERE rev IN (SELECT rev FROM job_changes WHERE rev <= "
                       "(SELECT max(rev) FROM job_changes) - ? ORDER BY rev LIMIT %1)")
            .arg(trimBatch));
    query.addBindValue(keep);
    if (!query.exec())
        return error(query);
    return query.numRowsAffected() >= trimBatch;
}

} // namespace tallyman
