// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/testserver.h"
#include "tests/support/testjobs.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace tallyman;
using namespace tallyman::test;
using namespace std::chrono_literals;

namespace {

const QString jobShape =
    QStringLiteral("completed_at:null created_at:string elapsed:integer estimated_remaining:null "
                   "job_id:string progress:integer started_at:null status:string");

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(not there)");
}

} // namespace

class TestSongmap : public QObject {
    Q_OBJECT

private slots:
    void init() { m_server = std::make_unique<TestServer>(); }
    void cleanup() { m_server.reset(); }
    void analyze();
    void badUploads_data();
    void badUploads();
    void badFileNames_data();
    void badFileNames();
    void uploadLimit();
    void statusOfEachKind();
    void fractionsHaveTheirPoint();
    void finishedJobs();
    void unknownIds();
    void list();
    void listPages();
    void listBadParameters_data();
    void listBadParameters();
    void removeWithUpload();
    void removeTwice();
    void cleanUp();
    void cleanUpTakesUploads();
    void cleanUpGoodDays_data();
    void cleanUpGoodDays();
    void cleanUpBadDays_data();
    void cleanUpBadDays();
    void health();
    void headAndOtherMethods();
    void manyAtOnce();

private:
    HttpAnswer upload(const QByteArray &fileName, const QByteArray &content)
    {
        return m_server->post("/api/analyze", formBody("file", fileName, content), formType);
    }
    QJsonObject status(const QString &id) { return object(m_server->get("/api/status/" + id.toUtf8())); }
    void update(const char *id, const std::function<void(JobUpdate &)> &set);
    qint64 count() { return *m_server->store().count({}); }

    std::unique_ptr<TestServer> m_server;
};

void TestSongmap::update(const char *id, const std::function<void(JobUpdate &)> &set)
{
    JobUpdate change;
    set(change);
    const auto updated = m_server->store().update(test::id(id), change);
    QVERIFY2(updated.ok() && *updated, updated ? "" : qUtf8Printable(updated.error().message));
}

void TestSongmap::analyze()
{
    const QByteArray audio = waveFile();
    const HttpAnswer answer = upload("T\xc3\xb6ne \\\"1\\\".wav", audio);
    QCOMPARE(answer.status, 200);
    QCOMPARE(field(answer, "Content-Type"), QByteArray("application/json"));
    const QJsonObject body = object(answer);
    QCOMPARE(shape(body), QStringLiteral("job_id:string message:string status:string"));
    QCOMPARE(body.value(u"status").toString(), QStringLiteral("pending"));
    QCOMPARE(body.value(u"message").toString(), QStringLiteral("Analysis started for Töne \"1\".wav"));

    const auto job = m_server->store().findById(*JobId::fromText(body.value(u"job_id").toString()));
    QVERIFY(job && *job);
    QCOMPARE((*job)->name, QStringLiteral("Töne \"1\".wav"));
    QCOMPARE((*job)->provider, QStringLiteral("songmap"));
    QVERIFY((*job)->createdAt == m_server->clock().now());
    QCOMPARE((*job)->input, m_server->uploadDirectory() + u'/' + (*job)->id.text() + u'/' + (*job)->name);
    QCOMPARE(contentOf((*job)->input), audio);
}

void TestSongmap::badUploads_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    const QByteArray good = formBody("file", "a.wav", "RIFF");
    QTest::newRow("no body") << formType << QByteArray() << 400;
    QTest::newRow("no boundary") << QByteArray("multipart/form-data") << good << 400;
    QTest::newRow("other boundary") << QByteArray("multipart/form-data; boundary=other") << good << 400;
    QTest::newRow("cut short") << formType << good.chopped(20) << 400;
    QTest::newRow("no form at all") << formType << QByteArray("RIFF") << 400;
    QTest::newRow("JSON") << QByteArray("application/json") << QByteArray("{}") << 415;
    QTest::newRow("other field") << formType << formBody("audio", "a.wav", "RIFF") << 422;
    QTest::newRow("field File") << formType << formBody("File", "a.wav", "RIFF") << 422;
    QTest::newRow("two files") << formType << good.chopped(18) + formBody("file", "b.wav", "RIFF") << 422;
    QTest::newRow("no file name")
        << formType
        << QByteArray(
               "--XXboundaryXX\r\nContent-Disposition: form-data; name=file\r\n\r\nx\r\n--XXboundaryXX--")
        << 422;
}

