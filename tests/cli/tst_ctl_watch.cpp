// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sqliteconnection.h"
#include "tests/cli/samplejobs.h"

#include <csignal>

using namespace tallyman;
using namespace tallyman::test;

namespace {

// A `tallymanctl watch` that has begun to watch.
class WatchProcess {
public:
    WatchProcess(const CtlFixture &fixture, const QStringList &arguments)
    {
        process.setProcessEnvironment(cleanEnvironment());
        process.start(programPath(QStringLiteral("tallymanctl")),
                      args("watch", "--store", fixture.database()) + arguments);
        const bool json = arguments.contains(QStringLiteral("--json"));
        process.setReadChannel(json ? QProcess::StandardOutput : QProcess::StandardError);
        (void)nextLine();
        process.setReadChannel(QProcess::StandardOutput);
    }
    ~WatchProcess()
    {
        process.kill();
        process.waitForFinished();
    }
    WatchProcess(const WatchProcess &) = delete;
    WatchProcess &operator=(const WatchProcess &) = delete;

    QByteArray nextLine()
    {
        while (!process.canReadLine() && process.waitForReadyRead(30000)) { }
        return process.readLine();
    }
    // "added a"
    QByteArray nextChange()
    {
        const QJsonObject change = jsonOf(nextLine());
        return (change.value(QLatin1StringView("change")).toString() + u' '
                + change.value(QLatin1StringView("id")).toString())
            .toUtf8();
    }

    QProcess process;
};

} // namespace

class TestCtlWatch : public QObject {
    Q_OBJECT

private slots:
    void text();
    void json();
    void query();
    void trimmed();
    void ends_data();
    void ends();
};

void TestCtlWatch::text()
{
    const CtlFixture fixture;
    fill(fixture);
    WatchProcess watch(fixture, {});
    QCOMPARE(fixture.ctl("update", "d", "--progress", "0.25").exitCode, 0);
    const QByteArray line = watch.nextLine();
    QVERIFY2(line.endsWith("Z  changed  d  running     25%  encode\n"), line);
    QCOMPARE(fixture.ctl("delete", "a").exitCode, 0);
    const QByteArray deleted = watch.nextLine();
    QVERIFY2(deleted.endsWith("Z  deleted  a\n"), deleted);
}

void TestCtlWatch::json()
{
    const CtlFixture fixture;
    fill(fixture);
    WatchProcess watch(fixture, args("--json"));
    QCOMPARE(fixture.ctl("add", "n", "--id", "x").exitCode, 0);
    const QJsonObject change = jsonOf(watch.nextLine());
    QCOMPARE(change.value(QLatin1StringView("change")), QJsonValue(QStringLiteral("added")));
    QCOMPARE(change.value(QLatin1StringView("id")), QJsonValue(QStringLiteral("x")));
    QCOMPARE(change.value(QLatin1StringView("seq")), QJsonValue(6));
    QVERIFY(change.value(QLatin1StringView("rev")).isDouble());
    QCOMPARE(change.value(QLatin1StringView("job"))[QLatin1StringView("status")],
             QJsonValue(QStringLiteral("pending")));
    QCOMPARE(fixture.ctl("delete", "x").exitCode, 0);
    QVERIFY(jsonOf(watch.nextLine()).value(QLatin1StringView("job")).isNull());
}

void TestCtlWatch::query()
{
    const CtlFixture fixture;
    fill(fixture);
    WatchProcess watch(fixture, args("--json", "status:running,failed", "-user:bob"));
    QCOMPARE(fixture.ctl("update", "e", "--status", "running").exitCode, 0);
    QCOMPARE(watch.nextChange(), QByteArray("added e"));
    QCOMPARE(fixture.ctl("update", "a", "--name", "other").exitCode, 0); // does not match
    QCOMPARE(fixture.ctl("retry", "c").exitCode, 0);
    QCOMPARE(watch.nextChange(), QByteArray("left c"));
    QCOMPARE(fixture.ctl("delete", "c", "d").exitCode, 0); // c matches no longer
    QCOMPARE(watch.nextChange(), QByteArray("deleted d"));
}

void TestCtlWatch::trimmed()
{
    const CtlFixture fixture;
    fill(fixture);
    WatchProcess watch(fixture, args("--json"));
    const auto connection = SqliteConnection::open(fixture.database(), SqliteConnection::Mode::ReadWrite);
    QVERIFY(connection.ok());
    for (const char *sql : {"BEGIN", "UPDATE jobs SET name = 'other'", "DELETE FROM job_changes",
                            "INSERT INTO job_changes (rev, seq, op) VALUES (1000, 1, 2)", "COMMIT"})
        QVERIFY2((*connection)->execute(QString::fromUtf8(sql)).ok(), sql);
    QCOMPARE(watch.nextLine(), QByteArray("{\"change\":\"restarted\",\"rev\":1000}\n"));
    QCOMPARE(fixture.ctl("delete", "b").exitCode, 0);
    QCOMPARE(watch.nextChange(), QByteArray("deleted b"));
    watch.process.terminate();
    QVERIFY(watch.process.waitForFinished());
    QVERIFY(watch.process.readAllStandardError().contains("some were missed"));
}

void TestCtlWatch::ends_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGTERM") << SIGTERM;
}

void TestCtlWatch::ends()
{
    QFETCH(int, signal);
    const CtlFixture fixture;
    WatchProcess watch(fixture, args("status:failed"));
    QCOMPARE(::kill(static_cast<pid_t>(watch.process.processId()), signal), 0);
    QVERIFY(watch.process.waitForFinished());
    QCOMPARE(watch.process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(watch.process.exitCode(), 0);
    QCOMPARE(watch.process.readAllStandardOutput(), QByteArray());
}

QTEST_GUILESS_MAIN(TestCtlWatch)
#include "tst_ctl_watch.moc"
