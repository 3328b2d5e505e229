// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/search/problemhint.h"

#include "views/fonts.h"
#include "views/statuslook.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

#include <algorithm>

namespace tallyman {

namespace {

constexpr int margin = 8;
constexpr double tint = 0.10; // of the colour for failures, as in MessageBar

} // namespace

ProblemHint::ProblemHint(QWidget *field)
    : QFrame(field)
    , m_field(field)
    , m_text(new QLabel(this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(margin + statusShapeSize + margin, 6, margin, 6);
    line->addWidget(m_text);
    field->installEventFilter(this);
    hide();
}

void ProblemHint::showMessage(const QString &message)
{
    m_text->setText(message);
    setAccessibleName(message);
    if (parentWidget() != m_field->window())
        setParent(m_field->window());
    place();
    show();
    raise();
}

QString ProblemHint::message() const
{
    return m_text->text();
}

void ProblemHint::place()
{
    const QPoint below = m_field->mapTo(m_field->window(), QPoint(0, m_field->height() + 2));
    const int beside = 3 * margin + statusShapeSize;
    const int needed = m_text->fontMetrics().horizontalAdvance(m_text->text()) + beside + 2;
    const int width = std::min(needed, m_field->width());
    setGeometry(below.x(), below.y(), width, heightForWidth(width));
}

bool ProblemHint::eventFilter(QObject *watched, QEvent *event)
{
    const bool moved = event->type() == QEvent::Resize || event->type() == QEvent::Move;
    if (watched == m_field && isVisible() && moved)
        place();
    return QFrame::eventFilter(watched, event);
}

void ProblemHint::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor colour = statusColour(JobStatus::Failed, isDark(palette()));
    const QColor ground = palette().color(QPalette::Base);
    painter.fillRect(rect(), fonts::blend(colour, ground, 0.5));
    painter.fillRect(rect().adjusted(1, 1, -1, -1), fonts::blend(colour, ground, tint));
    const int top = 6 + (QFontMetrics(m_text->font()).height() - statusShapeSize) / 2;
    paintStatusShape(painter, QPointF(margin, top), JobStatus::Failed, colour);
}

} // namespace tallyman
