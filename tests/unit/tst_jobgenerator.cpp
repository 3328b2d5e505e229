// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/jobgenerator.h"

#include "models/store/sqliteconnection.h"

#include <QSqlError>
#include <QSqlRecord>
#include <QTemporaryDir>
#include <QTest>

using namespace tallyman;

namespace {

constexpr Timestamp end{std::chrono::milliseconds{1768991400000}};

QStringList rowsOf(const SqliteConnection &connection, const QString &sql)
{
    QSqlQuery query = connection.query();
    if (!query.exec(sql))
        qFatal("%s: %s", qUtf8Printable(sql), qUtf8Printable(query.lastError().text()));
    QStringList rows;
    const int columns = query.record().count();
    while (query.next()) {
        QStringList row;
        for (int i = 0; i < columns; ++i)
            row.append(query.isNull(i) ? QStringLiteral("NULL") : query.value(i).toString());
        rows.append(row.join(u'|'));
    }
    return rows;
}

std::unique_ptr<SqliteConnection> generated(const QString &path, qint64 count, test::Bookkeeping bookkeeping)
{
    if (const auto done = test::generateJobs(path, count, end, bookkeeping); !done)
        qFatal("%s", qUtf8Printable(done.error().detail));
    auto connection = SqliteConnection::open(path, SqliteConnection::Mode::ReadOnly);
    if (!connection)
        qFatal("%s", qUtf8Printable(connection.error().detail));
    return std::move(*connection);
}

} // namespace

class TestJobGenerator : public QObject {
    Q_OBJECT

private slots:
    void bulkIsAsByTriggers_data();
    void bulkIsAsByTriggers();
    void jobsAreLikely();

private:
    QTemporaryDir m_folder;
};

void TestJobGenerator::bulkIsAsByTriggers_data()
{
    QTest::addColumn<QString>("sql");
    QTest::newRow("jobs") << QStringLiteral("SELECT * FROM jobs ORDER BY seq");
    QTest::newRow("payload") << QStringLiteral("SELECT * FROM job_payload ORDER BY seq");
    QTest::newRow("totals") << QStringLiteral("SELECT * FROM job_totals ORDER BY provider, status");
    QTest::newRow("rollups") << QStringLiteral(
        "SELECT * FROM job_rollups ORDER BY hour, provider, status, bucket");
    QTest::newRow("feed") << QStringLiteral("SELECT * FROM job_changes ORDER BY rev");
    QTest::newRow("search") << QStringLiteral(
        "SELECT rowid FROM job_search WHERE job_search MATCH '\"web-0\" OR \"onsets\"' UNION ALL "
        "SELECT seq FROM job_search_state");
    QTest::newRow("schema") << QStringLiteral(
        "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY 1, 2");
    QTest::newRow("journal") << QStringLiteral("PRAGMA journal_mode");
    QTest::newRow("whole") << QStringLiteral("PRAGMA integrity_check");
}

void TestJobGenerator::bulkIsAsByTriggers()
{
    QFETCH(QString, sql);
    static const auto written =
        generated(m_folder.filePath(QStringLiteral("written.db")), 5000, test::Bookkeeping::ByTriggers);
    static const auto bulk =
        generated(m_folder.filePath(QStringLiteral("bulk.db")), 5000, test::Bookkeeping::InBulk);
    const QStringList expected = rowsOf(*written, sql);
    QVERIFY(!expected.isEmpty());
    QCOMPARE(rowsOf(*bulk, sql), expected);
}

void TestJobGenerator::jobsAreLikely()
{
    const auto connection =
        generated(m_folder.filePath(QStringLiteral("likely.db")), 20000, test::Bookkeeping::InBulk);
    const auto number = [&connection](const char *sql) {
        return rowsOf(*connection, QString::fromLatin1(sql)).constFirst().toInt();
    };
    QCOMPARE(number("SELECT count(*) FROM jobs"), 20000);
    QCOMPARE(number("SELECT count(DISTINCT provider) FROM jobs"), 12);
    QCOMPARE(number("SELECT count(DISTINCT user) FROM jobs"), 40);
    QCOMPARE(
        number("SELECT count(*) FROM jobs WHERE created_at > '2026-01-21T10:30:00.000Z' OR completed_at < "
               "started_at OR started_at < created_at"),
        0);
    QCOMPARE(
        number(
            "SELECT count(*) FROM jobs a JOIN jobs b ON b.seq = a.seq + 1 AND b.created_at < a.created_at"),
        0);
    QVERIFY(number("SELECT count(*) FROM jobs WHERE status = 'running'") > 20);
    QVERIFY(number("SELECT count(*) FROM jobs j JOIN job_payload p USING (seq) WHERE status = 'failed' AND "
                   "error > ''")
            > 1000);
}

QTEST_GUILESS_MAIN(TestJobGenerator)
#include "tst_jobgenerator.moc"
