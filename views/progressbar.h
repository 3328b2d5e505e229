// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QRectF>

class QPainter;

namespace tallyman {

/// In device-independent pixels.
inline constexpr int progressBarHeight = 6;

/// How far something is, from 0 to 1, in a track of that height. `text` is the colour of texts there.
void paintProgressBar(QPainter &painter, const QRectF &track, double share, const QColor &text,
                      const QColor &colour);

/// The same where nobody knows how far it is: a stripe, `phase` of the way along.
void paintProgressStripe(QPainter &painter, const QRectF &track, double phase, const QColor &text,
                         const QColor &colour);

} // namespace tallyman
