// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/jobfilter.h"

#include <QObject>

class QAction;
class QDockWidget;
class QMainWindow;
class QMenu;

namespace tallyman {

class DockFolding;
class FacetPanel;
class JobTableModel;
class JobTableView;
class NoMatchPage;
class SearchField;
class ViewsPanel;
class WindowActions;
struct SearchModels;

/// Searching in the main window: the field above everything, the dock with saved views and facets, the page
/// for no match. All of them show one query, which the table gets.
class SearchPart : public QObject {
    Q_OBJECT

public:
    /// Puts field and dock into the window, and connects the actions. All must outlive it.
    SearchPart(QMainWindow *window, SearchModels &models, JobTableModel &jobs, JobTableView *table,
               WindowActions *actions, DockFolding *folding);

    /// The query that the table shows.
    [[nodiscard]] const JobFilter &filter() const;

    [[nodiscard]] SearchField *field() const { return m_field; }
    [[nodiscard]] NoMatchPage *noMatchPage() const { return m_noMatch; }
    [[nodiscard]] QDockWidget *dock() const { return m_dock; }
    [[nodiscard]] FacetPanel *facets() const { return m_facetPanel; }
    [[nodiscard]] ViewsPanel *views() const { return m_viewsPanel; }

signals:
    /// The table shows another query.
    void filterChanged();

private:
    void setUpField(QMainWindow *window);
    void setUpDock(QMainWindow *window);
    void connectActions(WindowActions *actions);
    void setUpViewShortcuts(QMainWindow *window);
    void fillViewsMenu(QMenu *menu);
    void show(const JobFilter &filter);
    void takeFilter();
    void openView(int row);
    [[nodiscard]] QByteArray columns() const;
    void saveView();
    void updateView(int row);
    void setLooking(bool looking);

    SearchModels &m_models;
    JobTableModel &m_jobs;
    JobTableView *m_table;
    DockFolding *m_folding;
    SearchField *m_field;
    NoMatchPage *m_noMatch;
    ViewsPanel *m_viewsPanel;
    FacetPanel *m_facetPanel;
    QDockWidget *m_dock;
};

} // namespace tallyman
