// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/jobs/jobdelegate.h"

namespace tallyman {

/// The status of a job as shape, colour and word.
class StatusDelegate final : public JobDelegate {
    Q_OBJECT

public:
    explicit StatusDelegate(JobTableView *view);

    /// How wide a cell must be to show each of the states whole.
    [[nodiscard]] static int widestText(const QFontMetrics &metrics);

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QString text(const QModelIndex &index) const override;

protected:
    void paintContent(QPainter &painter, const QStyleOptionViewItem &option,
                      const QModelIndex &index) const override;
};

} // namespace tallyman
