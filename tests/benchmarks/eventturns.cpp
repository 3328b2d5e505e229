// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/eventturns.h"

#include <QAbstractEventDispatcher>
#include <QFile>
#include <QThread>

#include <algorithm>
#include <ctime>
#include <utility>

namespace tallyman::bench {

namespace {

double seconds(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

} // namespace

TimedApplication::TimedApplication(int &argc, char **argv)
    : QApplication(argc, argv)
    , m_tick(this)
{
    m_tick.setTimerType(Qt::PreciseTimer);
    m_tick.setInterval(tick);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        m_turns.late << static_cast<double>(m_sinceTick.nsecsElapsed()) / 1e6
                - static_cast<double>(tick.count());
        m_sinceTick.restart();
    });
    connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::aboutToBlock, this,
            &TimedApplication::endTurn);
}

// An event that is delivered within another one belongs to that; our own timer is no work of the window's.
bool TimedApplication::notify(QObject *receiver, QEvent *event)
{
    // Those of other threads come here too.
    if (QThread::currentThread() != thread() || !m_timing || m_depth > 0 || receiver == &m_tick)
        return QApplication::notify(receiver, event);
    ++m_depth;
    QElapsedTimer since;
    since.start();
    const double computed = seconds(CLOCK_THREAD_CPUTIME_ID);
    const bool done = QApplication::notify(receiver, event);
    m_wall += static_cast<double>(since.nsecsElapsed()) / 1e6;
    m_computed += 1000.0 * (seconds(CLOCK_THREAD_CPUTIME_ID) - computed);
    --m_depth;
    return done;
}

void TimedApplication::endTurn()
{
    if (m_timing && m_wall > 0.0) {
        m_turns.wall << m_wall;
        m_turns.computed << m_computed;
    }
    m_wall = 0.0;
    m_computed = 0.0;
}

void TimedApplication::start()
{
    m_turns = {};
    m_wall = 0.0;
    m_computed = 0.0;
    m_timing = true;
    m_sinceTick.start();
    m_tick.start();
}

TimedApplication::Turns TimedApplication::stop()
{
    endTurn();
    m_timing = false;
    m_tick.stop();
    return std::exchange(m_turns, {});
}

double processSeconds()
{
    return seconds(CLOCK_PROCESS_CPUTIME_ID);
}

double percentile(QList<double> samples, double share)
{
    if (samples.isEmpty())
        return -1.0;
    std::sort(samples.begin(), samples.end());
    const auto at = static_cast<qsizetype>(share * static_cast<double>(samples.size()));
    return samples.at(std::min(at, samples.size() - 1));
}

double memoryMegabytes(const char *line)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return -1.0;
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray &text : lines) {
        if (text.startsWith(QByteArray(line) + ':'))
            return text.simplified().split(' ').at(1).toDouble() / 1024.0;
    }
    return -1.0;
}

} // namespace tallyman::bench
