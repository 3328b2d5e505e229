// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/countrounds.h"
#include "models/jobcounter.h"
#include "models/store/openstore.h"
#include "models/store/sqliteconnection.h"
#include "tests/support/manualclock.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tallyman;
using namespace std::chrono_literals;
using Round = CountRounds::Round;

namespace {

// Looks for many texts in everything that jobs have: takes seconds.
JobFilter slowQuery()
{
    JobFilter filter;
    for (int i = 0; i < JobFilter::maximumTerms; ++i)
        filter.add(FilterField::Word, TextMatch{QStringLiteral("nosuchthing%1").arg(i), false}, true);
    filter.deep = true;
    return filter;
}

} // namespace

class TestJobCounter : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void answersInOrder();
    void givesUpAtTheLimit();
    void newQuestionsDropOldOnes();
    void endsWithAQuestionUnderWay();
    void survivesADatabaseThatIsNotThere();
    void roundsAreFarApart();
    void costlyRoundsDoNotHoldUpCheapOnes();
    void nobodyLooksNobodyCounts();

private:
    test::ManualClock m_clock;
    QTemporaryDir m_folder;
    std::optional<OpenStore> m_store;
};

void TestJobCounter::initTestCase()
{
    auto store =
        openStore({StoreLocation::Engine::Sqlite, m_folder.filePath(QStringLiteral("jobs.db"))}, m_clock);
    QVERIFY(store.ok());
    m_store = std::move(*store);
    const auto connection = SqliteConnection::open(m_store->databaseName, SqliteConnection::Mode::ReadWrite);
    QVERIFY(connection.ok());
    const auto done =
        (*connection)
            ->execute(QStringLiteral(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30000) "
                "INSERT INTO jobs (id, name, user) SELECT 'j' || i, 'name ' || i, 'u' || (i % 7) FROM n"));
    QVERIFY(done.ok());
}

void TestJobCounter::answersInOrder()
{
    JobCounter counter(m_store->databaseName, m_clock);
    QList<CountAnswer> answers;
    connect(&counter, &JobCounter::answered, this,
            [&](const CountAnswer &answer) { answers.append(answer); });
    QSignalSpy finished(&counter, &JobCounter::finished);
    counter.ask({{7, CountQuestion::Kind::Jobs, {}, {}, {}},
                 {3, CountQuestion::Kind::Names, {}, {}, {}},
                 {5, CountQuestion::Kind::Facets, {}, {Facet::User}, {}}});
    QVERIFY(counter.isCounting());
    QVERIFY(finished.wait());
    QVERIFY(!counter.isCounting());
    QCOMPARE(answers.size(), 3);
    QCOMPARE(answers.at(0).id, 7);
    QCOMPARE(answers.at(0).jobs, 30000);
    QCOMPARE(answers.at(1).names.users.size(), 7);
    QVERIFY(answers.at(1).names.providers.isEmpty());
    QCOMPARE(answers.at(2).facets.constFirst().counts.size(), 7);
    QCOMPARE(answers.at(2).facets.constFirst().counts.constFirst().second, 4286);
}

void TestJobCounter::givesUpAtTheLimit()
{
    JobCounter counter(m_store->databaseName, m_clock);
    QList<CountAnswer> answers;
    connect(&counter, &JobCounter::answered, this,
            [&](const CountAnswer &answer) { answers.append(answer); });
    QSignalSpy finished(&counter, &JobCounter::finished);
    counter.ask({{1, CountQuestion::Kind::Jobs, slowQuery(), {}, 1ms},
                 {2, CountQuestion::Kind::Jobs, {}, {}, 1000ms}});
    QVERIFY(finished.wait());
    QCOMPARE(answers.size(), 2);
    QVERIFY(answers.at(0).tooSlow);
    QVERIFY(!answers.at(1).tooSlow); // goes on with the next
    QCOMPARE(answers.at(1).jobs, 30000);
}

