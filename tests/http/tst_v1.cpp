// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/jobjson.h"
#include "tests/http/testserver.h"
#include "tests/support/testjobs.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTcpServer>
#include <QTest>

using namespace tallyman;
using namespace tallyman::test;
using namespace std::chrono_literals;

namespace {

const QString problemShape = QStringLiteral("detail:string status:integer title:string type:string");
const QString fieldProblemShape =
    QStringLiteral("detail:string field:string status:integer title:string type:string");

} // namespace

class TestV1 : public QObject {
    Q_OBJECT

private slots:
    void init() { m_server = std::make_unique<TestServer>(); }
    void cleanup() { m_server.reset(); }
    void create();
    void createWithEverything();
    void createBad_data();
    void createBad();
    void createTwice();
    void show();
    void awkwardIds();
    void change();
    void changeBad_data();
    void changeBad();
    void clearWithNull();
    void remove();
    void unknownIds();
    void list();
    void listFilters_data();
    void listFilters();
    void listPages();
    void listBad_data();
    void listBad();
    void everyCreateIsThere();
    void clientsThatLeaveEarly();
    void startAndStop();
    void stopAnswersWhatWasAccepted();
    void portTaken();
    void notLoopback();
    void countsAnswers();

private:
    qint64 count() { return *m_server->store().count({}); }

    std::unique_ptr<TestServer> m_server;
};

void TestV1::create()
{
    const HttpAnswer answer = m_server->post("/api/v1/jobs", R"({"name":"nightly backup"})");
    QCOMPARE(answer.status, 201);
    QCOMPARE(field(answer, "Content-Type"), QByteArray("application/json"));
    const QJsonObject job = object(answer);
    const QString id = job.value(u"id").toString();
    QCOMPARE(id.size(), 36);
    QCOMPARE(field(answer, "Location"), "/api/v1/jobs/" + id.toLatin1());
    QCOMPARE(job.value(u"name").toString(), QStringLiteral("nightly backup"));
    QCOMPARE(job.value(u"status").toString(), QStringLiteral("pending"));
    QCOMPARE(job.value(u"created_at").toString(), QStringLiteral("2026-01-21T10:30:00.000Z"));
    const auto stored = m_server->store().findById(*JobId::fromText(id));
    QVERIFY(stored && *stored);
    QCOMPARE(job, toJson(**stored, m_server->clock().now()));
}

void TestV1::createWithEverything()
{
    const QByteArray body = R"({"id":"backup-1","name":"n","provider":"p","user":"u","status":"running",
        "progress":0.25,"total_items":8,"processed_items":2,"input":"/in","output":"/out","error":"e",
        "options":{"a":[1,2.5,null]},"result":"text","metadata":[1],"progress_details":{"x":{}},"webhook":true,
        "max_retries":5,"total_size":123456789012,"files_count":3,"created_at":"2026-01-21T09:00:00+01:00",
        "started_at":"2026-01-21T10:00:00Z","completed_at":null,"expires_at":"2027-01-01T00:00:00Z"})";
    const HttpAnswer answer = m_server->post("/api/v1/jobs", body);
    QVERIFY2(answer.status == 201, answer.body);
    const QJsonObject job = object(answer);
    const auto sent = parseJsonObject(body);
    QVERIFY(sent.ok());
    for (auto it = sent->begin(); it != sent->end(); ++it) {
        if (!it.key().endsWith(QLatin1StringView("_at")))
            QCOMPARE(job.value(it.key()), it.value());
    }
    QCOMPARE(job.value(u"created_at").toString(), QStringLiteral("2026-01-21T08:00:00.000Z"));
    QCOMPARE(job.value(u"started_at").toString(), QStringLiteral("2026-01-21T10:00:00.000Z"));
    QCOMPARE(job.value(u"elapsed").toDouble(), 1800.0);
    QCOMPARE(job.value(u"estimated_remaining").toDouble(), 5400.0);
    QCOMPARE(object(m_server->get("/api/v1/jobs/backup-1")), job);
}

