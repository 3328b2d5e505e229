// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobcounter.h"

#include <QTimer>

namespace tallyman {

/// Which providers and users there are, for completion. Reads them in a thread of its own, when somebody asks
/// and the store has changed since.
class KnownValues : public QObject {
    Q_OBJECT

public:
    /// The least time between two readings.
    static constexpr std::chrono::milliseconds interval{2000};

    KnownValues(const QString &databaseName, const Clock &clock, QObject *parent = nullptr);

    /// As they were read last; sees to it that they are read again where they are old. changed() tells.
    [[nodiscard]] const KnownNames &names();
    /// Something in the store has changed.
    void refresh() { m_old = true; }

signals:
    void changed();

private:
    KnownNames m_names;
    JobCounter m_counter;
    QTimer m_pause; // between two readings
    bool m_old = true;
};

} // namespace tallyman
