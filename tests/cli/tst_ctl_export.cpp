// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/samplejobs.h"

#include <QDir>
#include <QFile>

#include <csignal>

using namespace tallyman;
using namespace tallyman::test;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

} // namespace

class TestCtlExport : public QObject {
    Q_OBJECT

private slots:
    void formats_data();
    void formats();
    void output();
    void usageErrors_data();
    void usageErrors();
    void unwritable_data();
    void unwritable();
    void readerThatGoesAway();
    void interrupted();
};

void TestCtlExport::formats_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<int>("lines");
    QTest::newRow("csv") << args("--format", "csv") << QByteArray("id,name,provider,user,status") << 4;
    QTest::newRow("csv by itself") << args() << QByteArray("id,name,provider,user,status") << 4;
    QTest::newRow("json") << args("--format", "json") << QByteArray("[\n{\"id\":\"c\"") << 4;
    QTest::newRow("json by --json") << args("--json") << QByteArray("[\n{\"id\":\"c\"") << 4;
    QTest::newRow("jsonl") << args("--format", "jsonl") << QByteArray("{\"id\":\"c\"") << 2;
    QTest::newRow("jsonl and --json")
        << args("--format", "jsonl", "--json") << QByteArray("{\"id\":\"c\"") << 2;
}

void TestCtlExport::formats()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, start);
    const CtlFixture fixture;
    fill(fixture);
    const Finished done = fixture.ctl(args("export", "user:ann", "provider:p", "sort:-created") + arguments);
    QVERIFY2(done.exitCode == 0, done.err);
    QCOMPARE(done.err, QByteArray());
    QVERIFY2(done.out.startsWith(start), done.out);
    QTEST(static_cast<int>(done.out.count('\n')), "lines"); // one of them within the error in CSV
}

void TestCtlExport::output()
{
    const CtlFixture fixture;
    fill(fixture);
    const QString file = fixture.path("out.jsonl");
    const Finished done = fixture.ctl("export", "--output", file, "--with-results");
    QVERIFY2(done.exitCode == 0, done.err);
    QCOMPARE(done.out, QByteArray());
    QCOMPARE(done.err, "Jobs written to " + file.toUtf8() + ": 5.\n");
    QCOMPARE(contentOf(file).count("\"results\":[]}\n"), 5); // the format is that of the name

    const Finished again =
        fixture.ctl("export", "status:failed", "--output", file, "--format", "csv", "--json");
    QCOMPARE(again.exitCode, 0);
    QVERIFY(contentOf(file).startsWith("id,"));
    const QJsonObject summary = jsonOf(again.out);
    QCOMPARE(summary.value(QLatin1StringView("exported")), QJsonValue(1));
    QCOMPARE(summary.value(QLatin1StringView("deleted_meanwhile")), QJsonValue(0));
    QCOMPARE(summary.value(QLatin1StringView("bytes")), QJsonValue(contentOf(file).size()));
    QCOMPARE(summary.value(QLatin1StringView("file")), QJsonValue(file));
}

void TestCtlExport::usageErrors_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("part");
    QTest::newRow("unknown format") << args("--format", "xml") << QByteArray("“xml”");
    QTest::newRow("results in a table") << args("--with-results") << QByteArray("--with-results needs");
    QTest::newRow("two kinds of data")
        << args("--json", "--format", "csv") << QByteArray("exclude each other");
}

void TestCtlExport::usageErrors()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, part);
    const CtlFixture fixture;
    const Finished done = fixture.ctl(args("export") + arguments);
    QCOMPARE(done.exitCode, 2);
    QVERIFY2(done.err.contains(part), done.err);
    QVERIFY(!QFile::exists(fixture.database()));
}

void TestCtlExport::unwritable_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("no folder") << QStringLiteral("nowhere/out.csv");
    QTest::newRow("a folder") << QStringLiteral(".");
}

void TestCtlExport::unwritable()
{
    QFETCH(QString, file);
    const CtlFixture fixture;
    fill(fixture);
    const QString path = QDir(fixture.folder()).filePath(file);
    const QStringList before = QDir(fixture.folder()).entryList();
    const Finished done = fixture.ctl("export", "--output", path);
    QCOMPARE(done.exitCode, 1);
    QVERIFY2(done.err.startsWith("tallymanctl: " + path.toUtf8() + " "), done.err);
    QCOMPARE(QDir(fixture.folder()).entryList(), before);
}

void TestCtlExport::readerThatGoesAway()
{
    const CtlFixture fixture;
    fill(fixture);
    const Finished done =
        run(QStringLiteral("/bin/sh"),
            {QStringLiteral("-c"), QStringLiteral("{ \"$0\" export --store \"$1\"; echo $? >&2; } | :"),
             programPath(QStringLiteral("tallymanctl")), fixture.database()});
    QCOMPARE(done.err, QByteArray("0\n"));
}

// The output is a pipe that nobody reads until the signal was sent, so that the export is under way.
void TestCtlExport::interrupted()
{
    const CtlFixture fixture;
    {
        const OpenStore store = fixture.open();
        Job large = job("x");
        large.metadata = "\"" + QByteArray(1000000, 'x') + "\"";
        for (int i = 0; i < 4; ++i) {
            large.id = id(QByteArray::number(i).constData());
            QVERIFY(store.jobs->create(large).ok());
        }
    }
    const QString pipe = fixture.path("pipe");
    QCOMPARE(run(QStringLiteral("mkfifo"), {pipe}).exitCode, 0);
    QProcess process;
    process.setProcessEnvironment(cleanEnvironment());
    process.setProgram(QStringLiteral("/bin/sh"));
    process.setArguments({QStringLiteral("-c"), QStringLiteral("exec \"$0\" export --store \"$1\" > \"$2\""),
                          programPath(QStringLiteral("tallymanctl")), fixture.database(), pipe});
    process.start();
    QFile reader(pipe);
    QVERIFY(reader.open(QIODevice::ReadOnly)); // waits for the writer
    QVERIFY(reader.read(1).size() == 1); // it writes
    process.terminate();
    while (!reader.read(65536).isEmpty()) { }
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 1);
    const QByteArray errors = process.readAllStandardError();
    QVERIFY2(errors.contains("Interrupted"), errors);
}

QTEST_GUILESS_MAIN(TestCtlExport)
#include "tst_ctl_export.moc"
