// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/format.h"

#include <QTest>
#include <QTimeZone>

using namespace tallyman;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

class TestFormat : public QObject {
    Q_OBJECT

private slots:
    void durations_data();
    void durations();
    void relativeTimes_data();
    void relativeTimes();
    void exactTimes();
    void numbers();
    void absentTimes();
};

void TestFormat::durations_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("text");
    const auto row = [](milliseconds duration, const char *text) {
        QTest::newRow(text) << qint64{duration.count()} << QString::fromLatin1(text);
    };
    row(-5ms, "0 ms");
    row(340ms, "340 ms");
    row(999ms, "999 ms");
    row(1000ms, "1.0 s");
    row(12'499ms, "12.4 s");
    row(59'999ms, "59.9 s");
    row(60s, "1 min 00 s");
    row(200s, "3 min 20 s");
    row(59min + 59s, "59 min 59 s");
    row(1h, "1 h 00 min");
    row(62min, "1 h 02 min");
    row(23h + 59min + 59s, "23 h 59 min");
    row(52h, "2 d 04 h");
    row(24h * 1500, "1,500 d 00 h");
}

void TestFormat::durations()
{
    QFETCH(qint64, ms);
    QTEST(format::duration(milliseconds{ms}, QLocale(QStringLiteral("en_US"))), "text");
}

void TestFormat::relativeTimes_data()
{
    QTest::addColumn<qint64>("ageMs");
    QTest::addColumn<QString>("text");
    const auto row = [](milliseconds age, const char *text) {
        QTest::newRow(text) << qint64{age.count()} << QString::fromLatin1(text);
    };
    row(0ms, "now");
    row(5s, "5 s ago");
    row(59'999ms, "59 s ago");
    row(3min + 59s, "3 min ago");
    row(60min, "1 h ago");
    row(47h, "1 d ago");
    row(24h * 7 - 1ms, "6 d ago");
    row(24h * 7, "14/01/2026");
    row(-2s, "now");
    row(-20s, "in 20 s");
    row(-3min, "in 3 min");
    row(-5h, "in 5 h");
    row(-24h * 3, "in 3 d");
    row(-24h * 8, "29/01/2026");
}

void TestFormat::relativeTimes()
{
    QFETCH(qint64, ageMs);
    const QDateTime now(QDate(2026, 1, 21), QTime(12, 0), QTimeZone::utc());
    QCOMPARE(format::relativeTime(now.addMSecs(-ageMs), Timestamp{milliseconds{now.toMSecsSinceEpoch()}},
                                  QLocale(QStringLiteral("en_GB"))),
             QString::fromLatin1(QTest::currentDataTag()));
}

void TestFormat::exactTimes()
{
    const QDateTime time(QDate(2026, 1, 21), QTime(10, 30, 5, 70), QTimeZone::utc());
    const QStringList lines = format::exactTime(time, QLocale(QStringLiteral("de_DE"))).split(u'\n');
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines.last(), QStringLiteral("21.01.26 10:30:05.070 UTC"));
    const QDateTime local = time.toLocalTime();
    QVERIFY(lines.first().contains(local.time().toString(QStringLiteral("HH:mm:ss.zzz"))));
    QVERIFY(lines.first().endsWith(local.timeZoneAbbreviation()));
}

void TestFormat::numbers()
{
    const QLocale english(QStringLiteral("en_US"));
    QCOMPARE(format::count(1204311, english), QStringLiteral("1,204,311"));
    QCOMPARE(format::shortCount(0, english), QStringLiteral("0"));
    QCOMPARE(format::shortCount(9999, english), QStringLiteral("9,999"));
    QCOMPARE(format::shortCount(10000, english), QStringLiteral("10K"));
    QCOMPARE(format::shortCount(999999, english), QStringLiteral("999K"));
    QCOMPARE(format::shortCount(1204311, english), QStringLiteral("1.2M"));
    QCOMPARE(format::shortCount(9999999, english), QStringLiteral("9.9M"));
    QCOMPARE(format::shortCount(12999999, english), QStringLiteral("12M"));
    QCOMPARE(format::shortCount(1250000000, english), QStringLiteral("1.2B"));
    QCOMPARE(format::shortCount(1204311, QLocale(QStringLiteral("de_DE"))), QStringLiteral("1,2M"));
    QCOMPARE(format::size(340, english), QStringLiteral("340 bytes"));
    QCOMPARE(format::size(12'400, english), QStringLiteral("12.4 kB"));
    QCOMPARE(format::size(1'100'000'000, QLocale(QStringLiteral("de_DE"))), QStringLiteral("1,1 GB"));
    QCOMPARE(format::progress(0.0, english), QStringLiteral("0 %"));
    QCOMPARE(format::progress(0.29, english), QStringLiteral("29 %"));
    QCOMPARE(format::progress(0.999, english), QStringLiteral("99 %"));
    QCOMPARE(format::progress(1.0, english), QStringLiteral("100 %"));
    QCOMPARE(format::percent(94.28, english), QStringLiteral("94.2 %"));
    QCOMPARE(format::percent(99.99, english), QStringLiteral("99.9 %"));
    QCOMPARE(format::percent(100.0, english), QStringLiteral("100 %"));
    QCOMPARE(format::percent(94.28, QLocale(QStringLiteral("de_DE"))), QStringLiteral("94,2 %"));
}

void TestFormat::absentTimes()
{
    QCOMPARE(format::relativeTime({}, Timestamp{}), QString());
    QCOMPARE(format::exactTime({}), QString());
}

QTEST_GUILESS_MAIN(TestFormat)
#include "tst_format.moc"
