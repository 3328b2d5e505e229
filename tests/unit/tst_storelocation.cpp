// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/storelocation.h"

#include <QDir>
#include <QTest>

using namespace tallyman;
using Engine = StoreLocation::Engine;

class TestStoreLocation : public QObject {
    Q_OBJECT

private slots:
    void parses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("engine");
        QTest::addColumn<QString>("path");
        const auto row = [](const char *text, Engine engine, const QString &path) {
            QTest::newRow(text) << QString::fromUtf8(text) << int(engine) << path;
        };
        row("/data/jobs.db", Engine::Sqlite, QStringLiteral("/data/jobs.db"));
        row("jobs.db", Engine::Sqlite, QDir::current().absoluteFilePath(QStringLiteral("jobs.db")));
        row("sqlite:/data/jobs.db", Engine::Sqlite, QStringLiteral("/data/jobs.db"));
        row("sqlite:///data/my%20jobs.db", Engine::Sqlite, QStringLiteral("/data/my jobs.db"));
        row("/data/a:b.db", Engine::Sqlite, QStringLiteral("/data/a:b.db"));
        row("memory:", Engine::Memory, {});
    }
    void parses()
    {
        QFETCH(QString, text);
        QFETCH(int, engine);
        QFETCH(QString, path);
        const auto location = StoreLocation::parse(text);
        QVERIFY(location);
        QCOMPARE(int(location->engine), engine);
        QCOMPARE(location->path, path);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("empty") << QString() << ErrorCode::InvalidValue;
        QTest::newRow("sqlite without a path") << QStringLiteral("sqlite:") << ErrorCode::InvalidValue;
        QTest::newRow("redis") << QStringLiteral("redis://127.0.0.1:6379") << ErrorCode::Unsupported;
        QTest::newRow("postgresql") << QStringLiteral("postgresql://host/db") << ErrorCode::Unsupported;
    }
    void refuses()
    {
        QFETCH(QString, text);
        QFETCH(ErrorCode, code);
        const auto location = StoreLocation::parse(text);
        QVERIFY(!location);
        QCOMPARE(location.error().code, code);
        QVERIFY(!location.error().message.isEmpty());
    }

    void followsTheEnvironment()
    {
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("XDG_DATA_HOME"), QStringLiteral("/xdg"));
        QCOMPARE(StoreLocation::fromEnvironment(environment)->path, QStringLiteral("/xdg/tallyman/jobs.db"));
        environment.insert(QStringLiteral("XDG_DATA_HOME"), QStringLiteral("relative"));
        QCOMPARE(StoreLocation::fromEnvironment(environment)->path,
                 QDir::homePath() + QStringLiteral("/.local/share/tallyman/jobs.db"));
        environment.insert(QStringLiteral("DB_PATH"), QStringLiteral("/b.db"));
        QCOMPARE(StoreLocation::fromEnvironment(environment)->path, QStringLiteral("/b.db"));
        environment.insert(QStringLiteral("SQLITE_PATH"), QStringLiteral("/a.db"));
        QCOMPARE(StoreLocation::fromEnvironment(environment)->path, QStringLiteral("/a.db"));
        environment.insert(QStringLiteral("JOB_STORE_TYPE"), QStringLiteral("sqlite"));
        QCOMPARE(StoreLocation::fromEnvironment(environment)->path, QStringLiteral("/a.db"));
        environment.insert(QStringLiteral("JOB_STORE_TYPE"), QStringLiteral("memory"));
        QCOMPARE(StoreLocation::fromEnvironment(environment)->engine, Engine::Memory);
        environment.insert(QStringLiteral("JOB_STORE_TYPE"), QStringLiteral("redis"));
        QCOMPARE(StoreLocation::fromEnvironment(environment).error().code, ErrorCode::Unsupported);
    }
};

QTEST_GUILESS_MAIN(TestStoreLocation)
#include "tst_storelocation.moc"
