// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/samplejobs.h"

using namespace tallyman::test;

class TestCtlList : public QObject {
    Q_OBJECT

private slots:
    void listTable();
    void listFilters_data();
    void listFilters();
    void listRest();
    void listNothing();
    void failedShowsErrors();
};

void TestCtlList::listTable()
{
    const CtlFixture fixture;
    fill(fixture);
    const Finished done = fixture.ctl("list", "--until", "2026-01-04");
    QCOMPARE(done.exitCode, 0);
    QCOMPARE(done.err, QByteArray());
    QCOMPARE(done.out,
             QByteArray("ID  STATUS     PROGRESS  NAME    PROVIDER  USER  CREATED               DURATION\n"
                        "c   failed           0%  encode  p         ann   2026-01-03 00:00:00Z    1m 30s\n"
                        "b   completed      100%  encode  q         bob   2026-01-02 00:00:00Z    1m 30s\n"
                        "a   completed      100%  encode  p         ann   2026-01-01 00:00:00Z    1m 30s\n"));
}

void TestCtlList::listFilters_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QStringList>("ids");
    const auto row = [](const char *name, const QStringList &arguments, const QStringList &ids) {
        QTest::newRow(name) << arguments << ids;
    };
    row("all", args("list"), args("e", "d", "c", "b", "a"));
    row("one status", args("list", "--status", "completed"), args("b", "a"));
    row("status with commas", args("list", "--status", "failed,pending"), args("e", "c"));
    row("status repeated", args("list", "--status", "failed", "--status", "pending"), args("e", "c"));
    row("provider", args("list", "--provider", "p"), args("e", "c", "a"));
    row("user", args("list", "--user", "ann"), args("d", "c", "a"));
    row("name", args("list", "--name", "NCOD"), args("e", "d", "c", "b", "a"));
    row("other name", args("list", "--name", "decode"), args());
    row("since", args("list", "--since", "2026-01-04T00:00:00Z"), args("e", "d"));
    row("until", args("list", "--until", "2026-01-02T00:00:00+00:00"), args("a"));
    row("long ago", args("list", "--since", "5000w"), args("e", "d", "c", "b", "a"));
    row("just now", args("list", "--since", "1s"), args());
    row("limit", args("list", "--limit", "2"), args("e", "d"));
    row("offset", args("list", "--limit", "2", "--offset", "3"), args("b", "a"));
    row("together", args("list", "--user", "ann", "--provider", "p", "--status", "completed"), args("a"));
    row("running", args("running"), args("d"));
    row("failed", args("failed"), args("c"));
    row("failed of another", args("failed", "--user", "bob"), args());
}

void TestCtlList::listFilters()
{
    QFETCH(QStringList, arguments);
    const CtlFixture fixture;
    fill(fixture);
    const Finished done = fixture.ctl(arguments + args("--json"));
    QVERIFY2(done.exitCode == 0, done.err);
    QTEST(idsOf(jsonOf(done.out)), "ids");
}

void TestCtlList::listRest()
{
    const CtlFixture fixture;
    fill(fixture);
    const Finished some = fixture.ctl("list", "--limit", "2");
    QCOMPARE(some.out.count('\n'), 3);
    QCOMPARE(some.err, QByteArray("2 of 5 jobs; --limit and --offset show the rest.\n"));
    QCOMPARE(
        jsonOf(fixture.ctl("list", "--limit", "2", "--json").out).value(QLatin1StringView("count")).toInt(),
        5);
    const Finished later = fixture.ctl("list", "--offset", "3");
    QCOMPARE(later.err, QByteArray("4 to 5 of 5 jobs; --limit and --offset show the rest.\n"));
    const Finished beyond = fixture.ctl("list", "--offset", "9");
    QCOMPARE(beyond.out, QByteArray());
    QVERIFY2(beyond.err.startsWith("None of 5 jobs"), beyond.err);
}

void TestCtlList::listNothing()
{
    const CtlFixture fixture;
    const Finished done = fixture.ctl("list");
    QCOMPARE(done.exitCode, 0);
    QCOMPARE(done.out, QByteArray());
    QCOMPARE(done.err, QByteArray("No jobs found.\n"));
    QCOMPARE(fixture.ctl("list", "--json").out, QByteArray("{\"count\":0,\"jobs\":[]}\n"));
}

void TestCtlList::failedShowsErrors()
{
    const CtlFixture fixture;
    fill(fixture);
    const Finished done = fixture.ctl("failed");
    QVERIFY2(done.out.contains("  no space left\n"), done.out);
    QVERIFY(!done.out.contains("line 7"));
}

QTEST_GUILESS_MAIN(TestCtlList)
#include "tst_ctl_list.moc"
