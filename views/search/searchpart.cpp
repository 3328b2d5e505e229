// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/search/searchpart.h"

#include "models/jobtablemodel.h"
#include "models/searchmodels.h"
#include "views/dockfolding.h"
#include "views/jobs/jobtableview.h"
#include "views/search/facetpanel.h"
#include "views/search/nomatchpage.h"
#include "views/search/searchfield.h"
#include "views/search/viewspanel.h"
#include "views/windowactions.h"

#include <QAction>
#include <QDockWidget>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMainWindow>
#include <QMenu>
#include <QToolBar>
#include <QVBoxLayout>

namespace tallyman {

namespace {

constexpr int viewsByKey = 9; // Ctrl+1 to Ctrl+9

// Of the dock's width.
constexpr int leastCharacters = 26;
constexpr int usualCharacters = 34;

/// What is in the dock.
class SideContent final : public QWidget {
public:
    using QWidget::QWidget;

    [[nodiscard]] QSize sizeHint() const override
    {
        return {fontMetrics().averageCharWidth() * usualCharacters, QWidget::sizeHint().height()};
    }
};

QKeySequence keyOfView(int row)
{
    return QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + row));
}

} // namespace

SearchPart::SearchPart(QMainWindow *window, SearchModels &models, JobTableModel &jobs, JobTableView *table,
                       WindowActions *actions, DockFolding *folding)
    : QObject(window)
    , m_models(models)
    , m_jobs(jobs)
    , m_table(table)
    , m_folding(folding)
    , m_field(new SearchField(models.names, models.history, window))
    , m_noMatch(new NoMatchPage(window))
    , m_viewsPanel(new ViewsPanel(models.views, actions->saveView, window))
    , m_facetPanel(new FacetPanel(models.facets, window))
    , m_dock(new QDockWidget(tr("Views"), window))
{
    m_field->addButton(actions->saveView);
    setUpField(window);
    setUpDock(window);
    connectActions(actions);
    setUpViewShortcuts(window);
    connect(m_field, &SearchField::filterChanged, this, &SearchPart::show);
    connect(m_field, &SearchField::left, m_table, [this] { m_table->setFocus(); });
    connect(m_facetPanel, &FacetPanel::filterRequested, m_field, &SearchField::setFilter);
    connect(m_viewsPanel, &ViewsPanel::openRequested, this, &SearchPart::openView);
    connect(m_viewsPanel, &ViewsPanel::updateRequested, this, &SearchPart::updateView);
    connect(m_noMatch, &NoMatchPage::clearRequested, this, [this] {
        m_field->setFilter({});
        m_field->focusAndSelect();
    });
    connect(m_noMatch, &NoMatchPage::deepRequested, this, [this] {
        JobFilter filter = m_field->filter();
        filter.deep = true;
        m_field->setFilter(filter);
    });
    connect(&jobs, &JobTableModel::filterChanged, this, &SearchPart::takeFilter);
    connect(&jobs, &JobTableModel::storeChanged, &models.facets, &FacetModel::refresh);
    connect(&jobs, &JobTableModel::storeChanged, &models.views, &SavedViews::refresh);
    connect(&jobs, &JobTableModel::storeChanged, &models.names, &KnownValues::refresh);
    m_models.views.setCurrentQuery(m_field->text());
}

// A tool bar spans the docks too.
void SearchPart::setUpField(QMainWindow *window)
{
    auto *bar = new QToolBar(tr("Search"), window);
    bar->setObjectName(QStringLiteral("searchBar"));
    bar->setMovable(false);
    bar->setFloatable(false);
    bar->toggleViewAction()->setVisible(false); // searching is no option
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->addWidget(m_field);
    window->addToolBar(Qt::TopToolBarArea, bar);
}

