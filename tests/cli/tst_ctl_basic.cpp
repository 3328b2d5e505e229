// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/samplejobs.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

using namespace tallyman;
using namespace tallyman::test;

class TestCtlBasic : public QObject {
    Q_OBJECT

private slots:
    void help_data();
    void help();
    void usageErrors_data();
    void usageErrors();
    void addAndShow();
    void everyField();
    void awkwardTexts_data();
    void awkwardTexts();
    void commonOptionsOnEitherSide();
    void showForPeople();
    void showsTimelineAndResults();
    void stats();
    void update();
    void updateClears();
    void pinsAndNotes();
    void deleteSeveral();
    void storeByEnvironment_data();
    void storeByEnvironment();
    void storeOption_data();
    void storeOption();
};

void TestCtlBasic::help_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("part");
    QTest::newRow("program") << args("--help") << QByteArray("Commands");
    QTest::newRow("version") << args("--version") << QByteArray("tallymanctl " TALLYMAN_VERSION "\n");
    for (const char *name :
         {"serve", "list", "running", "failed", "show", "stats", "add", "update", "delete"})
        QTest::newRow(name) << args(name, "--help") << QByteArray("--store");
}

void TestCtlBasic::help()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, part);
    const CtlFixture fixture;
    const Finished done = fixture.ctl(arguments);
    QCOMPARE(done.err, QByteArray());
    QCOMPARE(done.exitCode, 0);
    QVERIFY2(done.out.contains(part), done.out);
    QVERIFY(!QFile::exists(fixture.database()));
}

void TestCtlBasic::usageErrors_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("part");
    QTest::newRow("nothing") << args() << QByteArray("A command is missing");
    QTest::newRow("unknown command") << args("lst") << QByteArray("no command “lst”");
    QTest::newRow("unknown option") << args("list", "--colour") << QByteArray("no option “--colour”");
    QTest::newRow("unknown global option") << args("--verbose", "list") << QByteArray("“--verbose”");
    QTest::newRow("value missing") << args("list", "--limit") << QByteArray("--limit needs a value");
    QTest::newRow("given twice") << args("add", "x", "--user", "a", "--user", "b")
                                 << QByteArray("--user was given more than once");
    QTest::newRow("no id") << args("show") << QByteArray("ID is missing");
    QTest::newRow("no name") << args("add") << QByteArray("NAME is missing");
    QTest::newRow("no ids") << args("delete") << QByteArray("ID or --query is missing");
    QTest::newRow("two ids") << args("show", "a", "b") << QByteArray("“b” is one argument too many");
    QTest::newRow("stats and an argument") << args("stats", "a") << QByteArray("“a”");
    QTest::newRow("ids and a query") << args("delete", "a", "--query", "x")
                                     << QByteArray("ids or --query, not both");
    QTest::newRow("query of nothing") << args("delete", "--query", "sort:id") << QByteArray("no condition");
    QTest::newRow("running has no status")
        << args("running", "--status", "failed") << QByteArray("“--status”");
    QTest::newRow("nothing to change") << args("update", "a") << QByteArray("nothing to change");
}

void TestCtlBasic::usageErrors()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, part);
    const CtlFixture fixture;
    const Finished done = fixture.ctl(arguments);
    QCOMPARE(done.exitCode, 2);
    QCOMPARE(done.out, QByteArray());
    QVERIFY2(done.err.startsWith("tallymanctl: ") && done.err.contains(part), done.err);
    QVERIFY(!QFile::exists(fixture.database()));
}

void TestCtlBasic::addAndShow()
{
    const CtlFixture fixture;
    const Finished added = fixture.ctl("add", "render the film");
    QCOMPARE(added.exitCode, 0);
    QCOMPARE(added.err, QByteArray());
    const QRegularExpression oneId(QStringLiteral("^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f-]{17}\n$"));
    QVERIFY2(oneId.match(QString::fromUtf8(added.out)).hasMatch(), added.out);

    const QString id = QString::fromUtf8(added.out.trimmed());
    const QJsonObject shown = jsonOf(fixture.ctl("show", id, "--json").out);
    QCOMPARE(shown.value(QLatin1StringView("id")).toString(), id);
    QCOMPARE(shown.value(QLatin1StringView("name")).toString(), QStringLiteral("render the film"));
    QCOMPARE(shown.value(QLatin1StringView("status")).toString(), QStringLiteral("pending"));
}

