// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/jobs/jobdeed.h"

#include <QKeySequence>
#include <QObject>

class QAction;
class QMenu;

namespace tallyman {

/// The actions on jobs, each with one name everywhere, and the menus they are in. What they do is in
/// JobActions.
class JobMenu : public QObject {
    Q_OBJECT

public:
    explicit JobMenu(QObject *parent);

    /// Adds the undo at the top of the one menu, and the rest to the other one. `copyIds` is one of the
    /// window's.
    void fill(QMenu *edit, QMenu *jobs, QAction *copyIds);
    /// Those for a menu of the table: what can be done to the selected jobs.
    void fillContextMenu(QMenu *menu, QAction *copyIds) const;

    /// The most important ones on the selected jobs.
    [[nodiscard]] QList<QAction *> forButtons() const;

    /// Of Pin and Unpin there is one, for whichever the selection calls for.
    struct Deed {
        JobDeed deed;
        QAction *action;
    };
    QList<Deed> onSelection;
    QList<Deed> onAll;

    QAction *pin; ///< one of onSelection
    QAction *undo;
    QAction *copyTable;
    QAction *copyJson;
    QAction *copyCurlQuery;
    QAction *copyCurlAdd;

    /// What stands on `pin`.
    void setPins(bool pins);
    /// What stands on `undo`; disabled for none.
    void setUndo(qint64 count, bool enabled);

private:
    QAction *add(const QString &text, const QString &tip, const QKeySequence &shortcut = QKeySequence());
    void addDeeds();
    [[nodiscard]] QAction *of(JobDeed deed) const;
};

} // namespace tallyman
