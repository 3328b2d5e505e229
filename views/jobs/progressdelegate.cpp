// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/jobs/progressdelegate.h"

#include "models/jobtablemodel.h"
#include "views/fonts.h"
#include "views/format.h"
#include "views/progressbar.h"
#include "views/statuslook.h"

#include <QPainter>

#include <algorithm>

namespace tallyman {

namespace {

constexpr int gap = 8; // between bar and number
constexpr int shortestBar = 40;

int numberWidth(const QFontMetrics &metrics)
{
    return metrics.horizontalAdvance(format::progress(1.0)) + 2; // whoever elides rounds differently
}

} // namespace

ProgressDelegate::ProgressDelegate(JobTableView *view)
    : JobDelegate(Emphasis::Secondary, Qt::AlignRight, view)
{
}

bool ProgressDelegate::isUnknown(const QModelIndex &index)
{
    return index.data(JobTableModel::StatusRole).isValid()
        && !index.data(JobTableModel::ProgressRole).isValid();
}

QSize ProgressDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const QFontMetrics metrics(option.font);
    return {shortestBar + gap + numberWidth(metrics) + 2 * padding, metrics.height() + 10};
}

QString ProgressDelegate::text(const QModelIndex &index) const
{
    const QVariant progress = index.data(JobTableModel::ProgressRole);
    return progress.isValid() ? format::progress(progress.toDouble()) : QString();
}

void ProgressDelegate::paintContent(QPainter &painter, const QStyleOptionViewItem &option,
                                    const QModelIndex &index) const
{
    const QVariant status = index.data(JobTableModel::StatusRole);
    if (!status.isValid())
        return JobDelegate::paintContent(painter, option, index);

    // What waits has no progress to show; an empty bar in each such row would only be noise.
    const double share = std::clamp(index.data(JobTableModel::ProgressRole).toDouble(), 0.0, 1.0);
    const auto state = status.value<JobStatus>();
    if (state == JobStatus::Pending && share <= 0.0)
        return;
    const QRect rect = contentRect(option);
    const int width = numberWidth(option.fontMetrics);
    paintText(painter, option, QRect(rect.right() - width + 1, rect.top(), width, rect.height()), text(index),
              textColour(option, Emphasis::Secondary), Qt::AlignRight);

    const int top = rect.top() + (rect.height() - progressBarHeight + 1) / 2; // on whole pixels
    const QRectF track(rect.left(), top, rect.width() - width - gap, progressBarHeight);
    if (track.width() < progressBarHeight)
        return;
    const QColor text = textColour(option, Emphasis::Normal);
    const QColor colour = isSelected(option) ? text : statusColour(state, isDark(option.palette));
    if (isUnknown(index))
        paintProgressStripe(painter, track, m_phase, text, colour);
    else
        paintProgressBar(painter, track, share, text, colour);
}

} // namespace tallyman
