// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

class QAbstractItemView;

namespace tallyman {

/// Rows as the table of jobs has them, one line each with a hairline between them; tool tips are plain text,
/// whatever a text looks like.
class RowDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// Becomes the delegate of the view. `padding`: above and below the text together, in pixels.
    explicit RowDelegate(QAbstractItemView *view, int padding = 10);

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

protected:
    /// The whole of what the cell shows a part of.
    [[nodiscard]] virtual QString toolTip(const QModelIndex &index) const;

private:
    int m_padding;
};

} // namespace tallyman
