// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/jobfilter.h"

#include <QTimeZone>

namespace tallyman {

/// What the relative times of a query are relative to.
struct FilterContext {
    Timestamp now;
    QTimeZone zone = QTimeZone::systemTimeZone(); ///< of days, and of times that name no zone
};

/// From `start` on, before `end`; both the same for a single moment.
struct TimeInterval {
    Timestamp start;
    Timestamp end;

    friend bool operator==(const TimeInterval &, const TimeInterval &) = default;
};

/// The text of a moment in the one spelling that the filter keeps (`T` and `Z` upper case, no blanks), or
/// nothing where it is no time from the year 0001 to 9998: `2026`, `2026-01`, `2026-01-21`,
/// `2026-01-21T10`, `...T10:30`, `...:00`, `...:00.000`; behind a time of day `Z` or `+01:00`.
[[nodiscard]] std::optional<QString> momentFromText(QStringView text);

/// The time that a written time stands for: a day for a day, a month for a month. `ahead`: a span leads from
/// now to the future, as that of `expires` does.
[[nodiscard]] TimeInterval interval(const FilterTime &time, const FilterContext &context, bool ahead);

} // namespace tallyman
