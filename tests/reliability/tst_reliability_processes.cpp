// SPDX-License-Identifier: GPL-3.0-or-later
// Ten processes on one file: two servers, and eight that run `tallymanctl add` and `update` over and over,
// while clients use both servers. No error, no lost update, no "database is locked".

#include "models/store/openstore.h"
#include "models/store/sqliteconnection.h"
#include "tests/support/programs.h"

#include <QDeadlineTimer>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

using namespace tallyman;
using namespace tallyman::test;

namespace {

QString u(const char *text)
{
    return QString::fromLatin1(text);
}

struct Tally {
    std::mutex mutex;
    QStringList complaints;
    std::atomic<int> created = 0;
    std::atomic<int> updated = 0;

    void complain(const QString &what, const QByteArray &text)
    {
        const std::lock_guard lock(mutex);
        complaints << what + u(": ") + QString::fromUtf8(text);
    }
};

// One job, added and then updated over and over by a new process each time; its items count the updates.
void addAndUpdate(const QString &store, int worker, const QDeadlineTimer &deadline, Tally &tally)
{
    const QString id = QStringLiteral("cli-%1").arg(worker);
    auto done = ctl({u("--store"), store, u("add"), u("from the command line"), u("--id"), id, u("--status"),
                     u("running")});
    if (done.exitCode != 0)
        return tally.complain(u("add"), done.err);
    ++tally.created;
    for (int i = 1; !deadline.hasExpired(); ++i) {
        done = ctl({u("--store"), store, u("update"), id, u("--processed-items"), QString::number(i)});
        if (done.exitCode != 0)
            return tally.complain(u("update"), done.err);
        ++tally.updated;
        const auto extra = ctl({u("--store"), store, u("add"), u("another")});
        if (extra.exitCode != 0)
            return tally.complain(u("add"), extra.err);
        ++tally.created;
        const auto shown = ctl({u("--store"), store, u("show"), id, u("--json")});
        if (!shown.out.simplified().replace(" ", "").contains("\"processed_items\":" + QByteArray::number(i)))
            return tally.complain(u("lost update %1").arg(i), shown.out + shown.err);
    }
}

void useServer(quint16 port, int client, const QDeadlineTimer &deadline, Tally &tally)
{
    const QByteArray id = "http-" + QByteArray::number(port) + '-' + QByteArray::number(client);
    auto answer = request(port, "POST", "/api/v1/jobs",
                          "{\"name\":\"over HTTP\",\"status\":\"running\",\"id\":\"" + id + "\"}");
    if (answer.status != 201)
        return tally.complain(u("POST"), answer.head + answer.body);
    ++tally.created;
    for (int i = 1; !deadline.hasExpired(); ++i) {
        const QByteArray number = QByteArray::number(i);
        answer = request(port, "PATCH", "/api/v1/jobs/" + id, "{\"processed_items\":" + number + '}');
        if (answer.status != 200)
            return tally.complain(u("PATCH"), answer.head + answer.body);
        ++tally.updated;
        answer = request(port, "GET", "/api/v1/jobs/" + id);
        if (!answer.body.simplified().replace(" ", "").contains("\"processed_items\":" + number))
            return tally.complain(u("lost update"), answer.head + answer.body);
    }
}

} // namespace

class TestReliabilityProcesses : public QObject {
    Q_OBJECT

private slots:
    void shareOneFile()
    {
        const int seconds = qEnvironmentVariableIntValue("TALLYMAN_TEST_SECONDS");
        QVERIFY2(seconds > 0, "Set TALLYMAN_TEST_SECONDS to the number of seconds.");
        const QTemporaryDir folder;
        const QString path = folder.filePath(u("jobs.db"));
        ServeProcess first(path);
        QVERIFY2(first.ok(), first.errors().constData());
        ServeProcess second(path);
        QVERIFY2(second.ok(), second.errors().constData());
        Tally tally;
        const QDeadlineTimer deadline(seconds * 1000LL);
        std::vector<std::thread> workers;
        for (int i = 0; i < 8; ++i)
            workers.emplace_back(addAndUpdate, path, i, std::cref(deadline), std::ref(tally));
        for (int i = 0; i < 2; ++i) {
            workers.emplace_back(useServer, first.port(), i, std::cref(deadline), std::ref(tally));
            workers.emplace_back(useServer, second.port(), i, std::cref(deadline), std::ref(tally));
        }
        for (auto &worker : workers)
            worker.join();
        QCOMPARE(tally.complaints, QStringList());
        const QByteArray logs = first.errors() + second.errors();
        QVERIFY2(!logs.contains("locked"), logs.constData());
        qInfo("%d s: %d jobs created, %d updates", seconds, tally.created.load(), tally.updated.load());
        QVERIFY(tally.updated > seconds);

        const auto counted = request(first.port(), "GET", "/health");
        QVERIFY(counted.body.contains("\"jobs_count\":" + QByteArray::number(tally.created.load())));
        QCOMPARE(first.terminate(), 0);
        QCOMPARE(second.terminate(), 0);
        auto connection = SqliteConnection::open(path, SqliteConnection::Mode::ReadOnly);
        QVERIFY(connection);
        QSqlQuery query = (*connection)->query();
        QVERIFY(query.exec(u("PRAGMA integrity_check")));
        QVERIFY(query.next());
        QCOMPARE(query.value(0).toString(), u("ok"));
        QVERIFY(query.exec(u("SELECT (SELECT count(*) FROM jobs), (SELECT sum(processed_items) FROM jobs)")));
        QVERIFY(query.next());
        QCOMPARE(query.value(0).toInt(), tally.created.load());
        QCOMPARE(query.value(1).toInt(), tally.updated.load()); // each update counted its job up by one
    }
};

QTEST_GUILESS_MAIN(TestReliabilityProcesses)
#include "tst_reliability_processes.moc"
