// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/details/progressline.h"

#include "views/format.h"
#include "views/progressbar.h"
#include "views/statuslook.h"

#include <QPainter>

namespace tallyman {

namespace {

constexpr int gap = 8; // between bar and number
constexpr int shortestBar = 60;
constexpr double atRest = 0.5;

} // namespace

ProgressLine::ProgressLine(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setProgress({});
}

void ProgressLine::setProgress(std::optional<double> progress)
{
    m_progress = progress;
    setAccessibleName(progress ? tr("Progress: %1").arg(format::progress(*progress))
                               : tr("Progress unknown"));
    update();
}

QSize ProgressLine::sizeHint() const
{
    return {shortestBar + gap + fontMetrics().horizontalAdvance(format::progress(1.0)),
            fontMetrics().height()};
}

void ProgressLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor text = palette().color(QPalette::WindowText);
    const QColor colour = statusColour(JobStatus::Running, isDark(palette()));
    const int number = m_progress ? fontMetrics().horizontalAdvance(format::progress(1.0)) + gap : 0;
    const int top = (height() - progressBarHeight + 1) / 2; // on whole pixels
    const QRectF track(0, top, width() - number, progressBarHeight);
    if (!m_progress) {
        paintProgressStripe(painter, track, atRest, text, colour);
        return;
    }
    painter.setPen(text);
    painter.drawText(rect(), Qt::AlignRight | Qt::AlignVCenter, format::progress(*m_progress));
    paintProgressBar(painter, track, *m_progress, text, colour);
}

} // namespace tallyman
