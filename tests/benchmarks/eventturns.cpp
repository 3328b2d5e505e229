// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/eventturns.h"

#include <QAbstractEventDispatcher>
#include <QFile>

#include <algorithm>
#include <ctime>

namespace tallyman::bench {

namespace {

double seconds(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

} // namespace

EventTurns::EventTurns(QObject *parent)
    : QObject(parent)
{
    const QAbstractEventDispatcher *dispatcher = QAbstractEventDispatcher::instance();
    connect(dispatcher, &QAbstractEventDispatcher::awake, this, &EventTurns::begin);
    connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, &EventTurns::end);
}

void EventTurns::clear()
{
    m_wall.clear();
    m_computed.clear();
    m_running = false;
}

void EventTurns::begin()
{
    if (m_running)
        return;
    m_running = true;
    m_since = std::chrono::steady_clock::now();
    m_computedBefore = seconds(CLOCK_THREAD_CPUTIME_ID);
}

void EventTurns::end()
{
    if (!m_running)
        return;
    m_running = false;
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - m_since;
    m_wall << took.count();
    m_computed << 1000.0 * (seconds(CLOCK_THREAD_CPUTIME_ID) - m_computedBefore);
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
