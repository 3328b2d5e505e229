// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/statisticsmodel.h"
#include "models/store/openstore.h"
#include "tests/support/manualclock.h"
#include "tests/support/testjobs.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tallyman;

class TestStatisticsModel : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void readsNothingByItself();
    void tellsOfNewNumbersOnly();
    void catchesUpWithManyRequests();

private:
    test::ManualClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<OpenStore> m_store;
};

void TestStatisticsModel::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto store =
        openStore({StoreLocation::Engine::Sqlite, m_folder->filePath(QStringLiteral("jobs.db"))}, m_clock);
    QVERIFY(store.ok());
    m_store = std::move(*store);
}

void TestStatisticsModel::cleanup()
{
    m_store.reset();
    m_folder.reset();
}

void TestStatisticsModel::readsNothingByItself()
{
    const StatisticsModel model(*m_store->jobs);
    QVERIFY(!model.statistics());
}

void TestStatisticsModel::tellsOfNewNumbersOnly()
{
    StatisticsModel model(*m_store->jobs);
    QSignalSpy changed(&model, &StatisticsModel::changed);
    model.refresh();
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(model.statistics()->present.total(), 0);
    QVERIFY(!model.statistics()->ends.successRate());

    const auto job = m_store->jobs->create(test::job("one"));
    QVERIFY(job.ok());
    model.refresh();
    QTRY_COMPARE(changed.size(), 2);
    QCOMPARE(model.statistics()->present[JobStatus::Pending], 1);

    // Twice without a change, then one: the next signal is that of the change.
    model.refresh();
    QVERIFY(m_store->jobs->updateStatus(job->id, JobStatus::Running).ok());
    m_clock.advance(std::chrono::seconds{12});
    QVERIFY(m_store->jobs->updateStatus(job->id, JobStatus::Completed).ok());
    model.refresh();
    QTRY_VERIFY(model.statistics()->present[JobStatus::Completed] == 1);
    QCOMPARE(*model.statistics()->ends.successRate(), 100.0);
    QCOMPARE(*model.statistics()->ends.averageDuration(), std::chrono::milliseconds{12000});
    const qsizetype signalsSoFar = changed.size();
    QVERIFY(signalsSoFar <= 4);
    QVERIFY(m_store->jobs->updateProgress(job->id, 1.0).ok()); // no number of these
    model.refresh();
    QVERIFY(m_store->jobs->create(test::job("two")).ok());
    model.refresh();
    QTRY_COMPARE(model.statistics()->present.total(), 2);
    QCOMPARE(changed.size(), signalsSoFar + 1);
}

void TestStatisticsModel::catchesUpWithManyRequests()
{
    StatisticsModel model(*m_store->jobs);
    for (int i = 0; i < 100; ++i) {
        QVERIFY(m_store->jobs->create(test::job(qPrintable(QStringLiteral("job-%1").arg(i)))).ok());
        model.refresh();
    }
    QTRY_VERIFY(model.statistics() && model.statistics()->present.total() == 100);
}

QTEST_GUILESS_MAIN(TestStatisticsModel)
#include "tst_statisticsmodel.moc"
