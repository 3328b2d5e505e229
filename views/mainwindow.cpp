// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/mainwindow.h"

#include "models/jobtablemodel.h"
#include "models/jobtexts.h"
#include "models/statisticsmodel.h"
#include "models/store/jobstore.h"
#include "views/details/detailsdock.h"
#include "views/dialogs/exportdialog.h"
#include "views/dialogs/shortcutsheet.h"
#include "views/dockfolding.h"
#include "views/jobs/emptypage.h"
#include "views/jobs/jobactions.h"
#include "views/jobs/jobtableview.h"
#include "views/messagebar.h"
#include "views/search/nomatchpage.h"
#include "views/search/searchpart.h"
#include "views/statistics/statisticsstrip.h"
#include "views/windowactions.h"
#include "views/windowstatus.h"
#include "views/workbar.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDesktopServices>
#include <QFileInfo>
#include <QIcon>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QShortcut>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QStatusBar>
#include <QUrl>
#include <QVBoxLayout>

namespace tallyman {

namespace {

constexpr QSize firstSize{1280, 800};
constexpr QSize smallestSize{640, 360};
constexpr int smallestTable = 400;
constexpr int statusTime = 5000; // ms

} // namespace

MainWindow::MainWindow(JobStore &store, JobTableModel &jobs, StatisticsModel &statistics,
                       SearchModels &search, const Clock &clock, QWidget *parent)
    : QMainWindow(parent)
    , m_jobs(jobs)
    , m_statistics(statistics)
    , m_database(store.location())
    , m_actions(new WindowActions(this))
    , m_strip(new StatisticsStrip(statistics, this))
    , m_problem(new MessageBar(tr("&Read again"), this))
    , m_pages(new QStackedWidget(this))
    , m_table(new JobTableView(jobs, clock, this))
    , m_empty(new EmptyPage(this))
    , m_details(new DetailsDock(store, jobs, *m_table, clock, this))
    , m_folding(new DockFolding(this))
    , m_notice(new MessageBar(tr("&Undo"), this, MessageBar::Kind::Notice))
    , m_work(new WorkBar(this))
    , m_jobActions(new JobActions({store, jobs, *m_table, clock, *m_work, *m_notice}, this))
    , m_exportTask(new ExportTask(store, clock, this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(tr("Tallyman"));
    setMinimumSize(smallestSize);
    resize(firstSize);
    m_actions->fill(menuBar());
    m_jobActions->menu().fill(m_actions->edit, m_actions->jobs, m_actions->copyIds);
    m_search = new SearchPart(this, search, jobs, m_table, m_actions, m_folding);
    setUpPages();
    setUpDetails();
    m_status = new WindowStatus(statusBar(), m_database, m_actions->retryApi, m_actions->useOtherPort);
    connectActions();
    connectModels(statistics);
    setApiState({});
    m_table->setFocus();
    statistics.refresh();
}

MainWindow::~MainWindow() = default;

void MainWindow::setUpPages()
{
    m_pages->addWidget(new QWidget(m_pages)); // until it is known whether there are jobs
    m_pages->addWidget(m_table);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_search->noMatchPage());
    auto *content = new QWidget(this);
    // The docks get the width they ask for, and the table the rest.
    content->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Expanding);
    content->setMinimumWidth(smallestTable);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_strip);
    column->addWidget(m_problem);
    column->addWidget(m_pages, 1);
    column->addWidget(m_notice);
    column->addWidget(m_work);
    setCentralWidget(content);
}

void MainWindow::setUpDetails()
{
    addDockWidget(Qt::RightDockWidgetArea, m_details);
    m_folding->add(m_details);
    m_details->setActions(m_jobActions->menu().forButtons());
    m_actions->view->addAction(m_details->toggleViewAction());
    // Not activated(), which a single click means in some styles.
    connect(m_table, &QAbstractItemView::doubleClicked, m_details, &DetailsDock::openAndFocus);
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *shortcut = new QShortcut(QKeySequence(key), m_table);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, m_details, &DetailsDock::openAndFocus);
    }
}

