// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/facetmodel.h"
#include "models/store/openstore.h"
#include "tests/support/manualclock.h"
#include "tests/support/testjobs.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tallyman;

namespace {

template<typename T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s", qUtf8Printable(result.error().message));
    return std::move(result).value();
}

JobFilter query(const char *text)
{
    return must(parseFilter(QString::fromUtf8(text)));
}

FilterValue text(const char *text)
{
    return TextMatch{QString::fromUtf8(text), false};
}

// "failed 3, running 1": the values of a facet that are shown, with their counts.
QString shown(const FacetModel &model, Facet facet)
{
    const QModelIndex group = model.index(static_cast<int>(facet), 0);
    QStringList values;
    for (int row = 0; row < model.rowCount(group); ++row) {
        const QModelIndex value = model.index(row, 0, group);
        values << (value.data().toString() + u' ' + value.data(FacetModel::CountRole).toString()).trimmed();
    }
    return values.join(QStringLiteral(", "));
}

FilterValue valueOf(Facet facet, const QModelIndex &index)
{
    const QString text = index.data().toString();
    if (facet == Facet::Status)
        return *jobStatusFromWord(text);
    return TextMatch{text.startsWith(QStringLiteral("no ")) ? QString() : text, false};
}

QModelIndex valueIndex(const FacetModel &model, Facet facet, const char *text)
{
    const QModelIndex group = model.index(static_cast<int>(facet), 0);
    for (int row = 0; row < model.rowCount(group); ++row) {
        if (model.index(row, 0, group).data().toString() == QLatin1StringView(text))
            return model.index(row, 0, group);
    }
    return {};
}

} // namespace

class TestFacetModel : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void operations_data();
    void operations();
    void agesMakeRoom();
    void totalsServeWhatIsNotNarrowed();
    void countsNothingBeforeItIsActive();
    void countsWithoutItsOwnTerms();
    void followsTheStore();
    void showsFewValuesUntilUnfolded();
    void whatTheQuerySpeaksOfIsShown();
    void oldCountsAreToldToBeOld();
    void valuesKeepTheirPlaces();
    void agesAreCounted();
    void randomQueries();

private:
    void add(const char *id, const char *provider, const char *user, JobStatus status,
             std::chrono::milliseconds age = {});

    test::ManualClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<OpenStore> m_store;
    std::unique_ptr<FacetModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestFacetModel::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = must(
        openStore({StoreLocation::Engine::Sqlite, m_folder->filePath(QStringLiteral("jobs.db"))}, m_clock));
    m_model = std::make_unique<FacetModel>(m_store->databaseName, m_clock);
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void TestFacetModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_store.reset();
    m_folder.reset();
}

void TestFacetModel::add(const char *id, const char *provider, const char *user, JobStatus status,
                         std::chrono::milliseconds age)
{
    Job job = test::job(id);
    job.provider = QString::fromUtf8(provider);
    job.user = QString::fromUtf8(user);
    job.status = status;
    job.createdAt = m_clock.now() - age;
    must(m_store->jobs->create(job));
}

void TestFacetModel::operations_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<bool>("exclude");
    QTest::addColumn<QString>("after"); // with provider `a`
    QTest::newRow("into nothing") << "" << false << "provider:a";
    QTest::newRow("out again") << "provider:a" << false << "";
    QTest::newRow("into a list") << "x provider:b status:failed" << false << "x provider:b,a status:failed";
    QTest::newRow("out of a list") << "provider:b,a" << false << "provider:b";
    QTest::newRow("beside a beginning") << "provider:vs*" << false << "provider:vs*,a";
    QTest::newRow("in of what was left out") << "-provider:a,b" << false << "-provider:b provider:a";
    QTest::newRow("leave out") << "" << true << "-provider:a";
    QTest::newRow("no longer leave out") << "-provider:a" << true << "";
    QTest::newRow("leave out of a list") << "provider:b,a" << true << "provider:b -provider:a";
    QTest::newRow("leave out another") << "-provider:b" << true << "-provider:b,a";
    QTest::newRow("what else there is stays")
        << "\"two words\" in:all sort:-size" << false << "\"two words\" provider:a in:all sort:-size";
}

void TestFacetModel::operations()
{
    QFETCH(QString, before);
    QFETCH(bool, exclude);
    const JobFilter filter = must(parseFilter(before));
    const JobFilter after =
        exclude ? excluded(filter, Facet::Provider, text("a")) : toggled(filter, Facet::Provider, text("a"));
    QTEST(toText(after), "after");
    QCOMPARE(parseFilter(toText(after)).value(), after);
}

