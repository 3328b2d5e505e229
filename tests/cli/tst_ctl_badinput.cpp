// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/ctlfixture.h"
#include "tests/support/testjobs.h"

#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace tallyman;
using namespace tallyman::test;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

void runSql(const QString &path, const QStringList &statements)
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), path);
        database.setDatabaseName(path);
        QVERIFY(database.open());
        for (const QString &statement : statements)
            QVERIFY(QSqlQuery(database).exec(statement));
    }
    QSqlDatabase::removeDatabase(path);
}

// A Tallyman database with one job in it, `x`.
void makeDatabase(const CtlFixture &fixture)
{
    const Finished added = fixture.ctl("add", "n", "--id", "x");
    QVERIFY2(added.exitCode == 0, added.err);
    // So that all of it is in the file, whoever kept the write-ahead log.
    runSql(fixture.database(), args("PRAGMA wal_checkpoint(TRUNCATE)"));
}

} // namespace

class TestCtlBadInput : public QObject {
    Q_OBJECT

private slots:
    void refusedFile_data();
    void refusedFile();
    void unwritablePlace_data();
    void unwritablePlace();
    void badValues_data();
    void badValues();
    void invalidUtf8();
    void unwritableOutput_data();
    void unwritableOutput();
    void readerThatGoesAway();
    void closedOutputDoesNotHarmTheDatabase();

private:
    static void makeRefusedFile(const CtlFixture &fixture, const QByteArray &kind);
};

void TestCtlBadInput::makeRefusedFile(const CtlFixture &fixture, const QByteArray &kind)
{
    const QString path = fixture.database();
    if (kind == "text") {
        write(path, QByteArray("a letter to the editor\n").repeated(100));
    } else if (kind == "empty") {
        write(path, {});
    } else if (kind == "foreign") {
        runSql(path, args("CREATE TABLE jobs(job_id TEXT PRIMARY KEY, status)"));
    } else if (kind == "newer") {
        makeDatabase(fixture);
        runSql(path, args("PRAGMA user_version=99"));
    } else {
        makeDatabase(fixture);
        QByteArray content = contentOf(path);
        if (kind == "truncated")
            content.truncate(5000);
        else // the pages behind the header's
            content.replace(4096, content.size() - 4096, QByteArray(content.size() - 4096, '\x5a'));
        write(path, content);
    }
}

void TestCtlBadInput::refusedFile_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("found"); // a word of the sentence
    QTest::addColumn<QStringList>("command");
    const QList<std::pair<QByteArray, QByteArray>> kinds{
        {"text", "not a SQLite database"}, {"empty", "empty"},
        {"foreign", "another program"},    {"newer", "newer"},
        {"truncated", "damaged"},          {"overwritten", "damaged"}};
    for (const auto &[kind, found] : kinds) {
        for (const QStringList &command :
             {args("list"), args("show", "x"), args("stats"), args("add", "n"),
              args("update", "x", "--user", "u"), args("delete", "x"), args("serve", "--port", "0")})
            QTest::addRow("%s, %s", kind.constData(), qPrintable(command.first()))
                << kind << found << command;
    }
}

void TestCtlBadInput::refusedFile()
{
    QFETCH(QByteArray, kind);
    QFETCH(QByteArray, found);
    QFETCH(QStringList, command);
    const CtlFixture fixture;
    makeRefusedFile(fixture, kind);
    const QByteArray before = contentOf(fixture.database());
    const Finished done = fixture.ctl(command);
    QVERIFY2(done.exitCode == 5, done.err);
    QCOMPARE(done.out, QByteArray());
    QVERIFY2(done.err.startsWith("tallymanctl: "), done.err);
    QVERIFY2(done.err.contains(fixture.database().toUtf8()), done.err);
    QVERIFY2(done.err.contains(found), done.err);
    QVERIFY(contentOf(fixture.database()) == before);
}

