// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/bulkchange.h"
#include "models/store/openstore.h"
#include "models/store/sqliteconnection.h"
#include "tests/support/manualclock.h"
#include "tests/support/testjobs.h"

#include <QSignalSpy>
#include <QTest>

#include <numeric>

using namespace tallyman;

namespace {

template<typename T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s", qUtf8Printable(result.error().message));
    return std::move(result).value();
}

BulkAction cancelJobs()
{
    BulkAction action;
    action.update.status = JobStatus::Cancelled;
    return action;
}

} // namespace

class TestBulkChange : public QObject {
    Q_OBJECT

    test::ManualClock m_clock;
    OpenStore m_store;

    JobStore &store() { return *m_store.jobs; }

    // Their row numbers, oldest first.
    QList<qint64> addJobs(int count)
    {
        std::atomic<int> created = 0;
        for (int i = 0; i < count; ++i)
            store().createAsync(Job{}, [&created](const Result<Job> &) { ++created; });
        while (created < count)
            QTest::qWait(1);
        QList<qint64> seqs = *must(store().seqsOf({}, [] { return false; }));
        std::sort(seqs.begin(), seqs.end());
        return seqs;
    }

    qint64 countOf(JobStatus status) { return (must(store().countByStatus()))[status]; }

private slots:
    void init() { m_store = must(openStore({StoreLocation::Engine::Memory, {}}, m_clock)); }
    void cleanup() { m_store = {}; }

    void changesAllInBatches()
    {
        const QList<qint64> seqs = addJobs(2500);
        BulkChange bulk(store());
        QSignalSpy progressed(&bulk, &BulkChange::progressed);
        QSignalSpy finished(&bulk, &BulkChange::finished);
        bulk.start(JobChoice(RowMap(seqs)), cancelJobs());
        QVERIFY(bulk.isBusy());
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(!bulk.isBusy());
        const auto outcome = finished.at(0).at(0).value<BulkOutcome>();
        QVERIFY(outcome.jobs == (ManyOutcome{2500, 0, 0, {}}));
        QCOMPARE(outcome.of, 2500);
        QVERIFY(!outcome.cancelled && !outcome.error);
        QCOMPARE(countOf(JobStatus::Cancelled), 2500);
        QVERIFY(!progressed.isEmpty());
        QCOMPARE(progressed.at(0).at(0).value<BulkProgress>().of, 2500);
    }

    void countsWhatIsRefused()
    {
        const QList<qint64> seqs = addJobs(1200);
        must(store().updateMany(seqs.first(3), cancelJobs().update));
        must(store().removeMany(seqs.last(2)));
        BulkAction run;
        run.update.status = JobStatus::Running;
        BulkChange bulk(store());
        QSignalSpy finished(&bulk, &BulkChange::finished);
        bulk.start(JobChoice(RowMap(seqs)), run);
        QTRY_COMPARE(finished.size(), 1);
        const auto outcome = finished.at(0).at(0).value<BulkOutcome>();
        QCOMPARE(outcome.jobs.changed, 1195);
        QCOMPARE(outcome.jobs.refused, 3);
        QCOMPARE(outcome.jobs.gone, 2);
        QVERIFY(outcome.jobs.firstReason.contains(QStringLiteral("cancelled")));
    }

    void stopsAfterTheBatchUnderWay()
    {
        const QList<qint64> seqs = addJobs(20000);
        BulkChange bulk(store());
        QSignalSpy finished(&bulk, &BulkChange::finished);
        connect(&bulk, &BulkChange::progressed, &bulk, [&bulk](const BulkProgress &progress) {
            if (progress.done > 0)
                bulk.cancel();
        });
        bulk.start(JobChoice(RowMap(seqs)), {BulkAction::Kind::Delete, {}, 1});
        QTRY_COMPARE(finished.size(), 1);
        const auto outcome = finished.at(0).at(0).value<BulkOutcome>();
        QVERIFY(outcome.cancelled);
        QVERIFY(outcome.jobs.changed > 0);
        QVERIFY(outcome.jobs.changed < 20000);
        QCOMPARE(must(store().count({})), 20000 - outcome.jobs.changed);
        // And can do something else then.
        bulk.disconnect(&bulk);
        finished.clear();
        bulk.putBack(1, outcome.jobs.changed);
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(must(store().count({})), 20000);
    }

    void findsAQuery()
    {
        const QList<qint64> seqs = addJobs(10);
        must(store().updateMany(seqs.first(4), cancelJobs().update));
        JobFilter filter;
        filter.addStatuses({JobStatus::Cancelled});
        BulkChange bulk(store());
        QSignalSpy found(&bulk, &BulkChange::found);
        QSignalSpy notFound(&bulk, &BulkChange::notFound);
        bulk.find(filter);
        QTRY_COMPARE(found.size(), 1);
        QCOMPARE(found.at(0).at(0).value<JobChoice>().size(), 4);
        bulk.find(filter);
        bulk.cancel();
        QTRY_COMPARE(notFound.size(), 1);
        QVERIFY(!notFound.at(0).at(0).value<std::optional<StoreError>>());
        QCOMPARE(found.size(), 1);
    }

    void saysWhyTheStoreFailed()
    {
        BulkChange bulk(store());
        QSignalSpy finished(&bulk, &BulkChange::finished);
        const auto other =
            must(SqliteConnection::open(m_store.databaseName, SqliteConnection::Mode::ReadWrite));
        const QList<qint64> seqs = addJobs(3);
        QVERIFY(other->execute(
            QStringLiteral("CREATE TRIGGER no BEFORE DELETE ON jobs BEGIN SELECT RAISE (ABORT, 'no'); END")));
        bulk.start(JobChoice(RowMap(seqs)), {BulkAction::Kind::Delete, {}, 1});
        QTRY_COMPARE(finished.size(), 1);
        const auto outcome = finished.at(0).at(0).value<BulkOutcome>();
        QVERIFY(outcome.error);
        QCOMPARE(outcome.jobs.changed, 0);
    }

    void canEndWhileItIsBusy()
    {
        const QList<qint64> seqs = addJobs(5000);
        {
            BulkChange bulk(store());
            bulk.start(JobChoice(RowMap(seqs)), cancelJobs());
        }
        QVERIFY(countOf(JobStatus::Cancelled) < 5000);
    }
};

QTEST_GUILESS_MAIN(TestBulkChange)
#include "tst_bulkchange.moc"
