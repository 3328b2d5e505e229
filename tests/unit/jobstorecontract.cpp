// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/jobstorecontract.h"

#include "models/domain/joblimits.h"
#include "models/store/uploadstore.h"
#include "tests/support/testjobs.h"

#include <QDir>
#include <QTest>

#include <atomic>
#include <future>
#include <limits>
#include <numeric>
#include <thread>
#include <vector>

namespace tallyman::test {

using namespace std::chrono_literals;

namespace {

QString u(const char *text)
{
    return QString::fromUtf8(text);
}

// The ids of jobs, in their order.
QStringList ids(const QList<Job> &jobs)
{
    QStringList list;
    for (const Job &job : jobs)
        list << job.id.text();
    return list;
}

Job withStatus(Job job, JobStatus status)
{
    job.status = status;
    return job;
}

} // namespace

JobStoreContract::JobStoreContract(Engine engine)
    : m_engine(std::move(engine))
{
}

void JobStoreContract::init()
{
    m_clock.set(Timestamp{1768991400000ms}); // 2026-01-21T10:30:00.000Z
    m_engine.forget();
    reopen();
}

void JobStoreContract::cleanup()
{
    m_store = {};
}

void JobStoreContract::reopen()
{
    m_store = {};
    auto opened = m_engine.open(m_clock);
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
    m_store = std::move(*opened);
}

Job JobStoreContract::stored(const char *idText)
{
    auto found = store().findById(id(idText));
    return found && *found ? **found : Job{};
}

void JobStoreContract::createsAndFinds()
{
    const auto created = store().create(job("a1b2c3d4", "track.wav"));
    QVERIFY(created);
    QVERIFY(created->seq > 0);
    QCOMPARE(created->status, JobStatus::Pending);
    QCOMPARE(created->createdAt, m_clock.now());
    QCOMPARE(created->queuedAt, m_clock.now());
    QCOMPARE(created->maxRetries, 3);
    const auto found = store().findById(id("a1b2c3d4"));
    QVERIFY(found);
    QVERIFY(*found);
    QVERIFY(**found == *created);
}

void JobStoreContract::keepsEveryField()
{
    const auto created = store().create(fullJob("full"));
    QVERIFY(created);
    Job expected = fullJob("full");
    expected.seq = created->seq;
    QVERIFY(*created == expected);
    QVERIFY(stored("full") == expected);
    const auto listed = store().find({});
    QVERIFY(listed);
    QCOMPARE(listed->size(), 1);
    QVERIFY(listed->constFirst() == expected);
}

void JobStoreContract::makesIdsInOrder()
{
    QStringList made;
    for (int i = 0; i < 50; ++i) {
        const auto created = store().create(Job{});
        QVERIFY(created);
        QCOMPARE(created->id.text().size(), 36);
        QCOMPARE(created->id.text().at(14), u'7');
        made << created->id.text();
        m_clock.advance(1ms);
    }
    QStringList sorted = made;
    sorted.sort();
    QCOMPARE(made, sorted);
}

void JobStoreContract::refusesAnIdThatExists()
{
    QVERIFY(store().create(job("same", "first")));
    const auto again = store().create(job("same", "second"));
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::AlreadyExists);
    QVERIFY(again.error().message.contains(u("same")));
    QCOMPARE(stored("same").name, u("first"));
    QCOMPARE(*store().count({}), 1);
}

void JobStoreContract::findsNothingForAnUnknownId()
{
    QVERIFY(store().create(job("known")));
    const auto found = store().findById(id("unknown"));
    QVERIFY(found);
    QVERIFY(!*found);
}

void JobStoreContract::refusesWhatBreaksARule_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<std::function<void(Job &)>>("spoil");
    const auto row = [](const char *name, const char *field, std::function<void(Job &)> spoil) {
        QTest::newRow(name) << u(field) << std::move(spoil);
    };
    row("progress above 1", "progress", [](Job &j) { j.progress = 1.7; });
    row("progress below 0", "progress", [](Job &j) { j.progress = -0.1; });
    row("progress not a number", "progress",
        [](Job &j) { j.progress = std::numeric_limits<double>::quiet_NaN(); });
    row("name too long", "name", [](Job &j) { j.name = QString(limits::nameLength + 1, u'x'); });
    row("NUL in name", "name", [](Job &j) { j.name = u("a\u0001b"); });
    row("half a surrogate pair", "name", [](Job &j) { j.name = QString(QChar(0xd800)); });
    row("provider too long", "provider",
        [](Job &j) { j.provider = QString(limits::providerLength + 1, u'x'); });
    row("user with a line feed", "user", [](Job &j) { j.user = u("a\nb"); });
    row("input too long", "input", [](Job &j) { j.input = QString(limits::pathLength + 1, u'x'); });
    row("error too long", "error", [](Job &j) { j.error = QString(limits::errorLength + 1, u'x'); });
    row("options not JSON", "options", [](Job &j) { j.options = "{oops"; });
    row("two JSON values with a comma", "metadata", [](Job &j) { j.metadata = "1,2"; });
    row("blank for JSON", "metadata", [](Job &j) { j.metadata = " "; });
    row("two JSON values", "metadata", [](Job &j) { j.metadata = "1] [2"; });
    row("result too large", "result",
        [](Job &j) { j.result = '"' + QByteArray(limits::jsonBytes, 'x') + '"'; });
    row("negative items", "total_items", [](Job &j) { j.totalItems = -1; });
    row("more done than there is", "processed_items", [](Job &j) {
        j.totalItems = 2;
        j.processedItems = 3;
    });
    row("negative size", "total_size", [](Job &j) { j.totalSize = -5; });
    row("pending but started", "started_at", [](Job &j) { j.startedAt = j.createdAt; });
    row("running but ended", "completed_at", [](Job &j) {
        j.status = JobStatus::Running;
        j.completedAt = Timestamp{1s};
    });
    row("ended before it started", "completed_at", [](Job &j) {
        j.status = JobStatus::Failed;
        j.startedAt = Timestamp{2s};
        j.completedAt = Timestamp{1s};
    });
}

