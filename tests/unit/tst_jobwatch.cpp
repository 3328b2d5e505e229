// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/jobwatch.h"
#include "models/store/openstore.h"
#include "tests/support/manualclock.h"
#include "tests/support/testjobs.h"

#include <QTemporaryDir>
#include <QTest>

using namespace tallyman;
using namespace tallyman::test;

namespace {

// "added a running, deleted b"
QString textOf(const JobWatch::Look &look)
{
    QStringList parts;
    for (const JobChange &change : look.changes) {
        const char *const words[] = {"added", "changed", "left", "deleted"};
        QString part = QString::fromLatin1(words[static_cast<int>(change.kind)]) + u' '
            + (change.id.isEmpty() ? QStringLiteral("?") : change.id.text());
        if (change.job)
            part += u' ' + QString(toWord(change.job->status));
        parts << part;
    }
    return parts.join(QLatin1StringView(", "));
}

} // namespace

class TestJobWatch : public QObject {
    Q_OBJECT

private slots:
    void init();
    void everyJob();
    void matching();
    void nothingNew();
    void betweenTwoLooks();
    void knownFromTheStart_data();
    void knownFromTheStart();
    void otherProcess();
    void manyAtOnce();
    void trimmedFeed();

private:
    [[nodiscard]] std::unique_ptr<JobWatch> watch(const QString &query = {});
    [[nodiscard]] JobStore &jobs() { return *m_store->jobs; }
    void sql(const QString &statement);

    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock;
    std::optional<OpenStore> m_store;
};

void TestJobWatch::init()
{
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    auto store =
        openStore({StoreLocation::Engine::Sqlite, m_folder->filePath(QStringLiteral("jobs.db"))}, m_clock);
    QVERIFY(store.ok());
    m_store = std::move(*store);
}

std::unique_ptr<JobWatch> TestJobWatch::watch(const QString &query)
{
    auto opened = JobWatch::open(m_store->databaseName, *parseFilter(query), m_clock);
    if (!opened)
        qFatal("%s", qUtf8Printable(opened.error().message));
    return std::move(*opened);
}

void TestJobWatch::sql(const QString &statement)
{
    const auto connection = SqliteConnection::open(m_store->databaseName, SqliteConnection::Mode::ReadWrite);
    QVERIFY(connection.ok());
    const auto done = (*connection)->execute(statement);
    QVERIFY2(done.ok(), qPrintable(done.ok() ? QString() : done.error().detail));
}

void TestJobWatch::everyJob()
{
    const auto all = watch();
    QVERIFY(jobs().create(job("a")).ok());
    QCOMPARE(textOf(*all->look()), QStringLiteral("added a pending"));
    QVERIFY(jobs().updateStatus(id("a"), JobStatus::Running).ok());
    QCOMPARE(textOf(*all->look()), QStringLiteral("changed a running"));
    QVERIFY(jobs().remove(id("a")).ok());
    QCOMPARE(textOf(*all->look()), QStringLiteral("deleted a"));
    QCOMPARE(textOf(*all->look()), QString());
}

void TestJobWatch::matching()
{
    QVERIFY(jobs().create(job("a")).ok());
    QVERIFY(jobs().create(job("b")).ok());
    const auto running = watch(QStringLiteral("status:running"));
    QVERIFY(jobs().updateStatus(id("a"), JobStatus::Running).ok());
    QCOMPARE(textOf(*running->look()), QStringLiteral("added a running"));
    QVERIFY(jobs().updateProgress(id("a"), 0.5).ok());
    QVERIFY(jobs().remove(id("b")).ok()); // which never matched
    QCOMPARE(textOf(*running->look()), QStringLiteral("changed a running"));
    QVERIFY(jobs().updateStatus(id("a"), JobStatus::Completed).ok());
    QCOMPARE(textOf(*running->look()), QStringLiteral("left a completed"));
    QVERIFY(jobs().remove(id("a")).ok()); // which does not match any longer
    QCOMPARE(textOf(*running->look()), QString());
}

