// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pacedreader.h"

#include <algorithm>
#include <utility>

namespace tallyman {

namespace {

constexpr int pauseShare = 10;

}

void PacedReader::Reading::post(std::function<void()> answer) const
{
    QMetaObject::invokeMethod(
        &m_reader,
        [reader = &m_reader, generation = m_generation, answer = std::move(answer)] {
            if (reader->m_generation == generation)
                answer();
        },
        Qt::QueuedConnection);
}

PacedReader::PacedReader(QObject *parent)
    : QObject(parent)
    , m_pool(this)
    , m_pause(this)
{
    m_pool.setMaxThreadCount(1);
    m_pool.setExpiryTimeout(-1); // the store keeps a connection for each thread that reads
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (std::exchange(m_again, false))
            run();
    });
}

PacedReader::~PacedReader()
{
    ++m_generation;
    m_pool.waitForDone();
}

void PacedReader::start(std::function<Work()> prepare)
{
    stop();
    m_prepare = std::move(prepare);
    if (m_reading)
        m_again = true;
    else
        run();
}

void PacedReader::stop()
{
    ++m_generation;
    m_prepare = {};
    m_again = false;
    m_pause.stop();
}

void PacedReader::refresh()
{
    if (!m_prepare)
        return;
    if (m_reading || m_pause.isActive())
        m_again = true;
    else
        run();
}

void PacedReader::run()
{
    m_reading = true;
    m_pool.start([this, work = m_prepare(), reading = Reading(*this, m_generation)] {
        QElapsedTimer timer;
        timer.start();
        if (!reading.cancelled())
            work(reading);
        QMetaObject::invokeMethod(
            this,
            [this, generation = reading.m_generation, took = timer.elapsed()] {
                ended(generation, std::chrono::milliseconds{took});
            },
            Qt::QueuedConnection);
    });
}

void PacedReader::ended(quint64 generation, std::chrono::milliseconds took)
{
    m_reading = false;
    if (generation == m_generation)
        m_pause.start(std::max(interval, pauseShare * took));
    else if (std::exchange(m_again, false))
        run();
}

} // namespace tallyman