void JobStoreContract::refusesWhatBreaksARule()
{
    QFETCH(QString, field);
    QFETCH(std::function<void(Job &)>, spoil);
    Job bad = job("bad");
    spoil(bad);
    const auto created = store().create(bad);
    QVERIFY(!created);
    QCOMPARE(created.error().code, ErrorCode::InvalidValue);
    QCOMPARE(created.error().field, field);
    QVERIFY(!created.error().message.isEmpty());
    QCOMPARE(*store().count({}), 0);
}

void JobStoreContract::updatesOnlyWhatIsGiven()
{
    QVERIFY(store().create(fullJob("full")));
    const Job before = stored("full");
    JobUpdate update;
    update.name = u("renamed");
    update.metadata = R"({"k":1})";
    const auto updated = store().update(before.id, update);
    QVERIFY(updated);
    QVERIFY(*updated);
    Job expected = before;
    expected.name = u("renamed");
    expected.metadata = R"({"k":1})";
    QVERIFY(**updated == expected);
    QVERIFY(stored("full") == expected);
}

void JobStoreContract::clearsFields()
{
    QVERIFY(store().create(fullJob("full")));
    JobUpdate update;
    update.name = QString();
    update.provider = QString();
    update.error = QString();
    update.options = JsonText();
    update.totalItems = std::optional<qint64>();
    update.expiresAt = std::optional<Timestamp>();
    QVERIFY(store().update(id("full"), update));
    const Job now = stored("full");
    QVERIFY(now.name.isEmpty());
    QVERIFY(now.provider.isEmpty());
    QVERIFY(now.error.isEmpty());
    QVERIFY(now.options.isEmpty());
    QVERIFY(!now.totalItems);
    QVERIFY(!now.expiresAt);
    QCOMPARE(now.user, fullJob("full").user);
}

void JobStoreContract::updatesNothingForAnUnknownId()
{
    const auto updated = store().updateProgress(id("unknown"), 0.5);
    QVERIFY(updated);
    QVERIFY(!*updated);
    QCOMPARE(*store().remove(id("unknown")), false);
}

void JobStoreContract::movesAlongTheAllowedWays_data()
{
    QTest::addColumn<JobStatus>("from");
    QTest::addColumn<JobStatus>("to");
    QTest::addColumn<bool>("allowed");
    using enum JobStatus;
    const QList<std::pair<JobStatus, JobStatus>> allowed{
        {Pending, Running},   {Pending, Cancelled}, {Running, Completed}, {Running, Failed},
        {Running, Cancelled}, {Failed, Pending},    {Cancelled, Pending}};
    for (const JobStatus from : allJobStatuses) {
        for (const JobStatus to : allJobStatuses) {
            QTest::addRow("%s to %s", toWord(from).data(), toWord(to).data())
                << from << to << (from == to || allowed.contains(std::pair(from, to)));
        }
    }
}

void JobStoreContract::movesAlongTheAllowedWays()
{
    QFETCH(JobStatus, from);
    QFETCH(JobStatus, to);
    QFETCH(bool, allowed);
    QVERIFY(store().create(withStatus(job("j"), from)));
    const Job before = stored("j");
    const auto moved = store().updateStatus(id("j"), to);
    QCOMPARE(moved.ok(), allowed);
    if (allowed) {
        QVERIFY(*moved);
        QCOMPARE((*moved)->status, to);
        QVERIFY(stored("j") == **moved);
    } else {
        QCOMPARE(moved.error().code, ErrorCode::IllegalMove);
        QCOMPARE(moved.error().field, u("status"));
        QVERIFY(stored("j") == before);
    }
    // The status it has already is no move, and so nothing in the timeline.
    QCOMPARE(store().timeline(id("j"))->size(), allowed && from != to ? 1 : 0);
}

void JobStoreContract::setsTimesAndProgressByTheMove()
{
    QVERIFY(store().create(job("j")));
    m_clock.advance(5s);
    QVERIFY(store().updateStatus(id("j"), JobStatus::Running));
    const Timestamp started = m_clock.now();
    QCOMPARE(stored("j").startedAt, started);
    QCOMPARE(stored("j").heartbeatAt, started);
    m_clock.advance(10s);
    QVERIFY(store().updateProgress(id("j"), 0.5));
    QCOMPARE(stored("j").heartbeatAt, started + 10s);
    QCOMPARE(elapsed(stored("j"), m_clock.now()), 10s);
    QCOMPARE(estimatedRemaining(stored("j"), m_clock.now()), 10s);
    m_clock.advance(20s);
    QVERIFY(store().updateStatus(id("j"), JobStatus::Completed));
    const Job ended = stored("j");
    QCOMPARE(ended.completedAt, started + 30s);
    QCOMPARE(ended.progress, 1.0);
    QCOMPARE(elapsed(ended, m_clock.now() + 1h), 30s);

    // A clock that was set back gives no negative duration.
    QVERIFY(store().create(withStatus(job("k"), JobStatus::Running)));
    m_clock.advance(-1h);
    QVERIFY(store().updateStatus(id("k"), JobStatus::Failed));
    QCOMPARE(elapsed(stored("k"), m_clock.now()), 0s);
}