void TestFacetModel::agesMakeRoom()
{
    const QList<FilterValue> ages = ageValues();
    QCOMPARE(toText(toggled(query("created:>2026-01-01 x"), Facet::Age, ages.at(0))),
             QStringLiteral("x created:today"));
    QCOMPARE(toText(toggled(query("created:today"), Facet::Age, ages.at(1))),
             QStringLiteral("created:today,yesterday"));
    QCOMPARE(toText(excluded(query("created:>2026-01-01"), Facet::Age, ages.at(2))),
             QStringLiteral("created:>2026-01-01 -created:<7d"));
    QCOMPARE(toText(toggled({}, Facet::Age, ages.at(4))), QStringLiteral("created:>30d"));
}

void TestFacetModel::totalsServeWhatIsNotNarrowed()
{
    const FilterContext context{m_clock.now()};
    const auto reads = [&](const char *text, Facet facet) {
        return facetSelects(query(text), {facet}, context)
            .constFirst()
            .sql.contains(QStringLiteral("job_totals"));
    };
    QVERIFY(reads("", Facet::Status));
    QVERIFY(reads("", Facet::Provider));
    QVERIFY(reads("status:failed provider:vs*", Facet::Provider));
    QVERIFY(!reads("user:ann", Facet::Provider));
    QVERIFY(!reads("web", Facet::Status));
    QVERIFY(countSelect(query("status:running"), context).contains(QStringLiteral("job_totals")));
    QVERIFY(!countSelect(query("duration:>1h"), context).contains(QStringLiteral("job_totals")));
    // One walk for all that have the same condition.
    QCOMPARE(
        facetSelects(query("web"), {Facet::Status, Facet::Provider, Facet::User, Facet::Age}, context).size(),
        1);
}

void TestFacetModel::countsNothingBeforeItIsActive()
{
    add("one", "a", "ann", JobStatus::Pending);
    QSignalSpy counted(m_model.get(), &FacetModel::counted);
    m_model->refresh();
    m_model->setFilter(query("status:pending"));
    QCOMPARE(shown(*m_model, Facet::Provider), QString());
    QVERIFY(shown(*m_model, Facet::Status).startsWith(QStringLiteral("pending, running")));
    m_model->setActive(true);
    QVERIFY(counted.wait());
    QCOMPARE(shown(*m_model, Facet::Provider), QStringLiteral("a 1"));
}

void TestFacetModel::countsWithoutItsOwnTerms()
{
    add("1", "a", "ann", JobStatus::Failed);
    add("2", "a", "bob", JobStatus::Failed);
    add("3", "b", "ann", JobStatus::Failed);
    add("4", "b", "ann", JobStatus::Running);
    add("5", "b", "", JobStatus::Pending);
    add("6", "c", "eve", JobStatus::Pending);
    QSignalSpy counted(m_model.get(), &FacetModel::counted);
    m_model->setActive(true);
    QVERIFY(counted.wait());
    QCOMPARE(shown(*m_model, Facet::Status),
             QStringLiteral("pending 2, running 1, completed 0, failed 3, cancelled 0"));
    QCOMPARE(shown(*m_model, Facet::Provider), QStringLiteral("b 3, a 2, c 1"));
    QCOMPARE(shown(*m_model, Facet::User), QStringLiteral("ann 3, no user 1, bob 1, eve 1"));

    m_model->setFilter(query("status:failed user:ann,bob"));
    QVERIFY(counted.wait());
    QCOMPARE(shown(*m_model, Facet::Status),
             QStringLiteral("pending 0, running 1, completed 0, failed 3, cancelled 0"));
    QCOMPARE(shown(*m_model, Facet::Provider), QStringLiteral("a 2, b 1"));
    QCOMPARE(shown(*m_model, Facet::User), QStringLiteral("ann 2, bob 1"));
    const QModelIndex failed = valueIndex(*m_model, Facet::Status, "failed");
    QCOMPARE(failed.data(FacetModel::UseRole).toInt(), int(FacetUse::Included));
    QCOMPARE(failed.data(Qt::AccessibleTextRole).toString(), QStringLiteral("failed: 3 jobs, chosen"));
    QCOMPARE(toText(m_model->toggledAt(failed)), QStringLiteral("user:ann,bob"));
    QCOMPARE(toText(m_model->excludedAt(valueIndex(*m_model, Facet::User, "ann"))),
             QStringLiteral("status:failed user:bob -user:ann"));
    // Jobs without a user are a value too.
    m_model->setFilter({});
    QVERIFY(counted.wait());
    m_model->setFilter(m_model->toggledAt(valueIndex(*m_model, Facet::User, "no user")));
    QCOMPARE(toText(m_model->filter()), QStringLiteral("user:\"\""));
    QVERIFY(counted.wait());
    QCOMPARE(shown(*m_model, Facet::Provider), QStringLiteral("b 1"));
}

