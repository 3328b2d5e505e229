// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/firstrows.h"
#include "models/store/rowwalk.h"
#include "tests/gui/livewindow.h"
#include "tests/support/manualclock.h"

#include <QTest>

using namespace tallyman;

namespace {

QList<qint64> rowsOf(const SqliteConnection &connection, const QString &sql)
{
    const auto rows = walkRows(connection, sql, [] { return false; });
    if (!rows || !*rows)
        qFatal("%s", qUtf8Printable(sql));
    return **rows;
}

JobTableQuery query(const char *text, const Clock &clock)
{
    const auto filter = parseFilter(QString::fromUtf8(text));
    if (!filter)
        qFatal("%s", qUtf8Printable(filter.error().message));
    return {*filter, {clock.now()}};
}

} // namespace

class TestJobTableQuery : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void allWaysFindTheSame_data();
    void allWaysFindTheSame();
    void fewMatchesLeadManyDoNot_data();
    void fewMatchesLeadManyDoNot();
    void tellsWhatIsSorted_data();
    void tellsWhatIsSorted();

private:
    static constexpr auto number = "seq";

    const test::ManualClock m_clock;
    std::unique_ptr<test::LiveModels> m_live;
    std::unique_ptr<SqliteConnection> m_connection;
};

// 20,000 jobs, most of them in the index on texts, the newest not yet.
void TestJobTableQuery::initTestCase()
{
    m_live = std::make_unique<test::LiveModels>(m_clock);
    m_connection = m_live->otherConnection();
    const char *const statements[] = {
        "BEGIN IMMEDIATE",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) INSERT INTO jobs "
        "(id, name, "
        "provider, user, status, created_at) SELECT 'j' || i, 'track 100%_' || (i % 1000) || '.wav', 'prov' "
        "|| "
        "(i % 7), "
        "nullif('ann', substr('ann', 1, 3 * (i % 5 = 0))), CASE i % 3 WHEN 0 THEN 'failed' ELSE 'completed' "
        "END, "
        "strftime('%Y-%m-%dT%H:%M:%fZ', 1700000000 + (i * 7919) % 20000, 'unixepoch') FROM n",
        "INSERT INTO job_payload (seq, error) SELECT seq, 'it''s full at ' || seq FROM jobs WHERE status = "
        "'failed'",
        "COMMIT"};
    for (const char *sql : statements)
        QVERIFY2(m_connection->execute(QString::fromLatin1(sql)).ok(), sql);
    // The keeper fills the index in its own time; here a part of it.
    QTRY_VERIFY(rowsOf(*m_connection, QStringLiteral("SELECT seq FROM job_search_state")).constFirst()
                > 5000);
}

void TestJobTableQuery::allWaysFindTheSame_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("searches");
    QTest::newRow("everything") << QByteArray("") << 0;
    QTest::newRow("a word") << QByteArray("track") << 1;
    QTest::newRow("signs") << QByteArray("\"100%_12\"") << 1;
    QTest::newRow("a quotation mark") << QByteArray("\"it's full\" sort:name") << 1;
    QTest::newRow("two words") << QByteArray("_777 full") << 2;
    QTest::newRow("too short") << QByteArray("17") << 0;
    QTest::newRow("one of both") << QByteArray("17 full") << 1;
    QTest::newRow("not") << QByteArray("-full _77") << 1;
    QTest::newRow("fields") << QByteArray("name:_12 error:\"at 1\" status:failed") << 2;
    QTest::newRow("list") << QByteArray("name:_12,_13") << 1;
    QTest::newRow("list, one too short") << QByteArray("name:_12,13") << 0;
    QTest::newRow("beginning of an id") << QByteArray("j12") << 1;
    QTest::newRow("deep") << QByteArray("in:all full") << 0;
    QTest::newRow("sorts") << QByteArray("full sort:-provider,user,-name") << 1;
}

void TestJobTableQuery::allWaysFindTheSame()
{
    QFETCH(QByteArray, text);
    const JobTableQuery asked = query(text.constData(), m_clock);
    const QString seq = QString::fromLatin1(number);
    QTEST(static_cast<int>(asked.searches().size()), "searches");
    const QList<qint64> expected = rowsOf(*m_connection, asked.byRow(seq));
    QVERIFY(!expected.isEmpty());
    QCOMPARE(rowsOf(*m_connection, asked.byIndex(seq)), expected);
    for (qsizetype i = 0; i < asked.searches().size(); ++i) {
        QCOMPARE(rowsOf(*m_connection, asked.bySearch(seq, i)), expected);
        QVERIFY(rowsOf(*m_connection, asked.searches().at(i)).size() >= expected.size());
    }
    const auto first = firstRowsSql(*m_connection, asked, 20000);
    QVERIFY(first.ok());
    QCOMPARE(rowsOf(*m_connection, *first), expected);
    // One row by its number, as it is read after a change.
    QCOMPARE(rowsOf(*m_connection, asked.byRow(seq, QStringLiteral("seq = %1").arg(expected.constFirst()))),
             expected.first(1));
}

void TestJobTableQuery::fewMatchesLeadManyDoNot_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("byIndex");
    QTest::newRow("few") << QByteArray("_777") << true;
    QTest::newRow("many") << QByteArray("track") << false;
    QTest::newRow("few and many") << QByteArray("track _777") << true;
    QTest::newRow("beginning of each provider") << QByteArray("prov") << false;
}

void TestJobTableQuery::fewMatchesLeadManyDoNot()
{
    QFETCH(QByteArray, text);
    const auto sql = firstRowsSql(*m_connection, query(text.constData(), m_clock), 20000);
    QVERIFY(sql.ok());
    QTEST(sql->contains(QLatin1StringView("MATCH")), "byIndex");
}

void TestJobTableQuery::tellsWhatIsSorted_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("sorts");
    QTest::newRow("newest first") << QByteArray("") << false;
    QTest::newRow("provider") << QByteArray("sort:provider") << false;
    QTest::newRow("user, backwards") << QByteArray("sort:-user") << false;
    QTest::newRow("status") << QByteArray("sort:status") << false;
    QTest::newRow("a value, newest first") << QByteArray("status:failed") << false;
    QTest::newRow("a word, row by row") << QByteArray("track") << false;
    QTest::newRow("name") << QByteArray("sort:name") << true;
    QTest::newRow("two keys") << QByteArray("sort:provider,user") << true;
}

void TestJobTableQuery::tellsWhatIsSorted()
{
    QFETCH(QByteArray, text);
    QTEST(sortsAllRows(*m_connection, query(text.constData(), m_clock).byRow(QString::fromLatin1(number))),
          "sorts");
}

QTEST_GUILESS_MAIN(TestJobTableQuery)
#include "tst_jobtablequery.moc"
