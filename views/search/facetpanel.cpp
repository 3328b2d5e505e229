// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/search/facetpanel.h"

#include "models/facetmodel.h"
#include "views/format.h"
#include "views/search/sidedelegate.h"
#include "views/statuslook.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>

namespace tallyman {

namespace {

class FacetDelegate final : public SideDelegate {
public:
    explicit FacetDelegate(QTreeView *view)
        : SideDelegate(view)
        , m_view(view)
    {
    }

protected:
    [[nodiscard]] SideRow row(const QModelIndex &index) const override
    {
        SideRow row;
        row.text = index.data().toString();
        row.hasMarks = true;
        switch (static_cast<FacetModel::Kind>(index.data(FacetModel::KindRole).toInt())) {
        case FacetModel::Kind::Facet:
            row.kind = SideRow::Kind::Heading;
            row.text = row.text.toUpper();
            row.open = m_view->isExpanded(index);
            return row;
        case FacetModel::Kind::More:
            row.kind = SideRow::Kind::Link;
            return row;
        case FacetModel::Kind::Value:
            break;
        }
        if (const QVariant count = index.data(FacetModel::CountRole); count.isValid())
            row.count = format::shortCount(count.toLongLong());
        row.stale = index.data(FacetModel::StaleRole).toBool();
        if (const QVariant status = index.data(FacetModel::StatusRole); status.isValid())
            row.status = status.value<JobStatus>();
        const auto use = static_cast<FacetUse>(index.data(FacetModel::UseRole).toInt());
        row.mark = use == FacetUse::Included ? SideRow::Mark::Chosen
            : use == FacetUse::Excluded      ? SideRow::Mark::LeftOut
                                             : SideRow::Mark::None;
        return row;
    }

private:
    QTreeView *m_view;
};

bool isValue(const QModelIndex &index)
{
    return index.isValid() && index.data(FacetModel::KindRole).toInt() == int(FacetModel::Kind::Value);
}

} // namespace

FacetPanel::FacetPanel(FacetModel &model, QWidget *parent)
    : QTreeView(parent)
    , m_model(model)
{
    model.setStatusText(statusText);
    setModel(&model);
    setItemDelegate(new FacetDelegate(this));
    setAccessibleName(tr("Filter by"));
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setIndentation(0);
    setItemsExpandable(true);
    setExpandsOnDoubleClick(false);
    setSelectionMode(NoSelection);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setTextElideMode(Qt::ElideRight);
    setUniformRowHeights(false);
    expandAll();
    viewport()->setAttribute(Qt::WA_Hover);
}

void FacetPanel::mousePressEvent(QMouseEvent *event)
{
    QTreeView::mousePressEvent(event);
    m_pressed = event->button() == Qt::LeftButton ? indexAt(event->position().toPoint()) : QModelIndex();
}

void FacetPanel::mouseReleaseEvent(QMouseEvent *event)
{
    QTreeView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || !index.isValid() || QModelIndex(m_pressed) != index)
        return;
    if (event->modifiers() & Qt::AltModifier)
        exclude(index);
    else
        activate(index);
}

// Two quick clicks are two clicks.
void FacetPanel::mouseDoubleClickEvent(QMouseEvent *event)
{
    mousePressEvent(event);
}

void FacetPanel::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex index = currentIndex();
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        activate(index);
        break;
    case Qt::Key_Minus:
        if (isValue(index))
            exclude(index);
        else
            QTreeView::keyPressEvent(event);
        break;
    default:
        QTreeView::keyPressEvent(event);
    }
}

void FacetPanel::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QPersistentModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    if (!isValue(index))
        return;
    const auto use = static_cast<FacetUse>(index.data(FacetModel::UseRole).toInt());
    QMenu menu;
    menu.addAction(use == FacetUse::Included ? tr("&Any of these again") : tr("&Only these"), this,
                   [this, index] { activate(index); });
    menu.addAction(use == FacetUse::Excluded ? tr("&No longer leave these out") : tr("&Leave these out"),
                   this, [this, index] { exclude(index); });
    menu.exec(byKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos());
}

void FacetPanel::activate(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    switch (static_cast<FacetModel::Kind>(index.data(FacetModel::KindRole).toInt())) {
    case FacetModel::Kind::Facet:
        setExpanded(index, !isExpanded(index));
        break;
    case FacetModel::Kind::Value:
        emit filterRequested(m_model.toggledAt(index));
        break;
    case FacetModel::Kind::More:
        m_model.setUnfolded(index, !m_model.isUnfolded(index));
        break;
    }
}

void FacetPanel::exclude(const QModelIndex &index)
{
    if (isValue(index))
        emit filterRequested(m_model.excludedAt(index));
}

} // namespace tallyman
