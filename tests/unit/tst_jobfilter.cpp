// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/filesize.h"
#include "models/domain/filtertime.h"
#include "models/domain/jobfilter.h"
#include "models/domain/timespan.h"
#include "tests/support/randomfilter.h"

#include <QTest>

namespace tallyman {

namespace {

using namespace std::chrono_literals;

QString u(const char *text)
{
    return QString::fromUtf8(text);
}

QString isoText(Timestamp time)
{
    return QString::fromLatin1(toIsoText(time));
}

} // namespace

class TestJobFilter : public QObject {
    Q_OBJECT

private slots:
    void printsAs_data();
    void printsAs();
    void reads();
    void points_data();
    void points();
    void keepsItsLimits();
    void comesBackAsItWas();
    void intervals_data();
    void intervals();
    void fileSizes_data();
    void fileSizes();
    void timeSpans_data();
    void timeSpans();
};

void TestJobFilter::printsAs_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("printed");
    const auto row = [](const char *text, const char *printed = nullptr) {
        QTest::newRow(text) << u(text) << u(printed ? printed : text);
    };
    row("");
    row("  \t ", "");
    row("status:failed provider:vsphere -user:bob created:>2026-01-01 duration:>1h progress:<50% \"web "
        "server\"");
    row("status:failed,cancelled");
    row("STATUS:Failed", "status:failed");
    row("web  server", "web server");
    row("\"web\"", "web");
    row("-\"a \\\"quoted\\\" \\\\ word\"");
    row("a,b", "\"a,b\"");
    row("100%", "\"100%\"");
    row("12:30", "\"12:30\"");
    row("\"http://x\"");
    row("\"-x\"");
    row("häßlich 日本語 😀", "häßlich 日本語 \"😀\"");
    row("provider:vs*,\"a b\"*,\"\"");
    row("provider:\"vs*\"");
    row("id:0199*");
    row("error:\"disk full\" error:\"\"");
    row("created:2026 started:2026-01 ended:2026-01-21 queued:2026-01-21T10 expires:2026-01-21T10:30");
    row("created:2026-01-21t10:30:05z", "created:2026-01-21T10:30:05Z");
    row("created:>=2026-01-21T10:30:05.125+01:00");
    row("created:2026-01-01..2026-02-01 created:7d..1d created:today created:<yesterday");
    row("heartbeat:>10m started:none");
    row("duration:90s", "duration:1m30s");
    row("duration:=250ms waiting:>=1d12h", "duration:250ms waiting:>=1d12h");
    row("size:>1.5GiB", "size:>1536MiB");
    row("size:10mb..20MB size:1024B", "size:10MB..20MB size:1KiB");
    row("progress:0.5 progress:<=100% progress:0..25%", "progress:50% progress:<=100% progress:0%..25%");
    row("items:0 done:<5 retries:>2 files:1..9");
    row("is:pinned -is:pinned");
    row("in:all word", "word in:all");
    row("sort:-created,name x", "x sort:-created,name");
}

void TestJobFilter::printsAs()
{
    QFETCH(QString, text);
    QFETCH(QString, printed);
    FilterProblem problem;
    const auto filter = parseFilter(text, &problem);
    QVERIFY2(filter, qPrintable(problem.message));
    QCOMPARE(toText(*filter), printed);
    QCOMPARE(*parseFilter(printed), *filter);
}

void TestJobFilter::reads()
{
    const auto filter = *parseFilter(u("-status:failed,pending size:>2kB created:<=7d \"x y\" sort:-size"));
    JobFilter expected;
    expected.terms.append({FilterField::Status, {JobStatus::Failed, JobStatus::Pending}, true});
    expected.add(FilterField::Size, Compared<qint64>{Comparison::Greater, 2000, 0});
    expected.add(FilterField::Created,
                 Compared<FilterTime>{Comparison::AtMost, {FilterTime::Kind::Span, {}, 168h}, {}});
    expected.add(FilterField::Word, TextMatch{u("x y"), false});
    expected.sort = {{FilterField::Size, true}};
    QCOMPARE(filter, expected);
}

