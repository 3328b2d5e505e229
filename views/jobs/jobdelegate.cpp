// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/jobs/jobdelegate.h"

#include "views/fonts.h"
#include "views/jobs/jobtableview.h"
#include "views/plaintooltip.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace tallyman {

namespace {

constexpr double hoverShare = 0.10;
constexpr double hairlineShare = 0.06;

QPalette::ColorGroup group(const QStyleOptionViewItem &option)
{
    if (!(option.state & QStyle::State_Enabled))
        return QPalette::Disabled;
    return option.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
}

} // namespace

JobDelegate::JobDelegate(Emphasis emphasis, Qt::Alignment alignment, JobTableView *view)
    : QStyledItemDelegate(view)
    , m_view(view)
    , m_emphasis(emphasis)
    , m_alignment(alignment)
{
}

void JobDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    cell.font = fonts::tabular(option.font);
    cell.fontMetrics = QFontMetrics(cell.font);
    // A selection that the keyboard does not act on is drawn as such.
    cell.state.setFlag(QStyle::State_Active,
                       option.state.testFlag(QStyle::State_Active) && m_view->hasFocus());
    painter->save();
    painter->setClipRect(cell.rect);
    paintRow(*painter, cell, index);
    paintContent(*painter, cell, index);
    painter->restore();
}

void JobDelegate::paintRow(QPainter &painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const QPalette &palette = option.palette;
    const QColor highlight = palette.color(group(option), QPalette::Highlight);
    const QRect &rect = option.rect;
    if (isSelected(option))
        painter.fillRect(rect, highlight);
    else if (index.row() == m_view->hoveredRow())
        painter.fillRect(
            rect,
            fonts::blend(palette.color(QPalette::Highlight), palette.color(QPalette::Base), hoverShare));
    QColor line = palette.color(QPalette::Text);
    line.setAlphaF(static_cast<float>(hairlineShare));
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), line);
    // Where the keyboard is, on a row that is not selected.
    if (!isSelected(option) && m_view->hasFocus() && index.row() == m_view->currentIndex().row()) {
        painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), highlight);
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), highlight);
    }
}

void JobDelegate::paintContent(QPainter &painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    paintText(painter, option, contentRect(option), text(index), textColour(option, m_emphasis), m_alignment);
}

void JobDelegate::paintText(QPainter &painter, const QStyleOptionViewItem &option, const QRect &rect,
                            const QString &text, const QColor &colour, Qt::Alignment alignment) const
{
    if (text.isEmpty() || rect.width() <= 0)
        return;
    painter.setFont(option.font);
    painter.setPen(colour);
    painter.drawText(rect, static_cast<int>(alignment | Qt::AlignVCenter) | Qt::TextSingleLine,
                     option.fontMetrics.elidedText(text, option.textElideMode, rect.width()));
}

QSize JobDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFontMetrics metrics(fonts::tabular(option.font));
    return {metrics.horizontalAdvance(text(index)) + 2 * padding, metrics.height() + 10};
}

bool JobDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                            const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), plainToolTip(toolTip(option, index)), view);
    return true;
}

QString JobDelegate::text(const QModelIndex &index) const
{
    return index.data().toString();
}

QString JobDelegate::toolTip(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return sizeHint(option, index).width() > option.rect.width() ? text(index) : QString();
}

QRect JobDelegate::contentRect(const QStyleOptionViewItem &option)
{
    return option.rect.adjusted(padding, 0, -padding, -1);
}

bool JobDelegate::isSelected(const QStyleOptionViewItem &option)
{
    return option.state & QStyle::State_Selected;
}

QColor JobDelegate::textColour(const QStyleOptionViewItem &option, Emphasis emphasis)
{
    if (isSelected(option))
        return option.palette.color(group(option), QPalette::HighlightedText);
    return emphasis == Emphasis::Secondary ? fonts::secondaryText(option.palette)
                                           : option.palette.color(group(option), QPalette::Text);
}

} // namespace tallyman
