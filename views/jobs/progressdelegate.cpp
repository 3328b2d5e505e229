// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/jobs/progressdelegate.h"

#include "models/jobtablemodel.h"
#include "views/fonts.h"
#include "views/format.h"
#include "views/statuslook.h"

#include <QPainter>

#include <algorithm>

namespace tallyman {

namespace {

constexpr int barHeight = 6;
constexpr int gap = 8; // between bar and number
constexpr int shortestBar = 40;
constexpr double trackShare = 0.14; // of the text colour
constexpr double stripeShare = 0.3; // of the bar's length

int numberWidth(const QFontMetrics &metrics)
{
    return metrics.horizontalAdvance(format::progress(1.0)) + 2; // whoever elides rounds differently
}

void paintBar(QPainter &painter, const QRectF &rect, const QColor &colour)
{
    painter.setBrush(colour);
    painter.drawRoundedRect(rect, barHeight / 2.0, barHeight / 2.0);
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

    const int top = rect.top() + (rect.height() - barHeight + 1) / 2; // on whole pixels
    const QRectF track(rect.left(), top, rect.width() - width - gap, barHeight);
    if (track.width() < barHeight)
        return;
    const QColor text = textColour(option, Emphasis::Normal);
    QColor pale = text;
    pale.setAlphaF(static_cast<float>(trackShare));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    paintBar(painter, track, pale);
    const QColor colour = isSelected(option) ? text : statusColour(state, isDark(option.palette));
    if (isUnknown(index)) {
        const double stripe = track.width() * stripeShare;
        const double left = track.left() + m_phase * (track.width() - stripe);
        paintBar(painter, QRectF(left, track.top(), stripe, barHeight), colour);
        return;
    }
    if (share <= 0.0)
        return;
    // A bar shorter than it is high would not look like one.
    paintBar(painter,
             QRectF(track.left(), track.top(), std::max<double>(barHeight, share * track.width()), barHeight),
             colour);
}

} // namespace tallyman
