// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/samplejobs.h"

using namespace tallyman;
using namespace tallyman::test;

class TestCtlQuery : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { fill(m_fixture); }
    void finds_data();
    void finds();
    void columns();
    void counts_data();
    void counts();
    void errors_data();
    void errors();
    void longQuery();

private:
    CtlFixture m_fixture; // a to e; nothing changes them
};

void TestCtlQuery::finds_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QStringList>("ids");
    const auto row = [](const char *name, const QStringList &arguments, const QStringList &ids) {
        QTest::newRow(name) << arguments << ids;
    };
    row("one argument", args("list", "status:failed,pending user:ann"), args("c"));
    row("several arguments", args("list", "user:ann", "status:failed"), args("c"));
    row("among options", args("list", "user:ann", "--limit", "1", "provider:p"), args("c"));
    row("a word", args("list", "space left"), args("c"));
    row("quotation marks", args("list", "\"no space left\""), args("c"));
    row("leading minus", args("list", "-user:ann"), args("e", "b"));
    row("leading minus of a word", args("list", "-encode"), args());
    row("behind two dashes", args("list", "--limit", "1", "--", "-user:ann", "-b"), args("e"));
    row("with the old options", args("list", "user:ann", "--status", "completed,failed"), args("c", "a"));
    row("and --since", args("list", "user:ann", "--since", "2026-01-03"), args("d", "c"));
    row("sorted by the query", args("list", "status:completed sort:created"), args("a", "b"));
    row("sorted by --sort", args("list", "--sort", "user,-id"), args("e", "d", "c", "a", "b"));
    row("--sort instead of sort:", args("list", "sort:-id", "--sort", "id"), args("a", "b", "c", "d", "e"));
    row("--sort with a minus sign", args("list", "--sort", "-id", "--limit", "2"), args("e", "d"));
    row("limit and offset", args("list", "sort:id", "--limit", "2", "--offset", "1"), args("b", "c"));
    row("running", args("running", "user:ann"), args("d"));
    row("failed", args("failed", "user:bob"), args());
    row("blanks only", args("list", "  "), args("e", "d", "c", "b", "a"));
}

void TestCtlQuery::finds()
{
    QFETCH(QStringList, arguments);
    // In front, so that nothing is behind two dashes that is not meant to be.
    const Finished done = m_fixture.ctl(args("--json") + arguments);
    QVERIFY2(done.exitCode == 0, done.err);
    QTEST(idsOf(jsonOf(done.out)), "ids");
}

void TestCtlQuery::columns()
{
    const Finished done =
        m_fixture.ctl("list", "status:failed,running", "--columns", "error,id,duration,size", "--sort", "id");
    QCOMPARE(done.exitCode, 0);
    QVERIFY2(done.out.startsWith("ERROR          ID  DURATION  SIZE\n"
                                 "no space left  c     1m 30s     -\n"
                                 "-              d"),
             done.out);
    const Finished every =
        m_fixture.ctl("list", "--columns",
                      "id,status,progress,name,provider,user,created,queued,started,ended,heartbeat,expires,"
                      "duration,waiting,"
                      "remaining,items,done,size,files,retries,pinned,input,output,note,error");
    QVERIFY2(every.exitCode == 0, every.err);
    QCOMPARE(every.out.count('\n'), 6);
}

void TestCtlQuery::counts_data()
{
    QTest::addColumn<QStringList>("query");
    QTest::addColumn<QByteArray>("count");
    QTest::newRow("all") << args() << QByteArray("5");
    QTest::newRow("some") << args("user:ann") << QByteArray("3");
    QTest::newRow("joined") << args("user:ann", "-status:running") << QByteArray("2");
    QTest::newRow("none") << args("user:eve") << QByteArray("0");
}

void TestCtlQuery::counts()
{
    QFETCH(QStringList, query);
    QFETCH(QByteArray, count);
    const Finished done = m_fixture.ctl(args("count") + query);
    QCOMPARE(done.exitCode, 0);
    QCOMPARE(done.out, count + '\n');
    QCOMPARE(m_fixture.ctl(args("count", "--json") + query).out, "{\"count\":" + count + "}\n");
}

void TestCtlQuery::errors_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("part");
    const auto row = [](const char *name, const QStringList &arguments, const char *part) {
        QTest::newRow(name) << arguments << QByteArray(part);
    };
    const char *const marked = "\n  user:ann stats:failed\n           ^^^^^\n";
    row("unknown field", args("list", "user:ann", "stats:failed"), marked);
    row("names the column", args("list", "user:ann", "stats:failed"), "Column 10");
    row("count", args("count", "user:ann stats:failed"), marked);
    row("watch", args("watch", "user:ann stats:failed"), marked);
    row("export", args("export", "user:ann stats:failed"), marked);
    row("delete", args("delete", "--query", "user:ann stats:failed"), marked);
    row("wide characters", args("list", "日本 x:y"), "\n  日本 x:y\n       ^");
    row("at the end", args("list", "user:"), "\n  user:\n  ");
    row("sort", args("list", "--sort", "colour"), "--sort: ");
    row("sort and more", args("list", "--sort", "id user:ann"), "--sort is “id user:ann”");
    row("column", args("list", "--columns", "id,colour"), "“colour”");
    row("columns and JSON", args("list", "--columns", "id", "--json"), "--columns is for the table");
}

void TestCtlQuery::errors()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, part);
    const Finished done = m_fixture.ctl(arguments);
    QCOMPARE(done.exitCode, 2);
    QCOMPARE(done.out, QByteArray());
    QVERIFY2(done.err.startsWith("tallymanctl: ") && done.err.contains(part), done.err);
}

void TestCtlQuery::longQuery()
{
    const Finished done =
        m_fixture.ctl("list", QStringLiteral("word ").repeated(50) + QStringLiteral("x:y and more"));
    QCOMPARE(done.exitCode, 2);
    const QByteArrayList lines = done.err.split('\n');
    QCOMPARE(lines.size(), 4); // message, query, mark, and nothing
    const QString query = QString::fromUtf8(lines.at(1));
    QVERIFY2(query.startsWith(QStringLiteral("  …")), done.err);
    QVERIFY(query.size() < 80);
    QCOMPARE(query.mid(lines.at(2).indexOf('^'), 1), QStringLiteral("x"));
}

QTEST_GUILESS_MAIN(TestCtlQuery)
#include "tst_ctl_query.moc"