void TestFacetModel::followsTheStore()
{
    m_model->setActive(true);
    QTRY_COMPARE(valueIndex(*m_model, Facet::Status, "pending").data(FacetModel::CountRole).toInt(), 0);
    add("one", "a", "ann", JobStatus::Pending);
    m_model->refresh();
    QTRY_COMPARE(shown(*m_model, Facet::Provider), QStringLiteral("a 1"));
    // However many changes come: not one of them is missed.
    for (int i = 0; i < 50; ++i) {
        add(qPrintable(QString::number(i)), "a", "ann", JobStatus::Pending);
        m_model->refresh();
    }
    QTRY_COMPARE(shown(*m_model, Facet::Provider), QStringLiteral("a 51"));
    // While nobody looks it does not count, and catches up then.
    m_model->setActive(false);
    add("last", "b", "ann", JobStatus::Pending);
    m_model->refresh();
    m_model->setActive(true);
    QTRY_COMPARE(shown(*m_model, Facet::Provider), QStringLiteral("a 51, b 1"));
}

void TestFacetModel::showsFewValuesUntilUnfolded()
{
    for (int i = 0; i < 20; ++i) {
        for (int j = 0; j <= i; ++j)
            add(qPrintable(QStringLiteral("%1-%2").arg(i).arg(j)),
                qPrintable(QStringLiteral("p%1").arg(i, 2, 10, QLatin1Char('0'))), "ann", JobStatus::Pending);
    }
    m_model->setActive(true);
    const QModelIndex group = m_model->index(int(Facet::Provider), 0);
    QTRY_COMPARE(m_model->rowCount(group), FacetModel::fewValues + 1);
    QCOMPARE(m_model->index(0, 0, group).data().toString(), QStringLiteral("p19"));
    const QModelIndex more = m_model->index(FacetModel::fewValues, 0, group);
    QCOMPARE(more.data(FacetModel::KindRole).toInt(), int(FacetModel::Kind::More));
    QCOMPARE(m_model->toggledAt(more), m_model->filter());
    m_model->setUnfolded(more, true);
    QCOMPARE(m_model->rowCount(group), 21);
    QCOMPARE(m_model->index(19, 0, group).data().toString(), QStringLiteral("p00"));
    m_model->setUnfolded(m_model->index(20, 0, group), false);
    QCOMPARE(m_model->rowCount(group), FacetModel::fewValues + 1);
}

void TestFacetModel::whatTheQuerySpeaksOfIsShown()
{
    add("one", "a", "ann", JobStatus::Pending);
    m_model->setActive(true);
    QTRY_COMPARE(shown(*m_model, Facet::Provider), QStringLiteral("a 1"));
    m_model->setFilter(query("provider:nosuch,b* -user:zoe"));
    QCOMPARE(shown(*m_model, Facet::Provider), QStringLiteral("a 1, nosuch"));
    QTRY_COMPARE(shown(*m_model, Facet::Provider), QStringLiteral("a 1, nosuch 0"));
    QTRY_COMPARE(shown(*m_model, Facet::User), QStringLiteral("zoe 0"));
    QCOMPARE(valueIndex(*m_model, Facet::User, "zoe").data(FacetModel::UseRole).toInt(),
             int(FacetUse::Excluded));
    m_model->setFilter({});
    QCOMPARE(shown(*m_model, Facet::Provider), QStringLiteral("a 1"));
}