void TestJobWatch::nothingNew()
{
    QVERIFY(jobs().create(job("a")).ok());
    const auto all = watch();
    const qint64 rev = all->rev();
    QCOMPARE(textOf(*all->look()), QString()); // what was there is not new
    sql(QStringLiteral("CREATE TABLE other (x)")); // a commit that changes no job
    QCOMPARE(textOf(*all->look()), QString());
    QCOMPARE(all->rev(), rev);
}

void TestJobWatch::betweenTwoLooks()
{
    const auto all = watch();
    const auto pending = watch(QStringLiteral("status:pending"));
    QVERIFY(jobs().create(job("a")).ok());
    QVERIFY(jobs().create(job("b")).ok());
    QVERIFY(jobs().updateStatus(id("a"), JobStatus::Running).ok());
    QVERIFY(jobs().create(job("c")).ok());
    QVERIFY(jobs().remove(id("c")).ok());
    QCOMPARE(textOf(*all->look()), QStringLiteral("added b pending, added a running"));
    QCOMPARE(textOf(*pending->look()), QStringLiteral("added b pending"));
}

void TestJobWatch::knownFromTheStart_data()
{
    QTest::addColumn<QString>("query");
    QTest::newRow("all") << QString();
    QTest::newRow("matching") << QStringLiteral("status:pending");
}

void TestJobWatch::knownFromTheStart()
{
    QFETCH(QString, query);
    QVERIFY(jobs().create(job("a")).ok());
    const auto watched = watch(query);
    QVERIFY(jobs().remove(id("a")).ok());
    QCOMPARE(textOf(*watched->look()), QStringLiteral("deleted a"));
}

void TestJobWatch::otherProcess()
{
    const auto all = watch(QStringLiteral("user:ann"));
    sql(QStringLiteral(
        "INSERT INTO jobs (seq, id, user) VALUES (-5, 'below', 'ann'), (9000000000, 'far', 'ann')"));
    QCOMPARE(textOf(*all->look()), QStringLiteral("added below pending, added far pending"));
    sql(QStringLiteral("DELETE FROM jobs"));
    QCOMPARE(textOf(*all->look()), QStringLiteral("deleted below, deleted far"));
}

void TestJobWatch::manyAtOnce()
{
    const auto all = watch();
    sql(QStringLiteral("INSERT INTO jobs (id) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
                       "WHERE i < 1200) SELECT 'n' || i FROM n"));
    sql(QStringLiteral("DELETE FROM jobs WHERE id = 'n1'"));
    qsizetype changes = 0;
    bool more = true;
    for (int looks = 0; more; ++looks) {
        QVERIFY(looks < 10);
        const auto look = all->look();
        QVERIFY(look.ok());
        changes += look->changes.size();
        more = look->more;
        QVERIFY(!textOf(*look).contains(QLatin1StringView("deleted"))); // it was never told of
    }
    QCOMPARE(changes, 1199);
}

void TestJobWatch::trimmedFeed()
{
    QVERIFY(jobs().create(job("a")).ok());
    const auto pending = watch(QStringLiteral("status:pending"));
    QVERIFY(jobs().create(job("b")).ok());
    QVERIFY(jobs().create(job("c")).ok());
    sql(QStringLiteral("DELETE FROM job_changes WHERE rev < (SELECT max(rev) FROM job_changes)"));
    const auto look = pending->look();
    QVERIFY(look.ok());
    QVERIFY(look->startedAfresh);
    QCOMPARE(textOf(*look), QString());
    QVERIFY(jobs().remove(id("b")).ok()); // it knows of what it was not told of
    QCOMPARE(textOf(*pending->look()), QStringLiteral("deleted b"));
}

QTEST_GUILESS_MAIN(TestJobWatch)
#include "tst_jobwatch.moc"