void TestSongmap::badUploads()
{
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, body);
    QFETCH(const int, status);
    const HttpAnswer answer = m_server->post("/api/analyze", body, type);
    QCOMPARE(answer.status, status);
    QCOMPARE(shape(object(answer)), QStringLiteral("detail:string"));
    QCOMPARE(count(), 0);
    QCOMPARE(m_server->uploads(), QStringList());
}

void TestSongmap::badFileNames_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("dot") << QByteArray(".");
    QTest::newRow("dots") << QByteArray("..");
    QTest::newRow("path up") << QByteArray("../../x");
    QTest::newRow("absolute path") << QByteArray("/etc/passwd");
    QTest::newRow("Windows path") << QByteArray("C:\\dir\\a.wav");
    QTest::newRow("NUL") << QByteArray("a\0.wav", 6);
    QTest::newRow("control character") << QByteArray("a\x01.wav");
    QTest::newRow("300 characters") << QByteArray(300, 'a');
    QTest::newRow("130 umlauts") << QByteArray("\xc3\xb6").repeated(130);
}

void TestSongmap::badFileNames()
{
    QFETCH(const QByteArray, name);
    const HttpAnswer answer = upload(name, "RIFF");
    QCOMPARE(answer.status, 422);
    QCOMPARE(shape(object(answer)), QStringLiteral("detail:string"));
    QCOMPARE(count(), 0);
    QCOMPARE(m_server->uploads(), QStringList());
}

void TestSongmap::uploadLimit()
{
    // The test's server takes a body of 1 MiB, the form around the file included.
    const qsizetype form = formBody("file", "a", "").size();
    QCOMPARE(upload("a", QByteArray(1024 * 1024 - form, 'x')).status, 200);
    QCOMPARE(upload("a", QByteArray(1024 * 1024 - form + 1, 'x')).status, 413);
    QCOMPARE(count(), 1);
}

void TestSongmap::statusOfEachKind()
{
    QVERIFY(m_server->store().create(test::job("a", "x.wav")).ok());
    QJsonObject body = status(QStringLiteral("a"));
    QCOMPARE(shape(body), jobShape);
    QCOMPARE(body.value(u"job_id").toString(), QStringLiteral("a"));
    QCOMPARE(body.value(u"status").toString(), QStringLiteral("pending"));
    QCOMPARE(body.value(u"created_at").toString(), QStringLiteral("2026-01-21T10:30:00.000Z"));

    m_server->clock().advance(2500ms);
    update("a", [](JobUpdate &u) { u.status = JobStatus::Running; });
    m_server->clock().advance(12500ms);
    update("a", [](JobUpdate &u) { u.progress = 0.65; });
    body = status(QStringLiteral("a"));
    QCOMPARE(body.value(u"status").toString(), QStringLiteral("processing"));
    QCOMPARE(body.value(u"progress").toDouble(), 0.65);
    QCOMPARE(body.value(u"elapsed").toDouble(), 12.5);
    QCOMPARE(body.value(u"estimated_remaining").toDouble(), 6.7); // CONTRACT's own example
    QCOMPARE(body.value(u"started_at").toString(), QStringLiteral("2026-01-21T10:30:02.500Z"));
    QVERIFY(body.value(u"completed_at").isNull());

    update("a", [](JobUpdate &u) {
        u.status = JobStatus::Completed;
        u.output = QStringLiteral("/srv/maps/x.json");
    });
    m_server->clock().advance(1h);
    body = status(QStringLiteral("a"));
    QCOMPARE(shape(body),
             QStringLiteral("completed_at:string created_at:string elapsed:number estimated_remaining:null "
                            "job_id:string progress:integer song_map_path:string started_at:string "
                            "status:string"));
    QCOMPARE(body.value(u"status").toString(), QStringLiteral("complete"));
    QCOMPARE(body.value(u"progress").toDouble(), 1.0);
    QCOMPARE(body.value(u"elapsed").toDouble(), 12.5);
    QCOMPARE(body.value(u"completed_at").toString(), QStringLiteral("2026-01-21T10:30:15.000Z"));
    QCOMPARE(body.value(u"song_map_path").toString(), QStringLiteral("/srv/maps/x.json"));
}

