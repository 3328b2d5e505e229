// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobresultsmodel.h"
#include "models/store/openstore.h"
#include "models/store/sqliteconnection.h"
#include "tests/support/manualclock.h"
#include "tests/support/testjobs.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tallyman;

namespace {

QString u(const char *text)
{
    return QString::fromUtf8(text);
}

QStringList items(const JobResultsModel &model)
{
    QStringList items;
    for (int row = 0; row < model.rowCount(); ++row)
        items << model.index(row, JobResultsModel::ItemColumn).data().toString();
    return items;
}

} // namespace

class TestJobResultsModel : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void showsFailedFirst();
    void filters_data();
    void filters();
    void holdsTheSelection();
    void followsScriptedChanges();
    void readsManyInPages();
    void changesJobs();
    void saysWhyItCannotRead();

private:
    qint64 addJob(const char *id) { return m_store->jobs->create(test::job(id))->seq; }
    void add(const QList<JobResult> &results)
    {
        QVERIFY(m_store->jobs->addResults(test::id("job"), results).ok());
    }

    test::ManualClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<OpenStore> m_store;
    std::unique_ptr<JobResultsModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    qint64 m_seq = 0;
};

void TestJobResultsModel::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto store =
        openStore({StoreLocation::Engine::Sqlite, m_folder->filePath(QStringLiteral("jobs.db"))}, m_clock);
    QVERIFY(store.ok());
    m_store = std::move(*store);
    m_seq = addJob("job");
    m_model = std::make_unique<JobResultsModel>(*m_store->jobs);
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void TestJobResultsModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_store.reset();
    m_folder.reset();
}

void TestJobResultsModel::showsFailedFirst()
{
    add({{u("a"), true, {}, R"({"pages":24})"},
         {u("b"), false, u("no such file"), {}},
         {u("c"), true, {}, {}}});
    QSignalSpy loaded(m_model.get(), &JobResultsModel::loaded);
    m_model->setJob(m_seq);
    QVERIFY(loaded.wait());
    QCOMPARE(items(*m_model), QStringList({u("b"), u("a"), u("c")}));
    const auto text = [this](int row, int column) { return m_model->index(row, column).data().toString(); };
    QCOMPARE(text(0, JobResultsModel::OutcomeColumn), u("Failed"));
    QCOMPARE(text(0, JobResultsModel::ErrorColumn), u("no such file"));
    QCOMPARE(text(1, JobResultsModel::OutcomeColumn), u("OK"));
    QCOMPARE(text(1, JobResultsModel::DetailsColumn), u(R"({"pages":24})"));
    QCOMPARE(m_model->index(1, 0).data(JobResultsModel::SuccessRole).toBool(), true);
    QVERIFY((m_model->counts() == JobResultsModel::Counts{3, 1, 3}));
}

void TestJobResultsModel::filters_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QStringList>("expected");
    QTest::addRow("all") << QString() << QStringList({u("b"), u("Äpfel 100%"), u("c")});
    QTest::addRow("item") << u("äpf") << QStringList({u("Äpfel 100%")});
    QTest::addRow("literally") << u("%") << QStringList({u("Äpfel 100%")});
    QTest::addRow("error") << u("SUCH") << QStringList({u("b")});
    QTest::addRow("details") << u("pages") << QStringList({u("c")});
    QTest::addRow("nothing") << u("_") << QStringList();
}

void TestJobResultsModel::filters()
{
    QFETCH(QString, filter);
    add({{u("Äpfel 100%"), true, {}, {}},
         {u("b"), false, u("no such file"), {}},
         {u("c"), true, {}, R"({"pages":24})"}});
    QSignalSpy loaded(m_model.get(), &JobResultsModel::loaded);
    m_model->setJob(m_seq);
    QVERIFY(loaded.wait());
    m_model->setFilter(filter);
    QVERIFY(filter.isEmpty() || loaded.wait());
    QTEST(items(*m_model), "expected");
    QCOMPARE(m_model->counts().all, 3);
    QCOMPARE(m_model->counts().matching, m_model->rowCount());
}

