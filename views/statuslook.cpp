// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/statuslook.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace tallyman {

namespace {

constexpr double stroke = 1.5;
constexpr QPointF middle{8.0, 8.0};

QPen pen(const QColor &colour, double width = stroke)
{
    return QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

void clock(QPainter &painter, const QColor &colour)
{
    painter.setPen(pen(colour));
    painter.drawEllipse(middle, 6.25, 6.25);
    painter.drawPolyline(QPolygonF({QPointF(8.0, 4.5), QPointF(8.0, 8.25), QPointF(10.5, 9.75)}));
}

void ring(QPainter &painter, const QColor &colour, double progress)
{
    QColor pale = colour;
    pale.setAlphaF(0.35F);
    painter.setPen(pen(pale));
    painter.drawEllipse(middle, 6.25, 6.25);
    painter.setPen(pen(colour, 2.0));
    // Sixteenths of a degree, clockwise from the top; a job that runs always shows a beginning.
    const double share = std::clamp(progress, 0.08, 1.0);
    painter.drawArc(QRectF(1.75, 1.75, 12.5, 12.5), 90 * 16, static_cast<int>(-share * 360.0 * 16.0));
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(middle, 2.25, 2.25);
}

// A filled shape with lines cut out of it, so that it looks right on any background.
QPainterPath cutOut(const QPainterPath &shape, const QList<QPolygonF> &lines)
{
    QPainterPath marks;
    for (const QPolygonF &line : lines)
        marks.addPolygon(line);
    return shape.subtracted(QPainterPathStroker(pen(Qt::black, 1.75)).createStroke(marks));
}

QPainterPath tickInDisc()
{
    QPainterPath disc;
    disc.addEllipse(middle, 7.0, 7.0);
    return cutOut(disc, {QPolygonF({QPointF(4.6, 8.3), QPointF(7.1, 10.8), QPointF(11.5, 5.6)})});
}

QPainterPath crossInOctagon()
{
    QPainterPath octagon;
    octagon.addPolygon(
        QPolygonF({QPointF(5.1, 1.0), QPointF(10.9, 1.0), QPointF(15.0, 5.1), QPointF(15.0, 10.9),
                   QPointF(10.9, 15.0), QPointF(5.1, 15.0), QPointF(1.0, 10.9), QPointF(1.0, 5.1)}));
    octagon.closeSubpath();
    return cutOut(octagon,
                  {QPolygonF({QPointF(5.4, 5.4), QPointF(10.6, 10.6)}),
                   QPolygonF({QPointF(10.6, 5.4), QPointF(5.4, 10.6)})});
}

void bar(QPainter &painter, const QColor &colour)
{
    painter.setPen(pen(colour));
    painter.drawEllipse(middle, 6.25, 6.25);
    painter.drawLine(QPointF(5.0, 8.0), QPointF(11.0, 8.0));
}

} // namespace

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Base).lightnessF() < palette.color(QPalette::Text).lightnessF();
}

QColor statusColour(JobStatus status, bool dark)
{
    switch (status) {
    case JobStatus::Pending:
        return dark ? QColor(0xA3, 0xAF, 0xBF) : QColor(0x5F, 0x6B, 0x7A);
    case JobStatus::Running:
        return dark ? QColor(0x5C, 0xB3, 0xF0) : QColor(0x0B, 0x6B, 0xB8);
    case JobStatus::Completed:
        return dark ? QColor(0x4C, 0xC3, 0x8A) : QColor(0x14, 0x7A, 0x4B);
    case JobStatus::Failed:
        return dark ? QColor(0xFF, 0x8A, 0x5C) : QColor(0xB9, 0x3A, 0x0E);
    case JobStatus::Cancelled:
        return dark ? QColor(0xA8, 0xA8, 0xA8) : QColor(0x6B, 0x6B, 0x6B);
    }
    Q_UNREACHABLE();
}

QString statusText(JobStatus status)
{
    switch (status) {
    case JobStatus::Pending:
        return QCoreApplication::translate("JobStatus", "Pending");
    case JobStatus::Running:
        return QCoreApplication::translate("JobStatus", "Running");
    case JobStatus::Completed:
        return QCoreApplication::translate("JobStatus", "Completed");
    case JobStatus::Failed:
        return QCoreApplication::translate("JobStatus", "Failed");
    case JobStatus::Cancelled:
        return QCoreApplication::translate("JobStatus", "Cancelled");
    }
    Q_UNREACHABLE();
}

void paintStatusShape(QPainter &painter, QPointF topLeft, JobStatus status, const QColor &colour,
                      double progress)
{
    // Cutting shapes takes longer than drawing them.
    static const QPainterPath completedShape = tickInDisc();
    static const QPainterPath failedShape = crossInOctagon();
    painter.save();
    painter.translate(topLeft);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    switch (status) {
    case JobStatus::Pending:
        clock(painter, colour);
        break;
    case JobStatus::Running:
        ring(painter, colour, progress);
        break;
    case JobStatus::Completed:
        painter.fillPath(completedShape, colour);
        break;
    case JobStatus::Failed:
        painter.fillPath(failedShape, colour);
        break;
    case JobStatus::Cancelled:
        bar(painter, colour);
        break;
    }
    painter.restore();
}

} // namespace tallyman