void TestV1::createBad_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("field"); // empty: none is named
    const auto row = [](const QByteArray &body, int status, const char *field = "") {
        QTest::newRow(body.left(60).replace('\0', '0') + QByteArray::number(status))
            << body << status << QString::fromLatin1(field);
    };
    row("", 400);
    row("{", 400);
    row("[]", 400);
    row("null", 400);
    row("{\"name\":\"\xff\"}", 400);
    row("{\"name\":\"x\",\"name\":\"y\"}", 400);
    row(QByteArray("{\"name\":\"x\"}\0", 13), 400);
    row(QByteArray(100000, '['), 400);
    row(R"({"naem":"x"})", 422, "naem");
    row(R"({"name":5})", 422, "name");
    row(R"({"name":"a\u0000b"})", 422, "name");
    row(R"({"status":"done"})", 422, "status");
    row(R"({"progress":1.7})", 422, "progress");
    row(R"({"progress":-0.1})", 422, "progress");
    row(R"({"total_items":1.5})", 422, "total_items");
    row(R"({"total_items":-1})", 422, "total_items");
    row(R"({"processed_items":1e300})", 422, "processed_items");
    row(R"({"total_items":1,"processed_items":2})", 422, "processed_items");
    row(R"({"max_retries":-1})", 422, "max_retries");
    row(R"({"created_at":"soon"})", 422, "created_at");
    row(R"({"id":""})", 422, "id");
    row(R"({"completed_at":"2026-01-21T10:30:00Z"})", 422, "completed_at");
    row("{\"name\":\"" + QByteArray(2000, 'x') + "\"}", 422, "name");
    row("{\"id\":\"" + QByteArray(201, 'x') + "\"}", 422, "id");
}

void TestV1::createBad()
{
    QFETCH(const QByteArray, body);
    QFETCH(const int, status);
    QFETCH(const QString, field);
    const HttpAnswer answer = m_server->post("/api/v1/jobs", body);
    QCOMPARE(answer.status, status);
    QCOMPARE(test::field(answer, "Content-Type"), QByteArray("application/problem+json"));
    const QJsonObject problem = object(answer);
    QCOMPARE(shape(problem), field.isEmpty() ? problemShape : fieldProblemShape);
    QCOMPARE(problem.value(u"status").toInt(), status);
    QCOMPARE(problem.value(u"field").toString(), field);
    QCOMPARE(count(), 0);
}

void TestV1::createTwice()
{
    QCOMPARE(m_server->post("/api/v1/jobs", R"({"id":"a","name":"first"})").status, 201);
    const HttpAnswer answer = m_server->post("/api/v1/jobs", R"({"id":"a","name":"second"})");
    QCOMPARE(answer.status, 409);
    QCOMPARE(object(m_server->get("/api/v1/jobs/a")).value(u"name").toString(), QStringLiteral("first"));
}

void TestV1::show()
{
    const auto job = m_server->store().create(test::fullJob("full"));
    QVERIFY(job.ok());
    const HttpAnswer answer = m_server->get("/api/v1/jobs/full");
    QCOMPARE(answer.status, 200);
    QCOMPARE(object(answer), toJson(*job, m_server->clock().now()));
}

void TestV1::awkwardIds()
{
    for (const char *id : {"a/b", "a b", "50%", "?x=1", "#1", "Töne", "..", "a+b", "\"", "cleanup"}) {
        const QString text = QString::fromUtf8(id);
        const HttpAnswer created =
            m_server->post("/api/v1/jobs", QJsonDocument(QJsonObject{{QStringLiteral("id"), text}}).toJson());
        QVERIFY2(created.status == 201, created.body);
        const QByteArray location = field(created, "Location").value_or(QByteArray());
        QCOMPARE(object(m_server->get(location)).value(u"id").toString(), text);
        QCOMPARE(m_server->remove(location).status, 204);
    }
}

void TestV1::change()
{
    QVERIFY(m_server->store().create(test::job("a")).ok());
    m_server->clock().advance(1s);
    HttpAnswer answer =
        m_server->patch("/api/v1/jobs/a", R"({"status":"running","total_items":4,"processed_items":1})");
    QCOMPARE(answer.status, 200);
    QJsonObject job = object(answer);
    QCOMPARE(job.value(u"status").toString(), QStringLiteral("running"));
    QCOMPARE(job.value(u"progress").toDouble(), 0.25);
    QCOMPARE(job.value(u"started_at").toString(), QStringLiteral("2026-01-21T10:30:01.000Z"));
    answer = m_server->patch("/api/v1/jobs/a", R"({"status":"completed","result":{"files":[1]}})");
    QCOMPARE(answer.status, 200);
    job = object(answer);
    QCOMPARE(job.value(u"progress").toDouble(), 1.0);
    QCOMPARE(job.value(u"result").toObject().value(u"files").toArray().size(), 1);
    QCOMPARE(object(m_server->get("/api/v1/jobs/a")), job);
    QCOMPARE(object(m_server->patch("/api/v1/jobs/a", "{}")), job); // nothing asked, nothing changed
    job = object(m_server->patch("/api/v1/jobs/a", R"({"pinned":true,"note":"ask\nann"})"));
    QCOMPARE(job.value(u"pinned").toBool(), true);
    QCOMPARE(job.value(u"note").toString(), QStringLiteral("ask\nann"));
}

