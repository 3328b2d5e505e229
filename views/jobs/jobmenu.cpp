// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/jobs/jobmenu.h"

#include <QAction>
#include <QMenu>

namespace tallyman {

JobMenu::JobMenu(QObject *parent)
    : QObject(parent)
    , pin(add({}, tr("Keep the selected jobs and find them by is:pinned; pruning leaves them alone"),
              QKeySequence(Qt::CTRL | Qt::Key_D)))
    , undo(add({}, tr("Put the jobs back that were deleted last"), QKeySequence(Qt::CTRL | Qt::Key_Z)))
    , copyTable(add(tr("Copy as text &table"), tr("Copy the selected jobs as lines of text"),
                    QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)))
    , copyJson(add(tr("Copy as &JSON"), tr("Copy everything about the selected jobs, as the API gives it")))
    , copyCurlQuery(
          add(tr("Copy as c&url (query)"), tr("Copy commands that ask the API for the selected jobs")))
    , copyCurlAdd(
          add(tr("Copy as curl (&add again)"), tr("Copy commands that add jobs like the selected ones")))
{
    addDeeds();
    setPins(true);
    setUndo(0, false);
}

void JobMenu::addDeeds()
{
    const QKeySequence none;
    onSelection = {
        {JobDeed::Cancel, add(tr("&Cancel"), tr("End the selected jobs that are pending or running"))},
        {JobDeed::Retry,
         add(tr("&Retry"), tr("Send the selected jobs that failed or were cancelled back to pending"))},
        {JobDeed::SetFailed, add(tr("Set &failed…"), tr("Say that the selected running jobs have failed"))},
        {JobDeed::Pin, pin},
        {JobDeed::EditNote,
         add(tr("Edit &note…"), tr("Write a note on the selected jobs"), QKeySequence(Qt::CTRL | Qt::Key_E))},
        {JobDeed::Delete,
         add(tr("&Delete"), tr("Delete the selected jobs with their results and timelines; can be undone"),
             QKeySequence(Qt::Key_Delete))},
    };
    onAll = {
        {JobDeed::Cancel,
         add(tr("&Cancel all that match…"), tr("End every pending or running job of the query"))},
        {JobDeed::Retry,
         add(tr("&Retry all that match…"),
             tr("Send every failed or cancelled job of the query back to pending"))},
        {JobDeed::SetFailed,
         add(tr("Set all that match &failed…"), tr("Say that every running job of the query has failed"))},
        {JobDeed::Pin, add(tr("&Pin all that match…"), tr("Keep every job of the query"))},
        {JobDeed::Unpin,
         add(tr("&Unpin all that match…"), tr("Keep no job of the query for its pin any more"))},
        {JobDeed::EditNote,
         add(tr("Edit &note of all that match…"), tr("Write one note on every job of the query"))},
        {JobDeed::Delete,
         add(tr("&Delete all that match…"), tr("Delete every job of the query; can be undone"))},
    };
}

QAction *JobMenu::add(const QString &text, const QString &tip, const QKeySequence &shortcut)
{
    auto *action = new QAction(text, this);
    action->setToolTip(tip);
    action->setStatusTip(tip);
    action->setShortcut(shortcut);
    return action;
}

QAction *JobMenu::of(JobDeed deed) const
{
    for (const Deed &known : onSelection) {
        if (known.deed == deed)
            return known.action;
    }
    return nullptr;
}

void JobMenu::fill(QMenu *edit, QMenu *jobs, QAction *copyIds)
{
    QAction *first = edit->actions().value(0);
    edit->insertAction(first, undo);
    edit->insertSeparator(first);
    fillContextMenu(jobs, copyIds);
    jobs->addSeparator();
    QMenu *all = jobs->addMenu(tr("All that &match"));
    for (const Deed &deed : std::as_const(onAll))
        all->addAction(deed.action);
}

void JobMenu::fillContextMenu(QMenu *menu, QAction *copyIds) const
{
    menu->addActions({of(JobDeed::Cancel), of(JobDeed::Retry), of(JobDeed::SetFailed)});
    menu->addSeparator();
    menu->addActions({pin, of(JobDeed::EditNote)});
    menu->addSeparator();
    menu->addActions({copyIds, copyTable, copyJson, copyCurlQuery, copyCurlAdd});
    menu->addSeparator();
    menu->addAction(of(JobDeed::Delete));
}

QList<QAction *> JobMenu::forButtons() const
{
    return {of(JobDeed::Cancel), of(JobDeed::Retry), pin, of(JobDeed::EditNote), of(JobDeed::Delete)};
}

void JobMenu::setPins(bool pins)
{
    pin->setText(pins ? tr("&Pin") : tr("Un&pin"));
}

void JobMenu::setUndo(qint64 count, bool enabled)
{
    undo->setText(count > 0 ? tr("&Undo: delete %1", "3 jobs").arg(jobCountText(count)) : tr("&Undo"));
    undo->setEnabled(enabled && count > 0);
}

} // namespace tallyman
