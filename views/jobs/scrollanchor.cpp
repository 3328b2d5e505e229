// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/jobs/scrollanchor.h"

#include "views/jobs/jobtableview.h"

#include <QAbstractItemModel>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QScrollBar>

namespace tallyman {

ScrollAnchor::ScrollAnchor(JobTableView *view)
    : QObject(view)
    , m_view(view)
{
    using Model = QAbstractItemModel;
    const Model *model = view->model();
    connect(model, &Model::rowsAboutToBeInserted, this, &ScrollAnchor::remember);
    connect(model, &Model::rowsAboutToBeRemoved, this, &ScrollAnchor::remember);
    connect(model, &Model::layoutAboutToBeChanged, this, &ScrollAnchor::remember);
    connect(model, &Model::rowsInserted, this, [this](const QModelIndex &, int first, int last) {
        restore();
        countNewRows(first, last);
    });
    connect(model, &Model::rowsRemoved, this, &ScrollAnchor::restore);
    connect(model, &Model::layoutChanged, this, &ScrollAnchor::restore);
}

void ScrollAnchor::remember()
{
    const int value = m_view->verticalScrollBar()->value();
    const int height = m_view->verticalHeader()->defaultSectionSize();
    m_follows = value == 0 && !m_view->selectionModel()->hasSelection();
    m_row = m_view->model()->index(value / height, 0);
    m_offset = value % height;
}

void ScrollAnchor::restore()
{
    if (!m_follows && !m_holdsPlace && m_row.isValid()) {
        m_view->layOutNow();
        m_view->verticalScrollBar()->setValue(m_row.row() * m_view->verticalHeader()->defaultSectionSize()
                                              + m_offset);
    }
}

void ScrollAnchor::countNewRows(int first, int last)
{
    const bool scrolled = m_view->verticalScrollBar()->value() > 0;
    if (scrolled && !m_follows && !m_holdsPlace && m_row.isValid() && last < m_row.row())
        emit rowsArrivedAbove(last - first + 1);
    m_row = QPersistentModelIndex();
}

} // namespace tallyman