void JobStoreContract::countsRetriesAndKeepsTheirErrors()
{
    QVERIFY(store().create(job("j")));
    QVERIFY(store().updateStatus(id("j"), JobStatus::Running));
    m_clock.advance(1s);
    JobUpdate failure;
    failure.status = JobStatus::Failed;
    failure.error = u("disk on fire");
    QVERIFY(store().update(id("j"), failure));
    m_clock.advance(1s);
    QVERIFY(store().updateStatus(id("j"), JobStatus::Pending));
    const Job again = stored("j");
    QCOMPARE(again.retryCount, 1);
    QCOMPARE(again.progress, 0.0);
    QCOMPARE(again.queuedAt, m_clock.now());
    QVERIFY(!again.startedAt);
    QVERIFY(!again.completedAt);
    QVERIFY(again.error.isEmpty());
    const auto timeline = store().timeline(id("j"));
    QVERIFY(timeline);
    QCOMPARE(timeline->size(), 3);
    QCOMPARE(timeline->at(0).to, JobStatus::Running);
    QCOMPARE(timeline->at(1).to, JobStatus::Failed);
    QVERIFY(timeline->at(2)
            == (JobEvent{m_clock.now(), JobStatus::Failed, JobStatus::Pending, u("disk on fire")}));
}

void JobStoreContract::refusesProgressOfAFinishedJob()
{
    QVERIFY(store().create(withStatus(job("j"), JobStatus::Cancelled)));
    const auto late = store().updateProgress(id("j"), 0.9);
    QVERIFY(!late);
    QCOMPARE(late.error().code, ErrorCode::IllegalMove);
    QCOMPARE(late.error().field, u("progress"));
    QCOMPARE(stored("j").progress, 0.0);
}

void JobStoreContract::derivesProgressFromItems()
{
    Job batch = withStatus(job("j"), JobStatus::Running);
    batch.totalItems = 40;
    batch.processedItems = 4;
    QVERIFY(store().create(batch));
    QCOMPARE(stored("j").progress, 0.1);
    JobUpdate update;
    update.processedItems = 10;
    QVERIFY(store().update(id("j"), update));
    QCOMPARE(stored("j").progress, 0.25);
    update.processedItems = 41;
    const auto tooMany = store().update(id("j"), update);
    QVERIFY(!tooMany);
    QCOMPARE(tooMany.error().field, u("processed_items"));
    QCOMPARE(stored("j").processedItems, 10);
}

void JobStoreContract::deletesWithResultsAndTimeline()
{
    QVERIFY(store().create(job("j")));
    QVERIFY(store().updateStatus(id("j"), JobStatus::Running));
    QVERIFY(store().addResults(id("j"), {{u("a"), true, {}, {}}}));
    QCOMPARE(*store().remove(id("j")), true);
    QVERIFY(!*store().findById(id("j")));
    QCOMPARE(*store().count({}), 0);
    // A new job of that id starts with nothing of the old one.
    const auto again = store().create(job("j"));
    QVERIFY(again);
    QVERIFY(store().results(id("j"), 10, 0)->isEmpty());
    QVERIFY(store().timeline(id("j"))->isEmpty());
}

void JobStoreContract::listsNewestFirst()
{
    Job old = job("old");
    old.createdAt = m_clock.now() - 24h;
    QVERIFY(store().create(job("first")));
    QVERIFY(store().create(job("second"))); // in the same millisecond
    QVERIFY(store().create(old));
    m_clock.advance(1ms);
    QVERIFY(store().create(job("third")));
    QCOMPARE(ids(*store().find({})), QStringList({u("third"), u("second"), u("first"), u("old")}));
}

void JobStoreContract::filters_data()
{
    QTest::addColumn<JobFilter>("filter");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const JobFilter &filter, const QStringList &expected) {
        QTest::newRow(name) << filter << expected;
    };
    const Timestamp base{1768991400000ms};
    row("everything", {}, {u("d"), u("c"), u("b"), u("a")});
    const auto query = [](const char *text) { return *parseFilter(u(text)); };
    row("status", query("status:failed"), {u("c")});
    row("statuses", query("status:failed,pending"), {u("d"), u("c"), u("a")});
    row("statuses and provider", query("status:failed,pending provider:vsphere"), {u("c"), u("a")});
    row("provider, by prefix", query("provider:vs*,so*"), {u("d"), u("c"), u("a")});
    row("left out", query("-status:failed -user:bob"), {u("a")});
    row("user", query("user:bob"), {u("d"), u("b")});
    row("user, case counts", query("user:BOB"), {});
    row("name, case does not count", query("name:EXPORT"), {u("c"), u("a")});
    row("a word", query("export web"), {u("a")});
    row("sorted", query("sort:name"), {u("c"), u("a"), u("b"), u("d")});
    row("sorted by two", query("sort:-user,name"), {u("b"), u("d"), u("c"), u("a")});
    JobFilter filter;
    filter.addCreated(base + 1s, {});
    row("since, inclusive", filter, {u("d"), u("c"), u("b")});
    filter.addCreated({}, base + 2s);
    row("since and until, exclusive", filter, {u("b")});
}