void MainWindow::connectActions()
{
    WindowActions &a = *m_actions;
    connect(a.exportJobs, &QAction::triggered, this, &MainWindow::exportJobs);
    connect(a.quit, &QAction::triggered, this, &QWidget::close);
    connect(a.copyIds, &QAction::triggered, this, [this] { m_jobs.readIds(m_table->selectedSeqs()); });
    connect(a.selectAll, &QAction::triggered, m_table, &QAbstractItemView::selectAll);
    connect(a.selectNone, &QAction::triggered, m_table, &QAbstractItemView::clearSelection);
    connect(a.refresh, &QAction::triggered, this, [this] { m_jobs.select(); });
    connect(a.goToNewest, &QAction::triggered, m_table, &JobTableView::goToNewest);
    connect(a.showStatistics, &QAction::toggled, m_strip, &QWidget::setVisible);
    connect(a.sortBy, &QMenu::aboutToShow, this, [this] {
        m_actions->sortBy->clear();
        m_table->fillSortMenu(m_actions->sortBy);
    });
    connect(a.columns, &QMenu::aboutToShow, this, [this] {
        m_actions->columns->clear();
        m_table->fillColumnsMenu(m_actions->columns);
    });
    connect(a.copyCommand, &QAction::triggered, m_empty, &EmptyPage::copyCommand);
    connect(a.copyApiAddress, &QAction::triggered, this,
            [this] { QApplication::clipboard()->setText(m_api.url); });
    connect(a.retryApi, &QAction::triggered, this, &MainWindow::apiRetryRequested);
    connect(a.useOtherPort, &QAction::triggered, this, &MainWindow::apiOtherPortRequested);
    connect(a.openFolder, &QAction::triggered, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_database).absolutePath())); });
    a.openFolder->setEnabled(QFileInfo(m_database).isAbsolute());
    connect(m_table, &JobTableView::menuRequested, this, &MainWindow::showJobMenu);
    connect(a.showShortcuts, &QAction::triggered, this, &MainWindow::showShortcuts);
    connect(a.about, &QAction::triggered, this, &MainWindow::showAbout);
    connect(a.aboutQt, &QAction::triggered, qApp, &QApplication::aboutQt);
}

void MainWindow::connectModels(StatisticsModel &statistics)
{
    connect(&m_jobs, &JobTableModel::loaded, this, [this] {
        m_everLoaded = true;
        showRightPage();
    });
    connect(&m_jobs, &QAbstractItemModel::rowsInserted, this, &MainWindow::showRightPage);
    connect(&m_jobs, &QAbstractItemModel::rowsRemoved, this, &MainWindow::showRightPage);
    connect(&m_jobs, &QAbstractItemModel::modelReset, this, &MainWindow::showRightPage);
    connect(&m_jobs, &JobTableModel::idsRead, this,
            [](const QStringList &ids) { QApplication::clipboard()->setText(ids.join(u'\n')); });
    connect(&m_jobs, &JobTableModel::storeChanged, &statistics, &StatisticsModel::refresh);
    connect(&statistics, &StatisticsModel::changed, this, &MainWindow::showCounts);
    connect(m_search, &SearchPart::filterChanged, this, [this] {
        m_jobActions->setQuery(m_search->filter());
        showCounts();
    });
    m_jobActions->setQuery(m_search->filter());
    connect(m_table, &JobTableView::selectionChangedTo, this, &MainWindow::showCounts);
    connect(m_table, &JobTableView::typeAheadFailed, this, [this](const QString &typed) {
        statusBar()->showMessage(
            tr("No name begins with “%1” among the jobs around that were shown.").arg(typed), statusTime);
    });
    const auto showProblem = [this](const StoreError &error) {
        m_problem->showMessage(error.message, error.detail);
    };
    connect(&m_jobs, &JobTableModel::failed, this, showProblem);
    connect(&m_jobs, &JobTableModel::recovered, m_problem, &QWidget::hide);
    connect(&m_jobs, &JobTableModel::recovered, &statistics, &StatisticsModel::refresh);
    connect(m_problem, &MessageBar::acted, this, [this] { m_jobs.select(); });
    showCounts();
}