void TestV1::changeBad_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    const auto row = [](const char *body, int status) { QTest::newRow(body) << QByteArray(body) << status; };
    row("", 400);
    row("nonsense", 400);
    row("[]", 400);
    row(R"({"id":"b"})", 422);
    row(R"({"status":"done"})", 422);
    row(R"({"status":"completed"})", 409); // pending to completed is no move
    row(R"({"status":"failed"})", 409);
    row(R"({"progress":1.7})", 422);
    row(R"({"progress":"0.5"})", 422);
    row(R"({"progress":null})", 422);
    row(R"({"processed_items":-1})", 422);
    row(R"({"processed_items":1.5})", 422);
    row(R"({"status":"running","progress":1.7})", 422); // all or nothing
    row(R"({"retry_count":1})", 422);
    row(R"({"name":"a\nb"})", 422);
}

void TestV1::changeBad()
{
    QFETCH(const QByteArray, body);
    QFETCH(const int, status);
    const auto before = m_server->store().create(test::job("a"));
    const HttpAnswer answer = m_server->patch("/api/v1/jobs/a", body);
    QCOMPARE(answer.status, status);
    QCOMPARE(shape(object(answer)), status == 400 ? problemShape : fieldProblemShape);
    const auto after = m_server->store().findById(test::id("a"));
    QVERIFY(before && after && *after && **after == *before);
}

void TestV1::clearWithNull()
{
    QVERIFY(m_server->store().create(test::fullJob("a")).ok());
    const HttpAnswer answer = m_server->patch(
        "/api/v1/jobs/a", R"({"output":null,"metadata":null,"total_size":null,"expires_at":null})");
    QVERIFY2(answer.status == 200, answer.body);
    for (const char *name : {"output", "metadata", "total_size", "expires_at"})
        QVERIFY2(object(answer).value(QLatin1StringView(name)).isNull(), name);
    QVERIFY(!object(answer).value(u"input").isNull());
}

void TestV1::remove()
{
    QVERIFY(m_server->store().create(test::job("a")).ok());
    const HttpAnswer answer = m_server->remove("/api/v1/jobs/a");
    QCOMPARE(answer.status, 204);
    QCOMPARE(answer.body, QByteArray());
    QVERIFY(!field(answer, "Content-Length"));
    QVERIFY(!field(answer, "Content-Type"));
    QCOMPARE(count(), 0);
    QCOMPARE(m_server->remove("/api/v1/jobs/a").status, 404);
}

void TestV1::unknownIds()
{
    for (const char *id : {"nothing", "%00", "%20x", "a%0Ab"}) {
        const QByteArray target = QByteArray("/api/v1/jobs/") + id;
        for (const HttpAnswer &answer :
             {m_server->get(target), m_server->patch(target, "{}"), m_server->remove(target)}) {
            QCOMPARE(answer.status, 404);
            QCOMPARE(shape(object(answer)), problemShape);
        }
    }
    QCOMPARE(m_server->get("/api/v1/jobs/a/b").status, 404);
    QCOMPARE(m_server->patch("/api/v1/jobs", "{}").status, 405);
}

void TestV1::list()
{
    QJsonObject body = object(m_server->get("/api/v1/jobs"));
    QCOMPARE(shape(body), QStringLiteral("count:integer jobs:array next:null"));
    const auto job = m_server->store().create(test::fullJob("full"));
    QVERIFY(job.ok());
    body = object(m_server->get("/api/v1/jobs"));
    QCOMPARE(body.value(u"count").toInt(), 1);
    QCOMPARE(body.value(u"jobs").toArray(), (QJsonArray{toJson(*job, m_server->clock().now())}));
}