void TestCtlBasic::everyField()
{
    const CtlFixture fixture;
    const Finished added =
        fixture.ctl("add", "n", "--json", "--id", "my-id", "--status", "running", "--progress", "0.25",
                    "--provider", "p", "--user", "u", "--total-items", "8", "--processed-items", "2",
                    "--input", "/i", "--output", "/o", "--error", "e", "--options", R"({"a":[1]})",
                    "--result", "[2]", "--metadata", R"({"m":null})", "--max-retries", "5", "--total-size",
                    "9007199254740993", "--files-count", "4", "--expires", "2099-01-01");
    QCOMPARE(added.err, QByteArray());
    QCOMPARE(added.exitCode, 0);
    const QJsonObject job = jsonOf(added.out);
    const QJsonObject expected = jsonOf(R"({
        "id": "my-id", "name": "n", "status": "running", "progress": 0.25, "provider": "p", "user": "u",
        "total_items": 8, "processed_items": 2, "input": "/i", "output": "/o", "error": "e",
        "options": {"a": [1]}, "result": [2], "metadata": {"m": null}, "max_retries": 5,
        "total_size": 9007199254740993, "files_count": 4, "expires_at": "2099-01-01T00:00:00.000Z"})");
    QCOMPARE(expected.size(), 18);
    for (auto field = expected.begin(); field != expected.end(); ++field)
        QVERIFY2(job.value(field.key()) == field.value(), qPrintable(field.key()));
    QVERIFY(job.value(QLatin1StringView("started_at")).isString());
}

void TestCtlBasic::awkwardTexts_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("name");
    for (const char *name : {"[a,b]", "[]", "{}", "++", "%%", "list", "add", "日本語 😀", " blanks ", "a=b",
                             "'", "\"\"", ".", "~", "$HOME", "\\", "-"})
        QTest::newRow(name) << args("add", name) << QString::fromUtf8(name);
    QTest::newRow("two dashes") << args("add", "--", "--json") << QStringLiteral("--json");
    QTest::newRow("a dash") << args("add", "--", "-x") << QStringLiteral("-x");
}

void TestCtlBasic::awkwardTexts()
{
    QFETCH(QStringList, arguments);
    const CtlFixture fixture;
    const Finished added = fixture.ctl(args("--json") + arguments);
    QVERIFY2(added.exitCode == 0, added.err);
    QTEST(jsonOf(added.out).value(QLatin1StringView("name")).toString(), "name");
}

void TestCtlBasic::commonOptionsOnEitherSide()
{
    const CtlFixture fixture;
    fill(fixture);
    const QByteArray before = ctl(args("--json", "--store", fixture.database(), "failed")).out;
    const QByteArray behind = ctl(args("failed", "--store", fixture.database(), "--json")).out;
    QCOMPARE(idsOf(jsonOf(before)), args("c"));
    QCOMPARE(idsOf(jsonOf(behind)), args("c"));
}

void TestCtlBasic::showForPeople()
{
    const CtlFixture fixture;
    const Finished added = fixture.ctl("add", "n", "--id", "x", "--error", "first\nsecond", "--provider",
                                       "cam", "--metadata", R"({"k": "\u001b[2J"})");
    QVERIFY2(added.exitCode == 0, added.err);
    const Finished shown = fixture.ctl("show", "x");
    QCOMPARE(shown.exitCode, 0);
    QCOMPARE(shown.err, QByteArray());
    const QList<QByteArray> lines = shown.out.split('\n');
    const auto line = [&lines](const char *label) {
        for (qsizetype i = 0; i < lines.size(); ++i) {
            if (lines.at(i).startsWith(label))
                return i;
        }
        return qsizetype{-1};
    };
    QVERIFY2(line("provider") >= 0 && lines.at(line("provider")).endsWith("  cam"), shown.out);
    QVERIFY2(line("status") >= 0 && lines.at(line("status")).endsWith("  pending"), shown.out);
    const qsizetype error = line("error");
    QVERIFY2(error >= 0 && lines.at(error).endsWith(" first"), shown.out);
    // The second line stands below the first one.
    QCOMPARE(lines.at(error + 1).indexOf("second"), lines.at(error).indexOf("first"));
    QVERIFY(line("metadata") >= 0);
    QVERIFY2(line("output") < 0, shown.out); // it has none
    QVERIFY(!shown.out.contains('\x1b'));
}

void TestCtlBasic::showsTimelineAndResults()
{
    const CtlFixture fixture;
    {
        const OpenStore store = fixture.open();
        QVERIFY(store.jobs->create(job("x")).ok());
        QVERIFY(store.jobs->updateStatus(id("x"), JobStatus::Running).ok());
        QVERIFY(store.jobs
                    ->addResults(id("x"),
                                 {{QStringLiteral("1.cbz"), true, {}, R"({"n":1})"},
                                  {QStringLiteral("2.cbz"), false, QStringLiteral("torn"), {}}})
                    .ok());
    }
    const QJsonObject shown = jsonOf(fixture.ctl("show", "x", "--json").out);
    const QJsonArray timeline = shown.value(QLatin1StringView("timeline")).toArray();
    QVERIFY(!timeline.isEmpty());
    const QJsonObject last = timeline.last().toObject();
    QCOMPARE(last.value(QLatin1StringView("from")).toString(), QStringLiteral("pending"));
    QCOMPARE(last.value(QLatin1StringView("to")).toString(), QStringLiteral("running"));
    QVERIFY(timestampFromIsoText(last.value(QLatin1StringView("at")).toString().toUtf8()));
    const QJsonObject expected = jsonOf(R"({"results": [
        {"item": "1.cbz", "success": true, "error": null, "details": {"n": 1}},
        {"item": "2.cbz", "success": false, "error": "torn", "details": null}]})");
    QCOMPARE(shown.value(QLatin1StringView("results")), expected.value(QLatin1StringView("results")));

    const QByteArray text = fixture.ctl("show", "x").out;
    QVERIFY2(text.contains("2 items: 1 succeeded, 1 failed"), text);
    QVERIFY2(text.contains("pending → running"), text);
}

