// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/process/signalwatcher.h"

#include <QSignalSpy>
#include <QTest>

#include <csignal>

using tallyman::SignalWatcher;

namespace {

bool isDefault(int signal)
{
    struct sigaction action { };
    sigaction(signal, nullptr, &action);
    return action.sa_handler == SIG_DFL;
}

} // namespace

class TestCtlSignals : public QObject {
    Q_OBJECT

private slots:
    void reports_data();
    void reports();
    void secondInterruptEnds();
    void restores();
};

void TestCtlSignals::reports_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
}

void TestCtlSignals::reports()
{
    QFETCH(int, number);
    const SignalWatcher watcher;
    QSignalSpy spy(&watcher, &SignalWatcher::endRequested);
    // Before any event loop runs: it is kept until one does.
    QCOMPARE(std::raise(number), 0);
    QCOMPARE(spy.count(), 0);
    QVERIFY(spy.wait());
    QCOMPARE(spy.count(), 1);
}

void TestCtlSignals::secondInterruptEnds()
{
    const SignalWatcher watcher;
    QVERIFY(!isDefault(SIGINT));
    QCOMPARE(std::raise(SIGINT), 0);
    QVERIFY(isDefault(SIGINT));
    QVERIFY(!isDefault(SIGTERM)); // systemd may repeat that one; it changes nothing
}

void TestCtlSignals::restores()
{
    {
        const SignalWatcher watcher;
        QVERIFY(!isDefault(SIGTERM));
    }
    QVERIFY(isDefault(SIGTERM));
    QVERIFY(isDefault(SIGINT));
    const SignalWatcher again;
    QVERIFY(!isDefault(SIGINT));
}

QTEST_GUILESS_MAIN(TestCtlSignals)
#include "tst_ctl_signals.moc"