void JobStoreContract::filters()
{
    QFETCH(JobFilter, filter);
    QFETCH(QStringList, expected);
    const struct {
        const char *id, *name, *provider, *user;
        JobStatus status;
    } rows[] = {{"a", "Export web-01", "vsphere", "ann", JobStatus::Pending},
                {"b", "tag_batch", "comics", "bob", JobStatus::Completed},
                {"c", "export db-01", "vsphere", "ann", JobStatus::Failed},
                {"d", "track.wav", "songmap", "bob", JobStatus::Pending}};
    for (const auto &row : rows) {
        Job one = withStatus(job(row.id, row.name), row.status);
        one.provider = u(row.provider);
        one.user = u(row.user);
        QVERIFY(store().create(one));
        m_clock.advance(1s);
    }
    QCOMPARE(ids(*store().find(filter)), expected);
    QCOMPARE(*store().count(filter), expected.size());
    QCOMPARE(ids(*store().find(filter, {2, 1})), expected.mid(1, 2));
    QCOMPARE(store().find(filter, {0, 0})->size(), 0);
}

void JobStoreContract::takesFilterTextLiterally()
{
    const QStringList names{u("100%"),        u("100x"), u("a_b"),      u("axb"),
                            u("back\\slash"), u("it's"), u("\"q\"; --")};
    for (int i = 0; i < names.size(); ++i) {
        Job one;
        one.name = names[i];
        one.provider = names[i];
        QVERIFY(store().create(one));
    }
    for (const QString &name : names) {
        JobFilter filter;
        filter.addText(FilterField::Name, name);
        QCOMPARE(*store().count(filter), 1);
        filter = {};
        filter.addText(FilterField::Provider, name);
        QCOMPARE(store().find(filter)->size(), 1);
        QCOMPARE(store().find(filter)->constFirst().name, name);
    }
}

void JobStoreContract::pagesWithoutGaps()
{
    for (int i = 0; i < 25; ++i)
        QVERIFY(store().create(Job{})); // all in the same millisecond
    QStringList seen;
    for (qint64 offset = 0; offset < 30; offset += 10)
        seen << ids(*store().find({}, {10, offset}));
    QCOMPARE(seen.size(), 25);
    QCOMPARE(seen, ids(*store().find({})));
}

void JobStoreContract::findsByUser()
{
    for (const char *name : {"1", "2", "3"}) {
        Job one = job(name);
        one.user = u("ann");
        QVERIFY(store().create(one));
        m_clock.advance(1s);
    }
    Job other = job("4");
    other.user = u("bob");
    QVERIFY(store().create(other));
    QVERIFY(store().updateStatus(id("2"), JobStatus::Running));
    QCOMPARE(ids(*store().findByUserId(u("ann"))), QStringList({u("3"), u("2"), u("1")}));
    QCOMPARE(ids(*store().findByUserId(u("ann"), JobStatus::Running)), QStringList({u("2")}));
    QCOMPARE(ids(*store().findByUserId(u("ann"), {}, 1, 1)), QStringList({u("2")}));
    QVERIFY(store().findByUserId(u("nobody"))->isEmpty());
    QCOMPARE(*store().countByUserId(u("ann")), 3);
    QCOMPARE(*store().countByUserId(u("nobody")), 0);
}

void JobStoreContract::countsByStatus()
{
    for (const char *name : {"1", "2", "3"})
        QVERIFY(store().create(job(name)));
    QVERIFY(store().updateStatus(id("1"), JobStatus::Running));
    QVERIFY(store().updateStatus(id("2"), JobStatus::Running));
    QVERIFY(store().updateStatus(id("2"), JobStatus::Failed));
    const auto counts = store().countByStatus();
    QVERIFY(counts);
    QCOMPARE((*counts)[JobStatus::Pending], 1);
    QCOMPARE((*counts)[JobStatus::Running], 1);
    QCOMPARE((*counts)[JobStatus::Failed], 1);
    QCOMPARE((*counts)[JobStatus::Completed], 0);
    QCOMPARE(counts->total(), 3);
    QVERIFY(store().remove(id("3")));
    QCOMPARE((*store().countByStatus())[JobStatus::Pending], 0);
}

void JobStoreContract::keepsStatistics()
{
    QVERIFY(!store().statistics()->ends.successRate());
    QVERIFY(!store().statistics()->ends.averageDuration());
    const auto end = [this](const char *name, const char *provider, JobStatus status,
                            std::chrono::seconds took) {
        Job one = withStatus(job(name), JobStatus::Running);
        one.provider = u(provider);
        QVERIFY(store().create(one));
        m_clock.advance(took);
        QVERIFY(store().updateStatus(id(name), status));
    };
    end("1", "a", JobStatus::Completed, 10s);
    end("2", "a", JobStatus::Completed, 2h);
    end("3", "a", JobStatus::Failed, 3600s);
    end("4", "b", JobStatus::Failed, 3601s);
    end("5", "b", JobStatus::Cancelled, 1s);
    auto statistics = store().statistics();
    QVERIFY(statistics);
    QCOMPARE(statistics->present.total(), 5);
    QCOMPARE(statistics->ends.successRate(), 50.0);
    QCOMPARE(statistics->ends.averageDuration(), (10s + 2h) / 2);
    QCOMPARE(statistics->ends.slow, 2); // an hour exactly is not slower than an hour
    QCOMPARE(statistics->providers.size(), 2);
    QCOMPARE(statistics->providers[0].name, u("a"));
    QCOMPARE(qRound(*statistics->providers[0].ends.successRate()), 67);
    QCOMPARE(statistics->providers[1].ends.successRate(), 0.0);

    // Ends stay when jobs go; a retry takes its end back.
    QVERIFY(store().remove(id("1")));
    QCOMPARE(store().statistics()->present[JobStatus::Completed], 1);
    QCOMPARE(store().statistics()->ends.jobs[JobStatus::Completed], 2);
    QVERIFY(store().updateStatus(id("3"), JobStatus::Pending));
    QCOMPARE(store().statistics()->ends.jobs[JobStatus::Failed], 1);
    // Another provider takes its present and its end along.
    JobUpdate update;
    update.provider = u("c");
    QVERIFY(store().update(id("4"), update));
    statistics = store().statistics();
    for (const auto &provider : statistics->providers) {
        if (provider.name == u("b"))
            QCOMPARE(provider.ends.jobs[JobStatus::Failed], 0);
        if (provider.name == u("c"))
            QCOMPARE(provider.ends.slow, 1);
    }
    QCOMPARE(statistics->ends.slow, 2);
}

