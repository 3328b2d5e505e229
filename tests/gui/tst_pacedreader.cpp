// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pacedreader.h"

#include <QSemaphore>
#include <QTest>
#include <QThread>

#include <atomic>

using namespace tallyman;

class TestPacedReader : public QObject {
    Q_OBJECT

private slots:
    void readsInAnotherThreadAndAnswersHere();
    void dropsTheAnswerThatNobodyWants();
    void readsAgainOnceForManyRefreshes();
    void endsWhileItReads();
};

void TestPacedReader::readsInAnotherThreadAndAnswersHere()
{
    PacedReader reader;
    QThread *worker = nullptr;
    QThread *answered = nullptr;
    reader.start([&] {
        return [&](const PacedReader::Reading &reading) {
            worker = QThread::currentThread();
            reading.post([&] { answered = QThread::currentThread(); });
        };
    });
    QTRY_VERIFY(answered);
    QCOMPARE(answered, QThread::currentThread());
    QVERIFY(worker != answered);
}

void TestPacedReader::dropsTheAnswerThatNobodyWants()
{
    PacedReader reader;
    QSemaphore begun;
    QSemaphore mayEnd;
    QStringList answers;
    bool sawCancelled = false;
    reader.start([&] {
        return [&](const PacedReader::Reading &reading) {
            begun.release();
            mayEnd.acquire();
            sawCancelled = reading.cancelled();
            reading.post([&] { answers << QStringLiteral("first"); });
        };
    });
    begun.acquire();
    reader.start([&] {
        return [&](const PacedReader::Reading &reading) {
            reading.post([&] { answers << QStringLiteral("second"); });
        };
    });
    mayEnd.release();
    QTRY_COMPARE(answers, QStringList(QStringLiteral("second")));
    QVERIFY(sawCancelled);
}

void TestPacedReader::readsAgainOnceForManyRefreshes()
{
    PacedReader reader;
    reader.refresh(); // nothing to read yet
    std::atomic<int> readings = 0;
    int answers = 0;
    reader.start([&] {
        return [&](const PacedReader::Reading &reading) {
            ++readings;
            reading.post([&] { ++answers; });
        };
    });
    for (int i = 0; i < 100; ++i)
        reader.refresh();
    QTRY_COMPARE(answers, 2);
    QCOMPARE(readings.load(), 2);
    reader.stop();
    reader.refresh();
    QCoreApplication::processEvents();
    QCOMPARE(readings.load(), 2);
}

void TestPacedReader::endsWhileItReads()
{
    QSemaphore begun;
    bool ended = false;
    {
        PacedReader reader;
        reader.start([&] {
            return [&](const PacedReader::Reading &reading) {
                begun.release();
                while (!reading.cancelled())
                    QThread::yieldCurrentThread();
                ended = true;
            };
        });
        begun.acquire();
    }
    QVERIFY(ended);
}

QTEST_GUILESS_MAIN(TestPacedReader)
#include "tst_pacedreader.moc"
