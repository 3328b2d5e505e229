// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/jobs/emptypage.h"

#include "views/fonts.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <chrono>

namespace tallyman {

namespace {

constexpr int contentWidth = 800;
constexpr int iconSize = 56;
constexpr std::chrono::seconds copiedFor{2};

QLabel *label(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignHCenter);
    return label;
}

} // namespace

EmptyPage::EmptyPage(QWidget *parent)
    : QWidget(parent)
    , m_commandLabel(new QLabel)
    , m_explanation(label({}, this))
    , m_copy(new QPushButton(tr("&Copy command"), this))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);

    auto *icon = new QLabel(this);
    icon->setPixmap(QIcon(QStringLiteral(":/tallyman/icons/tallyman.svg")).pixmap(iconSize));
    icon->setAlignment(Qt::AlignHCenter);
    auto *title = label(tr("No jobs yet"), this);
    title->setFont(fonts::title(fonts::title(font())));
    auto *sentence = label(tr("Run this in a terminal, and the job appears here at once:"), this);

    auto *box = new QFrame(this);
    box->setFrameShape(QFrame::StyledPanel);
    box->setBackgroundRole(QPalette::Window);
    box->setAutoFillBackground(true);
    m_commandLabel->setParent(box);
    m_commandLabel->setFont(fonts::fixed(fonts::secondary(font())));
    m_commandLabel->setWordWrap(true);
    m_commandLabel->setTextFormat(Qt::PlainText);
    m_commandLabel->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_commandLabel->setAccessibleName(tr("Command"));
    auto *inBox = new QVBoxLayout(box);
    inBox->setContentsMargins(16, 12, 16, 12);
    inBox->addWidget(m_commandLabel);

    m_copy->setToolTip(tr("Copy the command to the clipboard"));
    m_copy->setMinimumSize(m_copy->sizeHint() + QSize(32, 6));
    connect(m_copy, &QPushButton::clicked, this, &EmptyPage::copyCommand);

    auto *column = new QVBoxLayout;
    column->setSpacing(8);
    column->addStretch(2);
    column->addWidget(icon);
    column->addSpacing(8);
    column->addWidget(title);
    column->addWidget(sentence);
    column->addSpacing(8);
    column->addWidget(box);
    column->addSpacing(4);
    column->addWidget(m_copy, 0, Qt::AlignHCenter);
    column->addSpacing(8);
    column->addWidget(m_explanation);
    column->addStretch(3);
    auto *content = new QWidget(this);
    content->setMaximumWidth(contentWidth);
    content->setLayout(column);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(24, 24, 24, 24);
    line->addStretch(1);
    line->addWidget(content, 1000); // up to its width; what is left is margin
    line->addStretch(1);
    recolour();
}

void EmptyPage::setCommand(const QString &command, const QString &explanation)
{
    m_command = command;
    m_commandLabel->setText(command);
    m_explanation->setText(explanation);
}

void EmptyPage::focusButton()
{
    m_copy->setFocus();
}

void EmptyPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        recolour();
}

void EmptyPage::recolour()
{
    QPalette weak = palette();
    for (const auto role :
         {QPalette::WindowText, QPalette::Text}) // a label takes the one that fits its ground
        weak.setColor(role, fonts::secondaryText(palette()));
    m_explanation->setPalette(weak);
}

void EmptyPage::copyCommand()
{
    QApplication::clipboard()->setText(m_command);
    m_copy->setText(tr("Copied"));
    QTimer::singleShot(copiedFor, m_copy, [this] { m_copy->setText(tr("&Copy command")); });
}

} // namespace tallyman
