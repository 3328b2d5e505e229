// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tallyman {

/// What became of one change to many jobs.
struct ManyOutcome {
    qint64 changed = 0; ///< jobs that are now as was asked
    qint64 refused = 0; ///< jobs that a rule keeps from it; they are as they were
    qint64 gone = 0; ///< jobs that are not there any more
    QString firstReason; ///< why the first one was refused; translated

    [[nodiscard]] qint64 total() const { return changed + refused + gone; }

    ManyOutcome &operator+=(const ManyOutcome &other)
    {
        changed += other.changed;
        refused += other.refused;
        gone += other.gone;
        if (firstReason.isEmpty())
            firstReason = other.firstReason;
        return *this;
    }

    friend bool operator==(const ManyOutcome &, const ManyOutcome &) = default;
};

} // namespace tallyman