void TestV1::listFilters_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("ids");
    const auto row = [](const char *query, const char *ids) {
        QTest::newRow(*query ? query : "none") << QByteArray(query) << QString::fromLatin1(ids);
    };
    row("", "c b a");
    row("status=pending", "c b");
    row("status=running", "a");
    row("status=running,pending", "c b a");
    row("status=completed", "");
    row("provider=vsphere", "b a");
    row("provider=VSPHERE", "");
    row("user=bob", "b");
    row("name=web+server", "b a");
    row("name=web%20server", "b a");
    row("name=50%25", "c");
    row("provider=vsphere&user=bob", "b");
    row("since=2026-01-21T10:30:01Z", "c b");
    row("until=2026-01-21T10:30:01Z", "a");
    row("since=2026-01-21T10:30:01Z&until=2026-01-21T10:30:01.001Z", "b");
    row("since=2026-01-21T11:30:01%2B01:00", "c b");
    row("provider=%27%20OR%201=1%20--", "");
    row("q=provider:vs*+-user:bob", "a");
    row("q=%22web+server%22+sort:created", "a b");
    row("q=web&status=pending&user=bob", "b");
    row("q=web&limit=1", "b");
    row("limit=1", "c");
    row("limit=1&offset=1", "b");
    row("&&limit=1&", "c");
}

void TestV1::listFilters()
{
    QFETCH(const QByteArray, query);
    QFETCH(const QString, ids);
    const auto add = [this](const char *id, const char *name, const char *provider, const char *user) {
        Job job = test::job(id, name);
        job.provider = QString::fromLatin1(provider);
        job.user = QString::fromLatin1(user);
        const auto created = m_server->store().create(job);
        m_server->clock().advance(1s);
        return created.ok();
    };
    QVERIFY(add("a", "old Web Server", "vsphere", "alice"));
    QVERIFY(add("b", "web server", "vsphere", "bob"));
    QVERIFY(add("c", "50%", "hyperv", "carol"));
    QVERIFY(m_server->store().updateStatus(test::id("a"), JobStatus::Running).ok());
    const HttpAnswer answer = m_server->get("/api/v1/jobs?" + query);
    QCOMPARE(answer.status, 200);
    QStringList found;
    for (const QJsonValue &job : object(answer).value(u"jobs").toArray())
        found << job.toObject().value(u"id").toString();
    QCOMPARE(found.join(u' '), ids);
    if (!query.contains("limit"))
        QCOMPARE(object(answer).value(u"count").toInt(), found.size());
}

void TestV1::listPages()
{
    for (int i = 0; i < 7; ++i) {
        Job job = test::job(QByteArray::number(i));
        job.provider = i == 3 ? QStringLiteral("other") : QStringLiteral("a&b=c");
        QVERIFY(m_server->store().create(job).ok());
    }
    const QJsonObject first = object(m_server->get("/api/v1/jobs?provider=a%26b%3Dc&limit=4"));
    QCOMPARE(first.value(u"count").toInt(), 6);
    QCOMPARE(first.value(u"next").toString(),
             QStringLiteral("/api/v1/jobs?provider=a%26b%3Dc&limit=4&offset=4"));
    const QJsonObject second = object(m_server->get(first.value(u"next").toString().toLatin1()));
    QCOMPARE(second.value(u"jobs").toArray().size(), 2);
    QVERIFY(second.value(u"next").isNull());
}

void TestV1::listBad_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *query, const char *field) {
        QTest::newRow(query) << QByteArray(query) << QString::fromLatin1(field);
    };
    row("stauts=failed", "stauts");
    row("q=status%3Anope", "q");
    row("Q=x", "Q");
    row("status=done", "status");
    row("status=", "status");
    row("status=failed,", "status");
    row("since=yesterday", "since");
    row("until=", "until");
    row("limit=1001", "limit");
    row("limit=-1", "limit");
    row("offset=x", "offset");
    row("user=a&user=b", "user");
    row("user=%ff", "user");
}

void TestV1::listBad()
{
    QFETCH(const QByteArray, query);
    QFETCH(const QString, field);
    const HttpAnswer answer = m_server->get("/api/v1/jobs?" + query);
    QCOMPARE(answer.status, 422);
    QCOMPARE(shape(object(answer)), fieldProblemShape);
    QCOMPARE(object(answer).value(u"field").toString(), field);
}

