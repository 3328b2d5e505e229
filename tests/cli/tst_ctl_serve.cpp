// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/ctlfixture.h"

#include <QJsonArray>
#include <QSemaphore>
#include <QTcpServer>
#include <QTest>

#include <atomic>
#include <csignal>
#include <thread>

using namespace tallyman;
using namespace tallyman::test;

namespace {

constexpr int patience = 30000; // ms

// Starts `serve` and reads the line that it is ready with.
QByteArray startServe(QProcess &process, const QStringList &arguments)
{
    process.setProcessEnvironment(cleanEnvironment());
    process.start(programPath(QStringLiteral("tallymanctl")), args("serve") + arguments);
    while (!process.canReadLine() && process.state() != QProcess::NotRunning) {
        if (!process.waitForReadyRead(patience))
            break;
    }
    return process.readLine();
}

// The port of `listening on http://127.0.0.1:PORT`; 0 where the line is anything else.
quint16 portOf(const QByteArray &line)
{
    const QByteArray words("listening on http://127.0.0.1:");
    if (!line.startsWith(words) || !line.endsWith('\n'))
        return 0;
    return line.mid(words.size()).chopped(1).toUShort();
}

// Creates jobs until it is told to stop or the server goes away, and keeps the ids that were acknowledged.
class Producer {
public:
    explicit Producer(quint16 port, int number)
        : m_thread([this, port, number] { work(port, number); })
    {
    }
    ~Producer() { stop(); }

    void waitForJobs(int count) { QVERIFY(m_acknowledged.tryAcquire(count, patience)); }
    void stop()
    {
        m_stop = true;
        if (m_thread.joinable())
            m_thread.join();
    }
    // Only after stop().
    [[nodiscard]] const QStringList &ids() const { return m_ids; }

private:
    void work(quint16 port, int number)
    {
        for (int i = 0; !m_stop; ++i) {
            const QString id = QStringLiteral("job-%1-%2").arg(number).arg(i);
            const HttpAnswer answer =
                request(port, "POST", "/api/v1/jobs", R"({"id":")" + id.toUtf8() + R"(","name":"n"})");
            if (answer.status != 201)
                return;
            m_ids << id;
            m_acknowledged.release();
        }
    }

    std::atomic<bool> m_stop = false;
    QSemaphore m_acknowledged;
    QStringList m_ids;
    std::thread m_thread;
};

} // namespace

class TestCtlServe : public QObject {
    Q_OBJECT

private slots:
    void announces();
    void endsBySignal_data();
    void endsBySignal();
    void signalWhileItStarts();
    void portTaken();
    void portOfTheSettings();
    void twoServersOnOneFile();
    void servesMemory();
};

void TestCtlServe::announces()
{
    const CtlFixture fixture;
    QProcess process;
    const quint16 port = portOf(startServe(process, args("--port", "0", "--store", fixture.database())));
    QVERIFY2(port != 0, process.readAllStandardError());
    QCOMPARE(request(port, "GET", "/health").status, 200);
    process.terminate();
    QVERIFY(process.waitForFinished(patience));
    QCOMPARE(process.readAllStandardOutput(), QByteArray()); // that line and nothing else

    QProcess json;
    const QJsonObject ready =
        jsonOf(startServe(json, args("--json", "--port", "0", "--store", fixture.database())));
    QCOMPARE(ready.value(QLatin1StringView("database")).toString(), fixture.database());
    const auto jsonPort = static_cast<quint16>(ready.value(QLatin1StringView("port")).toInt());
    QCOMPARE(request(jsonPort, "GET", "/health").status, 200);
    json.terminate();
    QVERIFY(json.waitForFinished(patience));
    QCOMPARE(json.exitCode(), 0);
}

void TestCtlServe::endsBySignal_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
}

