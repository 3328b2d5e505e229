// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/filtersql.h"
#include "models/store/openstore.h"
#include "models/store/sqliteconnection.h"
#include "tests/support/manualclock.h"
#include "tests/support/randomfilter.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

namespace tallyman {

/// The SQL of a query finds what the plain predicate finds, whatever the query and the jobs are.
class TestFilterSql : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void findsWhatThePredicateFinds_data();
    void findsWhatThePredicateFinds();
    void findsWhatIsNotIndexedYet();
    void indexFollowsEveryChange();
    void deepLooksIntoResults();
    void sortsEveryWay();

private:
    [[nodiscard]] QList<qint64> seqs(const QString &where, const QString &order = {});
    [[nodiscard]] qint64 indexedSeq();
    [[nodiscard]] QStringList found(const char *query);

    test::ManualClock m_clock;
    QTemporaryDir m_folder;
    OpenStore m_store;
    std::unique_ptr<SqliteConnection> m_connection;
    QList<Job> m_jobs;
};

void TestFilterSql::initTestCase()
{
    auto store =
        openStore({StoreLocation::Engine::Sqlite, m_folder.filePath(QStringLiteral("jobs.db"))}, m_clock);
    QVERIFY(store);
    m_store = std::move(*store);
    for (const Job &job : test::randomJobs(2000, 7, m_clock.now())) {
        auto stored = m_store.jobs->create(job);
        QVERIFY2(stored, qPrintable(stored.ok() ? QString() : stored.error().message));
        m_jobs.append(*stored);
    }
    auto connection = SqliteConnection::open(m_store.databaseName, SqliteConnection::Mode::ReadOnly);
    QVERIFY(connection);
    m_connection = std::move(*connection);
    QTRY_COMPARE_WITH_TIMEOUT(indexedSeq(), m_jobs.constLast().seq, 20000);
}

QList<qint64> TestFilterSql::seqs(const QString &where, const QString &order)
{
    QSqlQuery query = m_connection->query();
    const QString sql = QStringLiteral("SELECT seq FROM jobs")
        + (where.isEmpty() ? QString() : QStringLiteral(" WHERE ") + where) + u' ' + order;
    QList<qint64> found;
    if (!query.exec(sql)) {
        qWarning().noquote() << m_connection->error(query).detail << sql;
        return {-1};
    }
    while (query.next())
        found.append(query.value(0).toLongLong());
    return found;
}

qint64 TestFilterSql::indexedSeq()
{
    QSqlQuery query = m_connection->query();
    return query.exec(QStringLiteral("SELECT seq FROM job_search_state")) && query.next()
        ? query.value(0).toLongLong()
        : -1;
}

QStringList TestFilterSql::found(const char *text)
{
    QStringList ids;
    const auto jobs = m_store.jobs->find(*parseFilter(QString::fromUtf8(text)));
    for (const Job &job : jobs ? *jobs : QList<Job>())
        ids.append(job.id.text());
    return ids;
}

void TestFilterSql::findsWhatThePredicateFinds_data()
{
    QTest::addColumn<WordSearch>("search");
    QTest::newRow("by index") << WordSearch::ByIndex;
    QTest::newRow("by row") << WordSearch::ByRow;
}

void TestFilterSql::findsWhatThePredicateFinds()
{
    QFETCH(WordSearch, search);
    const FilterContext context{m_clock.now(), QTimeZone("Europe/Berlin")};
    test::RandomFilters random(4711);
    int narrowed = 0;
    for (int i = 0; i < 600; ++i) {
        const JobFilter filter = random.next();
        QList<qint64> expected;
        for (const Job &job : std::as_const(m_jobs)) {
            if (test::matches(filter, job, context))
                expected.append(job.seq);
        }
        narrowed += !expected.isEmpty() && expected.size() < m_jobs.size() ? 1 : 0;
        QList<qint64> actual = seqs(whereOf(filter, context, search));
        std::sort(actual.begin(), actual.end());
        QVERIFY2(actual == expected,
                 qPrintable(QStringLiteral("%1 finds %2 jobs, and should find %3")
                                .arg(toText(filter))
                                .arg(actual.size())
                                .arg(expected.size())));
    }
    QVERIFY(narrowed > 200); // else the comparison says little
}

