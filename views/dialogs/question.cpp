// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/question.h"

#include "views/fonts.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace tallyman {

namespace {

constexpr int textWidth = 360;

} // namespace

Question::Question(const QString &question, const QString &explanation, const QString &act, QWidget *parent)
    : QDialog(parent)
    , m_question(question)
{
    setWindowTitle(tr("Tallyman"));
    setAccessibleName(question);
    setAccessibleDescription(explanation);
    auto *title = new QLabel(question, this);
    title->setFont(fonts::title(font()));
    auto *text = new QLabel(explanation, this);
    for (QLabel *label : {title, text}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setMinimumWidth(textWidth);
    }
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(act, QDialogButtonBox::AcceptRole);
    QPushButton *keep = buttons->addButton(tr("&Keep"), QDialogButtonBox::RejectRole);
    keep->setDefault(true);
    keep->setFocus();
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    column->addWidget(title);
    column->addWidget(text);
    column->addSpacing(8);
    column->addWidget(buttons);
}

} // namespace tallyman