void TestV1::everyCreateIsThere()
{
    // Many connections, several requests waiting on each: the writes of one transaction are answered
    // together, and every client gets its own.
    constexpr int clientCount = 30;
    constexpr int each = 20;
    std::vector<std::unique_ptr<HttpClient>> clients;
    for (int c = 0; c < clientCount; ++c) {
        clients.push_back(std::make_unique<HttpClient>(m_server->port()));
        QByteArray requests;
        for (int i = 0; i < each; ++i) {
            const QByteArray body =
                "{\"id\":\"" + QByteArray::number(c) + '-' + QByteArray::number(i) + "\"}";
            requests += "POST /api/v1/jobs HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        "Content-Length: "
                + QByteArray::number(body.size()) + "\r\n\r\n" + body;
        }
        clients.back()->send(requests);
    }
    for (int c = 0; c < clientCount; ++c) {
        for (int i = 0; i < each; ++i) {
            const HttpAnswer answer = clients[static_cast<std::size_t>(c)]->read();
            QCOMPARE(answer.status, 201);
            QCOMPARE(object(answer).value(u"id").toString(), QStringLiteral("%1-%2").arg(c).arg(i));
        }
    }
    QCOMPARE(count(), clientCount * each);
}

void TestV1::clientsThatLeaveEarly()
{
    // With a write in flight; whether it is done is for the store to say, but nobody else may suffer.
    const QByteArray post =
        "POST /api/v1/jobs HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        "Content-Length: 2\r\n\r\n{}";
    for (int round = 0; round < 10; ++round) {
        std::vector<std::unique_ptr<HttpClient>> clients;
        for (int i = 0; i < 50; ++i) {
            clients.push_back(std::make_unique<HttpClient>(m_server->port()));
            clients.back()->send(post);
            if (i % 2)
                clients.back()->abort();
        }
    }
    QTRY_VERIFY(count() >= 250);
    // So many at once may, for a moment, be more connections than are allowed.
    QTRY_COMPARE(m_server->get("/health").status, 200);
}

void TestV1::startAndStop()
{
    http::Server &server = m_server->server();
    QVERIFY(server.isRunning());
    QCOMPARE(server.url(), QStringLiteral("http://127.0.0.1:%1").arg(m_server->port()));
    server.stop();
    QVERIFY(!server.isRunning());
    QCOMPARE(server.url(), QString());
    QCOMPARE(m_server->get("/health").status, 0);
    server.stop(); // no harm
    const auto port = server.start();
    QVERIFY(port.ok());
    QCOMPARE(request(*port, "GET", "/health").status, 200);
}

void TestV1::stopAnswersWhatWasAccepted()
{
    HttpClient idle(m_server->port());
    std::vector<std::unique_ptr<HttpClient>> clients;
    const QByteArray body(R"({"name":"late"})");
    for (int i = 0; i < 20; ++i) {
        clients.push_back(std::make_unique<HttpClient>(m_server->port()));
        clients.back()->send(
            "POST /api/v1/jobs HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            "Content-Length: "
            + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    }
    QElapsedTimer timer;
    timer.start();
    m_server->server().stop();
    QVERIFY2(timer.elapsed() < 6000, QByteArray::number(timer.elapsed()));
    for (const auto &client : clients)
        QCOMPARE(client->read().status, 201);
    QVERIFY(idle.waitForClose());
    QCOMPARE(count(), 20);
}

void TestV1::portTaken()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress(QHostAddress::LocalHost)));
    http::ServerOptions options;
    options.port = other.serverPort();
    options.uploadDirectory = m_server->uploadDirectory();
    http::Server server(m_server->store(), m_server->clock(), options);
    const auto port = server.start();
    QVERIFY(!port);
    QCOMPARE(port.error().code, ErrorCode::CannotListen);
    QVERIFY2(port.error().message.contains(QString::number(options.port)), qPrintable(port.error().message));
    QVERIFY2(port.error().message.contains(QLatin1StringView("127.0.0.1")), qPrintable(port.error().message));
    QVERIFY(!server.isRunning());
    other.close();
    QVERIFY(server.start().ok()); // it can be tried again
}

void TestV1::notLoopback()
{
    for (const QHostAddress &address : {QHostAddress(QHostAddress::Any), QHostAddress(QHostAddress::AnyIPv4),
                                        QHostAddress(QStringLiteral("192.0.2.1")), QHostAddress()}) {
        http::ServerOptions options;
        options.address = address;
        options.port = 0;
        http::Server server(m_server->store(), m_server->clock(), options);
        const auto port = server.start();
        QVERIFY(!port);
        QCOMPARE(port.error().code, ErrorCode::InvalidValue);
    }
}

void TestV1::countsAnswers()
{
    const quint64 before = m_server->server().requestsAnswered();
    (void)m_server->get("/health");
    (void)m_server->get("nonsense");
    QCOMPARE(m_server->server().requestsAnswered(), before + 2);
}

QTEST_GUILESS_MAIN(TestV1)
#include "tst_v1.moc"
