// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/progressbar.h"

#include <QPainter>

#include <algorithm>

namespace tallyman {

namespace {

constexpr double trackShare = 0.14; // of the text colour
constexpr double stripeShare = 0.3; // of the bar's length

void paintBar(QPainter &painter, const QRectF &rect, const QColor &colour)
{
    painter.setBrush(colour);
    painter.drawRoundedRect(rect, progressBarHeight / 2.0, progressBarHeight / 2.0);
}

void paintTrack(QPainter &painter, const QRectF &track, const QColor &text)
{
    QColor pale = text;
    pale.setAlphaF(static_cast<float>(trackShare));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    paintBar(painter, track, pale);
}

} // namespace

void paintProgressBar(QPainter &painter, const QRectF &track, double share, const QColor &text,
                      const QColor &colour)
{
    paintTrack(painter, track, text);
    if (share <= 0.0)
        return;
    // A bar shorter than it is high would not look like one.
    const double width = std::max<double>(progressBarHeight, share * track.width());
    paintBar(painter, QRectF(track.left(), track.top(), width, progressBarHeight), colour);
}

void paintProgressStripe(QPainter &painter, const QRectF &track, double phase, const QColor &text,
                         const QColor &colour)
{
    paintTrack(painter, track, text);
    const double stripe = track.width() * stripeShare;
    const double left = track.left() + phase * (track.width() - stripe);
    paintBar(painter, QRectF(left, track.top(), stripe, progressBarHeight), colour);
}

} // namespace tallyman