void TestJobFilter::points_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("column");
    QTest::addColumn<int>("length");
    const auto row = [](const char *text, int column, int length) {
        QTest::newRow(text) << u(text) << column << length;
    };
    row("status:done", 8, 4);
    row("status:failed,done", 15, 4);
    row("status:", 8, 0);
    row("status:failed,", 15, 0);
    row("a nope:x", 3, 4);
    row("http://x", 1, 4);
    row("a -", 3, 1);
    row("say \"hello", 5, 6);
    row("\"a\"b", 4, 1);
    row("provider:\"a\"b", 13, 1);
    row("\"a\\n\"", 3, 1);
    row("\"\"", 1, 2);
    row("provider:*", 10, 1);
    row("error:\"x\"*", 7, 4);
    row("status:\"failed\"", 8, 8);
    row("created:yesteryear", 9, 10);
    row("created:2026-02-30", 9, 10);
    row("created:2026-13", 9, 7);
    row("created:2026-01-21Z", 9, 11);
    row("created:7d", 9, 2);
    row("created:=7d", 9, 3);
    row("created:>2000000d", 9, 9);
    row("duration:5", 10, 1);
    row("size:5XB", 6, 3);
    row("size:99999999TiB", 6, 11);
    row("progress:101%", 10, 4);
    row("progress:50", 10, 2);
    row("progress:nan", 10, 3);
    row("items:-1", 7, 2);
    row("items:1.5", 7, 3);
    row("items:99999999999999999999", 7, 20);
    row("items:1..", 7, 3);
    row("is:lost", 4, 4);
    row("in:name x", 4, 4);
    row("-in:all", 1, 1);
    row("sort:error", 6, 5);
    row("sort:name,-name", 11, 5);
    row("sort:name sort:id", 16, 0);
    row("a \x01 b", 3, 1);
    row("\xed\xa0\x80", 1, 1);
}

void TestJobFilter::points()
{
    QFETCH(QString, text);
    QFETCH(int, column);
    QFETCH(int, length);
    if (text.contains(QChar::ReplacementCharacter))
        text = QString(QChar(0xd800)); // no UTF-8 holds a lone surrogate
    FilterProblem problem;
    const auto filter = parseFilter(text, &problem);
    QVERIFY(!filter);
    QCOMPARE(int(problem.column), column);
    QCOMPARE(int(problem.length), length);
    QVERIFY(!problem.message.isEmpty());
    QCOMPARE(filter.error().code, ErrorCode::InvalidValue);
    QCOMPARE(filter.error().field, u("q"));
    QVERIFY(filter.error().message.contains(QString::number(column)));
}

void TestJobFilter::keepsItsLimits()
{
    QVERIFY(parseFilter(QString(JobFilter::maximumLength, u'x')));
    QVERIFY(!parseFilter(QString(JobFilter::maximumLength + 1, u'x')));
    QVERIFY(parseFilter(u("x ").repeated(JobFilter::maximumTerms)));
    QVERIFY(!parseFilter(u("x ").repeated(JobFilter::maximumTerms + 1)));
    const QString values = u("user:x") + u(",x").repeated(JobFilter::maximumValues - 1);
    QVERIFY(parseFilter(values));
    QVERIFY(!parseFilter(values + u(",x")));
    const QString keys = u("sort:name,id,user,provider,status,created,started,ended");
    QVERIFY(parseFilter(keys));
    QVERIFY(!parseFilter(keys + u(",size")));
}

void TestJobFilter::comesBackAsItWas()
{
    test::RandomFilters random(20260121);
    for (int i = 0; i < 5000; ++i) {
        const JobFilter filter = random.next();
        const QString text = toText(filter);
        FilterProblem problem;
        const auto back = parseFilter(text, &problem);
        QVERIFY2(back, qPrintable(text + u(" : ") + problem.message));
        QVERIFY2(*back == filter, qPrintable(text));
        QCOMPARE(toText(*back), text);
    }
}

