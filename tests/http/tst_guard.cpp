// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/guard/requestrules.h"
#include "tests/http/guardedserver.h"
#include "tests/http/httpclient.h"

#include <QHostAddress>
#include <QTest>

#include <sys/socket.h>

using namespace tallyman::test;
using namespace std::chrono_literals;
using tallyman::http::HttpLimits;

namespace {

const QByteArray hostLine = QByteArrayLiteral("Host: localhost\r\n");
const QByteArray jsonLine = QByteArrayLiteral("Content-Type: application/json\r\n");

QByteArray get(const QByteArray &target, const QByteArray &more = {})
{
    return "GET " + target + " HTTP/1.1\r\n" + hostLine + more + "\r\n";
}

QByteArray post(const QByteArray &more, const QByteArray &body)
{
    return "POST /x HTTP/1.1\r\n" + hostLine + jsonLine + more + "\r\n" + body;
}

QByteArray fields(int count)
{
    QByteArray lines;
    for (int i = 0; i < count; ++i)
        lines += "X-" + QByteArray::number(i) + ": y\r\n";
    return lines;
}

HttpLimits quickLimits()
{
    HttpLimits limits;
    limits.headTime = 300ms;
    limits.idleTime = 600ms;
    limits.bodyGrace = 300ms;
    return limits;
}

} // namespace

class TestGuard : public QObject {
    Q_OBJECT

private slots:
    void hosts_data();
    void hosts();
    void accepted_data();
    void accepted();
    void refused_data();
    void refused();
    void refusalsHaveTheSurfacesForm();
    void inPieces();
    void tooLongWithoutEnd();
    void commonFields();
    void headHasNoBody();
    void http10Closes();
    void closesWhenAsked();
    void pipelinedInOrder();
    void pipelinedRefusalComesLast();
    void nothingAfterARefusal();
    void expectContinue();
    void expectationIsRefusedBeforeTheBody();
    void uploads();
    void slowHead();
    void slowBody();
    void idle();
    void tooManyConnections();
    void bigAnswerToASlowReader();
    void readerThatStopsIsDropped();
    void halfClosedClientsAreAnswered();
    void clientsThatLeaveEarly();
    void shutDownAnswersWhatWasAccepted();
};

void TestGuard::hosts_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<bool>("ok");
    for (const char *good :
         {"localhost", "LocalHost", "localhost:8000", "127.0.0.1", "127.0.0.1:1", "[::1]", "[::1]:65535"})
        QTest::newRow(good) << QByteArray(good) << true;
    for (const char *bad :
         {"", "example.org", "localhost.", "localhost.evil.org", "evil.org:8000", "localhost:", "localhost:x",
          "localhost:-1", "localhost:999999", "127.0.0.2", "::1", "[::1", "[::2]", "127.0.0.1:80:80",
          "user@localhost", "localhost, localhost", ":80"})
        QTest::newRow(*bad ? bad : "empty") << QByteArray(bad) << false;
}

void TestGuard::hosts()
{
    QFETCH(const QByteArray, host);
    QFETCH(const bool, ok);
    QCOMPARE(tallyman::http::isLoopbackHost(host), ok);
}

