// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/jobs/jobactions.h"

#include "models/domain/joblimits.h"
#include "models/jobtablemodel.h"
#include "views/dialogs/textdialog.h"
#include "views/jobs/jobtableview.h"
#include "views/messagebar.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QItemSelectionModel>

#include <chrono>

namespace tallyman {

namespace {

constexpr std::chrono::milliseconds lookInterval{100};

} // namespace

JobActions::JobActions(const Context &context, QWidget *window)
    : QObject(window)
    , m_context(context)
    , m_window(window)
    , m_menu(new JobMenu(this))
    , m_runner(new BulkRunner(context.store, context.work, context.notice, window))
    , m_reader(context.store, context.clock)
    , m_look(this)
{
    m_look.setSingleShot(true);
    m_look.setInterval(lookInterval);
    connect(&m_look, &QTimer::timeout, this, &JobActions::look);
    connectActions();
    connect(m_runner, &BulkRunner::changed, this, &JobActions::look);
    connect(&context.table, &JobTableView::selectionChangedTo, this, &JobActions::look);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&context.jobs, signal, this, &JobActions::lookSoon);
    connect(&context.jobs, &QAbstractItemModel::dataChanged, this, &JobActions::lookSoon);
    connect(&context.jobs, &QAbstractItemModel::modelReset, this, &JobActions::lookSoon);
    connect(&m_reader, &JobReader::copied, this,
            [](const QString &text) { QApplication::clipboard()->setText(text); });
    connect(&m_reader, &JobReader::jobRead, this,
            [this](const Job &job) { askForNote(job.note, JobChoice(RowMap{job.seq}), false); });
    connect(&m_reader, &JobReader::failed, this, [this](const StoreError &error) {
        m_context.notice.showMessage(error.message, error.detail, false);
    });
    look();
}

JobActions::~JobActions() = default;

void JobActions::connectActions()
{
    for (const auto &[deed, action] : std::as_const(m_menu->onSelection)) {
        connect(action, &QAction::triggered, this, [this, deed = deed, action = action] {
            const bool unpins = deed == JobDeed::Pin && action->data().toBool();
            perform(unpins ? JobDeed::Unpin : deed, false);
        });
    }
    for (const auto &[deed, action] : std::as_const(m_menu->onAll))
        connect(action, &QAction::triggered, this, [this, deed = deed] { perform(deed, true); });
    connect(m_menu->undo, &QAction::triggered, m_runner, &BulkRunner::undo);
    for (const auto &[form, action] : {std::pair(JobReader::Form::Table, m_menu->copyTable),
                                       std::pair(JobReader::Form::Json, m_menu->copyJson),
                                       std::pair(JobReader::Form::CurlQuery, m_menu->copyCurlQuery),
                                       std::pair(JobReader::Form::CurlAdd, m_menu->copyCurlAdd)})
        connect(action, &QAction::triggered, this, [this, form = form] { copy(form); });
}

void JobActions::setApi(const QString &url)
{
    m_api = url;
    m_reader.setApi(url);
    look();
}

void JobActions::perform(JobDeed deed, bool onAll)
{
    const JobChoice jobs = onAll ? JobChoice() : m_context.table.selectedJobs();
    if (deed == JobDeed::SetFailed)
        askForError(jobs, onAll);
    else if (deed == JobDeed::EditNote && jobs.size() == 1)
        m_reader.read(jobs.toList().constFirst()); // first what it is now
    else if (deed == JobDeed::EditNote)
        askForNote({}, jobs, onAll);
    else
        run(deed, {}, jobs, onAll);
}

void JobActions::run(JobDeed deed, const QString &text, const JobChoice &jobs, bool onAll)
{
    if (m_runner->isBusy())
        return;
    if (onAll)
        m_runner->runOnAll(deed, text, m_query);
    else if (!jobs.isEmpty())
        m_runner->run(deed, text, jobs);
}

void JobActions::askForError(const JobChoice &jobs, bool onAll)
{
    auto *dialog = new TextDialog({tr("Set failed"), tr("&Why it failed:"),
                                   tr("Only jobs that are running can be set failed."), tr("&Set failed")},
                                  {}, limits::errorLength, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, jobs, onAll] { run(JobDeed::SetFailed, dialog->text(), jobs, onAll); });
    dialog->open();
}

void JobActions::askForNote(const QString &note, const JobChoice &jobs, bool onAll)
{
    QString hint;
    if (onAll)
        hint = tr("It replaces the notes of all jobs of the query.");
    else if (jobs.size() > 1)
        hint = tr("It replaces the notes of %1.", "3 jobs").arg(jobCountText(jobs.size()));
    auto *dialog = new TextDialog({tr("Edit note"), tr("&Note:"), hint, tr("&Save note")}, note,
                                  limits::noteLength, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, jobs, onAll] { run(JobDeed::EditNote, dialog->text(), jobs, onAll); });
    dialog->open();
}

void JobActions::copy(JobReader::Form form)
{
    if (const JobChoice jobs = m_context.table.selectedJobs(); !jobs.isEmpty())
        m_reader.copy(jobs, form);
}

void JobActions::lookSoon()
{
    if (!m_look.isActive())
        m_look.start();
}

// Which actions make sense now.
void JobActions::look()
{
    const bool busy = m_runner->isBusy();
    const bool selected = m_context.table.selectionModel()->hasSelection();
    for (QAction *action : {m_menu->copyTable, m_menu->copyJson})
        action->setEnabled(selected);
    for (QAction *action : {m_menu->copyCurlQuery, m_menu->copyCurlAdd})
        action->setEnabled(selected && !m_api.isEmpty());
    for (const auto &[deed, action] : std::as_const(m_menu->onAll))
        action->setEnabled(!busy && m_context.jobs.rowCount() > 0);
    m_menu->setUndo(m_runner->undoCount(), !busy);
    for (const auto &[deed, action] : std::as_const(m_menu->onSelection))
        action->setEnabled(selected && !busy);
    if (selected && !busy)
        lookAtStates();
}

void JobActions::lookAtStates()
{
    if (m_context.table.selectedCount() > rowsLookedAt) {
        m_menu->setPins(true);
        m_menu->pin->setData(false);
        return;
    }
    QList<JobStatus> states;
    bool allRead = true;
    bool allPinned = true;
    const QItemSelection selection = m_context.table.selectionModel()->selection();
    for (const QItemSelectionRange &range : selection) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            const QVariant state = m_context.jobs.index(row, 0).data(JobTableModel::StatusRole);
            allRead = allRead && state.isValid();
            if (state.isValid())
                states.append(state.value<JobStatus>());
            allPinned = allPinned && m_context.jobs.index(row, 0).data(JobTableModel::PinnedRole).toBool();
        }
    }
    m_menu->setPins(!allPinned);
    m_menu->pin->setData(allPinned);
    for (const auto &[deed, action] : std::as_const(m_menu->onSelection)) {
        const QList<JobStatus> possible = jobdeed::possibleFrom(deed);
        const bool some = std::any_of(states.cbegin(), states.cend(),
                                      [&possible](JobStatus state) { return possible.contains(state); });
        action->setEnabled(possible.isEmpty() || some || !allRead);
    }
}

} // namespace tallyman
