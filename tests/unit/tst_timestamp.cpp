// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/timestamp.h"

#include <QTest>

using namespace tallyman;
using namespace std::chrono_literals;

class TestTimestamp : public QObject {
    Q_OBJECT

private slots:
    void writes_data()
    {
        QTest::addColumn<qint64>("milliseconds");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("epoch") << qint64(0) << QByteArray("1970-01-01T00:00:00.000Z");
        QTest::newRow("milliseconds") << qint64(1768991400007) << QByteArray("2026-01-21T10:30:00.007Z");
        QTest::newRow("leap day") << qint64(1709164799999) << QByteArray("2024-02-28T23:59:59.999Z");
        QTest::newRow("before the epoch") << qint64(-1) << QByteArray("1969-12-31T23:59:59.999Z");
        QTest::newRow("year 9999") << qint64(253402300799999) << QByteArray("9999-12-31T23:59:59.999Z");
    }
    void writes()
    {
        QFETCH(qint64, milliseconds);
        QFETCH(QByteArray, text);
        const Timestamp time{std::chrono::milliseconds{milliseconds}};
        QCOMPARE(toIsoText(time), text);
        QCOMPARE(timestampFromIsoText(text), time);
    }

    void reads_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("milliseconds");
        QTest::newRow("SQLite's datetime()") << QByteArray("2026-01-21 10:30:00") << qint64(1768991400000);
        QTest::newRow("no zone is UTC") << QByteArray("2026-01-21T10:30:00.5") << qint64(1768991400500);
        QTest::newRow("offset") << QByteArray("2026-01-21T11:30:00+01:00") << qint64(1768991400000);
        QTest::newRow("no milliseconds") << QByteArray("2026-01-21T10:30:00Z") << qint64(1768991400000);
        QTest::newRow("date alone") << QByteArray("2026-01-21") << qint64(1768953600000);
    }
    void reads()
    {
        QFETCH(QByteArray, text);
        QFETCH(qint64, milliseconds);
        QCOMPARE(timestampFromIsoText(text), Timestamp{std::chrono::milliseconds{milliseconds}});
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"", "yesterday", "2026-02-30T10:30:00.000Z", "2026-01-21T24:30:00.000Z",
                                 "2026-13-21T10:30:00.000Z", "2026-01-21T10:60:00.000Z",
                                 "2026-01-21T10:30:00.0x0Z", "12345", "2026-01-21T10:30:00.000Zx"})
            QTest::addRow("'%s'", text) << QByteArray(text);
    }
    void refuses()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!timestampFromIsoText(text));
    }

    void ordersAsText()
    {
        QByteArray before;
        for (qint64 t = -5000000000; t < 5000000000000; t += 123456789123) {
            const QByteArray text = toIsoText(Timestamp{std::chrono::milliseconds{t}});
            QVERIFY(before.isEmpty() || before < text);
            before = text;
        }
    }
};

QTEST_GUILESS_MAIN(TestTimestamp)
#include "tst_timestamp.moc"
