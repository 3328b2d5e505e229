// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/startupproblem.h"

#include "models/domain/result.h"
#include "views/fonts.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QIcon>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

namespace tallyman {

namespace {

constexpr int iconSize = 48;
constexpr int textWidth = 440;
constexpr int detailLines = 4;

QLabel *label(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setMinimumWidth(textWidth);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

StartupProblem::StartupProblem(const StoreError &error, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Tallyman"));
    auto *icon = new QLabel(this);
    icon->setPixmap(QIcon(QStringLiteral(":/tallyman/icons/tallyman.svg")).pixmap(iconSize));
    auto *title = label(tr("The database cannot be opened"), this);
    title->setFont(fonts::title(font()));
    auto *message = label(error.message, this);

    auto *detail = new QPlainTextEdit(error.detail, this);
    detail->setReadOnly(true);
    detail->setTabChangesFocus(true);
    detail->setFont(fonts::fixed(fonts::secondary(font())));
    detail->setFixedHeight(QFontMetrics(detail->font()).lineSpacing() * detailLines + 12);
    detail->setAccessibleName(tr("Technical text"));
    detail->hide();

    auto *buttons = new QDialogButtonBox(this);
    QPushButton *again = buttons->addButton(tr("&Try again"), QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("&Quit"), QDialogButtonBox::RejectRole);
    QPushButton *details = buttons->addButton(tr("&Details"), QDialogButtonBox::HelpRole);
    QPushButton *copy = buttons->addButton(tr("&Copy"), QDialogButtonBox::HelpRole);
    again->setDefault(true);
    details->setCheckable(true);
    details->setVisible(!error.detail.isEmpty());
    copy->setToolTip(tr("Copy message and details"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(details, &QPushButton::toggled, detail, [this, detail](bool open) {
        detail->setVisible(open);
        adjustSize();
    });
    connect(copy, &QPushButton::clicked, this,
            [error] { QApplication::clipboard()->setText(error.message + u'\n' + error.detail); });

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(16, 16, 16, 16);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(8);
    grid->addWidget(icon, 0, 0, 3, 1, Qt::AlignTop);
    grid->addWidget(title, 0, 1);
    grid->addWidget(message, 1, 1);
    grid->addWidget(detail, 2, 1);
    grid->setRowMinimumHeight(3, 8);
    grid->addWidget(buttons, 4, 0, 1, 2);
    setAccessibleDescription(error.message);
}

} // namespace tallyman
