// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/timestamp.h"
#include "views/jobs/jobdelegate.h"

namespace tallyman {

/// A moment, relative to now; the tool tip has it exactly.
class TimeDelegate final : public JobDelegate {
    Q_OBJECT

public:
    /// The clock must outlive the delegate.
    TimeDelegate(const Clock &clock, JobTableView *view);

    [[nodiscard]] QString text(const QModelIndex &index) const override;

protected:
    [[nodiscard]] QString toolTip(const QStyleOptionViewItem &option,
                                  const QModelIndex &index) const override;

private:
    const Clock &m_clock;
};

/// A length of time: how long a job ran or has been running, has waited, or will still take.
class DurationDelegate final : public JobDelegate {
    Q_OBJECT

public:
    explicit DurationDelegate(JobTableView *view);

    [[nodiscard]] QString text(const QModelIndex &index) const override;

protected:
    [[nodiscard]] QString toolTip(const QStyleOptionViewItem &option,
                                  const QModelIndex &index) const override;
};

} // namespace tallyman
