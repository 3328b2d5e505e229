// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/jobfilter.h"

#include <QTreeView>

namespace tallyman {

class FacetModel;

/// The facets of the jobs that the query finds, to narrow it down by a click: on a value, to have only such
/// jobs or no longer; with Alt, to leave them out.
class FacetPanel : public QTreeView {
    Q_OBJECT

public:
    /// The model must outlive the panel.
    explicit FacetPanel(FacetModel &model, QWidget *parent = nullptr);

signals:
    /// This is to be the query.
    void filterRequested(const tallyman::JobFilter &filter);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void drawBranches(QPainter *, const QRect &, const QModelIndex &) const override { } // the row does

private:
    void activate(const QModelIndex &index);
    void exclude(const QModelIndex &index);

    FacetModel &m_model;
    QPersistentModelIndex m_pressed;
};

} // namespace tallyman
