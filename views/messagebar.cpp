// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/messagebar.h"

#include "views/fonts.h"
#include "views/statuslook.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>

namespace tallyman {

namespace {

constexpr int margin = 8;
constexpr int textLeft = margin + statusShapeSize + 8;
constexpr double tint = 0.10; // of the colour for failures, over the window's
constexpr int detailLines = 4;

} // namespace

MessageBar::MessageBar(const QString &action, QWidget *parent, Kind kind)
    : QFrame(parent)
    , m_kind(kind)
    , m_message(new QLabel(this))
    , m_details(new QToolButton(this))
    , m_action(new QPushButton(action, this))
    , m_close(new QPushButton(tr("&Close"), this))
    , m_detail(new QPlainTextEdit(this))
{
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_details->setText(tr("&Details"));
    m_details->setToolTip(tr("Show the technical text"));
    m_details->setCheckable(true);
    m_details->setAutoRaise(true);
    m_details->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_details->setArrowType(Qt::RightArrow);
    m_close->setToolTip(tr("Put this message away"));
    m_close->setVisible(kind == Kind::Notice);
    m_detail->setReadOnly(true);
    m_detail->setTabChangesFocus(true);
    m_detail->setFont(fonts::fixed(fonts::secondary(font())));
    m_detail->setFixedHeight(QFontMetrics(m_detail->font()).lineSpacing() * detailLines + 12);
    m_detail->setAccessibleName(tr("Technical text"));
    m_detail->hide();

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(kind == Kind::Problem ? textLeft : margin, 8, margin, 8);
    grid->setHorizontalSpacing(8);
    grid->addWidget(m_message, 0, 0);
    grid->addWidget(m_details, 0, 1, Qt::AlignTop);
    grid->addWidget(m_action, 0, 2, Qt::AlignTop);
    grid->addWidget(m_close, 0, 3, Qt::AlignTop);
    grid->addWidget(m_detail, 1, 0, 1, 4);
    grid->setColumnStretch(0, 1);

    connect(m_details, &QToolButton::toggled, this, [this](bool open) {
        m_detail->setVisible(open);
        m_details->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    });
    connect(m_action, &QPushButton::clicked, this, &MessageBar::acted);
    connect(m_close, &QPushButton::clicked, this, &QWidget::hide);
    hide();
}

void MessageBar::showMessage(const QString &message, const QString &detail, bool canAct)
{
    m_action->setVisible(canAct);
    m_message->setText(message);
    m_detail->setPlainText(detail);
    m_details->setChecked(false);
    m_details->setVisible(!detail.isEmpty());
    setAccessibleName(message);
    show();
}

QString MessageBar::message() const
{
    return m_message->text();
}

void MessageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor window = palette().color(QPalette::Window);
    const QColor colour = m_kind == Kind::Problem ? statusColour(JobStatus::Failed, isDark(palette()))
                                                  : palette().color(QPalette::Highlight);
    painter.fillRect(rect(), fonts::blend(colour, window, tint));
    const QColor line = fonts::blend(colour, window, 0.4);
    if (m_kind == Kind::Notice) {
        painter.fillRect(0, 0, width(), 1, line); // it stands below what it is about
        return;
    }
    painter.fillRect(0, height() - 1, width(), 1, line);
    const int top = m_action->geometry().center().y() - statusShapeSize / 2;
    paintStatusShape(painter, QPointF(margin, top), JobStatus::Failed, colour);
}

} // namespace tallyman
