// SPDX-License-Identifier: GPL-3.0-or-later
// cancel, retry and delete: by ids and by query.

#include "models/store/sqliteconnection.h"
#include "tests/cli/samplejobs.h"

using namespace tallyman;
using namespace tallyman::test;

class TestCtlMany : public QObject {
    Q_OBJECT

private slots:
    void byQuery_data();
    void byQuery();
    void byIds_data();
    void byIds();
    void thousands();

private:
    // "a completed, b completed, ..." by id
    [[nodiscard]] static QString statesOf(const CtlFixture &fixture);
};

QString TestCtlMany::statesOf(const CtlFixture &fixture)
{
    QStringList states;
    const QJsonObject list = jsonOf(fixture.ctl("list", "--json", "sort:id").out);
    for (const QJsonValue &one : list.value(QLatin1StringView("jobs")).toArray())
        states << one[QLatin1StringView("id")].toString() + u' '
                + one[QLatin1StringView("status")].toString();
    return states.join(QLatin1StringView(", "));
}

void TestCtlMany::byQuery_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<QString>("query");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("json"); // what is printed, without "gone"
    QTest::addColumn<QString>("states"); // afterwards
    const auto row = [](const char *command, const char *query, int exitCode, const char *json,
                        const char *states) {
        QTest::addRow("%s %s", command, query) << QByteArray(command) << QString::fromUtf8(query) << exitCode
                                               << QByteArray(json) << QString::fromUtf8(states);
    };
    row("cancel", "status:pending,running", 0, R"({"matched": 2, "changed": 2, "refused": 0})",
        "a completed, b completed, c failed, d cancelled, e cancelled");
    row("cancel", "user:ann", 4, R"({"matched": 3, "changed": 1, "refused": 2})",
        "a completed, b completed, c failed, d cancelled, e pending");
    row("retry", "is:pinned", 0, R"({"matched": 0, "changed": 0, "refused": 0})",
        "a completed, b completed, c failed, d running, e pending");
    row("retry", "-status:completed -status:running", 0, R"({"matched": 2, "changed": 2, "refused": 0})",
        "a completed, b completed, c pending, d running, e pending");
    row("delete", "provider:p", 0, R"({"matched": 3, "deleted": 3, "refused": 0})", "b completed, d running");
}

void TestCtlMany::byQuery()
{
    QFETCH(QByteArray, command);
    QFETCH(QString, query);
    QFETCH(int, exitCode);
    QFETCH(QByteArray, json);
    QFETCH(QString, states);
    const CtlFixture fixture;
    fill(fixture);
    const QString before = statesOf(fixture);

    QJsonObject tried =
        jsonOf(fixture.ctl(QString::fromUtf8(command), "--query", query, "--dry-run", "--json").out);
    QCOMPARE(statesOf(fixture), before);
    QCOMPARE(tried.take(QLatin1StringView("dry_run")), QJsonValue(true));
    const qsizetype shown = tried.take(QLatin1StringView("jobs")).toArray().size();
    QCOMPARE(tried, jsonOf(json));
    const Finished text = fixture.ctl(QString::fromUtf8(command), "--query", query, "--dry-run");
    QCOMPARE(text.exitCode, 0);
    QCOMPARE(text.out.count('\n'), shown > 0 ? shown + 1 : 0);
    QVERIFY2(text.err.startsWith("Jobs that would be"), text.err);
    QCOMPARE(statesOf(fixture), before);

    const Finished done = fixture.ctl(QString::fromUtf8(command), "--query", query, "--json");
    QCOMPARE(done.exitCode, exitCode);
    QJsonObject printed = jsonOf(done.out);
    QCOMPARE(printed.take(QLatin1StringView("gone")), QJsonValue(0));
    QCOMPARE(printed, jsonOf(json));
    QCOMPARE(done.err.isEmpty(), exitCode == 0);
    QCOMPARE(statesOf(fixture), states);
}

void TestCtlMany::byIds_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("states");
    const char *const same = "a completed, b completed, c failed, d running, e pending";
    const auto row = [](const QStringList &arguments, int exitCode, const char *json, const char *states) {
        QTest::addRow("%s", qPrintable(arguments.join(u' ')))
            << arguments << exitCode << QByteArray(json) << QString::fromUtf8(states);
    };
    row(args("cancel", "d", "e"), 0, R"({"changed": ["d", "e"], "refused": [], "not_found": []})",
        "a completed, b completed, c failed, d cancelled, e cancelled");
    row(args("cancel", "d", "a"), 4, R"({"changed": ["d"], "refused": ["a"], "not_found": []})",
        "a completed, b completed, c failed, d cancelled, e pending");
    row(args("retry", "c", "nix"), 3, R"({"changed": ["c"], "refused": [], "not_found": ["nix"]})",
        "a completed, b completed, c pending, d running, e pending");
    row(args("retry", "c", "a", "--dry-run"), 4,
        R"({"changed": ["c"], "refused": ["a"], "not_found": [], "dry_run": true})", same);
    row(args("delete", "a", "nix", "--dry-run"), 3,
        R"({"deleted": ["a"], "refused": [], "not_found": ["nix"], "dry_run": true})", same);
    // A query in the place of an id is an id that no job has.
    row(args("delete", "status:failed"), 3,
        R"({"deleted": [], "refused": [], "not_found": ["status:failed"]})", same);
    row(args("delete", "-user:ann"), 3, R"({"deleted": [], "refused": [], "not_found": ["-user:ann"]})",
        same);
}

void TestCtlMany::byIds()
{
    QFETCH(QStringList, arguments);
    const CtlFixture fixture;
    fill(fixture);
    const Finished done = fixture.ctl(arguments + args("--json"));
    QTEST(done.exitCode, "exitCode");
    QFETCH(QByteArray, json);
    QCOMPARE(jsonOf(done.out), jsonOf(json));
    QTEST(statesOf(fixture), "states");
}

void TestCtlMany::thousands()
{
    const CtlFixture fixture;
    {
        const OpenStore store = fixture.open();
        const auto connection = SqliteConnection::open(store.databaseName, SqliteConnection::Mode::ReadWrite);
        QVERIFY(connection.ok());
        QVERIFY(
            (*connection)
                ->execute(QStringLiteral("INSERT INTO jobs (id) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL "
                                         "SELECT i + 1 FROM n WHERE i < 2500) SELECT 'n' || i FROM n"))
                .ok());
    }
    const Finished cancelled = fixture.ctl("cancel", "--query", "status:pending");
    QCOMPARE(cancelled.exitCode, 0);
    QCOMPARE(cancelled.out, QByteArray());
    QCOMPARE(cancelled.err,
             QByteArray("Jobs cancelled: 2,500.\n")); // and no progress, which is for terminals
    QCOMPARE(
        jsonOf(fixture.ctl("delete", "--query", "id:n*", "--json").out).value(QLatin1StringView("deleted")),
        QJsonValue(2500));
    QCOMPARE(fixture.ctl("count").out, QByteArray("0\n"));
}

QTEST_GUILESS_MAIN(TestCtlMany)
#include "tst_ctl_many.moc"
