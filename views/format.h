// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/timestamp.h"

#include <QDateTime>
#include <QLocale>
#include <QString>

#include <chrono>

/// How the desktop writes numbers and times, everywhere the same.
namespace tallyman::format {

/// In UTC.
[[nodiscard]] QDateTime dateTime(Timestamp time);

/// A moment as people speak of it: "now", "40 s ago", "3 min ago", "2 h ago", "5 d ago", "in 3 min"; from a
/// week on the date, as the locale writes it.
[[nodiscard]] QString relativeTime(const QDateTime &time, Timestamp now, const QLocale &locale = {});

/// The same moment to the millisecond, in local time and in UTC, on two lines.
[[nodiscard]] QString exactTime(const QDateTime &time, const QLocale &locale = {});

/// "340 ms", "12.4 s", "3 min 20 s", "1 h 02 min", "2 d 04 h". Rounded down; below zero is zero.
[[nodiscard]] QString duration(std::chrono::milliseconds duration, const QLocale &locale = {});

/// A share from 0 to 1 as "62 %". Rounded down, so that only what is done says 100 %.
[[nodiscard]] QString progress(double share, const QLocale &locale = {});

/// "94.2 %"; rounded down likewise, and without a fraction at 100.
[[nodiscard]] QString percent(double percent, const QLocale &locale = {});

/// A number of bytes: "340 bytes", "12.4 kB", "1.1 GB", in steps of a thousand.
[[nodiscard]] QString size(qint64 bytes, const QLocale &locale = {});

/// "1,204,311".
[[nodiscard]] QString count(qint64 number, const QLocale &locale = {});

/// The same for where there is little room: "9,999", then "12K", "1.2M", "34M", "1.2B". Rounded down.
[[nodiscard]] QString shortCount(qint64 number, const QLocale &locale = {});

} // namespace tallyman::format
