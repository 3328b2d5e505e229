// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/countrounds.h"

#include <utility>

namespace tallyman {

namespace {

// Times go by without a change in the store: ages, durations, what is "today".
constexpr std::chrono::minutes timeInterval{1};

} // namespace

CountRounds::CountRounds(std::chrono::milliseconds interval, QObject *parent)
    : QObject(parent)
    , m_interval(interval)
    , m_pause(this)
    , m_longPause(this)
{
    for (QTimer *pause : {&m_pause, &m_longPause}) {
        pause->setSingleShot(true);
        connect(pause, &QTimer::timeout, this, &CountRounds::beginIfDue);
    }
    auto *minute = new QTimer(this);
    minute->setInterval(timeInterval);
    connect(minute, &QTimer::timeout, this, &CountRounds::changed);
    minute->start();
}

void CountRounds::setActive(bool active)
{
    if (active == std::exchange(m_active, active))
        return;
    if (active) {
        m_pause.stop();
        m_longPause.stop();
        beginIfDue();
    } else if (std::exchange(m_counting, false)) {
        m_cheapIsOld = true;
        m_allIsOld = m_allIsOld || m_round == Round::All;
        emit dropped();
    }
}

void CountRounds::changed()
{
    m_cheapIsOld = true;
    m_allIsOld = true;
    beginIfDue();
}

void CountRounds::restart()
{
    m_cheapIsOld = true;
    m_allIsOld = true;
    if (m_active)
        start(Round::All);
}

void CountRounds::finished(qint64 milliseconds)
{
    m_counting = false;
    m_pause.start(m_interval);
    const std::chrono::milliseconds pause{milliseconds * (share - 1)};
    if (m_round == Round::All && pause > m_interval)
        m_longPause.start(pause);
}

void CountRounds::beginIfDue()
{
    if (!m_active || m_counting || m_pause.isActive())
        return;
    if (m_allIsOld && !m_longPause.isActive())
        start(Round::All);
    else if (m_cheapIsOld)
        start(Round::Cheap);
}

void CountRounds::start(Round round)
{
    m_pause.stop();
    m_counting = true;
    m_round = round;
    m_cheapIsOld = false;
    if (round == Round::All)
        m_allIsOld = false;
    emit begin(round);
}

} // namespace tallyman