void TestJobCounter::newQuestionsDropOldOnes()
{
    JobCounter counter(m_store->databaseName, m_clock);
    QList<int> answered;
    connect(&counter, &JobCounter::answered, this,
            [&](const CountAnswer &answer) { answered.append(answer.id); });
    QSignalSpy finished(&counter, &JobCounter::finished);
    for (int i = 0; i < 100; ++i)
        counter.ask({{i, CountQuestion::Kind::Jobs, slowQuery(), {}, {}}});
    counter.ask({{100, CountQuestion::Kind::Jobs, {}, {}, {}}});
    QVERIFY(finished.wait(5000));
    QCOMPARE(answered, QList<int>{100});
    QCOMPARE(finished.size(), 1);
    counter.ask({{1, CountQuestion::Kind::Jobs, {}, {}, {}}});
    counter.cancel();
    QVERIFY(!counter.isCounting());
    QVERIFY(!finished.wait(50));
    QCOMPARE(answered.size(), 1);
}

void TestJobCounter::endsWithAQuestionUnderWay()
{
    QElapsedTimer timer;
    timer.start();
    {
        JobCounter counter(m_store->databaseName, m_clock);
        for (int i = 0; i < 100; ++i)
            counter.ask(QList<CountQuestion>(20, {i, CountQuestion::Kind::Jobs, slowQuery(), {}, {}}));
    }
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
}

void TestJobCounter::survivesADatabaseThatIsNotThere()
{
    JobCounter counter(m_folder.filePath(QStringLiteral("nosuch.db")), m_clock);
    QSignalSpy answered(&counter, &JobCounter::answered);
    QSignalSpy finished(&counter, &JobCounter::finished);
    counter.ask({{1, CountQuestion::Kind::Jobs, {}, {}, {}}});
    QVERIFY(finished.wait());
    QCOMPARE(answered.size(), 0);
}

void TestJobCounter::roundsAreFarApart()
{
    CountRounds rounds(20ms);
    QSignalSpy begun(&rounds, &CountRounds::begin);
    rounds.setActive(true);
    QCOMPARE(begun.size(), 1);
    for (int i = 0; i < 10; ++i)
        rounds.changed();
    QCOMPARE(begun.size(), 1); // one is under way
    rounds.finished(0);
    QCOMPARE(begun.size(), 1);
    QTRY_COMPARE(begun.size(), 2); // nothing is missed
    rounds.finished(0);
    QVERIFY(!begun.wait(60)); // nothing is done without need
    // Something else is asked: at once, and in the place of what is under way.
    rounds.restart();
    rounds.restart();
    QCOMPARE(begun.size(), 4);
}

void TestJobCounter::costlyRoundsDoNotHoldUpCheapOnes()
{
    CountRounds rounds(1ms);
    QList<Round> begun;
    connect(&rounds, &CountRounds::begin, this, [&](Round round) { begun.append(round); });
    rounds.setActive(true);
    rounds.finished(10'000);
    rounds.changed();
    QTRY_COMPARE(begun, QList<Round>({Round::All, Round::Cheap}));
    rounds.finished(1);
    rounds.changed();
    QTRY_COMPARE(begun, QList<Round>({Round::All, Round::Cheap, Round::Cheap}));
    rounds.finished(1);
    // What was left out is made up for.
    CountRounds soon(1ms);
    begun.clear();
    connect(&soon, &CountRounds::begin, this, [&](Round round) { begun.append(round); });
    soon.setActive(true);
    soon.finished(2); // 38 ms
    soon.changed();
    QTRY_COMPARE(begun.size(), 2);
    soon.finished(0);
    QTRY_COMPARE(begun, QList<Round>({Round::All, Round::Cheap, Round::All}));
}

void TestJobCounter::nobodyLooksNobodyCounts()
{
    CountRounds rounds(1ms);
    QSignalSpy begun(&rounds, &CountRounds::begin);
    QSignalSpy dropped(&rounds, &CountRounds::dropped);
    rounds.changed();
    rounds.restart();
    QCOMPARE(begun.size(), 0);
    rounds.setActive(true);
    QCOMPARE(begun.size(), 1);
    rounds.setActive(false);
    QCOMPARE(dropped.size(), 1);
    rounds.setActive(true); // what was dropped is old
    QCOMPARE(begun.size(), 2);
    rounds.finished(0);
    rounds.setActive(false);
    QCOMPARE(dropped.size(), 1);
    rounds.setActive(true);
    QVERIFY(!begun.wait(20));
}

QTEST_GUILESS_MAIN(TestJobCounter)
#include "tst_jobcounter.moc"
