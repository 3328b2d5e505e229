// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/jobs/statusdelegate.h"

#include "models/jobtablemodel.h"
#include "views/statuslook.h"

#include <QPainter>

namespace tallyman {

namespace {

constexpr int gap = 8; // between shape and word

}

StatusDelegate::StatusDelegate(JobTableView *view)
    : JobDelegate(Emphasis::Normal, Qt::AlignLeft, view)
{
}

int StatusDelegate::widestText(const QFontMetrics &metrics)
{
    int widest = 0;
    for (const JobStatus status : allJobStatuses)
        widest = std::max(widest, metrics.horizontalAdvance(statusText(status)));
    return widest + statusShapeSize + gap + 2 * padding + 2;
}

QSize StatusDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return JobDelegate::sizeHint(option, index) + QSize(statusShapeSize + gap, 0);
}

QString StatusDelegate::text(const QModelIndex &index) const
{
    const QVariant status = index.data(JobTableModel::StatusRole);
    return status.isValid() ? statusText(status.value<JobStatus>()) : index.data().toString();
}

void StatusDelegate::paintContent(QPainter &painter, const QStyleOptionViewItem &option,
                                  const QModelIndex &index) const
{
    const QVariant value = index.data(JobTableModel::StatusRole);
    if (!value.isValid())
        return JobDelegate::paintContent(painter, option, index);
    const auto status = value.value<JobStatus>();
    const QColor colour = isSelected(option) ? textColour(option, Emphasis::Normal)
                                             : statusColour(status, isDark(option.palette));
    const QRect rect = contentRect(option);
    const int top = rect.top() + (rect.height() - statusShapeSize + 1) / 2;
    paintStatusShape(painter, QPointF(rect.left(), top), status, colour,
                     index.data(JobTableModel::ProgressRole).toDouble());
    paintText(painter, option, rect.adjusted(statusShapeSize + gap, 0, 0, 0), text(index), colour,
              Qt::AlignLeft);
}

} // namespace tallyman
