// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/jobstatus.h"

#include <QColor>
#include <QPalette>
#include <QRectF>
#include <QString>

class QPainter;

/// How a status looks wherever it is shown: always a shape, a colour and a word together.
namespace tallyman {

/// Whether the palette is a dark one.
[[nodiscard]] bool isDark(const QPalette &palette);

/// Readable (4.5:1) on the base colour of a light or a dark palette.
[[nodiscard]] QColor statusColour(JobStatus status, bool dark);

/// The word for people, translated.
[[nodiscard]] QString statusText(JobStatus status);

/// The side of the shapes, in device-independent pixels.
inline constexpr int statusShapeSize = 16;

/// Draws the shape into the square at `topLeft`. `progress` (0 to 1) fills the ring of a running job.
void paintStatusShape(QPainter &painter, QPointF topLeft, JobStatus status, const QColor &colour,
                      double progress = 0.0);

} // namespace tallyman
