// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/jobstatus.h"

#include <QStyledItemDelegate>

#include <optional>

namespace tallyman {

/// What a row of a side panel says.
struct SideRow {
    enum class Mark { None, Chosen, LeftOut };
    enum class Kind { Value, Heading, Link };

    Kind kind = Kind::Value;
    QString text;
    QString count; ///< at the right; may be empty
    bool stale = false; ///< whether the count is an old one
    std::optional<JobStatus> status; ///< whose shape stands in front
    Mark mark = Mark::None;
    bool open = false; ///< of a heading: whether it is unfolded; of a value: whether it is what is shown
    bool hasMarks = false; ///< whether rows of this panel can have marks, for which room is kept
};

/// Draws such a row, as the view's style option says where and in which state.
void paintSideRow(QPainter &painter, const QStyleOptionViewItem &option, const SideRow &row);
[[nodiscard]] QSize sideRowSize(const QStyleOptionViewItem &option, const SideRow &row);

/// Draws a row of a side panel: text at the left, a count at the right, and what is chosen or left out as
/// a mark besides its colour.
class SideDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Shows the tool tip as plain text, whatever a name may look like.
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

protected:
    [[nodiscard]] virtual SideRow row(const QModelIndex &index) const = 0;
};

} // namespace tallyman
