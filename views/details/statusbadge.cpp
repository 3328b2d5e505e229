// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/details/statusbadge.h"

#include "views/statuslook.h"

#include <QPainter>

#include <algorithm>

namespace tallyman {

namespace {

constexpr int gap = 8; // between shape and word

QPixmap shape(JobStatus status, const QColor &colour, qreal ratio)
{
    QPixmap pixmap(QSize(statusShapeSize, statusShapeSize) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintStatusShape(painter, {}, status, colour, 0.5);
    return pixmap;
}

} // namespace

StatusBadge::StatusBadge(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StatusBadge::setStatus(JobStatus status, double progress, const QString &more)
{
    m_status = status;
    m_progress = progress;
    m_more = more;
    setAccessibleName(text());
    update();
}

QString StatusBadge::text() const
{
    return m_more.isEmpty() ? statusText(m_status) : tr("%1, %2").arg(statusText(m_status), m_more);
}

QSize StatusBadge::sizeHint() const
{
    return {statusShapeSize + gap + fontMetrics().horizontalAdvance(text()) + 2,
            std::max(statusShapeSize, fontMetrics().height())};
}

QSize StatusBadge::minimumSizeHint() const
{
    return {statusShapeSize + gap + fontMetrics().averageCharWidth() * 8, sizeHint().height()};
}

void StatusBadge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor colour = statusColour(m_status, isDark(palette()));
    const int top = (height() - statusShapeSize + 1) / 2; // on whole pixels
    paintStatusShape(painter, QPointF(0, top), m_status, colour, m_progress);
    const QRect rest = rect().adjusted(statusShapeSize + gap, 0, 0, 0);
    painter.setPen(colour);
    painter.drawText(rest, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     fontMetrics().elidedText(text(), Qt::ElideRight, rest.width()));
}

QIcon statusIcon(JobStatus status, const QWidget &widget)
{
    const QPalette &palette = widget.palette();
    QIcon icon(shape(status, statusColour(status, isDark(palette)), widget.devicePixelRatioF()));
    icon.addPixmap(shape(status, palette.color(QPalette::HighlightedText), widget.devicePixelRatioF()),
                   QIcon::Selected);
    return icon;
}

} // namespace tallyman