void TestCtlServe::endsBySignal()
{
    QFETCH(int, number);
    const CtlFixture fixture;
    QProcess process;
    const quint16 port = portOf(startServe(process, args("--port", "0", "--store", fixture.database())));
    QVERIFY2(port != 0, process.readAllStandardError());
    Producer one(port, 1);
    Producer two(port, 2);
    one.waitForJobs(20);
    two.waitForJobs(20);
    QCOMPARE(::kill(static_cast<pid_t>(process.processId()), number), 0);
    QVERIFY(process.waitForFinished(patience));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError());
    one.stop();
    two.stop();

    const QByteArray list = fixture.ctl("list", "--json", "--limit", "1000000").out;
    QSet<QString> stored;
    for (const QJsonValue &job : jsonOf(list).value(QLatin1StringView("jobs")).toArray())
        stored.insert(job[QLatin1StringView("id")].toString());
    for (const QString &id : one.ids() + two.ids())
        QVERIFY2(stored.contains(id), qPrintable(id));
    // At the most one request of each was on its way when the server went.
    QVERIFY(stored.size() <= one.ids().size() + two.ids().size() + 2);
}

void TestCtlServe::signalWhileItStarts()
{
    const CtlFixture fixture;
    QProcess process;
    process.setProcessEnvironment(cleanEnvironment());
    process.start(programPath(QStringLiteral("tallymanctl")),
                  args("serve", "--port", "0", "--store", fixture.database()));
    QVERIFY(process.waitForReadyRead(patience));
    // At once behind the line, most likely before the event loop runs.
    process.terminate();
    QVERIFY(process.waitForFinished(patience));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
}

void TestCtlServe::portTaken()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost, 0));
    const QByteArray port = QByteArray::number(other.serverPort());
    const CtlFixture fixture;
    const Finished done = fixture.ctl("serve", "--port", port.constData());
    QVERIFY2(done.exitCode == 1, done.err);
    QCOMPARE(done.out, QByteArray());
    QVERIFY2(done.err.contains(port), done.err);
}

void TestCtlServe::portOfTheSettings()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost, 0));
    const CtlFixture fixture;
    QVERIFY(QDir(fixture.folder()).mkdir(QStringLiteral("tallyman")));
    QFile file(fixture.path("tallyman/tallyman.ini"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[server]\nport=" + QByteArray::number(other.serverPort())
               + "\n[store]\nlocation=" + fixture.path("set.db").toUtf8() + '\n');
    file.close();
    QProcessEnvironment environment = cleanEnvironment();
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), fixture.folder());
    const Finished done = run(programPath(QStringLiteral("tallymanctl")), args("serve"), environment);
    QVERIFY2(done.exitCode == 1, done.err);
    QVERIFY2(done.err.contains(QByteArray::number(other.serverPort())), done.err);
    QVERIFY(QFile::exists(fixture.path("set.db")));
}

void TestCtlServe::twoServersOnOneFile()
{
    const CtlFixture fixture;
    ServeProcess one(fixture.database());
    ServeProcess two(fixture.database());
    QVERIFY2(one.ok() && two.ok(), one.errors() + two.errors());
    QVERIFY(one.port() != two.port());
    QCOMPARE(request(one.port(), "POST", "/api/v1/jobs", R"({"id":"x","name":"n"})").status, 201);
    QCOMPARE(request(two.port(), "GET", "/api/v1/jobs/x").status, 200);
    QCOMPARE(request(two.port(), "PATCH", "/api/v1/jobs/x", R"({"status":"running"})").status, 200);
    QCOMPARE(fixture.ctl("update", "x", "--progress", "0.5").exitCode, 0);
    const QJsonObject job = jsonOf(request(one.port(), "GET", "/api/v1/jobs/x").body);
    QCOMPARE(job.value(QLatin1StringView("status")).toString(), QStringLiteral("running"));
    QCOMPARE(job.value(QLatin1StringView("progress")).toDouble(), 0.5);
    QCOMPARE(one.terminate(), 0);
    QCOMPARE(request(two.port(), "GET", "/api/v1/jobs/x").status, 200);
    QCOMPARE(two.terminate(), 0);
}

void TestCtlServe::servesMemory()
{
    ServeProcess serve(QStringLiteral("memory:"));
    QVERIFY2(serve.ok(), serve.errors());
    QCOMPARE(request(serve.port(), "POST", "/api/v1/jobs", R"({"id":"x","name":"n"})").status, 201);
    QCOMPARE(request(serve.port(), "GET", "/api/v1/jobs/x").status, 200);
    QCOMPARE(serve.terminate(), 0);
}

QTEST_GUILESS_MAIN(TestCtlServe)
#include "tst_ctl_serve.moc"