void JobStoreContract::keepsResultsInOrder()
{
    QVERIFY(store().create(job("j")));
    const QList<JobResult> results{{u("b.cbz"), true, {}, R"({"pages":24})"},
                                   {u("a.cbz"), false, u("no such file"), {}},
                                   {u("日本.cbz"), true, {}, {}}};
    QCOMPARE(*store().addResults(id("j"), results), 3);
    QVERIFY(*store().results(id("j"), 10, 0) == results);
    QVERIFY(*store().results(id("j"), 1, 1) == results.mid(1, 1));
    const auto unknown = store().addResults(id("unknown"), results);
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().code, ErrorCode::NotFound);
    const auto nameless = store().addResults(id("j"), {{u("x"), true, {}, {}}, {{}, true, {}, {}}});
    QVERIFY(!nameless);
    QCOMPARE(nameless.error().field, u("item"));
    QCOMPARE(store().results(id("j"), 10, 0)->size(), 3);
}

void JobStoreContract::replacesTheResultOfARetriedItem()
{
    QVERIFY(store().create(job("j")));
    QVERIFY(store().addResults(id("j"), {{u("a"), false, u("bad"), {}}, {u("b"), true, {}, {}}}));
    QVERIFY(store().addResults(id("j"), {{u("a"), true, {}, "1"}}));
    const auto results = store().results(id("j"), 10, 0);
    QCOMPARE(results->size(), 2);
    QVERIFY(results->at(0) == (JobResult{u("a"), true, {}, "1"}));
}

void JobStoreContract::pagesResultsByOutcome()
{
    const qint64 seq = store().create(job("j"))->seq;
    QVERIFY(store().create(job("other")));
    QVERIFY(store().addResults(id("other"), {{u("x"), false, {}, {}}}));
    QList<JobResult> added;
    for (int i = 0; i < 7; ++i)
        added << JobResult{u("item %1").arg(i), i % 3 != 0, i % 3 ? QString() : u("bad"), "{}"};
    QVERIFY(store().addResults(id("j"), added));
    QVERIFY(store().addResults(id("j"), {{u("item 3"), true, {}, {}}})); // keeps its place

    for (const auto &[success, items] :
         {std::pair(false, QList<int>{0, 6}), std::pair(true, QList<int>{1, 2, 3, 4, 5})}) {
        QStringList expected;
        for (const int item : items)
            expected << u("item %1").arg(item);
        QStringList found;
        qint64 after = 0;
        for (;;) {
            const auto page = store().results(seq, success, after, 2);
            QVERIFY(page.ok());
            for (const JobResult &result : page->results) {
                QCOMPARE(result.success, success);
                found << result.item;
            }
            QCOMPARE(page->places.size(), page->results.size());
            if (page->results.size() < 2)
                break;
            after = page->places.last();
        }
        QCOMPARE(found, expected);
    }
    QVERIFY(store().results(seq + 100, true, 0, 10)->results.isEmpty());
}

void JobStoreContract::findsByRowNumber()
{
    const auto created = store().create(fullJob("full"));
    QVERIFY(created.ok());
    const auto next = store().create(job("next"));
    QVERIFY(next.ok());
    QVERIFY(*store().findBySeq(created->seq) == *created);
    QVERIFY(*store().findBySeq(next->seq) == *next);
    QVERIFY(!*store().findBySeq(next->seq + 1));
    QVERIFY(*store().remove(id("full")));
    QVERIFY(!*store().findBySeq(created->seq));
}

void JobStoreContract::sumsUpSomeJobs()
{
    QList<qint64> seqs;
    for (int i = 0; i < 3; ++i) {
        Job job = fullJob(qPrintable(u("full-%1").arg(i)));
        job.totalSize = 1000 + i;
        seqs << store().create(job)->seq;
    }
    seqs << store().create(job("waits"))->seq;
    const qint64 left = store().create(fullJob("left-out"))->seq;
    seqs << left + 50; // not there
    const auto summary = store().summary(seqs);
    QVERIFY(summary.ok());
    QCOMPARE(summary->present.total(), 4);
    QCOMPARE(summary->present[JobStatus::Failed], 3);
    QCOMPARE(summary->present[JobStatus::Pending], 1);
    QCOMPARE(summary->totalSize, 3003);
    QCOMPARE(summary->totalItems, 24);
    QCOMPARE(summary->processedItems, 15);
    QCOMPARE(summary->filesCount, 126);
    QCOMPARE(summary->timed, 3);
    QCOMPARE(summary->duration, 3 * 63s);
    QVERIFY(*store().summary({}) == JobSummary());
}

