// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/search/sidedelegate.h"

#include "views/fonts.h"
#include "views/plaintooltip.h"
#include "views/statuslook.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace tallyman {

namespace {

constexpr int padding = 8;
constexpr int markWidth = 16;
constexpr double hoverShare = 0.10;
constexpr double chosenShare = 0.18;

QFont fontOf(const SideRow &row, const QFont &base)
{
    QFont font = row.kind == SideRow::Kind::Heading ? fonts::secondary(base) : fonts::tabular(base);
    if (row.kind == SideRow::Kind::Heading || row.open || row.mark == SideRow::Mark::Chosen)
        font.setWeight(QFont::DemiBold);
    if (row.mark == SideRow::Mark::LeftOut)
        font.setStrikeOut(true);
    return font;
}

void paintMark(QPainter &painter, QPointF middle, SideRow::Mark mark, const QColor &colour)
{
    painter.setPen(QPen(colour, 1.75, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (mark == SideRow::Mark::Chosen)
        painter.drawPolyline(QPolygonF(
            {middle + QPointF(-3.75, 0.25), middle + QPointF(-1.25, 2.75), middle + QPointF(3.75, -3.0)}));
    else
        painter.drawLine(middle + QPointF(-3.5, 0.0), middle + QPointF(3.5, 0.0));
}

// Down where what is below it shows.
void paintFoldArrow(QPainter &painter, QPointF middle, bool open, const QColor &colour)
{
    painter.setPen(QPen(colour, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPolygonF down({QPointF(-3.5, -1.75), QPointF(0.0, 1.75), QPointF(3.5, -1.75)});
    const QPolygonF right({QPointF(-1.75, -3.5), QPointF(1.75, 0.0), QPointF(-1.75, 3.5)});
    painter.drawPolyline((open ? down : right).translated(middle));
}

void paintGround(QPainter &painter, const QStyleOptionViewItem &option, const SideRow &row)
{
    const QColor accent = option.palette.color(QPalette::Active, QPalette::Highlight);
    const QColor base = option.palette.color(QPalette::Base);
    const bool chosen = row.kind == SideRow::Kind::Value && (row.open || row.mark == SideRow::Mark::Chosen);
    if (chosen)
        painter.fillRect(option.rect, fonts::blend(accent, base, chosenShare));
    else if (option.state & QStyle::State_MouseOver)
        painter.fillRect(option.rect, fonts::blend(accent, base, hoverShare));
    if (chosen && row.open)
        painter.fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), accent);
    if (option.state & QStyle::State_HasFocus) { // where the keyboard is
        painter.setPen(accent);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
}

} // namespace

void paintSideRow(QPainter &painter, const QStyleOptionViewItem &option, const SideRow &row)
{
    painter.save();
    painter.setClipRect(option.rect);
    painter.setRenderHint(QPainter::Antialiasing, false);
    paintGround(painter, option, row);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor strong = option.palette.color(QPalette::Active, QPalette::Text);
    const QColor weak = fonts::secondaryText(option.palette);
    const double middle = option.rect.center().y() + 0.5;
    QRect rest = option.rect.adjusted(padding, 0, -padding, 0);
    const QFont font = fontOf(row, option.font);
    painter.setFont(font);
    const QFontMetrics metrics(font);
    if (row.kind == SideRow::Kind::Heading) {
        paintFoldArrow(painter, QPointF(rest.left() + 4.0, middle), row.open, weak);
        rest.setLeft(rest.left() + markWidth);
    } else if (row.hasMarks) {
        if (row.mark != SideRow::Mark::None)
            paintMark(painter, QPointF(rest.left() + 4.0, middle), row.mark, strong);
        rest.setLeft(rest.left() + markWidth);
    }
    if (row.status) {
        paintStatusShape(painter, QPointF(rest.left(), middle - statusShapeSize / 2.0), *row.status,
                         statusColour(*row.status, isDark(option.palette)), 0.6);
        rest.setLeft(rest.left() + statusShapeSize + 6);
    }
    if (!row.count.isEmpty()) {
        QFont plain = fonts::tabular(option.font);
        painter.setFont(plain);
        painter.setPen(row.stale ? option.palette.color(QPalette::Disabled, QPalette::Text) : weak);
        painter.drawText(rest, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, row.count);
        rest.setRight(rest.right() - QFontMetrics(plain).horizontalAdvance(row.count) - padding);
        painter.setFont(font);
    }
    painter.setPen(row.kind == SideRow::Kind::Link ? option.palette.color(QPalette::Link)
                       : row.kind == SideRow::Kind::Heading || row.mark == SideRow::Mark::LeftOut ? weak
                                                                                                  : strong);
    painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     metrics.elidedText(row.text, Qt::ElideRight, rest.width()));
    painter.restore();
}

QSize sideRowSize(const QStyleOptionViewItem &option, const SideRow &row)
{
    const QFontMetrics metrics(fontOf(row, option.font));
    const bool heading = row.kind == SideRow::Kind::Heading;
    return {metrics.horizontalAdvance(row.text) + 2 * padding + markWidth,
            option.fontMetrics.height() + (heading ? 16 : 8)};
}

void SideDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    paintSideRow(*painter, option, row(index));
}

QSize SideDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return sideRowSize(option, row(index));
}

bool SideDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                             const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), plainToolTip(index.data(Qt::ToolTipRole).toString()), view);
    return true;
}

} // namespace tallyman