void TestFilterSql::findsWhatIsNotIndexedYet()
{
    // Another connection sees a job at once; the index follows a moment later.
    Job late;
    late.id = *JobId::fromText(QStringLiteral("late"));
    late.name = QStringLiteral("Überholspur");
    QVERIFY(m_store.jobs->create(late));
    QCOMPARE(found("ÜBERHOL"), QStringList{QStringLiteral("late")});
    QCOMPARE(found("name:holspur"), QStringList{QStringLiteral("late")});
    QVERIFY(*m_store.jobs->remove(late.id));
}

void TestFilterSql::indexFollowsEveryChange()
{
    Job job;
    job.id = *JobId::fromText(QStringLiteral("followed"));
    job.name = QStringLiteral("first-unique-name");
    job.status = JobStatus::Running;
    const auto stored = m_store.jobs->create(job);
    QVERIFY(stored);
    QTRY_VERIFY_WITH_TIMEOUT(indexedSeq() >= stored->seq, 20000);
    const QStringList it{QStringLiteral("followed")};
    QCOMPARE(found("first-unique"), it);

    JobUpdate update;
    update.name = QStringLiteral("second-unique-name");
    QVERIFY(m_store.jobs->update(job.id, update));
    QCOMPARE(found("first-unique"), QStringList());
    QCOMPARE(found("second-unique"), it);

    update = {};
    update.status = JobStatus::Failed;
    update.error = QStringLiteral("unheard-of reason");
    QVERIFY(m_store.jobs->update(job.id, update));
    QCOMPARE(found("unheard-of"), it);
    update = {};
    update.error = QStringLiteral("another explanation");
    QVERIFY(m_store.jobs->update(job.id, update));
    QCOMPARE(found("unheard-of"), QStringList());
    QCOMPARE(found("error:explanation"), it);
    update = {};
    update.name = QStringLiteral("third-unique-name");
    QVERIFY(m_store.jobs->update(job.id, update));
    QCOMPARE(found("explanation third-unique"), it);
    QVERIFY(m_store.jobs->updateStatus(job.id, JobStatus::Pending)); // which clears the error
    QCOMPARE(found("explanation"), QStringList());
    QCOMPARE(found("third-unique"), it);

    QVERIFY(*m_store.jobs->remove(job.id));
    QCOMPARE(found("third-unique"), QStringList());
    // Not only because there is no such row any more: the entry itself is gone.
    QSqlQuery query = m_connection->query();
    QVERIFY(query.exec(
        QStringLiteral("SELECT count(*) FROM job_search WHERE job_search MATCH '\"unique-name\"'")));
    QVERIFY(query.next());
    QCOMPARE(query.value(0).toInt(), 0);
}

void TestFilterSql::deepLooksIntoResults()
{
    Job job;
    job.id = *JobId::fromText(QStringLiteral("deep"));
    QVERIFY(m_store.jobs->create(job));
    QVERIFY(m_store.jobs->addResults(job.id,
                                     {{QStringLiteral("page-0042.png"), false, QStringLiteral("Torn Page"),
                                       "{\"dpi\":\"threehundred\"}"}}));
    QCOMPARE(found("page-0042"), QStringList());
    for (const char *query : {"in:all page-0042", "in:all \"torn page\"", "in:all threehundred"})
        QCOMPARE(found(query), QStringList{QStringLiteral("deep")});
    QVERIFY(*m_store.jobs->remove(job.id));
}

void TestFilterSql::sortsEveryWay()
{
    const FilterContext context{m_clock.now()};
    const QList<qint64> all = seqs({}, QStringLiteral("ORDER BY seq"));
    for (const FilterFieldInfo &field : filterFields()) {
        if (!field.sortable)
            continue;
        const QList<qint64> up = seqs({}, orderClause(sortKeysOf({{field.field, false}}, context)));
        QList<qint64> down = seqs({}, orderClause(sortKeysOf({{field.field, true}}, context)));
        std::reverse(down.begin(), down.end());
        QCOMPARE(down, up); // the order is total
        QList<qint64> sorted = up;
        std::sort(sorted.begin(), sorted.end());
        QCOMPARE(sorted, all);
        // What stands in for an absent value orders the same.
        QList<SqlSortKey> keys = sortKeysOf({{field.field, false}}, context);
        for (SqlSortKey &key : keys)
            key.expression = key.comparable;
        QCOMPARE(seqs({}, orderClause(keys)), up);
    }
}

} // namespace tallyman

QTEST_GUILESS_MAIN(tallyman::TestFilterSql)
#include "tst_filtersql.moc"