void TestSongmap::fractionsHaveTheirPoint()
{
    QVERIFY(m_server->store().create(test::job("a")).ok());
    const QByteArray body = m_server->get("/api/status/a").body;
    QVERIFY2(body.contains("\"progress\":0.0,"), body);
    QVERIFY2(body.contains("\"elapsed\":0.0,"), body);
}

void TestSongmap::finishedJobs()
{
    for (const char *id : {"failed", "cancelled", "bare"})
        QVERIFY(m_server->store().create(test::job(id)).ok());
    for (const char *id : {"failed", "bare"})
        update(id, [](JobUpdate &u) { u.status = JobStatus::Running; });
    update("failed", [](JobUpdate &u) {
        u.status = JobStatus::Failed;
        u.error = QStringLiteral("line 1\n\"line\" 2\t\u0001").chopped(1);
    });
    update("cancelled", [](JobUpdate &u) { u.status = JobStatus::Cancelled; });
    update("bare", [](JobUpdate &u) { u.status = JobStatus::Completed; });

    const QJsonObject failed = status(QStringLiteral("failed"));
    QCOMPARE(failed.value(u"status").toString(), QStringLiteral("failed"));
    QCOMPARE(failed.value(u"error_message").toString(), QStringLiteral("line 1\n\"line\" 2\t"));
    QVERIFY(!failed.contains(u"song_map_path"));
    const QJsonObject cancelled = status(QStringLiteral("cancelled"));
    QCOMPARE(cancelled.value(u"status").toString(), QStringLiteral("cancelled"));
    QVERIFY(!cancelled.contains(u"error_message"));
    QVERIFY(!status(QStringLiteral("bare")).contains(u"song_map_path")); // there is none
}

void TestSongmap::unknownIds()
{
    for (const char *id : {"nothing", "%20x", "%00", "%0a", "a%2Fb"}) {
        for (const HttpAnswer &answer : {m_server->get(QByteArray("/api/status/") + id),
                                         m_server->remove(QByteArray("/api/jobs/") + id)}) {
            QCOMPARE(answer.status, 404);
            QCOMPARE(shape(object(answer)), QStringLiteral("detail:string"));
        }
    }
    QCOMPARE(m_server->get("/api/status/" + QByteArray(300, 'x')).status, 404);
    QVERIFY(m_server->store().create(test::job("a/b")).ok());
    QCOMPARE(m_server->get("/api/status/a%2Fb").status, 200);
}

void TestSongmap::list()
{
    QJsonObject body = object(m_server->get("/api/jobs"));
    QCOMPARE(shape(body), QStringLiteral("count:integer jobs:array"));
    QCOMPARE(body.value(u"count").toInteger(-1), 0);
    for (const char *id : {"first", "second", "third"}) {
        QVERIFY(m_server->store().create(test::job(id)).ok());
        m_server->clock().advance(1s);
    }
    body = object(m_server->get("/api/jobs"));
    QCOMPARE(shape(body), QStringLiteral("count:integer jobs:array"));
    QCOMPARE(body.value(u"count").toInteger(-1), 3);
    const QJsonArray jobs = body.value(u"jobs").toArray();
    QCOMPARE(jobs.size(), 3);
    QCOMPARE(jobs[0].toObject().value(u"job_id").toString(), QStringLiteral("third"));
    QCOMPARE(jobs[2].toObject().value(u"job_id").toString(), QStringLiteral("first"));
    for (const QJsonValue &job : jobs)
        QCOMPARE(shape(job.toObject()), jobShape);
}

void TestSongmap::listPages()
{
    for (int i = 0; i < 25; ++i)
        QVERIFY(m_server->store().create(test::job(QByteArray::number(i))).ok());
    QStringList ids;
    QByteArray next = "/api/jobs?limit=10";
    int pages = 0;
    while (!next.isEmpty() && pages < 10) {
        const QJsonObject page = object(m_server->get(next));
        QCOMPARE(page.value(u"count").toInteger(-1), 25);
        for (const QJsonValue &job : page.value(u"jobs").toArray())
            ids << job.toObject().value(u"job_id").toString();
        next = page.value(u"next").toString().toLatin1();
        ++pages;
    }
    QCOMPARE(pages, 3);
    QCOMPARE(ids.size(), 25);
    QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), 25);

    QCOMPARE(object(m_server->get("/api/jobs?limit=10")).value(u"next").toString(),
             QStringLiteral("/api/jobs?limit=10&offset=10"));
    QVERIFY(!object(m_server->get("/api/jobs?limit=25")).contains(u"next"));
    QVERIFY(!object(m_server->get("/api/jobs?limit=10&offset=15")).contains(u"next"));
    const QJsonObject none = object(m_server->get("/api/jobs?limit=0"));
    QCOMPARE(none.value(u"jobs").toArray().size(), 0);
    QCOMPARE(none.value(u"count").toInteger(-1), 25);
    QCOMPARE(object(m_server->get("/api/jobs?offset=99")).value(u"jobs").toArray().size(), 0);
}

