// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QObject>

class QAction;
class QMenu;
class QMenuBar;

namespace tallyman {

/// The actions of the main window, each with one name everywhere, and the menus they are in. What they do
/// is connected by the window.
class WindowActions : public QObject {
    Q_OBJECT

public:
    explicit WindowActions(QObject *parent);

    void fill(QMenuBar *bar);

    QAction *exportJobs;
    QAction *quit;
    QAction *find;
    QAction *previousQuery;
    QAction *nextQuery;
    QAction *saveView;
    QAction *showViews;
    QAction *queryHelp;
    QMenu *views; ///< filled when it is about to be shown; owned by the menu bar, null before fill()
    QAction *copyIds;
    QMenu *edit; ///< owned by the menu bar, null before fill()
    QAction *selectAll;
    QAction *selectNone;
    QAction *refresh;
    QAction *goToNewest;
    QAction *showStatistics;
    QMenu *view; ///< owned by the menu bar, null before fill()
    QMenu *sortBy; ///< likewise; filled when it is about to be shown
    QMenu *columns; ///< likewise
    QMenu *jobs; ///< likewise
    QAction *copyCommand;
    QAction *copyApiAddress;
    QAction *retryApi;
    QAction *useOtherPort;
    QAction *openFolder;
    QAction *showShortcuts;
    QAction *about;
    QAction *aboutQt;

private:
    QAction *add(const QString &text, const QString &tip, const QKeySequence &shortcut = QKeySequence());
};

} // namespace tallyman
