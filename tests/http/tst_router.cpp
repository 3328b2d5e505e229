// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/httpstatus.h"
#include "app/http/router.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QThread>

#include <atomic>
#include <map>
#include <stdexcept>

using namespace tallyman;
using namespace tallyman::http;

class TestRouter : public QObject {
    Q_OBJECT

private slots:
    void init();
    void routes_data();
    void routes();
    void wrongMethod_data();
    void wrongMethod();
    void nothingThere();
    void problemOnV1();
    void aThrowIsAnError();
    void aForgottenReplyIsAnError();
    void repliesFromOtherThreads();
    void nothingAfterClose();
    void everyErrorHasAStatus_data();
    void everyErrorHasAStatus();

private:
    Response dispatch(const QByteArray &method, const QByteArray &path);
    Reply reply(quint64 token, Surface surface = Surface::Songmap) { return {m_queue, token, surface}; }

    Router m_router;
    std::map<quint64, Response> m_answers;
    std::shared_ptr<ReplyQueue> m_queue;
};

void TestRouter::init()
{
    m_router = Router();
    m_answers.clear();
    m_queue = std::make_shared<ReplyQueue>(this, [this](quint64 token, Response response) {
        if (QThread::currentThread() != thread())
            qFatal("An answer was written in another thread");
        if (!m_answers.emplace(token, std::move(response)).second)
            qFatal("A request was answered twice");
    });
    const auto add = [this](const char *method, const char *pattern) {
        const QByteArray name = QByteArray(method) + ' ' + pattern;
        m_router.add(method, pattern, [name](const Request &request, Reply back) {
            back.send({.body = name + " [" + request.parameter.toUtf8() + ']'});
        });
    };
    // The placeholder first, so that the order in the table cannot be what prefers the fixed path.
    add("DELETE", "/api/jobs/{id}");
    add("DELETE", "/api/jobs/cleanup");
    add("GET", "/api/jobs");
    add("GET", "/api/v1/jobs/{id}");
    add("PATCH", "/api/v1/jobs/{id}");
    m_router.add("GET", "/throw", [](const Request &, const Reply &) { throw std::runtime_error("broken"); });
    m_router.add("GET", "/throw-odd", [](const Request &, const Reply &) { throw 1; });
    m_router.add("GET", "/forget", [](const Request &, const Reply &) {});
}

Response TestRouter::dispatch(const QByteArray &method, const QByteArray &path)
{
    m_answers.clear();
    Request request;
    request.method = method;
    request.path = path;
    m_router.dispatch(request, reply(1, surfaceOf(path)));
    return m_answers.empty() ? Response{.status = 0} : m_answers.begin()->second;
}

void TestRouter::routes_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("handler");
    const auto row = [](const char *name, const char *method, const char *path, const char *handler) {
        QTest::newRow(name) << QByteArray(method) << QByteArray(path) << QByteArray(handler);
    };
    row("fixed", "GET", "/api/jobs", "GET /api/jobs []");
    row("fixed before placeholder", "DELETE", "/api/jobs/cleanup", "DELETE /api/jobs/cleanup []");
    row("the same, encoded", "DELETE", "/api/jobs/%63leanup", "DELETE /api/jobs/cleanup []");
    row("placeholder", "DELETE", "/api/jobs/abc", "DELETE /api/jobs/{id} [abc]");
    row("encoded slash", "GET", "/api/v1/jobs/a%2Fb", "GET /api/v1/jobs/{id} [a/b]");
    row("encoded slash, small", "GET", "/api/v1/jobs/a%2fb", "GET /api/v1/jobs/{id} [a/b]");
    row("UTF-8", "GET", "/api/v1/jobs/T%C3%B6ne", "GET /api/v1/jobs/{id} [T\xc3\xb6ne]");
    row("percent sign", "GET", "/api/v1/jobs/50%25", "GET /api/v1/jobs/{id} [50%]");
    row("plus is a plus", "GET", "/api/v1/jobs/a+b", "GET /api/v1/jobs/{id} [a+b]");
    row("dots are text", "GET", "/api/v1/jobs/..", "GET /api/v1/jobs/{id} [..]");
}

void TestRouter::routes()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, handler);
    const Response response = dispatch(method, path);
    QCOMPARE(response.status, 200);
    QCOMPARE(response.body, handler);
}

void TestRouter::wrongMethod_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("allow");
    QTest::newRow("one") << QByteArray("POST") << QByteArray("/api/jobs") << QByteArray("GET, HEAD");
    QTest::newRow("two") << QByteArray("PUT") << QByteArray("/api/v1/jobs/x")
                         << QByteArray("GET, PATCH, HEAD");
    QTest::newRow("fixed only") << QByteArray("GET") << QByteArray("/api/jobs/cleanup")
                                << QByteArray("DELETE");
}