void TestSongmap::listBadParameters_data()
{
    QTest::addColumn<QByteArray>("query");
    for (const char *query : {"limit=-1", "limit=1001", "limit=", "limit=x", "limit=1.5", "limit=+1",
                              "limit=%2B1", "limit=1&limit=2", "limit=99999999999999999999", "offset=-1",
                              "offset=x", "offset=", "offset=99999999999999999999", "limit=%ff"})
        QTest::newRow(query) << QByteArray(query);
}

void TestSongmap::listBadParameters()
{
    QFETCH(const QByteArray, query);
    const HttpAnswer answer = m_server->get("/api/jobs?" + query);
    QCOMPARE(answer.status, 422);
    QCOMPARE(shape(object(answer)), QStringLiteral("detail:string"));
}

void TestSongmap::removeWithUpload()
{
    const QString id = object(upload("a.wav", "RIFF")).value(u"job_id").toString();
    QCOMPARE(m_server->uploads(), QStringList{id});
    const HttpAnswer answer = m_server->remove("/api/jobs/" + id.toUtf8());
    QCOMPARE(answer.status, 200);
    const QJsonObject expected{{QStringLiteral("message"), QStringLiteral("Job %1 deleted").arg(id)},
                               {QStringLiteral("job_id"), id}};
    QCOMPARE(object(answer), expected);
    QCOMPARE(m_server->uploads(), QStringList());
    QCOMPARE(m_server->get("/api/status/" + id.toUtf8()).status, 404);
}

void TestSongmap::removeTwice()
{
    QVERIFY(m_server->store().create(test::job("a")).ok());
    QCOMPARE(m_server->remove("/api/jobs/a").status, 200);
    QCOMPARE(m_server->remove("/api/jobs/a").status, 404);
}

void TestSongmap::cleanUp()
{
    for (const char *id : {"pending", "running", "old", "failed", "new"})
        QVERIFY(m_server->store().create(test::job(id)).ok());
    for (const char *id : {"running", "old", "failed", "new"})
        update(id, [](JobUpdate &u) { u.status = JobStatus::Running; });
    update("old", [](JobUpdate &u) { u.status = JobStatus::Completed; });
    update("failed", [](JobUpdate &u) { u.status = JobStatus::Failed; });
    m_server->clock().advance(std::chrono::days{6});
    update("new", [](JobUpdate &u) { u.status = JobStatus::Completed; });
    m_server->clock().advance(std::chrono::days{2});

    const HttpAnswer answer = m_server->remove("/api/jobs/cleanup");
    QCOMPARE(answer.status, 200);
    const QJsonObject expected{
        {QStringLiteral("message"), QStringLiteral("Cleaned up 2 jobs older than 7 days")},
        {QStringLiteral("deleted_count"), 2},
        {QStringLiteral("retention_days"), 7}};
    QCOMPARE(object(answer), expected);
    for (const char *id : {"pending", "running", "new"})
        QVERIFY2(!status(QString::fromLatin1(id)).isEmpty(), id);
    QCOMPARE(count(), 3);
    m_server->clock().advance(1ms);
    QCOMPARE(object(m_server->remove("/api/jobs/cleanup?days=0")).value(u"deleted_count").toInt(), 1);
    QCOMPARE(count(), 2);
}

void TestSongmap::cleanUpTakesUploads()
{
    const QString goes = object(upload("a.wav", "RIFF")).value(u"job_id").toString();
    const QString stays = object(upload("b.wav", "RIFF")).value(u"job_id").toString();
    update(goes.toLatin1(), [](JobUpdate &u) { u.status = JobStatus::Cancelled; });
    m_server->clock().advance(1s);
    QCOMPARE(object(m_server->remove("/api/jobs/cleanup?days=0")).value(u"deleted_count").toInt(), 1);
    QCOMPARE(m_server->uploads(), QStringList{stays});
}