void TestGuard::accepted_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const QByteArray &request, const QByteArray &body) {
        QTest::newRow(name) << request << body;
    };
    row("plain", get("/a"), "GET /a  ");
    row("query as it is", get("/a?b=%20c&d=e?f"), "GET /a?b=%20c&d=e?f  ");
    row("path as it is", get("//a/../%2F%61;x"), "GET //a/../%2F%61;x  ");
    row("odd but legal characters", get("/{a}|[b]\"<c>\\^`"), "GET /{a}|[b]\"<c>\\^`  ");
    row("empty line first", "\r\n" + get("/a"), "GET /a  ");
    row("no blank after the colon", "GET /a HTTP/1.1\r\nhost:localhost\r\n\r\n", "GET /a  ");
    row("64 fields", get("/a", fields(63)), "GET /a  ");
    row("target of 4 KiB", get('/' + QByteArray(4095, 'a')), "GET /" + QByteArray(4095, 'a') + "  ");
    row("head of 16 KiB", get("/a", "X: " + QByteArray(16384 - 41, 'x') + "\r\n"), "GET /a  ");
    row("body", post("Content-Length: 4\r\n", "body"), "POST /x application/json body");
    row("body of nothing", post("Content-Length: 0\r\n", ""), "POST /x application/json ");
    row("body with NUL", post("Content-Length: 3\r\n", QByteArray("a\0b", 3)),
        QByteArray("POST /x application/json a\0b", 28));
    row("leading zeros", post("Content-Length: 004\r\n", "body"), "POST /x application/json body");
    row("body of 1 MiB", post("Content-Length: 1048576\r\n", QByteArray(1048576, 'x')),
        "POST /x application/json 1048576");
    row("chunks", post("Transfer-Encoding: chunked\r\n", "2\r\nbo\r\n2;a=b\r\ndy\r\n0\r\n\r\n"),
        "POST /x application/json body");
    row("chunks and a trailer", post("Transfer-Encoding: Chunked\r\n", "4\r\nbody\r\n0\r\nX: y\r\n\r\n"),
        "POST /x application/json body");
    row("type with a charset",
        "POST /x HTTP/1.1\r\n" + hostLine
            + "Content-Type: Application/JSON; charset=utf-8\r\nContent-Length: 2\r\n\r\n{}",
        "POST /x Application/JSON; charset=utf-8 {}");
    row("no body, no type", "DELETE /x HTTP/1.1\r\n" + hostLine + "\r\n", "DELETE /x  ");
    row("our own line cannot be forged",
        get("/a",
            "Content-Length: 0\r\nConnection: keep-alive, upgrade\r\n"
            "Upgrade: websocket\r\n"),
        "GET /a  ");
}

void TestGuard::accepted()
{
    QFETCH(const QByteArray, request);
    QFETCH(const QByteArray, body);
    GuardedServer server;
    HttpClient client(server.port());
    // Twice, so that what follows a request on its connection is seen to be read from the right place.
    for (int i = 0; i < 2; ++i) {
        client.send(request);
        const HttpAnswer answer = client.read();
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, body);
    }
    QCOMPARE(server.handled(), 2);
    QCOMPARE(server.answered(), 2U);
}