void SearchPart::setUpDock(QMainWindow *window)
{
    auto *content = new SideContent(m_dock);
    content->setMinimumWidth(content->fontMetrics().averageCharWidth() * leastCharacters);
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_viewsPanel);
    column->addWidget(m_facetPanel, 1);
    m_dock->setObjectName(QStringLiteral("viewsDock"));
    m_dock->setWidget(content);
    m_dock->setTitleBarWidget(new QWidget(m_dock)); // its parts have headings
    m_dock->setFeatures(QDockWidget::DockWidgetClosable);
    m_dock->setAllowedAreas(Qt::LeftDockWidgetArea | Qt::RightDockWidgetArea);
    window->addDockWidget(Qt::LeftDockWidgetArea, m_dock);
    m_folding->add(m_dock);
    connect(m_dock, &QDockWidget::visibilityChanged, this, &SearchPart::setLooking);
}

void SearchPart::connectActions(WindowActions *actions)
{
    connect(actions->find, &QAction::triggered, m_field, &SearchField::focusAndSelect);
    connect(actions->previousQuery, &QAction::triggered, m_field, &SearchField::goBack);
    connect(actions->nextQuery, &QAction::triggered, m_field, &SearchField::goForward);
    connect(actions->queryHelp, &QAction::triggered, m_field, &SearchField::showHelp);
    connect(actions->saveView, &QAction::triggered, this, &SearchPart::saveView);
    connect(actions->showViews, &QAction::triggered, m_dock->toggleViewAction(), &QAction::trigger);
    connect(m_dock->toggleViewAction(), &QAction::toggled, actions->showViews, &QAction::setChecked);
    actions->showViews->setChecked(!m_dock->isHidden());
    connect(actions->views, &QMenu::aboutToShow, this, [this, menu = actions->views] {
        menu->clear();
        fillViewsMenu(menu);
    });
}

void SearchPart::setUpViewShortcuts(QMainWindow *window)
{
    for (int row = 0; row < viewsByKey; ++row) {
        auto *action = new QAction(window);
        action->setShortcut(keyOfView(row));
        window->addAction(action);
        connect(action, &QAction::triggered, this, [this, row] { openView(row); });
    }
}

void SearchPart::fillViewsMenu(QMenu *menu)
{
    for (int row = 0; row < m_models.views.rowCount(); ++row) {
        QString title = m_models.views.view(row).title();
        QAction *action = menu->addAction(title.replace(u'&', QStringLiteral("&&")));
        action->setCheckable(true);
        action->setChecked(m_models.views.index(row).data(SavedViews::CurrentRole).toBool());
        // Shown, not set: the window has actions for these keys.
        if (row < viewsByKey)
            action->setText(action->text() + u'\t' + keyOfView(row).toString(QKeySequence::NativeText));
        connect(action, &QAction::triggered, this, [this, row] { openView(row); });
    }
    menu->addSeparator();
    m_viewsPanel->fillMenu(menu);
}

const JobFilter &SearchPart::filter() const
{
    return m_field->filter();
}

void SearchPart::show(const JobFilter &filter)
{
    m_jobs.setJobFilter(filter);
    m_models.facets.setFilter(filter);
    m_models.views.setCurrentQuery(toText(filter));
    m_noMatch->setFilter(filter);
    emit filterChanged();
}

// The header and the text say one thing.
void SearchPart::takeFilter()
{
    if (m_jobs.jobFilter() != m_field->filter())
        m_field->setFilter(m_jobs.jobFilter());
}

void SearchPart::openView(int row)
{
    if (row >= m_models.views.rowCount())
        return;
    const SavedView view = m_models.views.view(row);
    m_field->setQuery(view.query);
    if (!view.columns.isEmpty())
        m_table->setColumnLayout(QJsonDocument::fromJson(view.columns).array());
}

QByteArray SearchPart::columns() const
{
    return QJsonDocument(m_table->columnLayout()).toJson(QJsonDocument::Compact);
}

void SearchPart::saveView()
{
    m_folding->open(m_dock);
    const QString query = toText(m_field->filter());
    const QString name = query.isEmpty() ? tr("New view") : query;
    m_viewsPanel->nameNew(m_models.views.add({name, query, columns(), {}}));
}

void SearchPart::updateView(int row)
{
    m_models.views.replace(row, toText(m_field->filter()), columns());
}

void SearchPart::setLooking(bool looking)
{
    m_models.facets.setActive(looking);
    m_models.views.setActive(looking);
}

} // namespace tallyman
