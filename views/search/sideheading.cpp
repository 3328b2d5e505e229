// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/search/sideheading.h"

#include "views/search/sidedelegate.h"

#include <QPainter>

namespace tallyman {

namespace {

SideRow rowOf(const SideHeading &heading)
{
    SideRow row;
    row.kind = SideRow::Kind::Heading;
    row.text = heading.text().toUpper();
    row.open = heading.isChecked();
    return row;
}

QStyleOptionViewItem optionOf(const SideHeading &heading)
{
    QStyleOptionViewItem option;
    option.initFrom(&heading);
    option.font = heading.font();
    option.fontMetrics = heading.fontMetrics();
    option.rect = heading.rect();
    return option;
}

} // namespace

SideHeading::SideHeading(const QString &text, QWidget *parent)
    : QAbstractButton(parent)
{
    setText(text);
    setAccessibleName(text);
    setCheckable(true);
    setChecked(true);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setFocusPolicy(Qt::TabFocus);
}

QSize SideHeading::sizeHint() const
{
    return sideRowSize(optionOf(*this), rowOf(*this));
}

void SideHeading::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintSideRow(painter, optionOf(*this), rowOf(*this));
}

} // namespace tallyman