void TestGuard::refused_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &request, int status) {
        QTest::newRow(name) << request << status;
    };
    // The body of each, read as a request of its own, would be one: it must not be run.
    const QByteArray smuggled = get("/smuggled");
    row("Content-Length abc", post("Content-Length: abc\r\n", smuggled), 400);
    row("Content-Length -1", post("Content-Length: -1\r\n", smuggled), 400);
    row("Content-Length +1", post("Content-Length: +1\r\n", smuggled), 400);
    row("Content-Length 0x1", post("Content-Length: 0x1\r\n", smuggled), 400);
    row("Content-Length 1.0", post("Content-Length: 1.0\r\n", smuggled), 400);
    row("Content-Length empty", post("Content-Length:\r\n", smuggled), 400);
    row("Content-Length 2^64-1", post("Content-Length: 18446744073709551615\r\n", smuggled), 413);
    row("Content-Length 2^64", post("Content-Length: 18446744073709551616\r\n", smuggled), 400);
    row("Content-Length twice", post("Content-Length: 4\r\nContent-Length: 4\r\n", "body" + smuggled), 400);
    row("Content-Length in conflict", post("Content-Length: 4\r\nContent-Length: 5\r\n", "body" + smuggled),
        400);
    row("Content-Length as a list", post("Content-Length: 4, 4\r\n", "body" + smuggled), 400);
    row("Content-Length in two words", post("Content-Length: 4 4\r\n", "body" + smuggled), 400);
    row("Content-Length, then chunks",
        post("Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n" + smuggled), 400);
    row("chunks, then Content-Length",
        post("Transfer-Encoding: chunked\r\nContent-Length: 4\r\n", "0\r\n\r\n" + smuggled), 400);
    row("gzip", post("Transfer-Encoding: gzip\r\n", smuggled), 501);
    row("gzip, chunked", post("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n" + smuggled), 501);
    row("chunked, identity", post("Transfer-Encoding: chunked, identity\r\n", "0\r\n\r\n" + smuggled), 501);
    row("xchunked", post("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n" + smuggled), 501);
    row("empty encoding", post("Transfer-Encoding:\r\n", smuggled), 501);
    row("chunked twice",
        post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n" + smuggled), 400);
    row("chunks in HTTP/1.0",
        "POST /x HTTP/1.0\r\n" + hostLine + jsonLine + "Transfer-Encoding: chunked\r\n\r\n" + "0\r\n\r\n"
            + smuggled,
        400);
    const QByteArray chunked = "Transfer-Encoding: chunked\r\n";
    row("chunk size of no digits", post(chunked, "\r\nbody\r\n0\r\n\r\n"), 400);
    row("chunk size xyz", post(chunked, "xyz\r\nbody\r\n0\r\n\r\n"), 400);
    row("chunk size -1", post(chunked, "-1\r\nbody\r\n0\r\n\r\n"), 400);
    row("chunk size 0x4", post(chunked, "0x4\r\nbody\r\n0\r\n\r\n"), 400);
    row("chunk size with a blank before", post(chunked, " 4\r\nbody\r\n0\r\n\r\n"), 400);
    row("chunk size 2^64-1", post(chunked, "ffffffffffffffff\r\nbody\r\n0\r\n\r\n"), 413);
    row("chunk size 2^64", post(chunked, "10000000000000000\r\nbody\r\n0\r\n\r\n"), 400);
    row("chunk size too small", post(chunked, "2\r\nbody\r\n0\r\n\r\n"), 400);
    row("chunk size ended by a line feed", post(chunked, "4\nbody\r\n0\r\n\r\n"), 400);
    row("chunk of more than is allowed", post(chunked, "100001\r\n"), 413);
    row("chunks of more than is allowed",
        post(chunked, "100000\r\n" + QByteArray(0x100000, 'x') + "\r\n1\r\nx\r\n0\r\n\r\n"), 413);
    row("chunk extension without end", post(chunked, "4;" + QByteArray(100000, 'x')), 431);
    row("trailer without end", post(chunked, "0\r\nX: " + QByteArray(100000, 'x')), 431);
    row("65 trailer fields", post(chunked, "0\r\n" + fields(65) + "\r\n"), 431);

    row("no Host", "GET /a HTTP/1.1\r\n\r\n", 400);
    row("no Host in HTTP/1.0", "GET /a HTTP/1.0\r\n\r\n", 400);
    row("two Hosts", "GET /a HTTP/1.1\r\n" + hostLine + hostLine + "\r\n", 400);
    row("other Host", "GET /a HTTP/1.1\r\nHost: example.org\r\n\r\n", 421);
    row("empty Host", "GET /a HTTP/1.1\r\nHost:\r\n\r\n", 421);
    row("65 fields", get("/a", fields(64)), 431);
    row("101 fields", get("/a", fields(100)), 431);
    row("head of more than 16 KiB", get("/a", "X: " + QByteArray(16384 - 40, 'x') + "\r\n"), 431);
    row("field of 120 KB", get("/a", "X: " + QByteArray(120000, 'x') + "\r\n"), 431);
    row("target of more than 4 KiB", get('/' + QByteArray(4096, 'a')), 414);
    row("target of 120 KB", get('/' + QByteArray(120000, 'a')), 414);
    row("folded field", get("/a", "X: y\r\n z\r\n"), 400);
    row("folded empty field", get("/a", "X:\r\n z\r\n"), 400);
    row("folded with a tab", get("/a", "X: y\r\n\tz\r\n"), 400);
    row("folded Host", "GET /a HTTP/1.1\r\nHost:\r\n localhost\r\n\r\n", 400);
    row("blank in a field's name", get("/a", "X Y: z\r\n"), 400);
    row("blank before the colon", get("/a", "X : z\r\n"), 400);
    row("blank before the first field", "GET /a HTTP/1.1\r\n " + hostLine + "\r\n", 400);
    row("no name", get("/a", ": z\r\n"), 400);
    row("no colon", get("/a", "X\r\n"), 400);
    row("NUL in a field", get("/a", QByteArray("X: a\0b\r\n", 8)), 400);
    row("control character in a field",
        get("/a",
            "X: a\x01"
            "b\r\n"),
        400);
    row("carriage return in a field", get("/a", "X: a\rb\r\n"), 400);
    row("line feeds only", "GET /a HTTP/1.1\nHost: localhost\n\n", 400);
    row("one line feed only", "GET /a HTTP/1.1\r\nHost: localhost\nX: y\r\n\r\n", 400);
    row("absolute target", get("http://localhost/a"), 400);
    row("target without a slash", get("a"), 400);
    row("asterisk", "OPTIONS * HTTP/1.1\r\n" + hostLine + "\r\n", 400);
    row("bad escape", get("/a%2"), 400);
    row("bad escape, letters", get("/a%zz"), 400);
    row("fragment", get("/a#b"), 400);
    row("UTF-8 in the target", get("/\xc3\xa4"), 400);
    row("two blanks", "GET  /a HTTP/1.1\r\n" + hostLine + "\r\n", 400);
    row("a fourth word", "GET /a b HTTP/1.1\r\n" + hostLine + "\r\n", 400);
    row("HTTP/0.9", "GET /a\r\n\r\n", 400);
    row("HTTP/2.0", "GET /a HTTP/2.0\r\n" + hostLine + "\r\n", 400);
    row("http/1.1", "GET /a http/1.1\r\n" + hostLine + "\r\n", 400);
    row("TLS", QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11), 400);
    row("CONNECT", "CONNECT localhost:80 HTTP/1.1\r\n" + hostLine + "\r\n", 501);
    row("TRACE", "TRACE /a HTTP/1.1\r\n" + hostLine + "\r\n", 501);
    row("get", "get /a HTTP/1.1\r\n" + hostLine + "\r\n", 501);
    row("a method of one's own", "FETCH /a HTTP/1.1\r\n" + hostLine + "\r\n", 501);
    row("body without a type", "POST /x HTTP/1.1\r\n" + hostLine + "Content-Length: 2\r\n\r\n{}", 415);
    row("body of a form",
        "POST /x HTTP/1.1\r\n" + hostLine
            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 2\r\n\r\n{}",
        415);
    row("body of text",
        "DELETE /x HTTP/1.1\r\n" + hostLine + "Content-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}", 415);
    row("multipart elsewhere",
        "POST /x HTTP/1.1\r\n" + hostLine
            + "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 2\r\n\r\n{}",
        415);
    row("JSON for an upload",
        "POST /api/analyze HTTP/1.1\r\n" + hostLine + jsonLine + "Content-Length: 2\r\n\r\n{}", 415);
    row("two types",
        "POST /x HTTP/1.1\r\n" + hostLine + jsonLine
            + "Content-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}",
        400);
    row("body of more than 1 MiB", post("Content-Length: 1048577\r\n", "x"), 413);
    row("other expectation", post("Expect: coffee\r\nContent-Length: 2\r\n", "{}"), 417);
}