void TestJobFilter::intervals_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("ahead");
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("end");
    const auto row = [](const char *text, const char *start, const char *end, bool ahead = false) {
        QTest::newRow(text) << u(text) << ahead << u(start) << u(end);
    };
    // Berlin; now is 2026-03-29T21:30Z, in the evening of the day whose clocks went forward.
    row("2026", "2025-12-31T23:00:00.000Z", "2026-12-31T23:00:00.000Z");
    row("2026-02", "2026-01-31T23:00:00.000Z", "2026-02-28T23:00:00.000Z");
    row("2026-03-29", "2026-03-28T23:00:00.000Z", "2026-03-29T22:00:00.000Z");
    row("today", "2026-03-28T23:00:00.000Z", "2026-03-29T22:00:00.000Z");
    row("yesterday", "2026-03-27T23:00:00.000Z", "2026-03-28T23:00:00.000Z");
    row("2026-01-21T10", "2026-01-21T09:00:00.000Z", "2026-01-21T10:00:00.000Z");
    row("2026-01-21T10:30", "2026-01-21T09:30:00.000Z", "2026-01-21T09:31:00.000Z");
    row("2026-01-21T10:30:05", "2026-01-21T09:30:05.000Z", "2026-01-21T09:30:06.000Z");
    row("2026-01-21T10:30:05.125Z", "2026-01-21T10:30:05.125Z", "2026-01-21T10:30:05.126Z");
    row("2026-01-21T10:30-05:30", "2026-01-21T16:00:00.000Z", "2026-01-21T16:01:00.000Z");
    row("90m", "2026-03-29T20:00:00.000Z", "2026-03-29T20:00:00.000Z");
    row("1d", "2026-03-30T21:30:00.000Z", "2026-03-30T21:30:00.000Z", true);
}

void TestJobFilter::intervals()
{
    QFETCH(QString, text);
    QFETCH(bool, ahead);
    QFETCH(QString, start);
    QFETCH(QString, end);
    const FilterContext context{*timestampFromIsoText("2026-03-29T21:30:00.000Z"),
                                QTimeZone("Europe/Berlin")};
    const JobFilter filter = *parseFilter(u("created:<=") + text);
    const auto &time = std::get<Compared<FilterTime>>(filter.terms.constFirst().values.constFirst()).value;
    const TimeInterval found = interval(time, context, ahead);
    QCOMPARE(isoText(found.start), start);
    QCOMPARE(isoText(found.end), end);
}

void TestJobFilter::fileSizes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("bytes"); // -1: refused
    QTest::addColumn<QString>("printed");
    const auto row = [](const char *text, qint64 bytes, const char *printed = "") {
        QTest::newRow(text) << u(text) << bytes << u(printed);
    };
    row("0", 0, "0");
    row("1025", 1025, "1025");
    row("1kB", 1000, "1kB");
    row("1kib", 1024, "1KiB");
    row("1.1MB", 1100000, "1100kB");
    row("0.5B", 1, "1");
    row("8388607TiB", 9223370937343148032, "8388607TiB");
    row("9223372036854775807", 9223372036854775807, "9223372036854775807");
    for (const char *bad :
         {"", "MB", "1.", ".5MB", "1e3", "-1", "1 MB", "8388608TiB", "9223372036854775808", "1,5MB"})
        row(bad, -1);
}

void TestJobFilter::fileSizes()
{
    QFETCH(QString, text);
    QFETCH(qint64, bytes);
    QFETCH(QString, printed);
    const auto size = fileSizeFromText(text);
    QCOMPARE(size.value_or(-1), bytes);
    if (size)
        QCOMPARE(fileSizeToText(*size), printed);
}

void TestJobFilter::timeSpans_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("milliseconds"); // -1: refused
    QTest::addColumn<QString>("printed");
    const auto row = [](const char *text, qint64 milliseconds, const char *printed = "") {
        QTest::newRow(text) << u(text) << milliseconds << u(printed);
    };
    row("250ms", 250, "250ms");
    row("90s", 90000, "1m30s");
    row("1m1ms", 60001, "1m1ms");
    row("2w", 1209600000, "14d");
    row("15d", 1296000000, "15d");
    row("0h", 0, "0s");
    for (const char *bad : {"", "7", "d", "7 d", "-7d", "7y", "7D", "1.5h", "d7", "7dd", "7d1",
                            "99999999999999999999d", "9999999999d"})
        row(bad, -1);
}

void TestJobFilter::timeSpans()
{
    QFETCH(QString, text);
    QFETCH(qint64, milliseconds);
    QFETCH(QString, printed);
    const auto span = timeSpanFromText(text);
    QCOMPARE(span ? qint64(span->count()) : -1, milliseconds);
    if (span)
        QCOMPARE(toText(*span), printed);
}

} // namespace tallyman

QTEST_GUILESS_MAIN(tallyman::TestJobFilter)
#include "tst_jobfilter.moc"
