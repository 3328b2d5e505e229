// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/jobs/jobdelegate.h"

#include <chrono>

namespace tallyman {

/// How far a job is: a bar with the number beside it, or a slow stripe where nobody knows.
class ProgressDelegate final : public JobDelegate {
    Q_OBJECT

public:
    explicit ProgressDelegate(JobTableView *view);

    /// Where the stripe is, from 0 to 1; at rest in the middle.
    void setPhase(double phase) { m_phase = phase; }

    /// Whether the job runs and has not said how far it is.
    [[nodiscard]] static bool isUnknown(const QModelIndex &index);

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QString text(const QModelIndex &index) const override;

protected:
    void paintContent(QPainter &painter, const QStyleOptionViewItem &option,
                      const QModelIndex &index) const override;

private:
    double m_phase = 0.5;
};

} // namespace tallyman
