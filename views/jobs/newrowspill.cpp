// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/jobs/newrowspill.h"

#include "views/fonts.h"
#include "views/format.h"

#include <QPainter>

namespace tallyman {

NewRowsPill::NewRowsPill(QWidget *parent)
    : QAbstractButton(parent)
{
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::NoFocus); // the action "Go to newest" is its keyboard
    hide();
}

void NewRowsPill::add(int rows)
{
    m_rows += rows;
    setText(tr("%1 new", "jobs that came in above", static_cast<int>(std::min<qint64>(m_rows, INT_MAX)))
                .arg(format::count(m_rows)));
    setAccessibleName(text());
    setToolTip(tr("Go to newest"));
    place();
    show();
    raise();
}

void NewRowsPill::clear()
{
    m_rows = 0;
    hide();
}

void NewRowsPill::place()
{
    resize(sizeHint());
    move((parentWidget()->width() - width()) / 2, 8);
}

QSize NewRowsPill::sizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    return {metrics.horizontalAdvance(text()) + metrics.height() + 32, metrics.height() + 10};
}

void NewRowsPill::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor accent = palette().color(QPalette::Highlight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(underMouse() ? fonts::blend(palette().color(QPalette::HighlightedText), accent, 0.12)
                                  : accent);
    painter.drawRoundedRect(rect(), height() / 2.0, height() / 2.0);

    const QColor ink = palette().color(QPalette::HighlightedText);
    painter.setPen(QPen(ink, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF tip(18.0, height() / 2.0 - 4.0);
    painter.drawLine(tip, tip + QPointF(0.0, 8.0));
    painter.drawPolyline(QPolygonF({tip + QPointF(-3.5, 3.5), tip, tip + QPointF(3.5, 3.5)}));
    painter.drawText(rect().adjusted(28, 0, -12, 0), Qt::AlignVCenter | Qt::AlignLeft, text());
}

} // namespace tallyman
