// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <chrono>
#include <optional>

namespace tallyman {

/// A moment in UTC, to the millisecond: what every time in the record is.
using Timestamp = std::chrono::sys_time<std::chrono::milliseconds>;

/// The stored form, ISO 8601 in UTC with milliseconds: `2026-01-21T10:30:00.000Z`. Its order as text is
/// its order in time, and SQLite's datetime() and julianday() read it.
[[nodiscard]] QByteArray toIsoText(Timestamp time);

/// Reads the stored form, and any other ISO 8601 moment (`2026-01-21 10:30:00`, with a zone or without,
/// which is then UTC), as a person with a sqlite3 shell may have written it. Nothing for other text.
[[nodiscard]] std::optional<Timestamp> timestampFromIsoText(QByteArrayView text);

/// Where the time comes from; handed in by constructor so that tests can hold it still.
class Clock {
public:
    Clock() = default;
    Clock(const Clock &) = delete;
    Clock &operator=(const Clock &) = delete;
    virtual ~Clock() = default;
    [[nodiscard]] virtual Timestamp now() const = 0;
};

/// The system's wall clock.
class SystemClock final : public Clock {
public:
    [[nodiscard]] Timestamp now() const override;
};

} // namespace tallyman
