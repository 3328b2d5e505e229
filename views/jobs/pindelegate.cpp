// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/jobs/pindelegate.h"

#include "models/jobtablemodel.h"

#include <QPainter>

namespace tallyman {

namespace {

constexpr double width = 8.0;
constexpr double height = 12.0;
constexpr double notch = 3.5;

} // namespace

PinDelegate::PinDelegate(JobTableView *view)
    : JobDelegate(Emphasis::Secondary, Qt::AlignLeft, view)
{
}

QString PinDelegate::toolTip(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return text(index);
}

void PinDelegate::paintContent(QPainter &painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    if (!index.data(JobTableModel::PinnedRole).toBool())
        return;
    const QRect room = contentRect(option);
    const int top = room.top() + (room.height() - static_cast<int>(height) + 1) / 2; // on whole pixels
    const QPointF at(room.left(), top);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(textColour(option, Emphasis::Normal));
    painter.drawPolygon(QPolygonF({at, at + QPointF(width, 0.0), at + QPointF(width, height),
                                   at + QPointF(width / 2.0, height - notch), at + QPointF(0.0, height)}));
}

} // namespace tallyman
