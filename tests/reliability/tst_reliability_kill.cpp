// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 of the server in a loop while eight clients create jobs: every acknowledged job is there
// afterwards, nothing is there that nobody sent, and the database is whole.

#include "models/store/openstore.h"
#include "models/store/sqliteconnection.h"
#include "tests/support/programs.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QSet>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

using namespace tallyman;
using namespace tallyman::test;

namespace {

// What the clients sent and what was acknowledged, over all lives of the server.
struct Tally {
    std::mutex mutex;
    QSet<QString> attempted;
    QSet<QString> acknowledged;
    QStringList complaints;
};

// Creates jobs over one kept connection until the server is gone.
void createUntilKilled(quint16 port, int client, int life, Tally &tally, std::atomic<int> &total)
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), port);
    if (!socket.waitForConnected(5000))
        return;
    for (int i = 0;; ++i) {
        const QString id = QStringLiteral("life%1-client%2-%3").arg(life).arg(client).arg(i);
        const QByteArray body =
            QJsonDocument(QJsonObject{{QStringLiteral("id"), id},
                                      {QStringLiteral("name"), QStringLiteral("under fire")},
                                      {QStringLiteral("input"), QStringLiteral("/in/") + id}})
                .toJson(QJsonDocument::Compact);
        {
            const std::lock_guard lock(tally.mutex);
            tally.attempted << id;
        }
        socket.write("POST /api/v1/jobs HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                     "Content-Length: "
                     + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        QByteArray answer;
        qsizetype length = -1;
        while (length < 0 || answer.size() < length) {
            if (!socket.waitForReadyRead(10000))
                return;
            answer += socket.readAll();
            const qsizetype end = answer.indexOf("\r\n\r\n");
            const qsizetype at = answer.toLower().indexOf("content-length:");
            if (end > 0 && at > 0 && at < end)
                length =
                    end + 4 + answer.mid(at + 15, answer.indexOf('\r', at) - at - 15).trimmed().toLongLong();
        }
        const std::lock_guard lock(tally.mutex);
        if (answer.startsWith("HTTP/1.1 201")) {
            tally.acknowledged << id;
            ++total;
        } else {
            tally.complaints << QString::fromUtf8(answer);
        }
    }
}

} // namespace

class TestReliabilityKill : public QObject {
    Q_OBJECT

private slots:
    void keepsWhatWasAcknowledged()
    {
        const int kills = qEnvironmentVariableIntValue("TALLYMAN_TEST_KILLS");
        QVERIFY2(kills > 0, "Set TALLYMAN_TEST_KILLS to the number of kills.");
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("jobs.db"));
        Tally tally;
        std::atomic<int> total = 0;
        QRandomGenerator random(50);
        for (int life = 0; life < kills; ++life) {
            ServeProcess server(path);
            QVERIFY2(server.ok(), server.errors().constData());
            std::vector<std::thread> clients;
            for (int client = 0; client < 8; ++client)
                clients.emplace_back(createUntilKilled, server.port(), client, life, std::ref(tally),
                                     std::ref(total));
            // Somewhere in the middle of the work: after some hundred more acknowledgements.
            const int until = total + 20 + random.bounded(300);
            QTRY_VERIFY_WITH_TIMEOUT(total >= until, 60000);
            server.kill();
            for (auto &client : clients)
                client.join();
        }
        QCOMPARE(tally.complaints, QStringList());

        const SystemClock clock;
        auto opened = openStore({StoreLocation::Engine::Sqlite, path}, clock);
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
        auto connection = SqliteConnection::open(path, SqliteConnection::Mode::ReadOnly);
        QVERIFY(connection);
        QSqlQuery query = (*connection)->query();
        QVERIFY(query.exec(QStringLiteral("SELECT id, input FROM job_records")));
        QSet<QString> stored;
        while (query.next()) {
            stored << query.value(0).toString();
            QCOMPARE(query.value(1).toString(), QStringLiteral("/in/") + query.value(0).toString());
        }
        qInfo("%d kills: %lld attempted, %lld acknowledged, %lld stored", kills,
              qlonglong(tally.attempted.size()), qlonglong(tally.acknowledged.size()),
              qlonglong(stored.size()));
        QVERIFY((tally.acknowledged - stored).isEmpty());
        QVERIFY((stored - tally.attempted).isEmpty());
        QVERIFY(query.exec(QStringLiteral("PRAGMA integrity_check")));
        QVERIFY(query.next());
        QCOMPARE(query.value(0).toString(), QStringLiteral("ok"));
        QVERIFY(query.exec(QStringLiteral("SELECT sum(present) FROM job_totals")));
        QVERIFY(query.next());
        QCOMPARE(query.value(0).toLongLong(), stored.size());
    }
};

QTEST_GUILESS_MAIN(TestReliabilityKill)
#include "tst_reliability_kill.moc"