void JobStoreContract::removesOldFinishedJobsOnly()
{
    for (const JobStatus status : allJobStatuses) {
        Job old = withStatus(job(toWord(status).data()), status);
        old.createdAt = m_clock.now() - 240h;
        if (status != JobStatus::Pending)
            old.startedAt = old.createdAt;
        if (isFinished(status))
            old.completedAt = old.createdAt + 1h;
        QVERIFY(store().create(old));
    }
    Job recent = withStatus(job("recent"), JobStatus::Completed); // old, but ended only now
    recent.createdAt = m_clock.now() - 240h;
    recent.startedAt = recent.createdAt;
    QVERIFY(store().create(recent));
    const auto removed = store().removeFinished(m_clock.now() - 168h);
    QVERIFY(removed);
    QCOMPARE(*removed, 3);
    QStringList left = ids(*store().find({}));
    left.sort();
    QCOMPARE(left, QStringList({u("pending"), u("recent"), u("running")}));
    QCOMPARE(*store().removeFinished(m_clock.now() - 168h), 0);
}

void JobStoreContract::removesOnlyTheGivenStatuses()
{
    for (const JobStatus status : allJobStatuses)
        QVERIFY(store().create(withStatus(job(toWord(status).data()), status)));
    m_clock.advance(1h);
    // vmexport prunes completed and failed jobs; a status that is no end is never taken.
    QCOMPARE(
        *store().removeFinished(m_clock.now(), {JobStatus::Completed, JobStatus::Failed, JobStatus::Running}),
        2);
    QCOMPARE(*store().count({}), 3);
    QVERIFY(!stored("cancelled").id.isEmpty());
}

void JobStoreContract::removesManyInBatches()
{
    std::atomic<int> created = 0;
    for (int i = 0; i < 2500; ++i) {
        Job one;
        one.status = i % 5 == 0 ? JobStatus::Running : JobStatus::Completed;
        store().createAsync(one, [&created](const Result<Job> &job) { created += job.ok() ? 1 : 0; });
    }
    QTRY_COMPARE(created.load(), 2500);
    m_clock.advance(1h);
    QCOMPARE(*store().removeFinished(m_clock.now()), 2000);
    QCOMPARE(*store().count({}), 500);
}

void JobStoreContract::removesExpiredJobs()
{
    const auto make = [this](const char *name, JobStatus status, std::chrono::seconds lives) {
        Job one = withStatus(job(name), status);
        one.expiresAt = m_clock.now() + lives;
        QVERIFY(store().create(one));
    };
    make("done", JobStatus::Completed, 10s);
    make("running", JobStatus::Running, 10s);
    make("later", JobStatus::Completed, 100s);
    QCOMPARE(*store().removeExpired(), 0);
    m_clock.advance(10s);
    QCOMPARE(*store().removeExpired(), 1); // a running one waits for its end
    QVERIFY(!*store().findById(id("done")));
    QCOMPARE(*store().count({}), 2);
    QVERIFY(store().updateStatus(id("running"), JobStatus::Completed));
    QCOMPARE(*store().removeExpired(), 1);
    QVERIFY(!*store().findById(id("running")));
    QCOMPARE(*store().count({}), 1);
}

void JobStoreContract::changesManyAndCountsWhatItCannot()
{
    QList<qint64> seqs;
    for (const JobStatus status : {JobStatus::Completed, JobStatus::Pending, JobStatus::Running})
        seqs << store().create(withStatus(job(toWord(status).data()), status))->seq;
    const qint64 gone = store().create(job("gone"))->seq;
    QVERIFY(store().remove(id("gone")));
    JobUpdate cancel;
    cancel.status = JobStatus::Cancelled;
    const auto cancelled = store().updateMany(seqs + QList{gone}, cancel);
    QVERIFY(cancelled);
    QCOMPARE(cancelled->changed, 2);
    QCOMPARE(cancelled->refused, 1);
    QCOMPARE(cancelled->gone, 1);
    QCOMPARE(cancelled->firstReason, u("Job completed is completed and cannot become cancelled."));
    QCOMPARE(stored("completed").status, JobStatus::Completed);
    QCOMPARE(stored("pending").status, JobStatus::Cancelled);
    QCOMPARE(stored("running").status, JobStatus::Cancelled);
    QCOMPARE(store().timeline(id("running"))->size(), 1);

    const auto removed = store().removeMany({seqs[0], seqs[2], gone});
    QVERIFY(removed);
    QVERIFY(*removed == (ManyOutcome{2, 0, 1, {}}));
    QCOMPARE(ids(*store().find({})), QStringList{u("pending")});
    QCOMPARE(*store().findBySeq(seqs[0]), std::optional<Job>());
    QCOMPARE(store().findBySeq(seqs[1])->value().id, id("pending"));
}

void JobStoreContract::changesNoMoreThanAThousandAtOnce()
{
    const qint64 seq = store().create(job("j"))->seq;
    QList<qint64> seqs(JobStore::manyAtMost + 1);
    std::iota(seqs.begin(), seqs.end(), seq);
    JobUpdate rename;
    rename.name = u("other");
    for (const auto &refused :
         {store().updateMany(seqs, rename), store().removeMany(seqs), store().trashMany(1, seqs)}) {
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::InvalidValue);
    }
    QCOMPARE(stored("j").name, u("a job"));
    seqs.removeLast();
    QVERIFY(*store().updateMany(seqs, rename) == (ManyOutcome{1, 0, JobStore::manyAtMost - 1, {}}));
    QCOMPARE(stored("j").name, u("other"));
}