void TestGuard::refused()
{
    QFETCH(const QByteArray, request);
    QFETCH(const int, status);
    GuardedServer server;
    HttpClient client(server.port());
    client.send(request);
    const HttpAnswer answer = client.read(!request.startsWith("HEAD"));
    QCOMPARE(answer.status, status);
    QVERIFY(object(answer).contains(QStringLiteral("detail")));
    QCOMPARE(field(answer, "Connection"), QByteArray("close"));
    QVERIFY(client.waitForClose());
    QCOMPARE(server.handled(), 0);
    QTRY_COMPARE(server.connections(), 0);
}

void TestGuard::refusalsHaveTheSurfacesForm()
{
    GuardedServer server;
    const QByteArray json = "Content-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}";
    HttpClient v1(server.port());
    v1.send("POST /api/v1/jobs HTTP/1.1\r\n" + hostLine + json);
    const HttpAnswer problem = v1.read();
    QCOMPARE(field(problem, "Content-Type"), QByteArray("application/problem+json"));
    QCOMPARE(shape(object(problem)), QStringLiteral("detail:string status:integer title:string type:string"));
    HttpClient songmap(server.port());
    songmap.send("POST /api/jobs HTTP/1.1\r\n" + hostLine + json);
    const HttpAnswer detail = songmap.read();
    QCOMPARE(field(detail, "Content-Type"), QByteArray("application/json"));
    QCOMPARE(shape(object(detail)), QStringLiteral("detail:string"));
}