void TestCtlBasic::stats()
{
    const CtlFixture fixture;
    fill(fixture);
    QCOMPARE(fixture.ctl("delete", "b").exitCode, 0);
    const QJsonObject numbers = jsonOf(fixture.ctl("stats", "--json").out);
    // What ended stays counted where it was deleted; what is there is counted without it.
    const QJsonObject expected = jsonOf(R"({
        "total": 4, "pending": 1, "running": 1, "completed": 1, "failed": 1, "cancelled": 0,
        "success_rate": 0, "average_duration": 90.0, "slow": 0, "by_provider": [
            {"provider": null, "total": 0, "completed": 0, "failed": 0, "success_rate": null},
            {"provider": "p", "total": 2, "completed": 1, "failed": 1, "success_rate": 50},
            {"provider": "q", "total": 1, "completed": 1, "failed": 0, "success_rate": 100}]})");
    QVERIFY2(qAbs(numbers.value(QLatin1StringView("success_rate")).toDouble() - 200.0 / 3) < 1e-9,
             QJsonDocument(numbers).toJson());
    QJsonObject rest = numbers;
    rest.insert(QStringLiteral("success_rate"), 0);
    QCOMPARE(rest, expected);

    const QByteArray text = fixture.ctl("stats").out;
    QVERIFY2(text.contains("66.7%") && text.contains("1m 30s"), text);
    QVERIFY2(text.contains("PROVIDER"), text);

    const CtlFixture empty;
    const QJsonObject none = jsonOf(empty.ctl("stats", "--json").out);
    QCOMPARE(none.value(QLatin1StringView("total")).toInt(-1), 0);
    QVERIFY(none.value(QLatin1StringView("success_rate")).isNull());
    QVERIFY(none.value(QLatin1StringView("average_duration")).isNull());
}

void TestCtlBasic::update()
{
    const CtlFixture fixture;
    fill(fixture);
    const Finished quiet = fixture.ctl("update", "d", "--progress", "0.5", "--name", "new name");
    QCOMPARE(quiet.exitCode, 0);
    QCOMPARE(quiet.out, QByteArray());
    QCOMPARE(quiet.err, QByteArray());
    const QJsonObject job = jsonOf(fixture.ctl("--json", "update", "d", "--status", "completed").out);
    QCOMPARE(job.value(QLatin1StringView("status")).toString(), QStringLiteral("completed"));
    QCOMPARE(job.value(QLatin1StringView("name")).toString(), QStringLiteral("new name"));
    QCOMPARE(job.value(QLatin1StringView("progress")).toDouble(), 1.0);
    QVERIFY(job.value(QLatin1StringView("completed_at")).isString());
}

void TestCtlBasic::updateClears()
{
    const CtlFixture fixture;
    const Finished added = fixture.ctl("add", "n", "--id", "x", "--user", "u", "--error", "e",
                                       "--total-items", "3", "--expires", "30d");
    QVERIFY2(added.exitCode == 0, added.err);
    // Both ways of writing an empty value, and the argument behind it stays an argument.
    const Finished done =
        fixture.ctl("--json", "update", "--user=", "x", "--error", "", "--total-items=", "--expires", "");
    QVERIFY2(done.exitCode == 0, done.err);
    const QJsonObject job = jsonOf(done.out);
    for (const char *field : {"total_items", "expires_at"})
        QVERIFY2(job.value(QLatin1StringView(field)).isNull(), field);
    for (const char *field : {"user", "error"})
        QVERIFY2(job.value(QLatin1StringView(field)).toString().isEmpty(), field);
}

