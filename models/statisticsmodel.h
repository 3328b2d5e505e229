// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/domain/statistics.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <chrono>
#include <optional>

namespace tallyman {

class JobStore;

/// The store's statistics, as they are now. Reads them in a thread of its own.
class StatisticsModel : public QObject {
    Q_OBJECT

public:
    /// The least time between two readings.
    static constexpr std::chrono::milliseconds interval{200};

    /// Reads nothing before the first refresh(). The store must outlive the model.
    explicit StatisticsModel(JobStore &store, QObject *parent = nullptr);
    ~StatisticsModel() override;

    /// Nothing before they were read for the first time.
    [[nodiscard]] const std::optional<Statistics> &statistics() const { return m_statistics; }

    /// Something in the store has changed. Returns at once.
    void refresh();

signals:
    /// The numbers are others than before.
    void changed();
    /// They could not be read. They stay as they were.
    void failed(const tallyman::StoreError &error);

private:
    void read();
    void take(const Result<Statistics> &read);

    JobStore &m_store;
    std::optional<Statistics> m_statistics;
    QThreadPool m_pool; // of one thread
    QTimer m_pause; // between two readings
    bool m_reading = false;
    bool m_again = false;
};

} // namespace tallyman
