// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/values.h"
#include "app/process/exitcode.h"
#include "models/domain/timespan.h"

#include <QTest>

#include <limits>

using namespace tallyman;
using namespace tallyman::cli;

namespace {

const QLatin1StringView option("--x");
const Timestamp now{std::chrono::milliseconds{1768991400000}}; // 2026-01-21T10:30:00Z

} // namespace

class TestCtlValues : public QObject {
    Q_OBJECT

private slots:
    void whole_data();
    void whole();
    void decimal_data();
    void decimal();
    void span_data();
    void span();
    void time_data();
    void time();
    void statusLists();
    void exitCodes_data();
    void exitCodes();
};

void TestCtlValues::whole_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("ok");
    QTest::newRow("least") << QStringLiteral("0") << true;
    QTest::newRow("most") << QStringLiteral("65535") << true;
    for (const char *bad : {"", "-1", "65536", "+1", " 1", "1 ", "1.0", "1e3", "0x10", "1,000", "ten", "１",
                            "99999999999999999999"})
        QTest::newRow(bad) << QString::fromUtf8(bad) << false;
}

void TestCtlValues::whole()
{
    QFETCH(QString, text);
    const auto number = wholeNumber(option, text, 0, 65535);
    QTEST(number.ok(), "ok");
    if (number) {
        QCOMPARE(*number, text.toLongLong());
        return;
    }
    QCOMPARE(number.error().code, ErrorCode::InvalidValue);
    QVERIFY(number.error().message.contains(option));
}

void TestCtlValues::decimal_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("value"); // NaN: refused
    QTest::newRow("fraction") << QStringLiteral("0.65") << 0.65;
    QTest::newRow("whole") << QStringLiteral("1") << 1.0;
    QTest::newRow("out of range is the store's business") << QStringLiteral("1.7") << 1.7;
    for (const char *bad : {"", "nan", "inf", "0,5", "50%", " 0.5", "0.5x", "1e999", "+0.5"})
        QTest::newRow(bad) << QString::fromUtf8(bad) << std::numeric_limits<double>::quiet_NaN();
}

void TestCtlValues::decimal()
{
    QFETCH(QString, text);
    QFETCH(double, value);
    const auto number = decimalNumber(option, text);
    QCOMPARE(number.ok(), value == value);
    if (number)
        QCOMPARE(*number, value);
}

void TestCtlValues::span_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("seconds"); // -1: refused
    QTest::newRow("seconds") << QStringLiteral("90s") << qint64{90};
    QTest::newRow("minutes") << QStringLiteral("30m") << qint64{1800};
    QTest::newRow("hours") << QStringLiteral("12h") << qint64{43200};
    QTest::newRow("days") << QStringLiteral("7d") << qint64{604800};
    QTest::newRow("weeks") << QStringLiteral("2w") << qint64{1209600};
    QTest::newRow("several") << QStringLiteral("1d12h") << qint64{129600};
    QTest::newRow("none") << QStringLiteral("0s") << qint64{0};
    for (const char *bad : {"", "7", "d", "7 d", "-7d", "7y", "7D", "1.5h", "d7", "7dd", "7d1",
                            "99999999999999999999d", "9999999999d"})
        QTest::newRow(bad) << QString::fromUtf8(bad) << qint64{-1};
}

void TestCtlValues::span()
{
    QFETCH(QString, text);
    QFETCH(qint64, seconds);
    const auto span = timeSpanFromText(text);
    QCOMPARE(span.has_value(), seconds >= 0);
    if (span)
        QCOMPARE(span->count(), seconds * 1000);
}

void TestCtlValues::time_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Direction>("direction");
    QTest::addColumn<QByteArray>("result"); // empty: refused
    const auto back = Direction::Ago;
    const auto on = Direction::FromNow;
    QTest::newRow("ago") << QStringLiteral("1d") << back << QByteArray("2026-01-20T10:30:00.000Z");
    QTest::newRow("from now") << QStringLiteral("1d") << on << QByteArray("2026-01-22T10:30:00.000Z");
    QTest::newRow("UTC") << QStringLiteral("2026-01-21T10:30:00Z") << back
                         << QByteArray("2026-01-21T10:30:00.000Z");
    QTest::newRow("zone") << QStringLiteral("2026-01-21T10:30:00+02:00") << back
                          << QByteArray("2026-01-21T08:30:00.000Z");
    QTest::newRow("no zone is UTC") << QStringLiteral("2026-01-21 10:30:00") << back
                                    << QByteArray("2026-01-21T10:30:00.000Z");
    QTest::newRow("day") << QStringLiteral("2026-01-21") << back << QByteArray("2026-01-21T00:00:00.000Z");
    for (const char *bad :
         {"", "yesterday", "2026-13-01", "2026-01-21T25:00:00Z", "2026-01-21x", "12", "4000000d"})
        QTest::newRow(bad) << QString::fromUtf8(bad) << back << QByteArray();
    QTest::newRow("beyond the calendar") << QStringLiteral("3650000d") << on << QByteArray();
}

void TestCtlValues::time()
{
    QFETCH(QString, text);
    QFETCH(Direction, direction);
    const auto time = moment(option, text, now, direction);
    QTEST(time ? toIsoText(*time) : QByteArray(), "result");
    if (!time)
        QCOMPARE(time.error().code, ErrorCode::InvalidValue);
}

void TestCtlValues::statusLists()
{
    const auto some = statuses({QStringLiteral("failed,running"), QStringLiteral("failed")});
    QVERIFY(some.ok());
    QCOMPARE(*some, (QList{JobStatus::Failed, JobStatus::Running}));
    QVERIFY(statuses({})->isEmpty());
    for (const char *bad : {"", "Failed", "failed,", "complete", "failed, running"})
        QVERIFY2(!statuses({QString::fromLatin1(bad)}), bad);
}

void TestCtlValues::exitCodes_data()
{
    QTest::addColumn<ErrorCode>("error");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("invalid value") << ErrorCode::InvalidValue << 2;
    QTest::newRow("not found") << ErrorCode::NotFound << 3;
    QTest::newRow("exists") << ErrorCode::AlreadyExists << 4;
    QTest::newRow("illegal move") << ErrorCode::IllegalMove << 4;
    QTest::newRow("locked") << ErrorCode::Locked << 5;
    QTest::newRow("cannot open") << ErrorCode::CannotOpen << 5;
    QTest::newRow("not a database") << ErrorCode::NotADatabase << 5;
    QTest::newRow("empty") << ErrorCode::Empty << 5;
    QTest::newRow("foreign") << ErrorCode::Foreign << 5;
    QTest::newRow("too new") << ErrorCode::TooNew << 5;
    QTest::newRow("corrupt") << ErrorCode::Corrupt << 5;
    QTest::newRow("unsupported") << ErrorCode::Unsupported << 5;
    QTest::newRow("overloaded") << ErrorCode::Overloaded << 1;
    QTest::newRow("no space") << ErrorCode::NoSpace << 1;
    QTest::newRow("cannot listen") << ErrorCode::CannotListen << 1;
    QTest::newRow("internal") << ErrorCode::Internal << 1;
}

void TestCtlValues::exitCodes()
{
    QFETCH(ErrorCode, error);
    QTEST(static_cast<int>(exitCodeOf(error)), "exitCode");
}

QTEST_GUILESS_MAIN(TestCtlValues)
#include "tst_ctl_values.moc"