void TestCtlBasic::pinsAndNotes()
{
    const CtlFixture fixture;
    QCOMPARE(fixture.ctl("add", "n", "--id", "x", "--note", "ask ann").exitCode, 0);
    QJsonObject job = jsonOf(fixture.ctl("--json", "update", "x", "--pin").out);
    QCOMPARE(job.value(QLatin1StringView("pinned")).toBool(), true);
    QCOMPARE(job.value(QLatin1StringView("note")).toString(), QStringLiteral("ask ann"));
    const QByteArray sheet = fixture.ctl("show", "x").out;
    QVERIFY2(sheet.contains("pinned") && sheet.contains("ask ann"), sheet);
    job = jsonOf(fixture.ctl("--json", "update", "x", "--unpin", "--note", "").out);
    QCOMPARE(job.value(QLatin1StringView("pinned")).toBool(true), false);
    QVERIFY(job.value(QLatin1StringView("note")).toString().isEmpty());
    const Finished both = fixture.ctl("update", "x", "--unpin", "--pin");
    QCOMPARE(both.exitCode, 2);
    QVERIFY2(both.err.contains("--unpin"), both.err);
}

void TestCtlBasic::deleteSeveral()
{
    const CtlFixture fixture;
    fill(fixture);
    const Finished done = fixture.ctl("delete", "a", "nothing", "b", "--json");
    QCOMPARE(done.exitCode, 3);
    QCOMPARE(jsonOf(done.out), jsonOf(R"({"deleted": ["a", "b"], "not_found": ["nothing"], "refused": []})"));
    QVERIFY2(done.err.contains("“nothing”"), done.err);
    const Finished quiet = fixture.ctl("delete", "c");
    QCOMPARE(quiet.exitCode, 0);
    QCOMPARE(quiet.out + quiet.err, QByteArray());
    QCOMPARE(idsOf(jsonOf(fixture.ctl("list", "--json").out)), (args("e", "d")));
}

void TestCtlBasic::storeByEnvironment_data()
{
    QTest::addColumn<QStringList>("variables");
    QTest::addColumn<QString>("file"); // in the folder, which is where @ stands; empty: none
    QTest::addColumn<int>("exitCode");
    QTest::newRow("XDG") << args("XDG_DATA_HOME=@") << QStringLiteral("tallyman/jobs.db") << 0;
    QTest::newRow("home") << args("HOME=@", "XDG_DATA_HOME=")
                          << QStringLiteral(".local/share/tallyman/jobs.db") << 0;
    QTest::newRow("DB_PATH") << args("DB_PATH=@/my.db") << QStringLiteral("my.db") << 0;
    QTest::newRow("SQLITE_PATH first")
        << args("DB_PATH=@/my.db", "SQLITE_PATH=@/s.db") << QStringLiteral("s.db") << 0;
    QTest::newRow("sqlite") << args("JOB_STORE_TYPE=sqlite", "SQLITE_PATH=@/s.db") << QStringLiteral("s.db")
                            << 0;
    QTest::newRow("memory") << args("JOB_STORE_TYPE=memory", "SQLITE_PATH=@/s.db") << QStringLiteral("") << 0;
    QTest::newRow("unknown") << args("JOB_STORE_TYPE=papyrus") << QStringLiteral("") << 5;
}

void TestCtlBasic::storeByEnvironment()
{
    QFETCH(QStringList, variables);
    QFETCH(QString, file);
    const CtlFixture fixture;
    QProcessEnvironment environment = cleanEnvironment();
    environment.insert(QStringLiteral("XDG_DATA_HOME"), fixture.path("elsewhere"));
    for (QString variable : variables) {
        variable.replace(u'@', fixture.folder());
        environment.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));
    }
    const Finished done = run(programPath(QStringLiteral("tallymanctl")), args("add", "n"), environment);
    QVERIFY2(done.err.isEmpty() == (done.exitCode == 0), done.err);
    QTEST(done.exitCode, "exitCode");
    if (!file.isEmpty())
        QVERIFY(QFile::exists(fixture.folder() + u'/' + file));
    else
        QVERIFY(QDir(fixture.folder()).isEmpty());
}

void TestCtlBasic::storeOption_data()
{
    QTest::addColumn<QString>("store");
    QTest::newRow("path") << QStringLiteral("@/x.db");
    QTest::newRow("sqlite:") << QStringLiteral("sqlite:@/x.db");
    QTest::newRow("sqlite://") << QStringLiteral("sqlite://@/x.db");
}

void TestCtlBasic::storeOption()
{
    QFETCH(QString, store);
    const CtlFixture fixture;
    QProcessEnvironment environment = cleanEnvironment();
    environment.insert(QStringLiteral("SQLITE_PATH"), fixture.path("other.db"));
    const Finished done =
        run(programPath(QStringLiteral("tallymanctl")),
            args("--store", store.replace(u'@', fixture.folder()), "add", "n"), environment);
    QVERIFY2(done.exitCode == 0, done.err);
    QVERIFY(QFile::exists(fixture.path("x.db")));
    QVERIFY(!QFile::exists(fixture.path("other.db")));
}

QTEST_GUILESS_MAIN(TestCtlBasic)
#include "tst_ctl_basic.moc"
