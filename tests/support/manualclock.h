// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/timestamp.h"

#include <atomic>

namespace tallyman::test {

/// A clock that stands still until it is told to go on. Thread-safe.
class ManualClock final : public Clock {
public:
    /// 2026-01-21T10:30:00.000Z
    ManualClock() = default;

    [[nodiscard]] Timestamp now() const override { return Timestamp{std::chrono::milliseconds{m_now}}; }
    void advance(std::chrono::milliseconds by) { m_now += by.count(); }
    void set(Timestamp now) { m_now = now.time_since_epoch().count(); }

private:
    std::atomic<qint64> m_now{1768991400000};
};

} // namespace tallyman::test
