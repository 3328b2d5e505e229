// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/statisticsmodel.h"

#include "models/store/jobstore.h"

#include <utility>

namespace tallyman {

StatisticsModel::StatisticsModel(JobStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_pool(this)
    , m_pause(this)
{
    m_pool.setMaxThreadCount(1);
    m_pool.setExpiryTimeout(-1); // the store keeps a connection for each thread that reads
    m_pause.setSingleShot(true);
    m_pause.setInterval(interval);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (std::exchange(m_again, false))
            read();
    });
}

StatisticsModel::~StatisticsModel()
{
    m_pool.waitForDone();
}

void StatisticsModel::refresh()
{
    if (m_reading || m_pause.isActive())
        m_again = true;
    else
        read();
}

void StatisticsModel::read()
{
    m_reading = true;
    m_pause.start();
    m_pool.start([this] {
        Result<Statistics> read = m_store.statistics();
        QMetaObject::invokeMethod(
            this, [this, read = std::move(read)] { take(read); }, Qt::QueuedConnection);
    });
}

void StatisticsModel::take(const Result<Statistics> &read)
{
    m_reading = false;
    if (m_again && !m_pause.isActive()) {
        m_again = false;
        this->read();
    }
    if (!read) {
        emit failed(read.error());
        return;
    }
    if (m_statistics == *read)
        return;
    m_statistics = *read;
    emit changed();
}

} // namespace tallyman
