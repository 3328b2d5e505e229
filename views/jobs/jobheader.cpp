// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/jobs/jobheader.h"

#include "views/fonts.h"
#include "views/jobs/jobdelegate.h"

#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace tallyman {

namespace {

constexpr int arrowSize = 8;
constexpr int arrowGap = 6;
constexpr double lineShare = 0.14;
constexpr double hoverShare = 0.06;

} // namespace

JobHeader::JobHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setSectionsMovable(true);
    setHighlightSections(false);
    connect(this, &QHeaderView::sectionClicked, this,
            [this](int section) { emit sortRequested(section, m_further); });
    setMouseTracking(true);
    setMinimumSectionSize(40);
}

void JobHeader::setSorted(const QList<SortedSection> &sorted)
{
    m_sorted = sorted;
    viewport()->update();
}

qsizetype JobHeader::rankOf(int section) const
{
    const auto found = std::find_if(m_sorted.begin(), m_sorted.end(),
                                    [section](const SortedSection &s) { return s.section == section; });
    return found == m_sorted.end() ? -1 : found - m_sorted.begin();
}

QFont JobHeader::rankFont() const
{
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() - 2.0);
    return fonts::tabular(small);
}

QSize JobHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), fontMetrics().height() + 12};
}

int JobHeader::titleWidth(int section) const
{
    return fontMetrics().horizontalAdvance(model()->headerData(section, orientation()).toString()) + arrowGap
        + arrowSize + 2 * JobDelegate::padding;
}

// Also where there is no section.
void JobHeader::paintEvent(QPaintEvent *event)
{
    {
        QPainter painter(viewport());
        painter.fillRect(viewport()->rect(), palette().color(QPalette::Window));
        painter.fillRect(0, height() - 1, width(), 1,
                         fonts::blend(palette().color(QPalette::WindowText),
                                      palette().color(QPalette::Window), lineShare));
    }
    QHeaderView::paintEvent(event);
}

void JobHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const QColor window = palette().color(QPalette::Window);
    const QColor text = palette().color(QPalette::WindowText);
    const QColor line = fonts::blend(text, window, lineShare);
    painter->save();
    painter->fillRect(rect, section == m_hovered ? fonts::blend(text, window, hoverShare) : window);
    painter->fillRect(rect.left(), rect.bottom(), rect.width(), 1, line);
    if (visualIndex(section) > 0)
        painter->fillRect(rect.left(), rect.top() + 6, 1, rect.height() - 13, line);

    const qsizetype rank = rankOf(section);
    const bool sorted = rank >= 0;
    // The rank matters only where there are several.
    const QString rankText = sorted && m_sorted.size() > 1 ? QLocale().toString(rank + 1) : QString();
    const int rankWidth = QFontMetrics(rankFont()).horizontalAdvance(rankText);
    const QVariant alignment = model()->headerData(section, orientation(), Qt::TextAlignmentRole);
    const bool right = alignment.value<Qt::Alignment>().testFlag(Qt::AlignRight);
    QRect room = rect.adjusted(JobDelegate::padding, 0, -JobDelegate::padding, -1);
    const int arrow = sorted ? arrowSize + arrowGap + rankWidth : 0;
    const QString title = fontMetrics().elidedText(model()->headerData(section, orientation()).toString(),
                                                   Qt::ElideRight, room.width() - arrow);
    const int width = fontMetrics().horizontalAdvance(title);
    const int left = right ? room.right() + 1 - width : room.left();
    painter->setPen(sorted ? text : fonts::secondaryText(palette(), QPalette::WindowText, QPalette::Window));
    painter->drawText(QRect(left, room.top(), width + 1, room.height()), Qt::AlignVCenter | Qt::AlignLeft,
                      title);
    if (sorted) {
        const double middle =
            right ? left - arrowGap - arrowSize / 2.0 : left + width + arrowGap + arrowSize / 2.0;
        paintArrow(*painter, {middle, room.center().y() + 1.0}, m_sorted.at(rank).descending);
        if (!rankText.isEmpty()) {
            const double side = arrowSize / 2.0 + 2.0;
            const double at = right ? middle - side - rankWidth : middle + side;
            painter->setFont(rankFont());
            painter->drawText(QRectF(at, room.top(), rankWidth + 1, room.height()),
                              Qt::AlignVCenter | Qt::AlignLeft, rankText);
        }
    }
    painter->restore();
}

// Points to where the greater values are.
void JobHeader::paintArrow(QPainter &painter, QPointF middle, bool descending) const
{
    const double rise = descending ? 2.0 : -2.0;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(painter.pen().color(), 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF({middle + QPointF(-arrowSize / 2.0, -rise), middle + QPointF(0.0, rise),
                                    middle + QPointF(arrowSize / 2.0, -rise)}));
}

void JobHeader::mouseMoveEvent(QMouseEvent *event)
{
    setHovered(logicalIndexAt(event->position().toPoint()));
    QHeaderView::mouseMoveEvent(event);
}

void JobHeader::mouseReleaseEvent(QMouseEvent *event)
{
    m_further = event->modifiers().testFlag(Qt::ControlModifier);
    QHeaderView::mouseReleaseEvent(event);
    m_further = false;
}

void JobHeader::leaveEvent(QEvent *event)
{
    setHovered(-1);
    QHeaderView::leaveEvent(event);
}

void JobHeader::setHovered(int section)
{
    if (std::exchange(m_hovered, section) != section)
        viewport()->update();
}

} // namespace tallyman
