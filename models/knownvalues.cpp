// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/knownvalues.h"

namespace tallyman {

KnownValues::KnownValues(const QString &databaseName, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_counter(databaseName, clock)
    , m_pause(this)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(interval);
    connect(&m_counter, &JobCounter::answered, this, [this](const CountAnswer &answer) {
        if (m_names == answer.names)
            return;
        m_names = answer.names;
        emit changed();
    });
    connect(&m_counter, &JobCounter::finished, this, [this] { m_pause.start(); });
}

const KnownNames &KnownValues::names()
{
    if (m_old && !m_counter.isCounting() && !m_pause.isActive()) {
        m_old = false;
        m_counter.ask({{0, CountQuestion::Kind::Names, {}, {}, {}}});
    }
    return m_names;
}

} // namespace tallyman