void JobStoreContract::findsTheRowNumbersOfAQuery()
{
    QList<qint64> seqs;
    for (int i = 0; i < 3; ++i) {
        Job one;
        one.user = i == 1 ? u("bob") : u("ann");
        seqs.prepend(store().create(one)->seq);
        m_clock.advance(1s);
    }
    const auto never = [] { return false; };
    QCOMPARE(store().seqsOf({}, never)->value(), seqs);
    JobFilter filter;
    filter.addText(FilterField::User, u("ann"));
    QCOMPARE(store().seqsOf(filter, never)->value(), QList({seqs[0], seqs[2]}));
    filter.sort = {{FilterField::Created, false}};
    QCOMPARE(store().seqsOf(filter, never)->value(), QList({seqs[2], seqs[0]}));
    QVERIFY(!store().seqsOf({}, [] { return true; })->has_value());
}

void JobStoreContract::putsDeletedJobsBackAsTheyWere()
{
    QVERIFY(store().create(fullJob("full")));
    QVERIFY(store().create(job("j")));
    QVERIFY(store().updateStatus(id("j"), JobStatus::Running));
    m_clock.advance(5s);
    JobUpdate failure;
    failure.status = JobStatus::Failed;
    failure.error = u("disk on fire");
    QVERIFY(store().update(id("j"), failure));
    QVERIFY(store().updateStatus(id("j"), JobStatus::Pending));
    QVERIFY(store().addResults(id("full"), {{u("b"), true, {}, "[1]"}, {u("a"), false, u("bad"), {}}}));
    QVERIFY(store().create(job("other")));
    const QList<Job> jobs = *store().find({});
    const Statistics statistics = *store().statistics();
    const auto timeline = *store().timeline(id("j"));
    const auto results = *store().results(id("full"), 10, 0);
    QCOMPARE(results.size(), 2);

    const auto deleted = store().trashMany(7, {stored("full").seq, stored("j").seq, 999});
    QVERIFY2(deleted, deleted ? "" : qPrintable(deleted.error().detail));
    QVERIFY(*deleted == (ManyOutcome{2, 0, 1, {}}));
    QCOMPARE(ids(*store().find({})), QStringList{u("other")});
    QVERIFY(store().results(id("full"), 10, 0)->isEmpty());

    const auto back = store().putBack(7);
    QVERIFY2(back, back ? "" : qPrintable(back.error().detail));
    QVERIFY(*back == (ManyOutcome{2, 0, 0, {}}));
    QVERIFY(*store().find({}) == jobs);
    QVERIFY(*store().statistics() == statistics);
    QVERIFY(*store().timeline(id("j")) == timeline);
    QVERIFY(*store().results(id("full"), 10, 0) == results);
    QVERIFY(*store().putBack(7) == ManyOutcome{});
    QVERIFY(store().create(job("next"))->seq > stored("other").seq);
}

void JobStoreContract::putsBackOneDeletionAtATime()
{
    const qint64 first = store().create(job("first"))->seq;
    const qint64 second = store().create(job("second"))->seq;
    QVERIFY(*store().putBack(1) == ManyOutcome{}); // nothing was ever deleted so
    QVERIFY(store().trashMany(1, {first}));
    QVERIFY(store().trashMany(2, {second}));
    QCOMPARE(store().putBack(2)->changed, 1);
    QCOMPARE(ids(*store().find({})), QStringList{u("second")});
    // What came back can go once more.
    QVERIFY(store().trashMany(3, {second}));
    QCOMPARE(store().putBack(1)->changed, 1);
    QCOMPARE(store().putBack(3)->changed, 1);
    QCOMPARE(ids(*store().find({})), QStringList({u("second"), u("first")}));
}

void JobStoreContract::putsBackAllButThoseWhoseIdIsTaken()
{
    const qint64 free = store().create(job("free"))->seq;
    const qint64 taken = store().create(job("taken", "old"))->seq;
    QVERIFY(store().trashMany(1, {free, taken}));
    const auto now = store().create(job("taken", "new"));
    QVERIFY(now);
    const auto back = store().putBack(1);
    QVERIFY(back);
    QCOMPARE(back->changed, 1);
    QCOMPARE(back->refused, 1);
    QVERIFY(back->firstReason.contains(u("taken")));
    QCOMPARE(stored("free").seq, free);
    QCOMPARE(stored("taken").seq, now->seq);
    QCOMPARE(stored("taken").name, u("new"));
    QVERIFY(*store().putBack(1) == ManyOutcome{});
}

void JobStoreContract::putsManyBackInBatches()
{
    constexpr int count = 2500;
    std::atomic<int> created = 0;
    for (int i = 0; i < count; ++i) {
        Job one;
        one.status = i % 5 == 0 ? JobStatus::Running : JobStatus::Completed;
        store().createAsync(one, [&created](const Result<Job> &job) { created += job.ok() ? 1 : 0; });
    }
    QTRY_COMPARE(created.load(), count);
    const Statistics statistics = *store().statistics();
    const auto before = store().seqsOf({}, [] { return false; })->value();
    for (qsizetype i = 0; i < before.size(); i += JobStore::manyAtMost)
        QVERIFY(store().trashMany(1, before.mid(i, JobStore::manyAtMost)));
    QCOMPARE(*store().count({}), 0);
    QCOMPARE(store().putBack(1)->changed, 1000);
    QCOMPARE(store().putBack(1)->changed, 1000);
    QCOMPARE(store().putBack(1)->changed, 500);
    QCOMPARE(store().putBack(1)->changed, 0);
    QVERIFY(store().seqsOf({}, [] { return false; })->value() == before);
    QVERIFY(*store().statistics() == statistics);
}

