// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/details/pathfield.h"

#include "views/elidedlabel.h"
#include "views/plaintooltip.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

namespace tallyman {

namespace {

QToolButton *button(const QString &text, const QString &tip, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setText(text);
    button->setToolTip(tip);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

PathField::PathField(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_text(new ElidedLabel(this))
    , m_open(button(tr("&Open"), tr("Open it with the program for files of its kind"), this))
    , m_reveal(button(tr("Show in fo&lder"), tr("Open the folder that it is in"), this))
{
    m_text->setElideMode(Qt::ElideMiddle);
    m_text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_open->setAccessibleName(tr("Open: %1").arg(name));
    m_reveal->setAccessibleName(tr("Show in folder: %1").arg(name));
    connect(m_open, &QToolButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_path)); });
    connect(m_reveal, &QToolButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_path).absolutePath())); });
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(4);
    buttons->addWidget(m_open);
    buttons->addWidget(m_reveal);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_text);
    column->addLayout(buttons);
    setFile({});
}

void PathField::setText(const QString &text)
{
    m_text->setText(text);
    m_text->setToolTip(plainToolTip(text));
}

void PathField::setFile(const QString &path)
{
    m_path = path;
    for (QToolButton *button : {m_open, m_reveal})
        button->setEnabled(!path.isEmpty());
}

} // namespace tallyman
