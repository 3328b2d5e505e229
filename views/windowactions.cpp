// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/windowactions.h"

#include <QAction>
#include <QKeySequence>
#include <QMenu>
#include <QMenuBar>

namespace tallyman {

WindowActions::WindowActions(QObject *parent)
    : QObject(parent)
    , exportJobs(add(tr("&Export…"), tr("Write the jobs shown, or those selected, to a file as CSV or JSON"),
                     QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E)))
    , quit(add(tr("&Quit"), tr("Close Tallyman; its API ends with it"), QKeySequence(Qt::CTRL | Qt::Key_Q)))
    , find(add(tr("&Find"), tr("Search the jobs"), QKeySequence(Qt::CTRL | Qt::Key_F)))
    , previousQuery(add(tr("&Previous query"), tr("Back to what was searched before"),
                        QKeySequence(Qt::ALT | Qt::Key_Left)))
    , nextQuery(add(tr("Ne&xt query"), tr("Forward again"), QKeySequence(Qt::ALT | Qt::Key_Right)))
    , saveView(add(tr("&Save view"), tr("Save the query with a name, its order and the columns"),
                   QKeySequence(Qt::CTRL | Qt::Key_S)))
    , showViews(add(tr("Show &views"),
                    tr("Show saved views and numbers to filter by at the left of the table"),
                    QKeySequence(Qt::CTRL | Qt::Key_B)))
    , queryHelp(add(tr("&How to search"), tr("How a query is written")))
    , views(nullptr)
    , copyIds(add(tr("&Copy ID"), tr("Copy the IDs of the selected jobs, one on a line"),
                  QKeySequence(Qt::CTRL | Qt::Key_C)))
    , edit(nullptr)
    , selectAll(add(tr("Select &all"), tr("Select every job"), QKeySequence(Qt::CTRL | Qt::Key_A)))
    , selectNone(add(tr("Select &none"), tr("Select no job"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A)))
    , refresh(
          add(tr("&Refresh"), tr("Read everything again; changes show without it"), QKeySequence(Qt::Key_F5)))
    , goToNewest(add(tr("Go to &newest"), tr("Sort by creation, newest first, and go to the top"),
                     QKeySequence(Qt::ALT | Qt::Key_Home)))
    , showStatistics(add(tr("Show &statistics"), tr("Show the numbers of all jobs above the table")))
    , view(nullptr)
    , sortBy(nullptr)
    , columns(nullptr)
    , jobs(nullptr)
    , copyCommand(add(tr("Copy e&xample command"), tr("Copy a command that adds a job")))
    , copyApiAddress(add(tr("&Copy API address"), tr("Copy the address that jobs are reported to")))
    , retryApi(add(tr("&Try again"), tr("Try once more to serve the API at its port")))
    , useOtherPort(add(tr("&Use another port"), tr("Serve the API at a port that is free, until you quit")))
    , openFolder(add(tr("&Open database folder"), tr("Show the folder that the database is in")))
    , showShortcuts(add(tr("&Keyboard shortcuts"), tr("All keys that do something")))
    , about(add(tr("&About Tallyman"), tr("Version and license")))
    , aboutQt(add(tr("About &Qt"), tr("The library that Tallyman is made with")))
{
    showViews->setCheckable(true);
    showStatistics->setCheckable(true);
    showStatistics->setChecked(true);
    showShortcuts->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Question), QKeySequence(Qt::Key_F1)});
    quit->setMenuRole(QAction::QuitRole);
    about->setMenuRole(QAction::AboutRole);
    aboutQt->setMenuRole(QAction::AboutQtRole);
}

QAction *WindowActions::add(const QString &text, const QString &tip, const QKeySequence &shortcut)
{
    auto *action = new QAction(text, this);
    action->setToolTip(tip);
    action->setStatusTip(tip);
    action->setShortcut(shortcut);
    return action;
}

void WindowActions::fill(QMenuBar *bar)
{
    QMenu *file = bar->addMenu(tr("&File"));
    file->addAction(exportJobs);
    file->addSeparator();
    file->addAction(quit);
    edit = bar->addMenu(tr("&Edit"));
    edit->addActions({find, previousQuery, nextQuery});
    edit->addSeparator();
    edit->addActions({selectAll, selectNone});
    view = bar->addMenu(tr("&View"));
    view->addActions({refresh, goToNewest});
    view->addSeparator();
    views = view->addMenu(tr("Saved v&iews"));
    view->addActions({showViews, showStatistics});
    sortBy = view->addMenu(tr("Sort &by"));
    columns = view->addMenu(tr("&Columns"));
    jobs = bar->addMenu(tr("&Jobs"));
    QMenu *tools = bar->addMenu(tr("&Tools"));
    tools->addActions({copyCommand, copyApiAddress});
    tools->addSeparator();
    tools->addActions({retryApi, useOtherPort});
    tools->addSeparator();
    tools->addAction(openFolder);
    QMenu *help = bar->addMenu(tr("&Help"));
    help->addActions({queryHelp, showShortcuts});
    help->addSeparator();
    help->addActions({about, aboutQt});
}

} // namespace tallyman
