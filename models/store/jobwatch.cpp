// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/jobwatch.h"

#include "models/store/filtersql.h"

#include <QSqlError>
#include <QStringList>

#include <algorithm>

namespace tallyman {

namespace {

using L = QLatin1StringView;

// One consistent view of the database for several statements.
class Snapshot {
public:
    explicit Snapshot(const SqliteConnection &connection)
        : m_connection(connection)
        , m_begun(connection.execute(QStringLiteral("BEGIN")))
    {
    }
    ~Snapshot()
    {
        if (m_begun)
            (void)m_connection.execute(QStringLiteral("COMMIT"));
    }
    Snapshot(const Snapshot &) = delete;
    Snapshot &operator=(const Snapshot &) = delete;
    [[nodiscard]] const Result<void> &begun() const { return m_begun; }

private:
    const SqliteConnection &m_connection;
    Result<void> m_begun;
};

} // namespace

bool JobWatch::SeqBits::contains(qint64 seq) const
{
    const auto block = m_blocks.constFind(seq >> blockShift);
    return block != m_blocks.cend() && block->test(bitOf(seq));
}

void JobWatch::SeqBits::set(qint64 seq, bool in)
{
    if (in || contains(seq))
        m_blocks[seq >> blockShift].set(bitOf(seq), in);
}

JobWatch::JobWatch(std::unique_ptr<ReadConnection> reader, JobFilter filter, const Clock &clock)
    : m_reader(std::move(reader))
    , m_filter(std::move(filter))
    , m_clock(clock)
{
}

Result<std::unique_ptr<JobWatch>> JobWatch::open(const QString &databaseName, JobFilter filter,
                                                 const Clock &clock)
{
    auto reader = ReadConnection::open(databaseName);
    if (!reader)
        return reader.error();
    std::unique_ptr<JobWatch> watch(new JobWatch(std::move(*reader), std::move(filter), clock));
    const Snapshot snapshot(watch->m_reader->connection());
    if (!snapshot.begun())
        return snapshot.begun().error();
    if (auto begun = watch->begin(); !begun)
        return begun.error();
    return watch;
}

// `ofFew`: for a statement that asks about few rows only.
QString JobWatch::condition(bool ofFew) const
{
    return whereOf(m_filter, {m_clock.now()}, ofFew ? WordSearch::ByRow : WordSearch::ByIndex);
}

Result<void> JobWatch::forEachRow(const QString &sql, const std::function<void(const QSqlQuery &)> &read)
{
    QSqlQuery query = m_reader->connection().query();
    if (query.exec(sql)) {
        while (query.next())
            read(query);
    }
    if (query.lastError().isValid())
        return m_reader->connection().error(query);
    return {};
}

Result<qint64> JobWatch::number(const QString &sql)
{
    qint64 number = 0;
    const auto read =
        forEachRow(sql, [&number](const QSqlQuery &row) { number = row.value(0).toLongLong(); });
    if (!read)
        return read.error();
    return number;
}

// Within a snapshot: forgets what was, and finds what is.
Result<void> JobWatch::begin()
{
    m_matched.clear();
    m_missed.clear();
    m_ids.clear();
    const auto newest = number(QStringLiteral("SELECT ifnull(max(rev), 0) FROM job_changes"));
    if (!newest)
        return newest.error();
    QString where = condition(false);
    if (!where.isEmpty()) {
        where.prepend(L(" WHERE "));
        const auto read = forEachRow(L("SELECT seq FROM jobs") + where, [this](const QSqlQuery &row) {
            m_matched.set(row.value(0).toLongLong(), true);
        });
        if (!read)
            return read;
    }
    const auto read = forEachRow(
        L("SELECT seq, id FROM jobs") + where + QStringLiteral(" ORDER BY seq DESC LIMIT %1").arg(idsAtFirst),
        [this](const QSqlQuery &row) {
            m_ids.insert(row.value(0).toLongLong(), JobId::fromStored(row.value(1).toString()));
        });
    if (read)
        m_rev = *newest;
    return read;
}

Result<JobWatch::Look> JobWatch::look()
{
    const auto version = number(QStringLiteral("PRAGMA data_version"));
    if (!version)
        return version.error();
    if (*version == m_seenVersion)
        return Look{};
    const Snapshot snapshot(m_reader->connection());
    if (!snapshot.begun())
        return snapshot.begun().error();
    auto looked = readFeed();
    if (looked && !looked->more)
        m_seenVersion = *version;
    return looked;
}

Result<JobWatch::Look> JobWatch::readFeed()
{
    const auto oldest = number(QStringLiteral("SELECT ifnull(min(rev), 0) FROM job_changes"));
    const auto newest =
        oldest ? number(QStringLiteral("SELECT ifnull(max(rev), 0) FROM job_changes")) : oldest;
    if (!newest)
        return newest.error();
    if (*newest == m_rev)
        return Look{};
    if (*newest < m_rev || *oldest > m_rev + 1) {
        if (auto begun = begin(); !begun)
            return begun.error();
        return Look{{}, false, true};
    }
    QHash<qint64, Touched> touched;
    qint64 last = m_rev;
    const auto read =
        forEachRow(QStringLiteral("SELECT rev, seq, op FROM job_changes WHERE rev > %1 ORDER BY rev LIMIT %2")
                       .arg(m_rev)
                       .arg(rowsOfOneLook),
                   [&](const QSqlQuery &row) {
                       last = row.value(0).toLongLong();
                       Touched &one = touched[row.value(1).toLongLong()];
                       one.rev = last;
                       one.inserted = one.inserted || row.value(2).toInt() == 1;
                   });
    if (!read)
        return read.error();
    auto looked = changesOf(touched);
    if (!looked)
        return looked.error();
    m_rev = last;
    looked->more = last < *newest;
    return looked;
}

Result<JobWatch::Look> JobWatch::changesOf(const QHash<qint64, Touched> &touched)
{
    QList<qint64> seqs = touched.keys();
    std::sort(seqs.begin(), seqs.end(),
              [&touched](qint64 a, qint64 b) { return touched[a].rev < touched[b].rev; });
    QStringList numbers;
    for (const qint64 seq : std::as_const(seqs))
        numbers << QString::number(seq);
    const QString where = condition(true);
    QSet<qint64> matching;
    const auto read =
        forEachRow(QStringLiteral("SELECT seq FROM jobs WHERE seq IN (%1)").arg(numbers.join(u','))
                       + (where.isEmpty() ? QString() : L(" AND (") + where + u')'),
                   [&matching](const QSqlQuery &row) { matching.insert(row.value(0).toLongLong()); });
    if (!read)
        return read.error();
    Look look;
    for (const qint64 seq : std::as_const(seqs)) {
        auto change = changeOf(seq, touched[seq], matching.contains(seq));
        if (!change)
            return change.error();
        if (*change)
            look.changes << **std::move(change);
    }
    return look;
}

// Nothing where the job is none that the watch is after.
Result<std::optional<JobChange>> JobWatch::changeOf(qint64 seq, const Touched &touched, bool matches)
{
    using Kind = JobChange::Kind;
    const bool all = m_filter.isEmpty();
    const bool matched = all ? !touched.inserted && !m_missed.remove(seq) : m_matched.contains(seq);
    if (!matched && !matches) {
        if (all && touched.inserted) // and deleted, which the feed may tell later
            m_missed.insert(seq);
        return std::optional<JobChange>();
    }
    if (!all)
        m_matched.set(seq, matches);
    auto found = m_reader->findBySeq(seq);
    if (!found)
        return found.error();
    if (!*found)
        return std::optional(JobChange{Kind::Deleted, touched.rev, seq, m_ids.take(seq), {}});
    Job &job = (*found)->job;
    remember(seq, job.id);
    const Kind kind = !matches ? Kind::Left : matched ? Kind::Changed : Kind::Added;
    return std::optional(JobChange{kind, touched.rev, seq, job.id, std::move(job)});
}

void JobWatch::remember(qint64 seq, const JobId &id)
{
    m_ids.insert(seq, id);
    if (m_ids.size() > idsAtMost)
        m_ids.erase(m_ids.begin());
}

} // namespace tallyman