void TestGuard::inPieces()
{
    GuardedServer server;
    HttpClient client(server.port());
    const QByteArray request =
        post("Transfer-Encoding: chunked\r\n", "2\r\nbo\r\n2\r\ndy\r\n0\r\nX: y\r\n\r\n") + get("/next");
    for (const char byte : request)
        client.send(QByteArray(1, byte));
    QCOMPARE(client.read().body, QByteArray("POST /x application/json body"));
    QCOMPARE(client.read().body, QByteArray("GET /next  "));
}

void TestGuard::tooLongWithoutEnd()
{
    GuardedServer server;
    HttpClient client(server.port());
    // The end never comes; the refusal must.
    client.send("GET /a HTTP/1.1\r\nX: ");
    for (int i = 0; i < 17; ++i)
        client.send(QByteArray(1024, 'x'));
    QCOMPARE(client.read().status, 431);
}

void TestGuard::commonFields()
{
    GuardedServer server;
    HttpClient client(server.port());
    for (const QByteArray &request : {get("/a"), get("a")}) {
        client.send(request);
        const HttpAnswer answer = client.read();
        QCOMPARE(field(answer, "X-Content-Type-Options"), QByteArray("nosniff"));
        QCOMPARE(field(answer, "Cache-Control"), QByteArray("no-store"));
        QVERIFY(!field(answer, "Access-Control-Allow-Origin"));
    }
}

void TestGuard::headHasNoBody()
{
    GuardedServer server;
    HttpClient client(server.port());
    client.send("HEAD /a HTTP/1.1\r\n" + hostLine + "\r\n" + get("/b"));
    const HttpAnswer head = client.read(false);
    QCOMPARE(head.status, 200);
    QCOMPARE(field(head, "Content-Length"), QByteArray("8"));
    QCOMPARE(client.read().body, QByteArray("GET /b  ")); // right behind the head
    client.send("HEAD /a HTTP/1.1\r\nHost: example.org\r\n\r\n");
    QCOMPARE(client.read(false).status, 421);
    QVERIFY(client.waitForClose());
    QCOMPARE(client.read(false).status, 0);
}

void TestGuard::http10Closes()
{
    GuardedServer server;
    HttpClient client(server.port());
    client.send("GET /a HTTP/1.0\r\n" + hostLine + "Connection: keep-alive\r\n\r\n");
    const HttpAnswer answer = client.read();
    QCOMPARE(answer.body, QByteArray("GET /a  "));
    QCOMPARE(field(answer, "Connection"), QByteArray("close"));
    QVERIFY(client.waitForClose());
}

void TestGuard::closesWhenAsked()
{
    GuardedServer server;
    HttpClient client(server.port());
    client.send(get("/a", "Connection: close\r\n") + get("/b"));
    const HttpAnswer answer = client.read();
    QCOMPARE(answer.status, 200);
    QCOMPARE(field(answer, "Connection"), QByteArray("close"));
    QVERIFY(client.waitForClose());
    QCOMPARE(server.handled(), 1);
    QTRY_COMPARE(server.connections(), 0);
}

void TestGuard::pipelinedInOrder()
{
    GuardedServer server;
    HttpClient client(server.port());
    QByteArray requests;
    for (int i = 0; i < 500; ++i)
        requests += i == 0 ? get("/later") : get('/' + QByteArray::number(i));
    client.send(requests);
    QTRY_COMPARE(server.waiting(), 1);
    QCOMPARE(server.handled(), 1); // the second waits for the first
    server.release();
    QCOMPARE(client.read().body, QByteArray("late"));
    for (int i = 1; i < 500; ++i)
        QCOMPARE(client.read().body, "GET /" + QByteArray::number(i) + "  ");
}