void JobStoreContract::putsUploadsBack()
{
    const UploadStore uploads(m_store.uploadDirectory);
    const auto add = [&] {
        const auto created = store().create(Job{});
        const auto path = uploads.save(created->id, u("a.wav"), "RIFF");
        return std::pair(*created, path ? *path : QString());
    };
    const auto [back, backPath] = add();
    const auto [forGood, goodPath] = add();
    QVERIFY(QFile::exists(backPath) && QFile::exists(goodPath));
    QVERIFY(store().trashMany(1, {back.seq}));
    QVERIFY(store().trashMany(2, {forGood.seq}));
    QVERIFY(!QFile::exists(backPath));
    // Another program that looks for what nobody needs any more lets it be.
    uploads.removeOrphans(store(), m_clock.now() + 24h);
    QVERIFY(store().putBack(1));
    QVERIFY(QFile::exists(backPath));
    QVERIFY(!QFile::exists(goodPath));
    const QString folder = m_store.uploadDirectory;
    m_store = {};
    if (m_engine.persistent)
        QCOMPARE(QDir(folder).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
                 QStringList{back.id.text()});
}

void JobStoreContract::losesNoConcurrentUpdate()
{
    constexpr int threads = 8;
    constexpr int rounds = 40;
    Job batch = withStatus(job("shared"), JobStatus::Running);
    QVERIFY(store().create(batch));
    std::atomic<int> failures = 0;
    std::vector<std::thread> workers;
    for (int t = 0; t < threads; ++t) {
        workers.emplace_back([&, t] {
            for (int r = 0; r < rounds; ++r) {
                const QString name = QStringLiteral("%1-%2").arg(t).arg(r);
                Job own;
                own.id = *JobId::fromText(name);
                own.name = name;
                JobUpdate update;
                update.name = name + u'!';
                const bool ok = store().create(own)
                    && store().addResults(id("shared"), {{name, true, {}, {}}})
                    && store().update(own.id, update)
                    && store().findById(own.id)->value().name == *update.name;
                failures += ok ? 0 : 1;
            }
        });
    }
    for (auto &worker : workers)
        worker.join();
    QCOMPARE(failures.load(), 0);
    QCOMPARE(*store().count({}), threads * rounds + 1);
    QCOMPARE(store().results(id("shared"), 10000, 0)->size(), threads * rounds);
}

void JobStoreContract::createsOneOfManyWithTheSameId()
{
    std::atomic<int> created = 0;
    std::atomic<int> refused = 0;
    for (int i = 0; i < 100; ++i) {
        store().createAsync(job("same"), [&](const Result<Job> &result) {
            if (result)
                ++created;
            else if (result.error().code == ErrorCode::AlreadyExists)
                ++refused;
        });
    }
    QTRY_COMPARE(created + refused, 100);
    QCOMPARE(created.load(), 1);
}

void JobStoreContract::answersInTheOrderOfTheCalls()
{
    QList<int> order; // written by the store's thread alone until the last answer
    std::promise<void> last;
    constexpr int calls = 1500;
    for (int i = 0; i < calls; ++i) {
        const auto answer = [&, i](const auto &) {
            order << i;
            if (i == calls - 1)
                last.set_value();
        };
        if (i % 2 == 0)
            store().createAsync(Job{}, answer);
        else
            store().removeAsync(id("nothing"), answer);
    }
    last.get_future().wait();
    QCOMPARE(order.size(), calls);
    QVERIFY(std::is_sorted(order.begin(), order.end()));
}

void JobStoreContract::finishesWhatWasAcceptedWhenItCloses()
{
    std::atomic<int> answered = 0;
    for (int i = 0; i < 300; ++i)
        store().createAsync(Job{}, [&](const Result<Job> &job) { answered += job.ok() ? 1 : 0; });
    m_store = {};
    QCOMPARE(answered.load(), 300);
}

void JobStoreContract::persistsAcrossInstances()
{
    QVERIFY(store().create(fullJob("full")));
    QVERIFY(store().create(job("j")));
    QVERIFY(store().updateStatus(id("j"), JobStatus::Running));
    QVERIFY(store().addResults(id("j"), {{u("a"), true, {}, {}}}));
    const QList<Job> before = *store().find({});
    const Statistics statistics = *store().statistics();
    const QList<JobEvent> timeline = *store().timeline(id("j"));
    reopen();
    if (!m_engine.persistent) {
        QCOMPARE(*store().count({}), 0);
        return;
    }
    QVERIFY(*store().find({}) == before);
    QVERIFY(*store().statistics() == statistics);
    QVERIFY(*store().timeline(id("j")) == timeline);
    QCOMPARE(store().results(id("j"), 10, 0)->size(), 1);
    // The row numbers go on where they were.
    QVERIFY(store().remove(id("j")));
    const qint64 gone = before.constFirst().seq;
    reopen();
    QVERIFY(store().create(job("k"))->seq > gone);
}

} // namespace tallyman::test
