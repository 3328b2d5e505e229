// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/details/rowdelegate.h"

#include "views/fonts.h"
#include "views/plaintooltip.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace tallyman {

namespace {

constexpr double hairlineShare = 0.06; // of the text colour
constexpr qsizetype tipLength = 2000;

} // namespace

RowDelegate::RowDelegate(QAbstractItemView *view, int padding)
    : QStyledItemDelegate(view)
    , m_padding(padding)
{
    view->setItemDelegate(this);
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(), option.fontMetrics.height() + m_padding};
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const QPalette &palette = option.palette;
    painter->fillRect(
        option.rect.left(), option.rect.bottom(), option.rect.width(), 1,
        fonts::blend(palette.color(QPalette::Text), palette.color(QPalette::Base), hairlineShare));
}

bool RowDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                            const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), plainToolTip(toolTip(index).left(tipLength)), view);
    return true;
}

QString RowDelegate::toolTip(const QModelIndex &index) const
{
    const QVariant tip = index.data(Qt::ToolTipRole);
    return (tip.isValid() ? tip : index.data()).toString();
}

} // namespace tallyman
