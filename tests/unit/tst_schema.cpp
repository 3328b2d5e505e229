// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/schema.h"

#include "models/store/openstore.h"
#include "tests/support/testjobs.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <thread>
#include <vector>

using namespace tallyman;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

} // namespace

class TestSchema : public QObject {
    Q_OBJECT

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;

    QString path() const { return m_folder->filePath(QStringLiteral("jobs.db")); }
    Result<OpenStore> open() { return openStore({StoreLocation::Engine::Sqlite, path()}, m_clock); }
    // The bytes of a database with some jobs, closed and whole.
    QByteArray goodDatabase()
    {
        {
            auto opened = open();
            for (const Job &job : test::realisticJobs(60, m_clock.now()))
                (void)opened->jobs->create(job);
        }
        return contentOf(path());
    }

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void makesANewDatabaseWhole()
    {
        QVERIFY(open());
        const QByteArray header = contentOf(path()).left(100);
        QCOMPARE(qFromBigEndian<qint32>(header.constData() + 68), applicationId);
        QCOMPARE(qFromBigEndian<qint32>(header.constData() + 60), builtInMigrations().size());
        QCOMPARE(header.at(18), '\x02'); // write-ahead log
        QVERIFY(qFromBigEndian<qint32>(header.constData() + 64) != 0); // incremental vacuum
        // Nothing of the making is left.
        const QStringList left = QDir(m_folder->path()).entryList(QDir::Files);
        QCOMPARE(left.filter(QStringLiteral(".new-")), QStringList());
    }

    void makesOneOfManyAtOnce()
    {
        std::atomic<int> failures = 0;
        std::vector<std::thread> threads;
        for (int i = 0; i < 8; ++i) {
            threads.emplace_back([&] {
                auto opened = open();
                failures += opened && opened->jobs->create(Job{}) ? 0 : 1;
            });
        }
        for (auto &thread : threads)
            thread.join();
        QCOMPARE(failures.load(), 0);
        QCOMPARE(*open()->jobs->count({}), 8);
    }

    void refusesBadFiles_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<std::function<QByteArray(QByteArray)>>("spoil");
        const auto row = [](const char *name, ErrorCode code, std::function<QByteArray(QByteArray)> spoil) {
            QTest::newRow(name) << code << std::move(spoil);
        };
        row("text", ErrorCode::NotADatabase, [](const QByteArray &) { return QByteArray(500, 'x'); });
        row("one byte", ErrorCode::NotADatabase, [](const QByteArray &) { return QByteArray("S"); });
        row("empty", ErrorCode::Empty, [](const QByteArray &) { return QByteArray(); });
        row("cut within the header", ErrorCode::Corrupt,
            [](const QByteArray &good) { return good.left(60); });
        row("cut in half", ErrorCode::Corrupt,
            [](const QByteArray &good) { return good.left(good.size() / 2); });
        row("last page missing", ErrorCode::Corrupt,
            [](const QByteArray &good) { return good.chopped(4096); });
        row("a page of noise", ErrorCode::Corrupt,
            [](QByteArray good) { return good.replace(4096 * 3, 4096, QByteArray(4096, '\x5a')); });
        row("schema page zeroed", ErrorCode::Corrupt,
            [](QByteArray good) { return good.replace(100, 3996, QByteArray(3996, '\0')); });
        row("newer schema", ErrorCode::TooNew, [](QByteArray good) {
            qToBigEndian<qint32>(99, good.data() + 60);
            return good;
        });
        row("another application", ErrorCode::Foreign, [](QByteArray good) {
            qToBigEndian<qint32>(0x47504b47, good.data() + 68);
            return good;
        });
        row("no application", ErrorCode::Foreign, [](QByteArray good) {
            qToBigEndian<qint32>(0, good.data() + 68);
            return good;
        });
    }
    void refusesBadFiles()
    {
        QFETCH(ErrorCode, code);
        using Spoil = std::function<QByteArray(QByteArray)>;
        QFETCH(Spoil, spoil);
        const QByteArray bad = spoil(goodDatabase());
        write(path(), bad);
        const auto opened = open();
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, code);
        QVERIFY(opened.error().message.contains(path()));
        QCOMPARE(contentOf(path()), bad);
    }

    void refusesAFolder()
    {
        QVERIFY(QDir().mkpath(path()));
        QCOMPARE(open().error().code, ErrorCode::CannotOpen);
    }

    void saysWhyItCannotMakeOne()
    {
        // A folder below a file can be made by nobody, not even by root.
        write(m_folder->filePath(QStringLiteral("file")), "x");
        const QString impossible = m_folder->filePath(QStringLiteral("file/below/jobs.db"));
        const auto opened = openStore({StoreLocation::Engine::Sqlite, impossible}, m_clock);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::CannotOpen);
        QVERIFY(opened.error().message.contains(m_folder->filePath(QStringLiteral("file/below"))));
    }

    void bringsAnOlderSchemaUpToDate()
    {
        QVERIFY(open()->jobs->create(test::job("kept")));
        auto migrations = builtInMigrations();
        migrations << "CREATE TABLE extra (a INTEGER);\nINSERT INTO extra VALUES (7);\n";
        QVERIFY(prepareDatabaseFile(path(), migrations));
        const QString before = path() + QStringLiteral(".before-schema-%1").arg(migrations.size());
        QVERIFY(QFile::exists(before));
        auto connection = SqliteConnection::open(path(), SqliteConnection::Mode::ReadOnly);
        QVERIFY(connection);
        QSqlQuery query = (*connection)->query();
        QVERIFY(query.exec(QStringLiteral("SELECT (SELECT a FROM extra), (SELECT count(*) FROM jobs)")));
        QVERIFY(query.next());
        QCOMPARE(query.value(0).toInt(), 7);
        QCOMPARE(query.value(1).toInt(), 1);
        query.finish();
        // The program that knows less refuses it from then on, and the copy is as it was before.
        QCOMPARE(open().error().code, ErrorCode::TooNew);
        const auto copy = openStore({StoreLocation::Engine::Sqlite, before}, m_clock);
        QVERIFY(copy);
        QCOMPARE(*copy->jobs->count({}), 1);
    }

    void leavesTheSchemaWhenAMigrationFails()
    {
        QVERIFY(open()->jobs->create(test::job("kept")));
        auto migrations = builtInMigrations();
        migrations << "CREATE TABLE extra (a INTEGER);\nINSERT INTO nowhere VALUES (7);\n";
        QVERIFY(!prepareDatabaseFile(path(), migrations));
        const auto opened = open();
        QVERIFY(opened);
        QCOMPARE(*opened->jobs->count({}), 1);
    }

    void setsTheJournalModeBack()
    {
        QVERIFY(open());
        {
            auto connection = SqliteConnection::open(path(), SqliteConnection::Mode::ReadWrite);
            QVERIFY((*connection)->execute(QStringLiteral("PRAGMA journal_mode=DELETE")));
        }
        QCOMPARE(contentOf(path()).at(18), '\x01');
        QVERIFY(open());
        QCOMPARE(contentOf(path()).at(18), '\x02');
    }
};

QTEST_GUILESS_MAIN(TestSchema)
#include "tst_schema.moc"