void TestCtlBadInput::unwritablePlace_data()
{
    QTest::addColumn<QString>("place"); // in the folder, where `file` is a regular file and `sub` a folder
    QTest::newRow("below a file") << QStringLiteral("file/jobs.db");
    QTest::newRow("far below a file") << QStringLiteral("file/a/b/jobs.db");
    QTest::newRow("a folder") << QStringLiteral("sub");
    QTest::newRow("name too long") << QString(300, u'n');
}

void TestCtlBadInput::unwritablePlace()
{
    QFETCH(QString, place);
    const CtlFixture fixture;
    write(fixture.path("file"), "content");
    QVERIFY(QDir(fixture.folder()).mkdir(QStringLiteral("sub")));
    const QString path = fixture.folder() + u'/' + place;
    for (const QStringList &command : {args("list"), args("add", "n"), args("serve", "--port", "0")}) {
        const Finished done = test::ctl(command + args("--store", path));
        QVERIFY2(done.exitCode == 5, done.err);
        QCOMPARE(done.out, QByteArray());
        // The folder or the file, whichever is the trouble.
        QVERIFY2(done.err.contains(fixture.folder().toUtf8()), done.err);
    }
    QCOMPARE(contentOf(fixture.path("file")), QByteArray("content"));
    QCOMPARE(QDir(fixture.folder()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), args("file", "sub"));
}

void TestCtlBadInput::badValues_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("part");
    const auto row = [](const char *name, const QStringList &arguments, int code, const char *part) {
        QTest::newRow(name) << arguments << code << QByteArray(part);
    };
    row("unknown id, show", args("show", "y"), 3, "“y”");
    row("unknown id, update", args("update", "y", "--progress", "0.1"), 3, "“y”");
    row("unknown id, delete", args("delete", "y"), 3, "“y”");
    row("id that none can have", args("show", ""), 3, "“”");
    row("id taken", args("add", "n", "--id", "x"), 4, "x");
    row("illegal move", args("update", "x", "--status", "completed"), 4, "pending");
    row("bad id", args("add", "n", "--id", " y"), 2, "cannot be an id");
    row("empty id", args("add", "n", "--id", ""), 2, "cannot be an id");
    row("long id", args("add", "n", "--id", QString(201, u'y')), 2, "200");
    row("progress 1.7, add", args("add", "n", "--progress", "1.7"), 2, "1.7");
    row("progress 1.7, update", args("update", "x", "--progress", "1.7"), 2, "1.7");
    row("progress -0.1", args("update", "x", "--progress", "-0.1"), 2, "-0.1");
    row("progress in words", args("update", "x", "--progress", "half"), 2, "“half”");
    row("progress NaN", args("update", "x", "--progress", "nan"), 2, "“nan”");
    row("unknown status, add", args("add", "n", "--status", "done"), 2, "“done”");
    row("unknown status, update", args("update", "x", "--status", "Running"), 2, "“Running”");
    row("unknown status, list", args("list", "--status", "failed,done"), 2, "“done”");
    row("malformed JSON, add", args("add", "n", "--options", "{\"a\":"), 2, "options");
    row("malformed JSON, update", args("update", "x", "--result", "{a:1}"), 2, "result");
    row("two JSON values", args("add", "n", "--metadata", "1,2"), 2, "metadata");
    row("control character", args("add", "a\nb"), 2, "control character");
    row("long name", args("add", QString(1001, u'n')), 2, "1000");
    row("negative items", args("add", "n", "--total-items", "-1"), 2, "--total-items");
    row("items beyond the number", args("update", "x", "--total-items", "99999999999999999999"), 2,
        "--total-items");
    row("more items than there are", args("update", "x", "--total-items", "2", "--processed-items", "3"), 2,
        "3");
    row("bad time", args("update", "x", "--expires", "soon"), 2, "“soon”");
    row("bad since", args("list", "--since", "2026-02-30"), 2, "--since");
    row("bad limit", args("list", "--limit", "ten"), 2, "“ten”");
    row("negative limit", args("list", "--limit", "-1"), 2, "--limit");
    row("bad port", args("serve", "--port", "65536"), 2, "65535");
    row("port in words", args("serve", "--port", "http"), 2, "“http”");
    row("bad host", args("serve", "--host", "nowhere", "--port", "0"), 2, "“nowhere”");
    row("host not of this machine", args("serve", "--host", "0.0.0.0", "--port", "0"), 2, "0.0.0.0");
}

