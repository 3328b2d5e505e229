// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/jobs/jobdelegate.h"

namespace tallyman {

/// A ribbon for a job that is pinned.
class PinDelegate final : public JobDelegate {
    Q_OBJECT

public:
    explicit PinDelegate(JobTableView *view);

protected:
    [[nodiscard]] QString toolTip(const QStyleOptionViewItem &option,
                                  const QModelIndex &index) const override;
    void paintContent(QPainter &painter, const QStyleOptionViewItem &option,
                      const QModelIndex &index) const override;
};

} // namespace tallyman
