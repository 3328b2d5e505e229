// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/statistics/statistictile.h"

#include "views/fonts.h"
#include "views/statuslook.h"

#include <QEvent>
#include <QPainter>

namespace tallyman {

namespace {

constexpr int gap = 8; // between shape and number
constexpr int lineGap = 2; // between number and caption

QFont numberFont(const QWidget &widget)
{
    return fonts::tabular(fonts::title(widget.font()));
}

} // namespace

StatisticTile::StatisticTile(QString caption, std::optional<JobStatus> status, QWidget *parent)
    : QWidget(parent)
    , m_caption(std::move(caption))
    , m_status(status)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setAccessibleName(m_caption);
    setValue(QStringLiteral("–"), true);
}

void StatisticTile::setValue(const QString &value, bool weak)
{
    if (value == m_value && weak == m_weak)
        return;
    m_value = value;
    m_weak = weak;
    setAccessibleName(tr("%1: %2", "caption and number").arg(m_caption, m_value));
    updateGeometry();
    update();
}

QSize StatisticTile::sizeHint() const
{
    const QFontMetrics number(numberFont(*this));
    const QFontMetrics caption(fonts::secondary(font()));
    const int indent = m_status ? statusShapeSize + gap : 0;
    return {indent + std::max(number.horizontalAdvance(m_value), caption.horizontalAdvance(m_caption)),
            number.height() + lineGap + caption.height()};
}

QSize StatisticTile::minimumSizeHint() const
{
    const int indent = m_status ? statusShapeSize + gap : 0;
    return {indent + QFontMetrics(numberFont(*this)).horizontalAdvance(m_value), sizeHint().height()};
}

void StatisticTile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QFont large = numberFont(*this);
    const QFont small = fonts::secondary(font());
    const int numberHeight = QFontMetrics(large).height();
    const QColor text = palette().color(QPalette::WindowText);
    const QColor secondary = fonts::secondaryText(palette(), QPalette::WindowText, QPalette::Window);

    int left = 0;
    if (m_status) {
        const int top = (numberHeight - statusShapeSize + 1) / 2;
        // A ring filled halfway stands for "running", whichever way the jobs have come.
        painter.setOpacity(m_weak ? 0.5 : 1.0);
        paintStatusShape(painter, QPointF(0, top), *m_status, statusColour(*m_status, isDark(palette())),
                         0.5);
        painter.setOpacity(1.0);
        left = statusShapeSize + gap;
    }
    painter.setFont(large);
    painter.setPen(m_weak ? secondary : text);
    painter.drawText(QRect(left, 0, width() - left, numberHeight), Qt::AlignLeft | Qt::AlignVCenter, m_value);
    painter.setFont(small);
    painter.setPen(secondary);
    const QFontMetrics metrics(small);
    painter.drawText(QRect(left, numberHeight + lineGap, width() - left, metrics.height()),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(m_caption, Qt::ElideRight, width() - left + 1));
}

void StatisticTile::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

} // namespace tallyman