void TestCtlBadInput::badValues()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, part);
    const CtlFixture fixture;
    makeDatabase(fixture);
    const QByteArray before = fixture.ctl("show", "x", "--json").out;
    const Finished done = fixture.ctl(arguments);
    QVERIFY2(done.err.startsWith("tallymanctl: ") && done.err.contains(part), done.err);
    QTEST(done.exitCode, "exitCode");
    QCOMPARE(done.out, QByteArray());
    QCOMPARE(fixture.ctl("show", "x", "--json").out, before);
    QCOMPARE(jsonOf(fixture.ctl("list", "--json").out).value(QLatin1StringView("count")).toInt(), 1);
}

// QProcess can only pass text on; the shell passes bytes.
static Finished shell(const QByteArray &script, const CtlFixture &fixture)
{
    return run(QStringLiteral("/bin/sh"),
               args("-c", QString::fromUtf8(script), "sh", programPath(QStringLiteral("tallymanctl")),
                    fixture.database()));
}

void TestCtlBadInput::invalidUtf8()
{
    const CtlFixture fixture;
    const Finished done = shell("exec \"$1\" --store \"$2\" add \"$(printf 'a\\377')\"", fixture);
    QCOMPARE(done.exitCode, 2);
    QVERIFY2(done.err.contains("UTF-8"), done.err);
    QVERIFY(!QFile::exists(fixture.database()));
}

void TestCtlBadInput::unwritableOutput_data()
{
    QTest::addColumn<QByteArray>("where");
    QTest::newRow("full") << QByteArray(">/dev/full");
    QTest::newRow("closed") << QByteArray(">&-");
}

void TestCtlBadInput::unwritableOutput()
{
    QFETCH(QByteArray, where);
    const CtlFixture fixture;
    makeDatabase(fixture);
    for (const char *command : {"list", "list --json", "show x", "stats", "--help", "serve --port 0"}) {
        const Finished done =
            shell("exec \"$1\" --store \"$2\" " + QByteArray(command) + ' ' + where, fixture);
        QVERIFY2(done.exitCode == 1, command);
        QVERIFY2(done.err.contains("output could not be written"), done.err);
    }
    // What prints nothing does not mind.
    QCOMPARE(shell("exec \"$1\" --store \"$2\" update x --user u " + where, fixture).exitCode, 0);
}

void TestCtlBadInput::readerThatGoesAway()
{
    const CtlFixture fixture;
    makeDatabase(fixture);
    // `false` never reads: the pipe has no reader by the time of the write, or at the next one.
    const Finished done = shell("{ \"$1\" --store \"$2\" list; echo $? >&2; } | false", fixture);
    QCOMPARE(done.err, QByteArray("0\n"));
}

void TestCtlBadInput::closedOutputDoesNotHarmTheDatabase()
{
    const CtlFixture fixture;
    makeDatabase(fixture);
    for (const char *streams : {">&-", ">&- 2>&-", "<&- >&- 2>&-"}) {
        const Finished done = shell("exec \"$1\" --store \"$2\" add n " + QByteArray(streams), fixture);
        QCOMPARE(done.exitCode, 1);
    }
    const Finished list = fixture.ctl("list", "--json");
    QVERIFY2(list.exitCode == 0, list.err);
    QCOMPARE(jsonOf(list.out).value(QLatin1StringView("count")).toInt(), 4);
}

QTEST_GUILESS_MAIN(TestCtlBadInput)
#include "tst_ctl_badinput.moc"