void TestGuard::pipelinedRefusalComesLast()
{
    GuardedServer server;
    HttpClient client(server.port());
    client.send(get("/later") + get("bad"));
    QTRY_COMPARE(server.waiting(), 1);
    server.release();
    QCOMPARE(client.read().body, QByteArray("late"));
    QCOMPARE(client.read().status, 400);
}

void TestGuard::nothingAfterARefusal()
{
    GuardedServer server;
    HttpClient client(server.port());
    client.send(get("bad") + get("/after"));
    QCOMPARE(client.read().status, 400);
    QVERIFY(client.waitForClose());
    QCOMPARE(client.read().status, 0);
    QCOMPARE(server.handled(), 0);
}

void TestGuard::expectContinue()
{
    GuardedServer server;
    HttpClient client(server.port());
    client.send(post("Expect: 100-continue\r\nContent-Length: 4\r\n", ""));
    QCOMPARE(client.read(false).status, 100);
    client.send("body");
    QCOMPARE(client.read().body, QByteArray("POST /x application/json body"));
    // Who does not wait needs no word.
    client.send(post("Expect: 100-continue\r\nContent-Length: 4\r\n", "body"));
    QCOMPARE(client.read().status, 200);
}

void TestGuard::expectationIsRefusedBeforeTheBody()
{
    GuardedServer server;
    HttpClient client(server.port());
    client.send(post("Expect: 100-continue\r\nContent-Length: 99999999\r\n", ""));
    QCOMPARE(client.read().status, 413);
}

void TestGuard::uploads()
{
    HttpLimits limits;
    limits.upload = 2 * 1024 * 1024;
    GuardedServer server(limits);
    const auto upload = [&server](qsizetype size) {
        HttpClient client(server.port());
        client.send("POST /api/analyze?x=y HTTP/1.1\r\n" + hostLine + "Content-Type: " + formType
                    + "\r\nContent-Length: " + QByteArray::number(size) + "\r\n\r\n" + QByteArray(size, 'x'));
        return client.read();
    };
    QCOMPARE(upload(limits.upload).body,
             "POST /api/analyze?x=y " + formType + ' ' + QByteArray::number(limits.upload));
    QCOMPARE(upload(limits.upload + 1).status, 413);
}

void TestGuard::slowHead()
{
    GuardedServer server(quickLimits());
    HttpClient client(server.port());
    client.send("GET /a HTTP/1.1\r\n");
    QCOMPARE(client.read().status, 408);
    QVERIFY(client.waitForClose());
}

void TestGuard::slowBody()
{
    GuardedServer server(quickLimits());
    HttpClient client(server.port());
    client.send(post("Content-Length: 100000\r\n", "x"));
    QCOMPARE(client.read().status, 408);
    QVERIFY(client.waitForClose());
    QCOMPARE(server.handled(), 0);
}

void TestGuard::idle()
{
    GuardedServer server(quickLimits());
    HttpClient fresh(server.port());
    HttpClient used(server.port());
    used.send(get("/a"));
    QCOMPARE(used.read().status, 200);
    QVERIFY(fresh.waitForClose());
    QVERIFY(used.waitForClose());
    QCOMPARE(used.read().status, 0); // without a word
    QTRY_COMPARE(server.connections(), 0);
}

void TestGuard::tooManyConnections()
{
    HttpLimits limits;
    limits.connections = 4;
    GuardedServer server(limits);
    std::vector<std::unique_ptr<HttpClient>> clients;
    for (int i = 0; i < limits.connections; ++i)
        clients.push_back(std::make_unique<HttpClient>(server.port()));
    QTRY_COMPARE(server.connections(), limits.connections);
    HttpClient more(server.port());
    const HttpAnswer answer = more.read();
    QCOMPARE(answer.status, 503);
    QCOMPARE(field(answer, "Retry-After"), QByteArray("1"));
    QVERIFY(more.waitForClose());
    clients.front()->send(get("/a")); // those that are in go on
    QCOMPARE(clients.front()->read().status, 200);
    clients.pop_back();
    QTRY_COMPARE(server.connections(), limits.connections - 1);
    HttpClient again(server.port());
    again.send(get("/a"));
    QCOMPARE(again.read().status, 200);
}