void TestJobResultsModel::holdsTheSelection()
{
    add({{u("a"), true, {}, {}}, {u("b"), true, {}, {}}, {u("c"), true, {}, {}}});
    QSignalSpy loaded(m_model.get(), &JobResultsModel::loaded);
    m_model->setJob(m_seq);
    QVERIFY(loaded.wait());
    const QPersistentModelIndex c(m_model->index(2, JobResultsModel::ItemColumn));
    const QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    add({{u("b"), false, u("after all"), {}}, {u("d"), true, {}, {}}, {u("e"), false, {}, {}}});
    m_model->refresh();
    QTRY_COMPARE(items(*m_model), QStringList({u("b"), u("e"), u("a"), u("c"), u("d")}));
    QCOMPARE(c.row(), 3);
    QCOMPARE(c.data().toString(), u("c"));
    QCOMPARE(reset.size(), 0);
}

void TestJobResultsModel::followsScriptedChanges()
{
    QRandomGenerator random(42);
    m_model->setJob(m_seq);
    QSignalSpy loaded(m_model.get(), &JobResultsModel::loaded);
    QVERIFY(loaded.wait());
    for (int step = 0; step < 12; ++step) {
        QList<JobResult> some;
        for (int i = 0; i < 40; ++i)
            some << JobResult{u("item %1").arg(random.bounded(300)),
                              random.bounded(4) != 0,
                              u("error %1").arg(random.bounded(3)),
                              {}};
        add(some);
        if (step % 4 == 3)
            m_model->setFilter(step == 7 ? QString() : u("error 1"));
        else
            m_model->refresh();
        QVERIFY(loaded.wait());
        QStringList failed;
        QStringList succeeded;
        const auto all = m_store->jobs->results(test::id("job"), 10'000, 0);
        for (const JobResult &result : *all) {
            if (result.error.contains(m_model->filter()))
                (result.success ? succeeded : failed) << result.item;
        }
        QCOMPARE(items(*m_model), failed + succeeded);
    }
}

void TestJobResultsModel::readsManyInPages()
{
    QList<JobResult> many;
    for (int i = 0; i < 5000; ++i)
        many << JobResult{u("item %1").arg(i), i % 10 != 0, {}, {}};
    add(many);
    QSignalSpy loaded(m_model.get(), &JobResultsModel::loaded);
    m_model->setJob(m_seq);
    QVERIFY(loaded.wait());
    QCOMPARE(m_model->rowCount(), 5000);
    QVERIFY((m_model->counts() == JobResultsModel::Counts{5000, 500, 5000}));
    QCOMPARE(m_model->resultAt(499).item, u("item 4990"));
    QCOMPARE(m_model->resultAt(500).item, u("item 1"));
    m_model->setFilter(u("99"));
    QVERIFY(loaded.wait());
    QCOMPARE(m_model->counts().matching, 95);
}

void TestJobResultsModel::changesJobs()
{
    add({{u("a"), true, {}, {}}});
    const qint64 other = addJob("other");
    QVERIFY(m_store->jobs->addResults(test::id("other"), {{u("x"), true, {}, {}}}).ok());
    m_model->setJob(m_seq);
    m_model->setJob(other); // the first answer is dropped
    QTRY_COMPARE(items(*m_model), QStringList({u("x")}));
    m_model->setJob({});
    QCOMPARE(m_model->rowCount(), 0);
}

void TestJobResultsModel::saysWhyItCannotRead()
{
    auto connection = SqliteConnection::open(m_store->databaseName, SqliteConnection::Mode::ReadWrite);
    QVERIFY(connection.ok());
    QVERIFY((*connection)->execute(QStringLiteral("ALTER TABLE job_results RENAME TO elsewhere")).ok());
    QSignalSpy failed(m_model.get(), &JobResultsModel::failed);
    m_model->setJob(m_seq);
    QVERIFY(failed.wait());
    QVERIFY(!failed.first().first().value<StoreError>().message.isEmpty());
}

QTEST_GUILESS_MAIN(TestJobResultsModel)
#include "tst_jobresultsmodel.moc"
