// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/details/jobtextpage.h"

#include "views/details/readonlytext.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace tallyman {

JobTextPage::JobTextPage(QWidget *parent)
    : QWidget(parent)
    , m_text(new ReadOnlyText(this))
    , m_note(new QLabel(tr("Only a part is shown; the copy is complete."), this))
{
    m_text->setAccessibleName(tr("Job as JSON"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_note->setWordWrap(true);
    auto *copy = new QToolButton(this);
    copy->setText(tr("Cop&y"));
    copy->setToolTip(tr("Copy the whole job as JSON"));
    copy->setAccessibleName(tr("Copy the whole job as JSON"));
    copy->setFocusPolicy(Qt::TabFocus);
    connect(copy, &QToolButton::clicked, this,
            [this] { QApplication::clipboard()->setText(m_text->wholeText()); });
    auto *line = new QHBoxLayout;
    line->setContentsMargins(12, 8, 12, 0);
    line->setSpacing(8);
    line->addWidget(m_note, 1);
    line->addStretch(0);
    line->addWidget(copy, 0, Qt::AlignRight);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(line);
    column->addWidget(m_text, 1);
}

void JobTextPage::showText(const QString &text)
{
    m_text->showText(text);
    m_note->setVisible(!m_text->isWhole());
}

} // namespace tallyman
