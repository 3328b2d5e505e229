// SPDX-License-Identifier: GPL-3.0-or-later
// What the SQLite store does beyond the contract of all engines: the database that others look into.

#include "models/store/keeper.h"
#include "models/store/openstore.h"
#include "models/store/schema.h"
#include "models/store/sqljobstore.h"
#include "models/store/uploadstore.h"
#include "tests/support/manualclock.h"
#include "tests/support/testjobs.h"

#include <QDir>
#include <QProcess>
#include <QSqlError>
#include <QTemporaryDir>
#include <QTest>

#include <future>

using namespace tallyman;
using namespace std::chrono_literals;

namespace {

QStringList strings(std::initializer_list<const char *> texts)
{
    QStringList list;
    for (const char *text : texts)
        list << QString::fromUtf8(text);
    return list;
}

qint64 sizeOf(const QString &path)
{
    return QFileInfo(path).size();
}

} // namespace

class TestSqlJobStore : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    test::ManualClock m_clock;
    OpenStore m_store;
    std::unique_ptr<SqliteConnection> m_shell; // somebody else's connection

    QString path() const { return m_folder->filePath(QStringLiteral("jobs.db")); }
    JobStore &store() { return *m_store.jobs; }

    void shell(const char *sql)
    {
        const auto done = m_shell->execute(QString::fromUtf8(sql));
        QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
    }
    // The rows of a query, columns joined by a bar.
    QStringList rows(const char *sql)
    {
        QSqlQuery query = m_shell->query();
        if (!query.exec(QString::fromUtf8(sql)))
            return {query.lastError().text()};
        QStringList rows;
        while (query.next()) {
            QStringList row;
            for (int i = 0; query.value(i).isValid(); ++i)
                row << query.value(i).toString();
            rows << row.join(u'|');
        }
        return rows;
    }

    // Writes somewhat more than the keeper leaves in the log; the database grows as much when that is moved.
    void fillTheLog()
    {
        shell("CREATE TABLE IF NOT EXISTS big (b)");
        shell("INSERT INTO big WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
              "18000) SELECT randomblob(1000) FROM n");
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        auto opened = openStore({StoreLocation::Engine::Sqlite, path()}, m_clock);
        QVERIFY(opened);
        m_store = std::move(*opened);
        m_shell = std::move(*SqliteConnection::open(path(), SqliteConnection::Mode::ReadWrite));
    }
    void cleanup()
    {
        m_shell.reset();
        m_store = {};
    }

    void usesOneCopyOfSqlite()
    {
        QVERIFY(m_shell->handle());
        QCOMPARE(store().location(), path());
    }

    void feedsEveryChange()
    {
        QVERIFY(store().create(test::job("a"))); // no payload
        QVERIFY(store().create(test::fullJob("b"))); // with payload: still one row
        QCOMPARE(rows("SELECT seq, op FROM job_changes ORDER BY rev"), strings({"1|1", "2|1"}));
        JobUpdate update;
        update.result = "{}"; // of the payload alone, where there is no row of it yet
        QVERIFY(store().update(test::id("a"), update));
        QCOMPARE(rows("SELECT seq, op FROM job_changes WHERE rev > 2"), strings({"1|2"}));
        update.result = "[]"; // and where there is one
        QVERIFY(store().update(test::id("a"), update));
        QCOMPARE(rows("SELECT seq, op FROM job_changes WHERE rev > 3"), strings({"1|2"}));
        QVERIFY(store().update(test::id("a"), update)); // nothing new
        QVERIFY(rows("SELECT seq, op FROM job_changes WHERE rev > 4").isEmpty());
        QVERIFY(store().addResults(test::id("a"), {{QStringLiteral("x"), true, {}, {}}}));
        QVERIFY(store().remove(test::id("a")));
        QCOMPARE(rows("SELECT seq, op FROM job_changes WHERE rev > 4"), strings({"1|2", "1|3"}));
    }

    void keepsDeletedJobsWhereNobodySeesThem()
    {
        const qint64 seq = store().create(test::fullJob("full"))->seq;
        const char *counters =
            "SELECT * FROM job_totals UNION ALL SELECT hour, provider, status, bucket, ended, "
            "duration_ms, 0 FROM job_rollups";
        const QStringList before = rows(counters);
        const QDir folder(m_folder->path());
        const QStringList files = folder.entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
        QVERIFY(store().trashMany(1, {seq}));
        QCOMPARE(folder.entryList(QDir::AllEntries | QDir::NoDotAndDotDot), files);
        QVERIFY(rows("SELECT seq FROM job_payload").isEmpty());
        QVERIFY(store().putBack(1));
        QCOMPARE(rows(counters), before);
        QCOMPARE(rows("SELECT seq, op FROM job_changes ORDER BY rev"), strings({"1|1", "1|3", "1|1"}));
    }

    void findsWordsOfJobsThatCameBack()
    {
        const qint64 seq = store().create(test::fullJob("full"))->seq;
        QTRY_COMPARE(rows("SELECT seq FROM job_search_state"), strings({"1"}));
        const char *indexed = "SELECT rowid FROM job_search('\"second line\"')";
        QCOMPARE(rows(indexed), strings({"1"}));
        QVERIFY(store().trashMany(1, {seq}));
        QVERIFY(rows(indexed).isEmpty());
        QVERIFY(store().putBack(1));
        QCOMPARE(rows(indexed), strings({"1"}));
        QVERIFY(store().removeMany({seq}));
        QVERIFY(rows(indexed).isEmpty());
    }

    void keepsNoCopyOfWhatItCouldNotDelete()
    {
        const qint64 a = store().create(test::job("a"))->seq;
        const qint64 b = store().create(test::job("b"))->seq;
        shell("CREATE TRIGGER no BEFORE DELETE ON jobs WHEN old.id = 'b' BEGIN SELECT RAISE (ABORT, 'no'); "
              "END");
        QVERIFY(!store().trashMany(1, {a, b}));
        QCOMPARE(*store().count({}), 2);
        QVERIFY(*store().putBack(1) == ManyOutcome{});
        shell("DROP TRIGGER no");
        QVERIFY(*store().trashMany(1, {a, b}) == (ManyOutcome{2, 0, 0, {}}));
        shell("CREATE TRIGGER no BEFORE INSERT ON jobs WHEN new.id = 'b' BEGIN SELECT RAISE (ABORT, 'no'); "
              "END");
        QVERIFY(!store().putBack(1));
        QCOMPARE(*store().count({}), 0);
        shell("DROP TRIGGER no");
        QVERIFY(*store().putBack(1) == (ManyOutcome{2, 0, 0, {}}));
    }

    void seesChangesOfTheShell()
    {
        shell("INSERT INTO jobs (id, name) VALUES ('by-hand', 'made in a shell')");
        auto found = store().findById(test::id("by-hand"));
        QVERIFY(found && *found);
        QCOMPARE((*found)->status, JobStatus::Pending);
        shell("UPDATE jobs SET status = 'running', started_at = '2026-01-21 10:00:00' WHERE id = 'by-hand'");
        found = store().findById(test::id("by-hand"));
        QCOMPARE((*found)->status, JobStatus::Running);
        QCOMPARE(toIsoText(*(*found)->startedAt), QByteArray("2026-01-21T10:00:00.000Z"));
        QCOMPARE(store().timeline(test::id("by-hand"))->size(), 1);
        QCOMPARE((*store().countByStatus())[JobStatus::Running], 1);
        shell("DELETE FROM jobs");
        QCOMPARE(*store().count({}), 0);
        QCOMPARE(rows("SELECT op FROM job_changes ORDER BY rev"), strings({"1", "2", "3"}));
    }

    void refusesNonsenseOfTheShell()
    {
        QVERIFY(!m_shell->execute(QStringLiteral("INSERT INTO jobs (id, status) VALUES ('x', 'done')")));
        QVERIFY(!m_shell->execute(QStringLiteral("INSERT INTO jobs (id, progress) VALUES ('x', 65)")));
        QVERIFY(!m_shell->execute(QStringLiteral("INSERT INTO jobs (id) VALUES (NULL)")));
    }

    // CONTRACT, section 2: one plain SELECT each. README shows these.
    void answersPlainSelects()
    {
        const auto end = [this](const char *id, const char *provider, JobStatus status,
                                std::chrono::seconds took) {
            Job job = test::job(id);
            job.provider = QString::fromLatin1(provider);
            job.status = status;
            job.startedAt = m_clock.now();
            job.completedAt = m_clock.now() + took;
            QVERIFY(store().create(job));
        };
        end("1", "a", JobStatus::Completed, 10s);
        end("2", "a", JobStatus::Completed, 2h);
        end("3", "b", JobStatus::Failed, 1s);
        QCOMPARE(
            rows("SELECT avg((julianday(completed_at) - julianday(started_at)) * 86400) BETWEEN 3604.999 AND "
                 "3605.001 FROM jobs WHERE status = 'completed'"),
            strings({"1"}));
        QCOMPARE(rows("SELECT id, duration_seconds FROM job_records WHERE duration_seconds > 3600"),
                 strings({"2|7200"}));
        QCOMPARE(
            rows("SELECT provider, round(100.0 * sum(status = 'completed') / count(*), 1) FROM jobs WHERE "
                 "status IN ('completed', 'failed') GROUP BY provider ORDER BY provider"),
            strings({"a|100", "b|0"}));
        QCOMPARE(rows("SELECT count(*) FROM jobs WHERE datetime(created_at) = '2026-01-21 10:30:00'"),
                 strings({"3"}));
    }

    void rollsEndsUpByTheHour()
    {
        Job job = test::job("1");
        job.status = JobStatus::Running;
        QVERIFY(store().create(job));
        m_clock.advance(65min);
        QVERIFY(store().updateStatus(test::id("1"), JobStatus::Failed));
        QCOMPARE(rows("SELECT hour, status, bucket, ended, duration_ms FROM job_rollups"),
                 strings({"2026-01-21T11|failed|12|1|3900000"}));
        QVERIFY(store().updateStatus(test::id("1"), JobStatus::Pending));
        QCOMPARE(rows("SELECT ended, duration_ms FROM job_rollups"), strings({"0|0"}));
        QCOMPARE(rows("SELECT sum(present), sum(ended), sum(timed), sum(slow) FROM job_totals"),
                 strings({"1|0|0|0"}));
    }

    // The counters kept by triggers, against a plain count, after a thousand random changes.
    void countsAsARecountDoes()
    {
        QRandomGenerator random(7);
        for (int i = 0; i < 1000; ++i) {
            const JobId id = *JobId::fromText(QString::number(random.bounded(60)));
            const int dice = random.bounded(10);
            if (dice < 3) {
                Job job;
                job.id = id;
                job.provider = random.bounded(4) == 0 ? QString() : QString::number(random.bounded(3));
                job.status = allJobStatuses[random.bounded(5)];
                (void)store().create(job);
            } else if (dice < 4) {
                (void)store().remove(id);
            } else {
                JobUpdate update;
                if (dice < 9)
                    update.status = allJobStatuses[random.bounded(5)];
                else
                    update.provider = QString::number(random.bounded(3));
                (void)store().update(id, update);
            }
            m_clock.advance(std::chrono::seconds{random.bounded(2000)});
        }
        QVERIFY(*store().count({}) > 10);
        QCOMPARE(rows("SELECT provider, status, present FROM job_totals WHERE present <> 0 ORDER BY 1, 2"),
                 rows("SELECT ifnull(provider, ''), status, count(*) FROM jobs GROUP BY 1, 2 ORDER BY 1, 2"));
        QCOMPARE(
            rows(
                "SELECT provider, status, sum(ended), sum(duration_ms) FROM job_rollups GROUP BY 1, 2 HAVING "
                "sum(ended) <> 0 ORDER BY 1, 2"),
            rows("SELECT provider, status, ended, duration_ms FROM job_totals WHERE ended <> 0 ORDER BY 1, "
                 "2"));
        QCOMPARE(rows("PRAGMA integrity_check"), strings({"ok"}));
    }

    void deletesUploadsWithTheirJob()
    {
        const UploadStore uploads(m_store.uploadDirectory);
        QList<JobId> ids;
        for (int i = 0; i < 3; ++i) {
            Job job;
            job.id = JobId::generate(m_clock.now());
            job.status = JobStatus::Completed;
            job.expiresAt = i == 2 ? std::optional(m_clock.now() + 1s) : std::nullopt;
            ids << job.id;
            QVERIFY(uploads.save(job.id, QStringLiteral("a.wav"), "x"));
            QVERIFY(store().create(job));
        }
        QCOMPARE(uploads.ids().size(), 3);
        QVERIFY(store().remove(ids[0]));
        QCOMPARE(uploads.ids().size(), 2);
        m_clock.advance(1s);
        QCOMPARE(*store().removeExpired(), 1);
        QCOMPARE(uploads.ids(), QList<JobId>{ids[1]});
        QCOMPARE(*store().removeFinished(m_clock.now()), 1);
        QVERIFY(uploads.ids().isEmpty());
    }

    void removesExpiredJobsByItself()
    {
        SqlJobStore::Options options;
        options.writer.databaseName = path();
        options.writer.keeperPath = path() + QStringLiteral(".other"); // the lock of the first is taken
        options.writer.expiryInterval = 10ms;
        auto second = SqlJobStore::open(options, m_clock);
        QVERIFY(second);
        Job job = test::job("short-lived");
        job.status = JobStatus::Completed;
        job.expiresAt = m_clock.now() + 1h;
        QVERIFY((*second)->create(job));
        QCOMPARE(*(*second)->count({}), 1);
        m_clock.advance(1h);
        QTRY_COMPARE(*(*second)->count({}), 0);
    }

    void refusesWhenTooManyWait()
    {
        // The shell holds the write lock, so that everything queues up.
        shell("BEGIN IMMEDIATE");
        std::atomic<int> done = 0;
        std::atomic<int> overloaded = 0;
        const int calls = int(JobWriter::queueLimit + JobWriter::batchLimit) + 100;
        for (int i = 0; i < calls; ++i) {
            store().removeAsync(test::id("nothing"), [&](const Result<bool> &result) {
                if (result)
                    ++done;
                else if (result.error().code == ErrorCode::Overloaded)
                    ++overloaded;
            });
        }
        QVERIFY(overloaded.load() >= 100);
        shell("COMMIT");
        QTRY_COMPARE(done + overloaded, calls);
        QVERIFY(done.load() >= int(JobWriter::queueLimit));
    }

    void answersEachWhenOneFails()
    {
        // A trigger of somebody else's fails for one name: the others in the same transaction must live.
        shell("CREATE TRIGGER vandal BEFORE INSERT ON jobs WHEN new.name = 'bad' BEGIN SELECT raise(FAIL, "
              "'no'); END");
        shell("BEGIN IMMEDIATE"); // so that all three are one batch
        std::promise<bool> promises[3];
        const char *names[] = {"good", "bad", "fine"};
        for (int i = 0; i < 3; ++i)
            store().createAsync(test::job(names[i], names[i]),
                                [&promises, i](const Result<Job> &job) { promises[i].set_value(job.ok()); });
        shell("COMMIT");
        QVERIFY(promises[0].get_future().get());
        QVERIFY(!promises[1].get_future().get());
        QVERIFY(promises[2].get_future().get());
        QCOMPARE(rows("SELECT id FROM jobs ORDER BY id"), strings({"fine", "good"}));
    }

    void waitsForAnotherWriter()
    {
        shell("BEGIN IMMEDIATE");
        std::promise<bool> promise;
        store().createAsync(test::job("patient"),
                            [&promise](const Result<Job> &job) { promise.set_value(job.ok()); });
        auto answer = promise.get_future();
        QCOMPARE(answer.wait_for(100ms), std::future_status::timeout);
        shell("COMMIT");
        QVERIFY(answer.get());
    }

    void keepsTheFeedShort()
    {
        shell("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 250000) "
              "INSERT INTO job_changes (seq, op) SELECT 1, 2 FROM n");
        QVERIFY(sizeOf(path() + QStringLiteral("-wal")) > 1000000);
        QTRY_VERIFY(rows("SELECT count(*) FROM job_changes").constFirst().toLongLong()
                    <= Keeper::keptChanges + 1);
        // The newest stays, and the next one comes after it.
        QCOMPARE(rows("SELECT max(rev) FROM job_changes"), strings({"250000"}));
        QVERIFY(store().create(test::job("next")));
        QCOMPARE(rows("SELECT max(rev) FROM job_changes"), strings({"250001"}));
    }

    void writesOverTheLog()
    {
        const QString log = path() + QStringLiteral("-wal");
        fillTheLog();
        QTRY_VERIFY(sizeOf(path()) > Keeper::logBytes);
        const qint64 firstSize = sizeOf(log);
        for (int i = 2; i < 5; ++i) {
            QVERIFY(store().create(test::job(QByteArray::number(i).constData())));
            fillTheLog();
            QTRY_VERIFY(sizeOf(path()) > i * Keeper::logBytes);
        }
        QVERIFY(sizeOf(log) < 2 * firstSize);
        QCOMPARE(rows("PRAGMA integrity_check"), strings({"ok"}));
    }

    void givesBackALogThatGrewLong()
    {
        const QString log = path() + QStringLiteral("-wal");
        {
            auto reader = *SqliteConnection::open(path(), SqliteConnection::Mode::ReadOnly);
            QSqlQuery query = reader->query();
            QVERIFY(query.exec(QStringLiteral("SELECT bucket FROM duration_buckets")) && query.next());
            for (int i = 0; i < 4; ++i) // while it stays at the old state, nothing may be written over
                fillTheLog();
            QVERIFY(sizeOf(log) > 4 * Keeper::logBytes);
        }
        QTRY_VERIFY(sizeOf(path()) > 4 * Keeper::logBytes);
        QVERIFY(store().create(test::job("a")));
        QTRY_VERIFY(sizeOf(log) <= 4 * Keeper::logBytes);
    }

    // The system forgets all locks of a process on a file when it closes any descriptor of it. Without its
    // lock, the next process to close the database would take itself for the last and delete the log.
    void keepsItsLocksWhenItIsOpenedAgain()
    {
        QVERIFY(store().create(test::job("a")));
        QVERIFY(openStore({StoreLocation::Engine::Sqlite, path()}, m_clock));
        QProcess other;
        other.start(QStringLiteral("sqlite3"), {path(), QStringLiteral("SELECT id FROM jobs")});
        QVERIFY(other.waitForFinished());
        QCOMPARE(other.readAllStandardOutput(), QByteArray("a\n"));
        QVERIFY(QFile::exists(path() + QStringLiteral("-wal")));
        QVERIFY(store().create(test::job("b")));
        other.start(QStringLiteral("sqlite3"), {path(), QStringLiteral("SELECT id FROM jobs")});
        QVERIFY(other.waitForFinished());
        QCOMPARE(other.readAllStandardOutput(), QByteArray("a\nb\n"));
    }

    void leavesOneFileWhenItCloses()
    {
        QVERIFY(store().create(test::job("a")));
        QVERIFY(*store().findById(test::id("a"))); // by a connection of its own
        m_shell.reset();
        m_store = {};
        QVERIFY(!QFile::exists(path() + QStringLiteral("-wal")));
        QVERIFY(!QFile::exists(path() + QStringLiteral("-shm")));
    }

    void leavesNothingOfAStoreInMemory()
    {
        auto memory = openStore({StoreLocation::Engine::Memory, {}}, m_clock);
        QVERIFY(memory);
        const QString folder = memory->uploadDirectory;
        QVERIFY(QDir(folder).exists());
        memory->jobs.reset();
        QVERIFY(!QDir(folder).exists());
    }

    void leavesTheKeepingToOne()
    {
        auto second = openStore({StoreLocation::Engine::Sqlite, path()}, m_clock);
        QVERIFY(second);
        QVERIFY(second->jobs->create(test::job("by the second")));
        QVERIFY(store().create(test::job("by the first")));
        m_store = {}; // the first goes, and its lock with it
        m_store = std::move(*second);
        fillTheLog();
        QTRY_VERIFY(sizeOf(path()) > Keeper::logBytes);
    }
};

QTEST_GUILESS_MAIN(TestSqlJobStore)
#include "tst_sqljobstore.moc"