void TestSongmap::cleanUpGoodDays_data()
{
    QTest::addColumn<QByteArray>("days");
    QTest::addColumn<QByteArray>("retention");
    QTest::newRow("seven") << QByteArray("7") << QByteArray("7");
    QTest::newRow("leading zeros") << QByteArray("007") << QByteArray("7");
    QTest::newRow("a lifetime") << QByteArray("36500") << QByteArray("36500");
    QTest::newRow("before the year 0") << QByteArray("999999") << QByteArray("999999");
    QTest::newRow("beyond 32 bits") << QByteArray("4294967296") << QByteArray("4294967296");
    QTest::newRow("beyond milliseconds in 64 bits")
        << QByteArray("106751991168") << QByteArray("106751991168");
    QTest::newRow("beyond 64 bits") << QByteArray("99999999999999999999")
                                    << QByteArray("99999999999999999999");
}

void TestSongmap::cleanUpGoodDays()
{
    QFETCH(const QByteArray, days);
    QFETCH(const QByteArray, retention);
    QVERIFY(m_server->store().create(test::job("a")).ok());
    update("a", [](JobUpdate &u) { u.status = JobStatus::Cancelled; });
    m_server->clock().advance(std::chrono::days{1});
    const HttpAnswer answer = m_server->remove("/api/jobs/cleanup?days=" + days);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body,
             "{\"message\":\"Cleaned up 0 jobs older than " + retention
                 + " days\",\"deleted_count\":0,\"retention_days\":" + retention + '}');
    QCOMPARE(count(), 1);
}

void TestSongmap::cleanUpBadDays_data()
{
    QTest::addColumn<QByteArray>("query");
    for (const char *query :
         {"days=-1", "days=", "days", "days=x", "days=1.5", "days=1e3", "days=+1", "days=%2B1", "days=0x1",
          "days=7%20", "days=%D9%A7", "days=1&days=0", "days=null"})
        QTest::newRow(query) << QByteArray(query);
}

void TestSongmap::cleanUpBadDays()
{
    QFETCH(const QByteArray, query);
    QVERIFY(m_server->store().create(test::job("a")).ok());
    update("a", [](JobUpdate &u) { u.status = JobStatus::Cancelled; });
    m_server->clock().advance(std::chrono::days{1000});
    const HttpAnswer answer = m_server->remove("/api/jobs/cleanup?" + query);
    QCOMPARE(answer.status, 422);
    QCOMPARE(shape(object(answer)), QStringLiteral("detail:string"));
    QCOMPARE(count(), 1);
}

void TestSongmap::health()
{
    QVERIFY(m_server->store().create(test::job("a")).ok());
    const QJsonObject expected{{QStringLiteral("status"), QStringLiteral("healthy")},
                               {QStringLiteral("jobs_count"), 1},
                               {QStringLiteral("database"), m_server->databasePath()}};
    QCOMPARE(object(m_server->get("/health")), expected);
}

void TestSongmap::headAndOtherMethods()
{
    HttpClient client(m_server->port());
    client.send("HEAD /health HTTP/1.1\r\nHost: localhost\r\n\r\n");
    const HttpAnswer head = client.read(false);
    QCOMPARE(head.status, 200);
    QCOMPARE(field(head, "Content-Length"), QByteArray::number(m_server->get("/health").body.size()));
    const HttpAnswer wrong = m_server->post("/health", {});
    QCOMPARE(wrong.status, 405);
    QCOMPARE(field(wrong, "Allow"), QByteArray("GET, HEAD"));
    QCOMPARE(m_server->get("/nothing").status, 404);
}

void TestSongmap::manyAtOnce()
{
    const QByteArray form = formBody("file", "a.wav", waveFile());
    const QByteArray post = "POST /api/analyze HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + formType
        + "\r\nContent-Length: " + QByteArray::number(form.size()) + "\r\n\r\n" + form;
    std::vector<std::unique_ptr<HttpClient>> clients;
    for (int i = 0; i < 20; ++i) {
        clients.push_back(std::make_unique<HttpClient>(m_server->port()));
        clients.back()->send(post);
    }
    QSet<QString> ids;
    for (const auto &client : clients)
        ids << object(client->read()).value(u"job_id").toString();
    QCOMPARE(ids.size(), 20);
    QCOMPARE(count(), 20);
    QCOMPARE(m_server->uploads().size(), 20);
}

QTEST_GUILESS_MAIN(TestSongmap)
#include "tst_songmap.moc"