void TestGuard::bigAnswerToASlowReader()
{
    GuardedServer server;
    HttpClient slow(server.port());
    slow.send(get("/big") + get("/after"));
    HttpClient other(server.port());
    for (int i = 0; i < 20; ++i) {
        other.send(get("/a"));
        QCOMPARE(other.read().status, 200); // nobody else waits for the slow one
    }
    const HttpAnswer big = slow.read();
    QCOMPARE(big.body.size(), 8 * 1024 * 1024);
    QCOMPARE(big.body.count('b'), big.body.size());
    QCOMPARE(slow.read().body, QByteArray("GET /after  "));
}

void TestGuard::readerThatStopsIsDropped()
{
    GuardedServer server(quickLimits());
    QTcpSocket client;
    client.setReadBufferSize(1);
    client.connectToHost(QHostAddress(QHostAddress::LocalHost), server.port());
    QVERIFY(client.waitForConnected());
    client.write(get("/big") + get("/big"));
    QVERIFY(client.waitForBytesWritten());
    QTRY_COMPARE(server.handled(), 1);
    QTRY_COMPARE(server.connections(), 0);
}

void TestGuard::halfClosedClientsAreAnswered()
{
    GuardedServer server;
    QTcpSocket client;
    client.connectToHost(QHostAddress(QHostAddress::LocalHost), server.port());
    QVERIFY(client.waitForConnected());
    client.write(get("/later") + get("/b"));
    QVERIFY(client.waitForBytesWritten());
    QVERIFY(::shutdown(static_cast<int>(client.socketDescriptor()), SHUT_WR) == 0);
    QTRY_COMPARE(server.waiting(), 1);
    server.release();
    QByteArray received;
    while (client.waitForReadyRead(2000))
        received += client.readAll();
    QVERIFY(received.contains("late") && received.contains("GET /b  "));
    QTRY_COMPARE(server.connections(), 0);
}

void TestGuard::clientsThatLeaveEarly()
{
    GuardedServer server;
    // While a request is being handled, while a body is on its way, within a head; orderly and by reset.
    for (int round = 0; round < 5; ++round) {
        std::vector<std::unique_ptr<HttpClient>> clients;
        for (int i = 0; i < 40; ++i) {
            clients.push_back(std::make_unique<HttpClient>(server.port()));
            clients.back()->send(i % 4 == 3       ? post("Content-Length: 100\r\n", "half")
                                     : i % 4 == 2 ? QByteArray("GET /later HTTP")
                                                  : get("/later") + get("/later") + get("/big"));
        }
        QTRY_COMPARE(server.waiting(), 20);
        for (std::size_t i = 0; i < clients.size(); ++i) {
            if (i % 3 != 0)
                clients[i]->abort();
        }
        clients.clear();
        server.release();
        QTRY_VERIFY(server.connections() <= server.waiting());
        server.release();
        QTRY_COMPARE(server.connections(), 0);
    }
    HttpClient client(server.port());
    client.send(get("/a"));
    QCOMPARE(client.read().status, 200);
}

void TestGuard::shutDownAnswersWhatWasAccepted()
{
    GuardedServer server;
    HttpClient idle(server.port());
    HttpClient busy(server.port());
    HttpClient late(server.port());
    idle.send(get("/a"));
    QCOMPARE(idle.read().status, 200);
    busy.send(get("/later"));
    QTRY_COMPARE(server.waiting(), 1);
    late.send(get("/b"));
    server.shutDown(); // releases what waits, too
    QCOMPARE(busy.read().body, QByteArray("late"));
    QCOMPARE(late.read().status, 200);
    QVERIFY(busy.waitForClose());
    QVERIFY(late.waitForClose());
    QVERIFY(idle.waitForClose());
}

QTEST_GUILESS_MAIN(TestGuard)
#include "tst_guard.moc"