void MainWindow::showRightPage()
{
    const QWidget *before = m_pages->currentWidget();
    const bool filtered = !m_search->filter().isEmpty();
    if (m_jobs.rowCount() > 0 || (filtered && !m_jobs.isComplete()))
        m_pages->setCurrentWidget(m_table);
    else if (filtered)
        m_pages->setCurrentWidget(m_search->noMatchPage());
    else if (m_everLoaded)
        m_pages->setCurrentWidget(m_empty);
    // Who types a query goes on typing.
    const QWidget *focus = focusWidget();
    const bool inPages = !focus || focus == this || m_pages->isAncestorOf(focus);
    if (m_pages->currentWidget() != before && inPages) {
        if (m_pages->currentWidget() == m_empty)
            m_empty->focusButton();
        else
            m_pages->currentWidget()->setFocus();
    }
    showCounts();
}

bool MainWindow::showsTable() const
{
    return m_pages->currentWidget() == m_table;
}

void MainWindow::showCounts()
{
    const qint64 selected = m_table->selectedCount();
    std::optional<qint64> ofAll;
    if (!m_search->filter().isEmpty() && m_statistics.statistics())
        ofAll = m_statistics.statistics()->present.total();
    m_status->setJobs(m_jobs.rowCount(), selected, ofAll);
    m_actions->exportJobs->setEnabled(m_jobs.rowCount() > 0);
    m_actions->copyIds->setEnabled(selected > 0);
    m_actions->selectNone->setEnabled(selected > 0);
    m_actions->selectAll->setEnabled(m_jobs.rowCount() > 0);
}

void MainWindow::setApiState(const ApiState &state)
{
    m_api = state;
    const bool listening = state.kind == ApiState::Kind::Listening;
    const bool unavailable = state.kind == ApiState::Kind::Unavailable;
    m_status->setApi(state);
    m_jobActions->setApi(listening ? state.url : QString());
    m_actions->copyApiAddress->setEnabled(listening);
    m_actions->retryApi->setVisible(unavailable);
    m_actions->useOtherPort->setVisible(unavailable);
    updateExample();
}

// The command must work as it stands, in this very moment.
void MainWindow::updateExample()
{
    const QString name = tr("My first job", "name of the example job; no quotation marks");
    if (m_api.kind == ApiState::Kind::Listening) {
        m_empty->setCommand(
            QStringLiteral("curl -H 'Content-Type: application/json' -d '{\"name\":\"%1\"}' %2/api/v1/jobs")
                .arg(name, m_api.url),
            tr("Scripts, services and cron jobs report what they do to %1 and show up here as they run.")
                .arg(m_api.url));
        return;
    }
    m_empty->setCommand(QStringLiteral("tallymanctl add %1 --store %2")
                            .arg(jobtexts::shellWord(name), jobtexts::shellWord(m_database)),
                        m_api.kind == ApiState::Kind::Unavailable
                            ? m_api.message
                            : tr("Jobs show up here as other programs report them to this database."));
}

void MainWindow::exportJobs()
{
    auto *dialog =
        new ExportDialog(*m_exportTask, m_jobs.jobFilter(), m_table->selectedSeqs(),
                         QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

WindowLayout MainWindow::saveLayout() const
{
    return {saveGeometry(), m_folding->saveState(), m_table->saveHeader()};
}

void MainWindow::restoreLayout(const WindowLayout &layout)
{
    if (!layout.geometry.isEmpty())
        restoreGeometry(layout.geometry);
    if (!layout.state.isEmpty())
        m_folding->restoreState(layout.state);
    if (!layout.tableHeader.isEmpty())
        m_table->restoreHeader(layout.tableHeader);
}

void MainWindow::showJobMenu(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_jobActions->menu().fillContextMenu(menu, m_actions->copyIds);
    menu->addSeparator();
    menu->addAction(m_actions->selectAll);
    menu->popup(at);
}

void MainWindow::showShortcuts()
{
    auto *sheet = new ShortcutSheet(*menuBar(), tableKeys(), this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->open();
}

void MainWindow::showAbout()
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("About Tallyman"),
                                QStringLiteral("<h3>Tallyman %1</h3>").arg(QStringLiteral(TALLYMAN_VERSION)),
                                QMessageBox::Close, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIconPixmap(QIcon(QStringLiteral(":/tallyman/icons/tallyman.svg")).pixmap(64));
    box->setInformativeText(tr("A durable record of background jobs, and a window to find them in.\n\n"
                               "Free software under the GNU General Public License, version 3 or later.\n"
                               "Database: %1")
                                .arg(m_database));
    box->open();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    emit closing();
    QMainWindow::closeEvent(event);
}

} // namespace tallyman
