// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPersistentModelIndex>

namespace tallyman {

class JobTableView;

/// Keeps the rows on the screen where they are while rows come and go above them, so that nothing moves
/// under the pointer. A view at its top in which nothing is selected follows the newest rows instead.
/// The view scrolls by pixels and all its rows have one height.
class ScrollAnchor : public QObject {
    Q_OBJECT

public:
    /// The view has its model already.
    explicit ScrollAnchor(JobTableView *view);

    /// Holds the place in the table instead of the rows, for a new order that the user asked for.
    void setHoldsPlace(bool holds) { m_holdsPlace = holds; }

signals:
    /// New rows came in above what is on the screen.
    void rowsArrivedAbove(int count);

private:
    void remember();
    void restore();
    void countNewRows(int first, int last);

    JobTableView *m_view;
    QPersistentModelIndex m_row; // the first on the screen
    int m_offset = 0; // how much of it is scrolled out, in pixels
    bool m_follows = false;
    bool m_holdsPlace = false;
};

} // namespace tallyman