void TestRouter::wrongMethod()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, allow);
    const Response response = dispatch(method, path);
    QCOMPARE(response.status, 405);
    QCOMPARE(response.headers.value(0).first, QByteArray("Allow"));
    QCOMPARE(response.headers.value(0).second, allow);
}

void TestRouter::nothingThere()
{
    for (const char *path : {"/", "/api", "/api/jobs/", "/api/jobs/a/b", "//api/jobs", "/API/jobs",
                             "/api/jobs/%ff", "/api/v1/jobs//x"}) {
        const Response response = dispatch("DELETE", path);
        QCOMPARE(response.status, 404);
        QVERIFY2(QJsonDocument::fromJson(response.body).object().contains(QStringLiteral("detail")), path);
    }
}

void TestRouter::problemOnV1()
{
    const Response response = dispatch("GET", "/api/v1/nothing");
    QCOMPARE(response.contentType, QByteArray("application/problem+json"));
    const QJsonObject body = QJsonDocument::fromJson(response.body).object();
    QCOMPARE(body.keys(),
             (QStringList{QStringLiteral("detail"), QStringLiteral("status"), QStringLiteral("title"),
                          QStringLiteral("type")}));
    QCOMPARE(body.value(QStringLiteral("status")).toInt(), 404);
    QCOMPARE(body.value(QStringLiteral("title")).toString(), QStringLiteral("Not Found"));
    QCOMPARE(dispatch("GET", "/api/v10").contentType, QByteArray("application/json"));
}

void TestRouter::aThrowIsAnError()
{
    QTest::ignoreMessage(QtCriticalMsg, "A handler failed: broken");
    QCOMPARE(dispatch("GET", "/throw").status, 500);
    QTest::ignoreMessage(QtCriticalMsg, "A handler failed.");
    QCOMPARE(dispatch("GET", "/throw-odd").status, 500);
}

void TestRouter::aForgottenReplyIsAnError()
{
    QCOMPARE(dispatch("GET", "/forget").status, 500);
}

void TestRouter::repliesFromOtherThreads()
{
    constexpr quint64 count = 2000;
    std::vector<std::unique_ptr<QThread>> threads;
    for (quint64 t = 0; t < 4; ++t) {
        threads.emplace_back(QThread::create([this, t] {
            for (quint64 i = t; i < count; i += 4) {
                Reply mine = reply(i);
                if (i % 3 == 0)
                    mine.send({.status = 201});
                else if (i % 3 == 1)
                    mine.resume([](Reply back) { back.send({.status = 202}); });
                // else it is forgotten
            }
        }));
        threads.back()->start();
    }
    QTRY_COMPARE(m_answers.size(), count);
    for (const auto &thread : threads)
        QVERIFY(thread->wait());
    for (const auto &[token, answer] : m_answers)
        QCOMPARE(answer.status, token % 3 == 0 ? 201 : token % 3 == 1 ? 202 : 500);
}

void TestRouter::nothingAfterClose()
{
    Reply kept = reply(1);
    Reply resumed = reply(2);
    bool ran = false;
    resumed.resume([&ran](const Reply &) { ran = true; });
    m_queue->close();
    kept.send({});
    QCoreApplication::processEvents();
    QVERIFY(m_answers.empty());
    QVERIFY(!ran);
}

void TestRouter::everyErrorHasAStatus_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, ErrorCode code, int status) {
        QTest::newRow(name) << static_cast<int>(code) << status;
    };
    row("InvalidValue", ErrorCode::InvalidValue, 422);
    row("NotFound", ErrorCode::NotFound, 404);
    row("AlreadyExists", ErrorCode::AlreadyExists, 409);
    row("IllegalMove", ErrorCode::IllegalMove, 409);
    row("Overloaded", ErrorCode::Overloaded, 503);
    row("Locked", ErrorCode::Locked, 503);
    row("NoSpace", ErrorCode::NoSpace, 507);
    row("CannotOpen", ErrorCode::CannotOpen, 500);
    row("Corrupt", ErrorCode::Corrupt, 500);
    row("Unsupported", ErrorCode::Unsupported, 501);
    row("Internal", ErrorCode::Internal, 500);
}

void TestRouter::everyErrorHasAStatus()
{
    QFETCH(const int, code);
    QFETCH(const int, status);
    const StoreError error{
        static_cast<ErrorCode>(code), QStringLiteral("what happened"), {}, QStringLiteral("progress")};
    const Response response = errorResponse(Surface::V1, error);
    QCOMPARE(response.status, status);
    const bool retry = response.headers.contains(std::pair(QByteArray("Retry-After"), QByteArray("1")));
    QCOMPARE(retry, status == 503);
    QCOMPARE(QJsonDocument::fromJson(response.body).object().value(QStringLiteral("field")).toString(),
             QStringLiteral("progress"));
    QVERIFY(reasonPhrase(status) != "Unknown");
}

QTEST_GUILESS_MAIN(TestRouter)
#include "tst_router.moc"