void TestFacetModel::oldCountsAreToldToBeOld()
{
    add("one", "a", "ann", JobStatus::Pending);
    m_model->setActive(true);
    QTRY_COMPARE(shown(*m_model, Facet::Provider), QStringLiteral("a 1"));
    const QModelIndex status = m_model->index(int(Facet::Status), 0);
    const QModelIndex provider = m_model->index(int(Facet::Provider), 0);
    QVERIFY(!provider.data(FacetModel::StaleRole).toBool());
    m_model->setFilter(query("status:failed"));
    QCOMPARE(shown(*m_model, Facet::Provider), QStringLiteral("a 1")); // the old ones stay
    QVERIFY(provider.data(FacetModel::StaleRole).toBool());
    QVERIFY(!status.data(FacetModel::StaleRole).toBool()); // its own terms make no difference
    QTRY_COMPARE(shown(*m_model, Facet::Provider), QString());
    QVERIFY(!provider.data(FacetModel::StaleRole).toBool());
}

void TestFacetModel::valuesKeepTheirPlaces()
{
    add("1", "a", "ann", JobStatus::Pending);
    add("2", "a", "ann", JobStatus::Pending);
    add("3", "b", "ann", JobStatus::Pending);
    m_model->setActive(true);
    QTRY_COMPARE(shown(*m_model, Facet::Provider), QStringLiteral("a 2, b 1"));
    const QPersistentModelIndex b = valueIndex(*m_model, Facet::Provider, "b");
    for (const char *id : {"4", "5", "6"})
        add(id, "b", "ann", JobStatus::Pending);
    m_model->refresh();
    QTRY_COMPARE(shown(*m_model, Facet::Provider), QStringLiteral("a 2, b 4"));
    // A new query sorts them anew.
    m_model->setFilter(query("user:ann"));
    QTRY_COMPARE(shown(*m_model, Facet::Provider), QStringLiteral("b 4, a 2"));
    QCOMPARE(b.data().toString(), QStringLiteral("b"));
    QCOMPARE(b.row(), 0);
}

void TestFacetModel::agesAreCounted()
{
    using namespace std::chrono_literals;
    // Noon of the clock's day, wherever the test runs.
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(m_clock.now().time_since_epoch().count());
    m_clock.set(
        Timestamp{std::chrono::milliseconds{QDateTime(now.date(), QTime(12, 0)).toMSecsSinceEpoch()}});
    add("1", "a", "ann", JobStatus::Pending);
    add("2", "a", "ann", JobStatus::Pending, 11h);
    add("3", "a", "ann", JobStatus::Failed, 13h);
    add("4", "a", "ann", JobStatus::Pending, 24h * 3);
    add("5", "a", "ann", JobStatus::Failed, 24h * 20);
    add("6", "a", "ann", JobStatus::Failed, 24h * 31);
    m_model->setActive(true);
    QTRY_COMPARE(shown(*m_model, Facet::Age),
                 QStringLiteral("Today 2, Yesterday 1, Last 7 days 4, Last 30 days 5, Older 1"));
    m_model->setFilter(query("status:failed created:today"));
    QTRY_COMPARE(shown(*m_model, Facet::Age),
                 QStringLiteral("Today 0, Yesterday 1, Last 7 days 1, Last 30 days 2, Older 1"));
}

// Whatever is asked: the model stays sound (its tester looks), and the counts are those of the store.
void TestFacetModel::randomQueries()
{
    const QList<Job> jobs = test::realisticJobs(300, m_clock.now());
    for (const Job &job : jobs)
        must(m_store->jobs->create(job));
    m_model->setActive(true);
    const char *queries[] = {"status:failed",
                             "track",
                             "provider:songmap,video",
                             "",
                             "-user:bob duration:>1m",
                             "created:<7d -status:completed",
                             "nosuchword",
                             "user:\"käthe\" error:host",
                             ""};
    QSignalSpy counted(m_model.get(), &FacetModel::counted);
    for (const char *text : queries) {
        const JobFilter filter = query(text);
        if (filter == m_model->filter())
            continue;
        counted.clear();
        m_model->setFilter(filter);
        QTRY_VERIFY(!counted.isEmpty());
        for (const Facet facet : allFacets) {
            const QModelIndex group = m_model->index(int(facet), 0);
            QVERIFY(!group.data(FacetModel::StaleRole).toBool());
            for (int row = 0; row < m_model->rowCount(group); ++row) {
                const QModelIndex index = m_model->index(row, 0, group);
                const FilterValue value = facet == Facet::Age ? ageValues().at(row) : valueOf(facet, index);
                const JobFilter one = toggled(without(filter, facet), facet, value);
                QCOMPARE(index.data(FacetModel::CountRole).toLongLong(), must(m_store->jobs->count(one)));
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestFacetModel)
#include "tst_facetmodel.moc"
